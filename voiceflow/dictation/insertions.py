"""What was dictated into which window, for as long as it may still stand there."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from voiceflow.engines.inserter.contract import Target

_WINDOWS, _TEXTS = 16, 50
_REMEMBERED_S = 300.0
UNSEEN_S = 60.0
"""A terminal does not tell what stands before its cursor: what was inserted longer ago is not taken for that."""


@dataclass(slots=True)
class _Window:
    texts: list[str] = field(default_factory=list)
    changed_s: float = 0.0
    taken_back: str = ""
    selected: bool = False


class Insertions:
    """Owned by the `delivery` thread. In memory only. A window that the desktop does not name is one like any other:
    there is no other evidence."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._windows: OrderedDict[tuple[str, int], _Window] = OrderedDict()

    def last(self, target: Target | None) -> str:
        """Empty where nothing is known to stand there."""
        window = self._window(target)
        old = target is not None and target.terminal and self._clock() - window.changed_s > UNSEEN_S
        return window.texts[-1] if window.texts and not old else ""

    def before(self, target: Target | None) -> str:
        """What stands before the caret as far as that is known: not what is selected, and not after long."""
        window = self._window(target)
        texts = window.texts[:-1] if window.selected else window.texts
        return texts[-1] if texts and self._clock() - window.changed_s < _REMEMBERED_S else ""

    def taken_back(self, target: Target | None) -> str:
        """What was taken back there, if nothing was done since."""
        return self._window(target).taken_back

    def changed_s(self, target: Target | None) -> float:
        """When something was last done there, on the clock of `time.monotonic()`; 0 for never."""
        return self._window(target).changed_s

    def add(self, target: Target | None, text: str) -> None:
        window = self._changed(target)
        if window.selected and window.texts:
            window.texts.pop()
        window.selected = False
        window.texts = [*window.texts[1 - _TEXTS :], text]

    def take_back(self, target: Target | None) -> None:
        """The last one is gone."""
        window = self._changed(target)
        window.selected = False
        window.taken_back = window.texts.pop()

    def select(self, target: Target | None) -> None:
        """The last one is selected: what comes next replaces it."""
        self._changed(target).selected = True

    def forget(self, target: Target | None) -> None:
        self._windows.pop(_key(target), None)

    def _changed(self, target: Target | None) -> _Window:
        window = self._windows.setdefault(_key(target), _Window())
        self._windows.move_to_end(_key(target))
        while len(self._windows) > _WINDOWS:
            self._windows.popitem(last=False)
        window.changed_s, window.taken_back = self._clock(), ""
        return window

    def _window(self, target: Target | None) -> _Window:
        return self._windows.get(_key(target), _Window())


def _key(target: Target | None) -> tuple[str, int]:
    """A terminal's tabs are one window; mostly their titles differ."""
    if target is None:
        return "", 0
    return target.window + (target.title if target.terminal else ""), target.pid
