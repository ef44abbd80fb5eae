"""The PRIMARY selection of X11: what was selected last, in any window."""

import os

from voiceflow.engines.inserter.x11_connection import X_ERRORS, Connection
from voiceflow.engines.inserter.x11_reader import SelectionReader, UnreadableError
from voiceflow.engines.selection.contract import Selection, nothing, unreadable
from voiceflow.errors import InsertionError, VoiceFlowError

_PATIENCE_S = 1.0


class X11Selection(Selection):
    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if os.environ.get("WAYLAND_DISPLAY"):
            return InsertionError("selection.wayland", "This is a Wayland desktop")
        try:
            Connection().close()
        except InsertionError as error:
            return error
        return None

    def text(self) -> str:
        text = _read("PRIMARY")
        if not text.strip():
            raise nothing()
        return text

    def copied(self) -> str:
        return _read("CLIPBOARD")


def _read(selection: str) -> str:
    try:
        link, reader = Connection(), SelectionReader()
        try:
            return reader.text(link.atom(selection), _PATIENCE_S)
        finally:
            reader.close()
            link.close()
    except UnreadableError as error:
        raise unreadable() from error
    except X_ERRORS as error:
        raise unreadable() from error
