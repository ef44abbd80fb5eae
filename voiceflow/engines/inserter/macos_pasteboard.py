"""The macOS pasteboard: every item with every type saved and put back."""

import ctypes
import threading
from collections.abc import Mapping, Sequence

from voiceflow.engines.inserter import macos_objc as objc
from voiceflow.errors import InsertionError

Content = Sequence[Mapping[str, bytes]]
"""One mapping of type (uniform type identifier) to data for each item."""

TEXT_TYPE = "public.utf8-plain-text"
# http://nspasteboard.org: clipboard managers leave out what carries these
_PRIVATE_MARKS = ("org.nspasteboard.TransientType", "org.nspasteboard.ConcealedType")


class Pasteboard:
    """From any thread. The pasteboard server keeps the content, so it outlives the program."""

    def __init__(self) -> None:
        objc.framework("AppKit")
        self._lock = threading.Lock()

    @property
    def changes(self) -> int:
        """Grows with everything that any program puts there."""
        with self._lock, objc.pool():
            return int(objc.send(self._general(), "changeCount", result=ctypes.c_ssize_t))

    def save(self) -> Content:
        with self._lock, objc.pool():
            saved: list[dict[str, bytes]] = []
            for item in objc.items_of(objc.send(self._general(), "pasteboardItems")):
                types = objc.items_of(objc.send(item, "types"))
                found = {objc.text_of(name): objc.send(item, "dataForType:", name) for name in types}
                saved.append({name: objc.bytes_of(data) for name, data in found.items() if data})
            return saved

    def put(self, content: Content) -> int:
        """The new `changes`. Empty content clears it."""
        with self._lock, objc.pool():
            general = self._general()
            count = int(objc.send(general, "clearContents", result=ctypes.c_ssize_t))
            array = objc.send(objc.kind("NSMutableArray"), "array")
            for types in content:
                objc.send(array, "addObject:", self._item(types), result=None)
            if content and not objc.send(general, "writeObjects:", array, result=ctypes.c_bool):
                raise InsertionError(
                    "insertion.no_clipboard", "macOS did not take the text", "Copy it from the history."
                )
            return count

    def lend(self, text: str) -> int:
        return self.put([{TEXT_TYPE: text.encode("utf-8", "replace")} | dict.fromkeys(_PRIVATE_MARKS, b"")])

    def copy(self, text: str) -> None:
        """To stay."""
        self.put([{TEXT_TYPE: text.encode("utf-8", "replace")}])

    def close(self) -> None:
        """The pasteboard is the system's."""

    def _general(self) -> int:
        return int(objc.send(objc.kind("NSPasteboard"), "generalPasteboard"))

    def _item(self, types: Mapping[str, bytes]) -> int:
        item = objc.send(objc.send(objc.kind("NSPasteboardItem"), "new"), "autorelease")
        for name, raw in types.items():
            data = objc.send(objc.kind("NSData"), "dataWithBytes:length:", raw, len(raw))
            objc.send(item, "setData:forType:", data, objc.string(name), result=ctypes.c_bool)
        return int(item)
