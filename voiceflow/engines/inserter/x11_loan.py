"""The dictated text, lent to the program that shall paste it."""

import threading
import time
from dataclasses import dataclass

from voiceflow.engines.inserter.x11_content import Content

SETTLE_S = 0.06  # measured: Chromium asks a second time up to 17 ms after the first
_LATE_S = 30.0
_AGAIN_S = 1.0
_MIRROR_S = 0.3


@dataclass(frozen=True, slots=True)
class Request:
    """`client` as in `Connection.client`; `time` on the X server's clock in ms, 0 where the program did not say."""

    client: int
    selection: int
    target: int
    time: int


class Loan:
    """While it is open everybody gets the dictated text. After that only the program that owes a reading of it does:
    a program that hung while Shift+Insert was sent asks for the text when it wakes, and must not find the old
    clipboard there. Its question carries the time of that key press (GTK, xterm), so texts lent one after another
    are told apart. Qt gives the time of the last event in its queue and others give none: they get the text lent last,
    once, within 30 s.

    `answers` and `given` run on the owner's thread, the rest on the inserting one."""

    def __init__(self, content: Content, client: int | None) -> None:
        self.content = content
        self.client = client
        self.readers: set[int] = set()
        self._changed = threading.Condition()
        self._open = True
        self._sending = False
        self._sent_time: int | None = None
        self._closed_at = 0.0
        self._read_at: float | None = None

    @property
    def read(self) -> bool:
        return self._read_at is not None

    @property
    def read_at(self) -> float:
        """The last reading by the program itself, on the clock of `time.monotonic()`; 0 for none."""
        return self._read_at or 0.0

    @property
    def mirrors(self) -> set[int]:
        """The other programs that have read it and may, if they are clipboard managers, still offer their copy."""
        fresh = self._open or time.monotonic() < self._closed_at + _MIRROR_S
        return self.readers - {self.client or 0} if fresh else set()

    @property
    def over(self) -> bool:
        """Nobody can ask for it any more."""
        if self._open:
            return False
        return self._sent_time is None or time.monotonic() > self._closed_at + (_AGAIN_S if self.read else _LATE_S)

    def owed_to(self, request: Request) -> bool:
        """Whether it is the key press of this very loan that the request comes from."""
        sent = self._sent_time is not None and self.client == request.client
        return sent and request.time != 0 and not _after(request.time, self._sent_time or 0)

    def answers(self, request: Request) -> bool:
        """Whether the request may come from it; asked of the loan made last only."""
        if self._open:
            return True
        if self._sent_time is None or self.client != request.client:
            return False
        return not self.read or time.monotonic() < self.read_at + SETTLE_S

    def given(self, request: Request, text: bool) -> None:
        """The request was served; only text that was asked for after the keys went out is a receipt."""
        with self._changed:
            self.readers.add(request.client)
            if text and self._sending and self.client in (None, request.client):
                self._read_at = time.monotonic()
                self._changed.notify_all()

    def sending(self) -> None:
        """The keys are about to go out: what the program reads from now on is their effect."""
        with self._changed:
            self._sending = True

    def sent(self, server_time: int) -> None:
        self._sent_time = server_time

    def wait_read(self, timeout_s: float) -> bool:
        """True once the program has read the text and asked no more for `SETTLE_S`."""
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while True:
                until = self._read_at + SETTLE_S if self._read_at is not None else deadline
                left = until - time.monotonic()
                if left <= 0:
                    return self.read
                self._changed.wait(left)

    def close(self) -> None:
        with self._changed:
            self._open = False
            self._closed_at = time.monotonic()


def _after(a: int, b: int) -> bool:
    """Server times wrap around after 49 days."""
    return a != b and (a - b) & 0xFFFFFFFF < 0x80000000
