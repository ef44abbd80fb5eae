"""Dictation did not come up, or will not go on for long: what happened, and what can be done about it here. Nothing is
ever deleted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from voiceflow.errors import VoiceFlowError
from voiceflow.events import HistoryChanged, Notice, Severity
from voiceflow.ui.banner import Banner
from voiceflow.ui.control import Control
from voiceflow.ui.question import agreed

if TYPE_CHECKING:
    from voiceflow.history.repair import Rescued

_REPAIRED = {"history.damaged"}
_SET_ASIDE = {"history.damaged", "history.wrong_key", "history.key_missing"}
_PASSPHRASE = {"history.passphrase_needed", "history.wrong_passphrase", "history.passphrase_differs"}


class TroubleBanner(Banner):
    """Each cure is offered where it helps; whatever was tried, dictation is started again after it."""

    def __init__(self, control: Control) -> None:
        super().__init__("error", below=True)
        self._control = control
        self.passphrase, self.again = self._secret(self.tr("Passphrase")), self._secret(self.tr("Once more"))
        self._unlock = self.offer(self.tr("Unlock"), self._use_passphrase, primary=True)
        self._try = self.offer(self.tr("Try again"), control.start, primary=True)
        self._repair = self.offer(self.tr("Repair"), self._run_repair)
        self._aside = self.offer(self.tr("Start anew…"), self._ask_to_set_aside)
        self._aside.setToolTip(self.tr("Keeps the old history as it is, under another name"))
        control.changed.connect(self._refresh)
        self._refresh()

    def _secret(self, name: str) -> QLineEdit:
        field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.setMinimumWidth(160)
        field.returnPressed.connect(self._use_passphrase)
        self.add(field)
        return field

    def _refresh(self) -> None:
        trouble = self._control.trouble
        if not trouble:
            self.hide()
            return
        asks = trouble.code in _PASSPHRASE
        new = asks and not self._control.core.paths.database.exists()
        runs = self._control.core.dictation is not None
        hint = self.tr("It opens the history; VoiceFlow keeps it nowhere.") if asks else trouble.hint
        self._show(
            {
                self.passphrase: asks,
                self.again: new,
                self._unlock: asks,
                self._try: not asks and not runs,
                self._repair: trouble.code in _REPAIRED,
                self._aside: trouble.code in _SET_ASIDE and not runs,
            }
        )
        self.say(trouble.title, hint)

    def _show(self, wanted: dict[QWidget, bool]) -> None:
        for each, shown in wanted.items():
            each.setVisible(shown)
            each.setEnabled(True)

    def _use_passphrase(self) -> None:
        fields = [self.passphrase, *([self.again] if self.again.isVisible() else [])]
        self._control.core.passphrases = tuple(field.text() for field in fields)
        self.passphrase.clear()
        self.again.clear()
        self._control.start()

    def _ask_to_set_aside(self) -> None:
        what = self.tr("The old history stays in its folder under another name and can be put back. A new one begins.")
        if agreed(self.window(), self.tr("Begin a new history?"), what, self.tr("Begin a new one")):
            self._do(self._set_aside, self._told_aside)

    def _set_aside(self) -> Path:
        """On a worker."""
        from voiceflow.history.repair import set_aside

        return set_aside(self._control.core.paths.database)

    def _run_repair(self) -> None:
        self._do(self._control.core.repair_history, self._told_repaired)

    def _do(self, call: Callable[[], Any], tell: Callable[[Any], None]) -> None:
        for each in (self._try, self._repair, self._aside):
            each.setEnabled(False)

        def done(answer: Any) -> None:
            tell(answer)
            self._control.start()

        self._control.work.run(call, done, self._failed)

    def _failed(self, error: VoiceFlowError) -> None:
        """What runs already has the same trouble as before."""
        if self._control.core.dictation is None:
            self._control.fail(error)
        else:
            self._control.tell(error)

    def _told_aside(self, kept: Path) -> None:
        self._inform(self.tr("A new history has begun"), self.tr("The old one is kept as {path}").format(path=kept))

    def _told_repaired(self, rescued: "Rescued") -> None:
        title = self.tr("{saved} dictations were saved, {lost} could not be read").format(
            saved=rescued.saved, lost=rescued.lost
        )
        self._control.core.events.publish(HistoryChanged(""))
        self._inform(title, self.tr("The damaged history is kept as {path}").format(path=rescued.set_aside))

    def _inform(self, title: str, hint: str) -> None:
        self._control.notices.add(Notice(Severity.INFO, "history.rescued", title, hint))
