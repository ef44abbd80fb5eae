"""A clipboard manager as many desktops run one: it reads every text that comes on CLIPBOARD at once."""

from collections.abc import Callable, Sequence
from typing import Any

from Xlib import X, Xatom, display
from Xlib.protocol import event


class Manager:
    """`steal`: it takes the selection with its copy after each reading. `keeper`: it is the desktop's CLIPBOARD_MANAGER
    and takes over what programs that end hand to it."""

    def __init__(self, habits: Sequence[str], tell: Callable[[Any], None]) -> None:
        self._habits, self._tell = habits, tell
        self._display = display.Display()
        self._atom = self._display.intern_atom
        self._window = self._display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._text = b""
        self._saving: Any = None
        self._display.xfixes_query_version()
        self._display.xfixes_select_selection_input(self._window, self._atom("CLIPBOARD"), 1)
        if "keeper" in habits:
            self._window.set_selection_owner(self._atom("CLIPBOARD_MANAGER"), X.CurrentTime)
        self._display.sync()

    def run(self) -> None:
        changed = self._display.extension_event.SetSelectionOwnerNotify[0]
        self._tell("ready")
        while True:
            happened = self._display.next_event()
            if happened.type == changed:
                owner = getattr(happened.owner, "id", happened.owner)
                if owner and owner != self._window.id:
                    self._ask()
            elif happened.type == X.SelectionNotify:
                self._got(happened)
            elif happened.type == X.SelectionRequest:
                self._serve(happened)

    def _ask(self) -> None:
        self._window.convert_selection(
            self._atom("CLIPBOARD"), self._atom("UTF8_STRING"), self._atom("COPY"), X.CurrentTime
        )
        self._display.flush()

    def _got(self, notice: Any) -> None:
        if notice.property == X.NONE:
            return
        found = self._window.get_full_property(notice.property, X.AnyPropertyType)
        self._text = bytes(found.value) if found is not None else b""
        self._tell(self._text.decode("utf-8", "replace"))
        if "steal" in self._habits or self._saving:
            self._window.set_selection_owner(self._atom("CLIPBOARD"), X.CurrentTime)
        if self._saving:
            self._answer(self._saving, self._saving.property)
            self._saving = None
        self._display.flush()

    def _serve(self, request: Any) -> None:
        if request.target == self._atom("SAVE_TARGETS"):
            self._saving = request
            self._ask()
        elif request.target == self._atom("TARGETS"):
            request.requestor.change_property(request.property, Xatom.ATOM, 32, [self._atom("UTF8_STRING")])
            self._answer(request, request.property)
        elif request.target == self._atom("UTF8_STRING"):
            request.requestor.change_property(request.property, request.target, 8, self._text)
            self._answer(request, request.property)
        else:
            self._answer(request, X.NONE)

    def _answer(self, request: Any, name: int) -> None:
        notice = event.SelectionNotify(
            time=request.time,
            requestor=request.requestor,
            selection=request.selection,
            target=request.target,
            property=name,
        )
        request.requestor.send_event(notice)
        self._display.flush()
