"""CLIPBOARD and PRIMARY through the data-control protocol, which needs no focused window (wlroots, KDE, COSMIC)."""

import logging
import os
import select
import subprocess
import threading
import time
from collections.abc import Iterable, Mapping

from voiceflow.engines.inserter.wayland_wire import Reader, Wire
from voiceflow.errors import InsertionError

log = logging.getLogger(__name__)

Content = Mapping[str, bytes]
"""MIME type -> data."""

MANAGERS = ("ext_data_control_manager_v1", "zwlr_data_control_manager_v1")  # the same requests under both names
CLIPBOARD, PRIMARY = "clipboard", "primary"
_SET = {CLIPBOARD: 0, PRIMARY: 2}
TEXT_TYPES = ("text/plain;charset=utf-8", "text/plain", "UTF8_STRING", "TEXT", "STRING")
_PATIENCE_S = 1.0


class UnreadableError(Exception):
    """The owner does not answer."""


def dictated(text: str, secret: bool) -> Content:
    content = {kind: text.encode("utf-8", "replace") for kind in TEXT_TYPES}
    return content | {"x-kde-passwordManagerHint": b"secret"} if secret else content


class _Source:
    """What we offer; alive until another program takes the selection."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.alive = True


class WaylandClipboard:
    """The thread `clipboard` handles events; everything else may be called from any thread. The content lives as long
    as this object: the compositor keeps none."""

    def __init__(self) -> None:
        self._wire = wire = Wire()
        manager = next((name for name in MANAGERS if name in wire.globals), None)
        if manager is None or "wl_seat" not in wire.globals:
            wire.close()
            raise InsertionError(
                "insertion.no_data_control",
                "This compositor does not let programs in the background use the clipboard",
                "Set insertion.way to typed.",
            )
        self._changed = threading.Condition()
        self._offers: dict[int, list[str]] = {}
        self._current: dict[str, int] = {CLIPBOARD: 0, PRIMARY: 0}
        self._turns: dict[str, int] = {CLIPBOARD: 0, PRIMARY: 0}
        self._sources: dict[str, _Source] = {}
        self._last_read_at = 0.0
        self._manager = wire.bind(manager, 2, _ignore)
        seat = wire.bind("wl_seat", 1, _ignore)
        self._device = wire.new(self._on_device)
        wire.request(self._manager, 1, self._device, seat)
        wire.roundtrip()
        self._thread = threading.Thread(target=self._run, name="clipboard", daemon=True)
        self._thread.start()

    def held(self, selection: str) -> Content | None:
        """What it holds if it is ours."""
        with self._changed:
            source = self._sources.get(selection)
            return source.content if source and source.alive else None

    def offer(self, selection: str) -> int:
        """Changes with everything that another program puts there; 0 for nothing."""
        with self._changed:
            return self._turns[selection] if self._current[selection] else 0

    def read(self, selection: str) -> Content:
        """What another program has there, every type. `UnreadableError` when it does not answer."""
        with self._changed:
            offer = self._current[selection]
            kinds = list(self._offers.get(offer, []))
        if "image/png" in kinds:
            kinds = [
                kind for kind in kinds if kind == "image/png" or not kind.startswith(("image/", "application/x-qt"))
            ]
        return {kind: self._receive(offer, kind) for kind in kinds if kind != "SAVE_TARGETS"}

    def _receive(self, offer: int, kind: str) -> bytes:
        read_end, write_end = os.pipe2(os.O_CLOEXEC)
        try:
            with self._changed:
                if offer not in self._offers:
                    raise UnreadableError
                self._wire.request(offer, 0, kind, fd=write_end)
            os.close(write_end)
            write_end = -1
            data = bytearray()
            while select.select([read_end], [], [], _PATIENCE_S)[0]:
                if not (piece := os.read(read_end, 65536)):
                    return bytes(data)
                data += piece
            raise UnreadableError
        finally:
            os.close(read_end)
            if write_end >= 0:
                os.close(write_end)

    def put(self, content: Content, selections: Iterable[str]) -> None:
        """Empty content leaves the selection empty."""
        for selection in selections:
            source = _Source(content)
            with self._changed:  # numbers of new objects must reach the compositor in order
                number = self._source(source) if content else 0
                self._sources.pop(selection, None)
                if content:
                    self._sources[selection] = source
                self._wire.request(self._device, _SET[selection], number)

    def _source(self, source: _Source) -> int:
        number = self._wire.new(lambda opcode, event: self._on_source(source, number, opcode, event))
        self._wire.request(self._manager, 0, number)
        for kind in source.content:
            self._wire.request(number, 0, kind)
        return number

    def copy(self, text: str) -> None:
        """To CLIPBOARD, to stay."""
        self.put(dictated(text, secret=False), [CLIPBOARD])

    def wait_read(self, since: float, timeout_s: float, settle_s: float) -> bool:
        """True once some program has read text after `since` (`time.monotonic()`) and asked no more for `settle_s`."""
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while True:
                read = self._last_read_at > since
                left = (self._last_read_at + settle_s if read else deadline) - time.monotonic()
                if left <= 0:
                    return read
                self._changed.wait(left)

    @property
    def last_read_at(self) -> float:
        return self._last_read_at

    def close(self) -> None:
        self._wire.shutdown()
        self._thread.join(2.0)
        self._wire.close()

    # --- on the thread ---

    def _run(self) -> None:
        try:
            while True:
                self._wire.dispatch()
        except OSError:
            log.info("the connection to the compositor ended")

    def _on_device(self, opcode: int, event: Reader) -> None:
        number = event.number() if opcode in (0, 1, 3) else 0
        with self._changed:
            if opcode == 0:  # data_offer
                self._offers[number] = []
                self._wire.adopt(number, lambda code, e: self._offers[number].append(e.text()) if code == 0 else None)
            elif opcode in (1, 3):  # selection, primary_selection
                selection = CLIPBOARD if opcode == 1 else PRIMARY
                self._current[selection] = number  # which the compositor gives again once it is free
                self._turns[selection] += 1
                for old in set(self._offers) - set(self._current.values()):
                    del self._offers[old]
                    self._wire.forget(old)
                    self._wire.request(old, 1)
            self._changed.notify_all()

    def _on_source(self, source: _Source, number: int, opcode: int, event: Reader) -> None:
        if opcode == 1:  # cancelled
            with self._changed:
                source.alive = False
            self._wire.request(number, 1)
            return
        kind, fd = event.text(), event.fd()
        threading.Thread(target=self._send, args=(source, kind, fd), name="clipboard-send", daemon=True).start()

    def _send(self, source: _Source, kind: str, fd: int) -> None:
        """A reader that hangs holds up only its own transfer."""
        try:
            with os.fdopen(fd, "wb") as pipe:
                pipe.write(source.content.get(kind, b""))
        except OSError:
            return  # the reader went away
        if kind in TEXT_TYPES:
            with self._changed:
                self._last_read_at = time.monotonic()
                self._changed.notify_all()


def _ignore(opcode: int, event: Reader) -> None:
    """Events that say nothing to us."""


class WlCopy:
    """The program wl-copy, for compositors without data-control, where it takes the focus for a moment."""

    def copy(self, text: str) -> None:
        command = ["wl-copy", "--type", "text/plain;charset=utf-8"]
        try:
            subprocess.run(command, input=text.encode(), check=True, timeout=5.0)
        except (OSError, subprocess.SubprocessError) as error:
            raise InsertionError(
                "insertion.no_clipboard",
                f"The clipboard cannot be reached (wl-copy: {type(error).__name__})",
                "Install wl-clipboard.",
            ) from None  # the cause would carry the text

    def close(self) -> None:
        """wl-copy stays until another program takes the clipboard, and then ends by itself."""


def open_clipboard() -> WaylandClipboard | WlCopy:
    try:
        return WaylandClipboard()
    except InsertionError:
        return WlCopy()
