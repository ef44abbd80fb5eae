"""Another text in the place of what is selected in a window, once the user has agreed."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from voiceflow.dictation.insertions import Insertions
from voiceflow.engines.inserter.contract import Inserter, InsertOptions, Target
from voiceflow.errors import InsertionError

_FOCUS_BACK_S = 3.0
_LOOK_S = 0.02


@dataclass(frozen=True, slots=True)
class Replacement:
    """`selected` tells what is selected now, and may wait for the program."""

    target: Target | None
    before: str
    after: str
    selected: Callable[[], str]


class Replacing:
    """On the `delivery` thread."""

    def __init__(self, inserter: Inserter, insertions: Insertions) -> None:
        self._inserter, self._insertions = inserter, insertions

    def replace(self, change: Replacement, options: InsertOptions) -> None:
        """The user was asked in another window, so the focus may be on its way back. `InsertionError` when it does not
        come, or something else is selected there now: then nothing is changed."""
        self._wait_for(change.target)
        if self._inserter.has_selection(change.target) is False or change.selected() != change.before:
            raise InsertionError(
                "edit.selection_changed",
                "Something else is selected now",
                "The new text is on the clipboard: paste it where you want it.",
            )
        self._inserter.insert(change.after, change.target, options)
        self._insertions.add(change.target, change.after)

    def _wait_for(self, target: Target | None) -> None:
        deadline_s = time.monotonic() + _FOCUS_BACK_S
        while True:
            try:
                return self._inserter.check_focus(target)
            except InsertionError:
                if time.monotonic() > deadline_s:
                    raise
            time.sleep(_LOOK_S)
