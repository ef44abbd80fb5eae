"""Owns CLIPBOARD and PRIMARY for the program's whole life and answers those who ask for them."""

import logging
import os
import select
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from Xlib import X

from voiceflow.engines.inserter.x11_answers import Answers
from voiceflow.engines.inserter.x11_connection import PRIMARY, X_ERRORS, Connection
from voiceflow.engines.inserter.x11_content import Content, dictated
from voiceflow.engines.inserter.x11_loan import Loan, Request
from voiceflow.errors import InsertionError

log = logging.getLogger(__name__)
_T = TypeVar("_T")
_TIDY_S = 0.5
_RETAKES = 3
_ANSWER_S = 10.0
_OWNER_CHANGES = 0b111  # XFixes: set, window destroyed, client gone


class SelectionOwner:
    """The thread `clipboard` owns the connection and all state; the public calls may come from any thread and wait
    for it, which is short: it never waits for another program."""

    def __init__(self) -> None:
        self._link = link = Connection()
        self._window = link.hidden_window()
        self.clipboard = link.atom("CLIPBOARD")
        self.selections = (self.clipboard, PRIMARY)
        self._answers = Answers(link, self._holding)
        self._held: dict[int, Content] = {}  # what those selections hold that are ours
        self._since: dict[int, int] = {}  # server time
        self._changes = dict.fromkeys(self.selections, 0)
        self._loans: list[Loan] = []  # oldest first; only the last may be open
        self._retakes = 0
        self._mirrored: set[int] = set()
        self._saved = threading.Event()
        self._calls: deque[Callable[[], None]] = deque()
        self._wake_r, self._wake_w = os.pipe()
        self._stopping = False
        self._watch_owners()
        self._thread = threading.Thread(target=self._run, name="clipboard", daemon=True)
        self._thread.start()

    # --- for any thread ---

    def held(self, selection: int) -> Content | None:
        """What the selection holds if it is ours."""
        return self._ask(lambda: self._held.get(selection))

    def changes(self, selection: int) -> int:
        """How often another program has taken or left it so far."""
        return self._ask(lambda: self._counted(selection))

    def client(self, window: int) -> int:
        return self._link.client(window)

    def owned_by(self, selection: int) -> int:
        """The client (as in `client`) that owns it now; 0 for nobody."""
        return self._ask(lambda: self._link.client(self._owner_of(selection)))

    def lend(self, text: str, client: int | None, selections: Iterable[int]) -> Loan:
        """Takes the selections for the dictated text; `client` is the program that shall read it (None: anyone)."""
        return self._ask(lambda: self._lend(Loan(dictated(self._link, text, secret=True), client), selections))

    def sent(self, loan: Loan) -> None:
        loan.sent(self._ask(self._server_time))

    @property
    def was_mirrored(self) -> bool:
        """A clipboard manager took over during the last loan, so the program may have read our text from there."""
        return bool(self._mirrored)

    def end(self, loan: Loan, originals: Mapping[int, Content]) -> None:
        """Gives everybody the originals again, except the program that still owes a reading. A selection that
        another program has taken meanwhile for something of its own is left alone."""
        self._ask(lambda: self._end(loan, originals))

    def copy(self, text: str) -> None:
        """To CLIPBOARD, to stay."""
        if not self._ask(lambda: self._hold(self.clipboard, dictated(self._link, text, secret=False))):
            raise InsertionError(
                "insertion.clipboard_taken",
                "Another program holds on to the clipboard",
                "Copy the text from the history, and look for a clipboard manager that takes everything over.",
            )

    def close(self, timeout_s: float = 1.0) -> None:
        """What CLIPBOARD holds goes to a clipboard manager if there is one; else it ends here, as X11 has it."""
        if self._stopping:
            return
        if self._thread.is_alive():
            with suppress(InsertionError):  # the X server has gone before us
                if self._ask(self._hand_over):
                    self._saved.wait(timeout_s)
            self._stopping = True
            os.write(self._wake_w, b"x")
            self._thread.join(timeout_s)
        self._stopping = True
        if not self._thread.is_alive():
            os.close(self._wake_w)
            os.close(self._wake_r)

    # --- on the thread ---

    def _ask(self, call: Callable[[], _T]) -> _T:
        if not self._thread.is_alive():
            raise _lost()
        answer: Future[_T] = Future()

        def run() -> None:
            try:
                answer.set_result(call())
            except BaseException as error:
                answer.set_exception(error)

        self._calls.append(run)
        os.write(self._wake_w, b"x")
        deadline = time.monotonic() + _ANSWER_S
        while time.monotonic() < deadline and self._thread.is_alive():
            try:
                return answer.result(0.5)
            except TimeoutError:
                continue
            except X_ERRORS as error:
                raise _lost() from error
        raise _lost()

    def _run(self) -> None:
        try:
            while not self._stopping:
                self._step()
        except X_ERRORS:
            log.warning("the connection to the X server ended")
        finally:
            self._link.close()

    def _step(self) -> None:
        link = self._link.display
        while link.pending_events():
            self._handle(link.next_event())
        while self._calls:
            self._calls.popleft()()
        self._tidy()
        link.flush()
        if link.pending_events():
            return
        waiting = _TIDY_S if self._loans or self._answers.transfers.busy else None
        if self._wake_r in select.select([link, self._wake_r], [], [], waiting)[0]:
            os.read(self._wake_r, 4096)

    def _handle(self, event: Any) -> None:
        if event.type == X.SelectionRequest:
            self._answers.give(event)
        elif event.type == X.PropertyNotify and event.state == X.PropertyDelete:
            self._answers.transfers.deleted(event.window.id, event.atom)
        elif event.type == X.SelectionNotify:
            self._saved.set()
        elif event.type == self._owner_event:
            self._owner_changed(event)

    def _watch_owners(self) -> None:
        display = self._link.display
        display.xfixes_query_version()
        for selection in self.selections:
            display.xfixes_select_selection_input(self._window, selection, _OWNER_CHANGES)
        self._owner_event = display.extension_event.SetSelectionOwnerNotify[0]

    def _owner_changed(self, event: Any) -> None:
        owner = int(getattr(event.owner, "id", event.owner) or 0)
        selection = event.selection
        if owner == self._window.id or selection not in self._changes:
            return
        if event.selection_timestamp and event.selection_timestamp < self._since.get(selection, 0):
            return  # older than our own taking of it
        self._changes[selection] += 1
        if self._loans and owner and self._link.client(owner) in self._loans[-1].mirrors:
            self._mirrored.add(selection)  # a clipboard manager that puts its own copy of our text in our place
            if selection in self._held and self._retakes < _RETAKES:
                self._retakes += 1
                self._take(selection)
                return
        self._held.pop(selection, None)

    def _counted(self, selection: int) -> int:
        self._link.display.sync()
        while self._link.display.pending_events():
            self._handle(self._link.display.next_event())
        return self._changes[selection]

    def _lend(self, loan: Loan, selections: Iterable[int]) -> Loan:
        self._loans.append(loan)
        self._retakes = 0
        self._mirrored.clear()
        for selection in selections:
            self._hold(selection, self._held.get(selection, {}))
        return loan

    def _end(self, loan: Loan, originals: Mapping[int, Content]) -> None:
        loan.close()
        self._retakes = 0
        for selection in self._held.keys() | self._mirrored:
            self._hold(selection, originals.get(selection, {}))
        self._tidy()

    def _hold(self, selection: int, content: Content) -> bool:
        self._held[selection] = content
        return self._take(selection)

    def _take(self, selection: int) -> bool:
        """A new date each time, so that clipboard managers look again."""
        self._since[selection] = self._server_time()
        self._window.set_selection_owner(selection, self._since[selection])
        return self._owner_of(selection) == int(self._window.id)

    def _owner_of(self, selection: int) -> int:
        owner = self._link.display.get_selection_owner(selection)
        return int(getattr(owner, "id", owner))

    def _tidy(self) -> None:
        """An empty clipboard is nobody's, once no late reader can come any more."""
        self._answers.transfers.drop_stale()
        self._loans = [loan for loan in self._loans if not loan.over]
        if not self._loans:
            for selection in [s for s, content in self._held.items() if not content]:
                del self._held[selection]
                nobody = self._link.display.create_resource_object("window", X.NONE)
                nobody.set_selection_owner(selection, self._since[selection])

    def _server_time(self) -> int:
        """ICCCM 2.1: the date of a change of our own property."""
        display, name = self._link.display, self._link.atom("VOICEFLOW_TIME")
        self._window.change_property(name, name, 32, [0])
        display.flush()
        later: list[Any] = []
        while True:
            event = self._link.next_event(time.monotonic() + 5.0)
            if event is None:
                raise OSError("the X server does not answer")
            if event.type == X.PropertyNotify and event.atom == name:
                break
            later.append(event)
        self._calls.extendleft([partial(self._handle, e) for e in reversed(later)])
        return int(event.time)

    def _holding(self, request: Request) -> tuple[Content, int, Loan | None]:
        loan = next((loan for loan in self._loans if loan.owed_to(request)), None)
        if loan is None and self._loans and self._loans[-1].answers(request):
            loan = self._loans[-1]
        content = loan.content if loan else self._held.get(request.selection, {})
        return content, self._since.get(request.selection, 0), loan

    def _hand_over(self) -> bool:
        """Asks the clipboard manager to save CLIPBOARD; its answer sets `_saved`."""
        self._loans.clear()
        manager = self._link.atom("CLIPBOARD_MANAGER")
        if not self._held.get(self.clipboard) or self._link.display.get_selection_owner(manager) == X.NONE:
            return False
        name = self._link.atom("VOICEFLOW_SAVE")
        self._window.convert_selection(manager, self._link.atom("SAVE_TARGETS"), name, self._since[self.clipboard])
        return True


def _lost() -> InsertionError:
    return InsertionError(
        "insertion.no_display", "The X server does not answer", "Restart VoiceFlow inside your desktop session."
    )
