"""Saves what the selections hold before VoiceFlow takes them."""

from dataclasses import dataclass

from voiceflow.engines.inserter.contract import KEPT_S
from voiceflow.engines.inserter.x11_content import Content
from voiceflow.engines.inserter.x11_owner import SelectionOwner
from voiceflow.engines.inserter.x11_reader import SelectionReader, UnreadableError
from voiceflow.mailbox import Mailbox

_PATIENCE_S = 1.0
_SECOND_PATIENCE_S = 0.25


@dataclass(frozen=True, slots=True)
class _Saved:
    """`content` is None when its owner did not answer. `changes` as `SelectionOwner.changes` counted then."""

    content: Content | None
    changes: int


class Snapshots:
    """Reads on a thread of its own (`clipboard-reader`), since an owner that hangs is waited for."""

    def __init__(self, owner: SelectionOwner) -> None:
        self._owner = owner
        self._reader = SelectionReader()
        self._saved: dict[int, _Saved] = {}
        self._mailbox = Mailbox("clipboard-reader").start()

    def begin(self) -> None:
        self._mailbox.post(self._refresh)
        self._mailbox.post_after(KEPT_S, self._saved.clear)

    def drop(self) -> None:
        self._mailbox.post(self._saved.clear)

    def originals(self) -> dict[int, Content] | None:
        """What each selection holds now; read again only where it changed since. None when an owner hangs."""
        contents = self._mailbox.ask(self._contents).result()
        whole = {selection: content for selection, content in contents.items() if content is not None}
        return whole if len(whole) == len(contents) else None

    def _contents(self) -> dict[int, Content | None]:
        self._refresh()
        return {selection: saved.content for selection, saved in self._saved.items()}

    def _refresh(self) -> None:
        silent = False
        for selection in self._owner.selections:
            changes = self._owner.changes(selection)
            saved = self._saved.get(selection)
            if (ours := self._owner.held(selection)) is not None:
                self._saved[selection] = _Saved(ours, changes)
            elif saved is None or saved.changes != changes or saved.content is None:
                known_silent = silent or (saved is not None and saved.changes == changes)
                content = self._read(selection, _SECOND_PATIENCE_S if known_silent else _PATIENCE_S)
                self._saved[selection] = _Saved(content, changes)
                silent = silent or content is None

    def _read(self, selection: int, patience_s: float) -> Content | None:
        try:
            return self._reader.read(selection, patience_s)
        except UnreadableError:
            return None

    def close(self) -> None:
        self._mailbox.stop(timeout_s=2.0)
        self._reader.close()
