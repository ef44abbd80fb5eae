"""Back over what was inserted: selected with the keys, and compared with what the program says is selected."""

import time

from voiceflow.engines.inserter.contract import graphemes, not_there
from voiceflow.engines.inserter.x11_connection import PRIMARY
from voiceflow.engines.inserter.x11_keys import Keyboard
from voiceflow.engines.inserter.x11_owner import SelectionOwner
from voiceflow.engines.inserter.x11_reader import SelectionReader, UnreadableError

_SEEN_S = 0.8
_LOOK_S = 0.015


class WayBack:
    """On the inserting thread only. A program puts what is selected in it on PRIMARY: that is the proof."""

    def __init__(self, keyboard: Keyboard, owner: SelectionOwner) -> None:
        self._keyboard, self._owner = keyboard, owner
        self._reader = SelectionReader()

    def select(self, text: str, client: int) -> None:
        """`client`: the program's, as in `SelectionOwner.client`. `InsertionError` when not exactly that is selected
        then; the selection is let go."""
        before = self._owner.changes(PRIMARY)
        self._keyboard.repeat("Left", graphemes(text), shifted=True)
        deadline = time.monotonic() + _SEEN_S + len(text) * 0.001
        while not self._is_selected(text, client, before):
            if time.monotonic() > deadline:
                self._keyboard.repeat("Right", 1)
                raise not_there()
            time.sleep(_LOOK_S)

    def erase(self, text: str, client: int) -> None:
        self.select(text, client)
        self._keyboard.repeat("BackSpace", 1)

    def rub_out(self, count: int) -> None:
        """As many characters, unseen."""
        self._keyboard.repeat("BackSpace", count)

    def close(self) -> None:
        self._reader.close()

    def _is_selected(self, text: str, client: int, before: int) -> bool:
        """What was selected earlier, or in another program, does not count."""
        if self._owner.changes(PRIMARY) == before or self._owner.owned_by(PRIMARY) != client:
            return False
        try:
            return self._reader.text(PRIMARY, _SEEN_S) == text
        except UnreadableError:
            return False
