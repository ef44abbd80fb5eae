"""What stands around the caret when a text is about to be written there."""

import time
from concurrent.futures import Future
from dataclasses import dataclass

from voiceflow.dictation.insertions import Insertions
from voiceflow.dictation.session import Session
from voiceflow.engines.inserter.contract import Caret, Inserter
from voiceflow.mailbox import Mailbox

_GOES_ON = (",", ";", "-", "\u2013", "(")


@dataclass(frozen=True, slots=True)
class Seen:
    """`at_s` on the clock of `time.monotonic()`."""

    caret: Caret
    at_s: float


@dataclass(frozen=True, slots=True)
class Known:
    """None where nobody knows. `goes_on`: where no period stands before the caret, a sentence goes on there. A line
    break that the user typed cannot be seen in what was inserted, so that needs more than a missing period."""

    before: str | None = None
    after: str | None = None
    goes_on: bool = True


class Surroundings:
    """Owns the thread `caret`, where programs are asked while somebody speaks: nobody waits for them."""

    def __init__(self, inserter: Inserter, insertions: Insertions) -> None:
        self._inserter, self._insertions = inserter, insertions
        self._mailbox = Mailbox("caret")

    def start(self) -> None:
        self._mailbox.start()

    def stop(self) -> None:
        self._mailbox.stop(timeout_s=1)

    def look(self, session: Session) -> "Future[None]":
        """From any thread; never waits. The answer comes to the session."""
        return self._mailbox.ask(self._look, session)

    def known(self, session: Session) -> Known:
        """On the thread that inserts: what was inserted since the program was asked stands there, too."""
        if session.target is None:
            return Known()
        last, seen = self._insertions.before(session.target), session.seen
        if seen is None:
            return Known(last or None, None, goes_on=last.rstrip(" ").endswith(_GOES_ON))
        newer = self._insertions.changed_s(session.target) >= seen.at_s
        return Known(last if newer else seen.caret.before, seen.caret.after)

    def _look(self, session: Session) -> None:
        at_s = time.monotonic()
        caret = self._inserter.caret(session.target)
        if caret is not None:
            session.seen = Seen(caret, at_s)
