"""What is said to the window instead of being written into it: `press enter`, `scratch that`."""

from dataclasses import replace

from voiceflow.dictation.insertions import Insertions
from voiceflow.engines.inserter.contract import Inserter, InsertOptions, Target, Way, not_there
from voiceflow.errors import InsertionError
from voiceflow.text.commands import KEYS, SCRATCH, SELECT, UNDO

WINDOW_COMMANDS = frozenset([*KEYS, SCRATCH, UNDO, SELECT])


class Commanding:
    """On the `delivery` thread."""

    def __init__(self, inserter: Inserter, insertions: Insertions) -> None:
        self._inserter, self._insertions = inserter, insertions

    def obey(self, command: str, target: Target | None, options: InsertOptions) -> Way:
        """One of `WINDOW_COMMANDS`. `InsertionError` when it cannot be done; then nothing was."""
        self._check_focus(target)
        if command in KEYS:
            return self._press(KEYS[command], target, options)
        if command == UNDO and (text := self._insertions.taken_back(target)):
            way = self._inserter.insert(text, target, options).way
            self._insertions.add(target, text)
            return way
        text = self._insertions.last(target)
        if not text:
            raise _nothing_known()
        self._reach(text, command, target, options)
        return Way.TYPED

    def _check_focus(self, target: Target | None) -> None:
        try:
            self._inserter.check_focus(target)
        except InsertionError as error:
            raise InsertionError(error.code, error.title, "Nothing was done. Say it again in that window.") from error

    def _reach(self, text: str, command: str, target: Target | None, options: InsertOptions) -> None:
        try:
            if command == SELECT:
                if target and target.terminal:
                    raise _no_selection()
                self._inserter.select_back(text, target)
                self._insertions.select(target)
            else:
                self._inserter.erase(text, target, options)
                self._insertions.take_back(target)
        except InsertionError as error:
            if error.code == not_there().code:
                self._insertions.forget(target)
            raise

    def _press(self, key: str, target: Target | None, options: InsertOptions) -> Way:
        """A key is pressed; pasting a line break into a chat would not send."""
        way = self._inserter.insert(key, target, replace(options, way=Way.TYPED, keep_newlines=True)).way
        if target and target.terminal:
            self._insertions.forget(target)
        else:
            self._insertions.add(target, key)
        return way


def _no_selection() -> InsertionError:
    return InsertionError(
        "insertion.no_selection",
        "A terminal cannot be told to select text",
        "Select it with the mouse, or say: scratch that.",
    )


def _nothing_known() -> InsertionError:
    return InsertionError(
        "insertion.nothing_to_take_back",
        "Nothing that was dictated here is known to stand before the cursor",
        "Take it back in the window itself.",
    )
