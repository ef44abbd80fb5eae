"""Services on other computers: what each may be sent, where to, and its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from voiceflow.cloud import permission
from voiceflow.cloud.permission import Changes, Permission
from voiceflow.cloud.services import SERVICES, uses
from voiceflow.errors import VoiceFlowError
from voiceflow.ui.cloud_words import asked, consequence, service_title, told
from voiceflow.ui.control import Control
from voiceflow.ui.question import agreed
from voiceflow.ui.widgets import SPACING, Card, button, label, row

_KEY_PX = 220


class ServiceRow(QWidget):
    """`allow`, `forbid`, `keep_key` (with the key) and `remove_key` are what the user wants."""

    allow, forbid, remove_key = Signal(), Signal(), Signal()
    keep_key = Signal(str)

    def __init__(self, service: str) -> None:
        super().__init__()
        self.service = service
        name = service_title(service)
        self.setAccessibleName(name)
        self._told = label(kind="muted")
        self._allow = button(self.tr("Allow…"), self.allow.emit)
        self._forbid = button(self.tr("Forbid"), self.forbid.emit)
        self._key = QLineEdit(echoMode=QLineEdit.EchoMode.Password, placeholderText=self.tr("Key"))
        self._key.setMaximumWidth(_KEY_PX)
        self._key.setAccessibleName(self.tr("Key for {name}").format(name=name))
        self._key.returnPressed.connect(self._give_key)
        self._keep = button(self.tr("Keep key"), self._give_key)
        self._keep.setEnabled(False)
        self._key.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self._remove = button(self.tr("Remove key"), self.remove_key.emit)
        for made in (self._allow, self._forbid, self._keep, self._remove):
            made.setAccessibleName(f"{made.text()} {name}")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 6, 0, 6)
        rows.setSpacing(6)
        rows.addWidget(label(name, bold=True))
        rows.addWidget(self._told)
        rows.addLayout(row(self._allow, self._forbid, None))
        rows.addLayout(row(self._key, self._keep, self._remove, None))

    def show_state(self, found: list[Permission], has_key: bool) -> None:
        away = [each for each in found if each.host and not each.here]
        self._told.setText("\n".join(told(each) for each in found))
        self._allow.setVisible(any(not each.allowed for each in away))
        self._forbid.setVisible(any(each.allowed for each in away))
        reachable = any(each.host for each in found)
        self._key.setVisible(reachable and not has_key)
        self._keep.setVisible(reachable and not has_key)
        self._remove.setVisible(reachable and has_key)

    def _give_key(self) -> None:
        if self._key.text().strip():
            self.keep_key.emit(self._key.text().strip())
            self._key.clear()


class CloudServices(QWidget):
    """`refresh` after the settings have changed."""

    def __init__(self, control: Control, services: Sequence[str] = SERVICES) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Cloud services") if len(services) > 1 else self.tr("Consent"))
        self.setAccessibleDescription(
            self.tr("What may leave this machine, where to, consent and keys: OpenAI, Google, Yandex, clean-up")
        )
        self._control = control
        self._keys: dict[str, bool] = {}
        self._headline, self._error = label(bold=True), label(kind="error")
        self._error.hide()
        self.rows = {service: ServiceRow(service) for service in services}
        card = Card(self.accessibleName())
        card.rows.addWidget(label(self.accessibleName(), scale=1.15, bold=True))
        card.rows.addWidget(self._headline)
        for service, made in self.rows.items():
            made.allow.connect(lambda service=service: self.allow(service))
            made.forbid.connect(lambda service=service: self._forbid(service))
            made.keep_key.connect(lambda key, service=service: self._keep_key(service, key))
            made.remove_key.connect(lambda service=service: self._remove_key(service))
            card.rows.addWidget(made)
        card.rows.addWidget(self._error)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACING)
        whole.addWidget(card)
        self._show()

    def refresh(self) -> None:
        """The keyring may take a moment, or ask to be unlocked: only somebody who looks at this makes it."""
        self._show()
        if self.isVisible():
            self._control.work.run(self._look_for_keys, self._on_keys, self._tell)

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()

    def allow(self, service: str) -> None:
        """Says what would be sent where, and asks."""
        settings = self._control.core.settings
        try:
            wanted = permission.to_be_allowed(settings, service)
        except VoiceFlowError as error:
            self._tell(error)
            return
        title = self.tr("Allow {name} to be sent what you say or read?").format(name=service_title(service))
        if wanted and agreed(self.window(), title, asked(wanted), self.tr("Allow")):
            self._change(permission.allow(settings, wanted))

    def may_switch_on(self) -> bool:
        """Asks, where that would let something leave this machine at once."""
        lines = self._control.core.settings.cloud.allowed
        title = self.tr("Switch the cloud on?")
        return not lines or agreed(self.window(), title, consequence(lines), self.tr("Switch on"))

    def _forbid(self, service: str) -> None:
        self._change(permission.forbid(self._control.core.settings, service))

    def _keep_key(self, service: str, key: str) -> None:
        def keep() -> None:
            for host in self._hosts(service):
                self._control.core.cloud.keys.set(service, host, key)

        self._run(keep)

    def _remove_key(self, service: str) -> None:
        def remove() -> None:
            for host in self._hosts(service):
                self._control.core.cloud.keys.remove(service, host)

        self._run(remove)

    def _change(self, changes: Changes) -> None:
        def change() -> None:
            for name, value in changes.items():
                self._control.core.change(name, value)

        self._run(change)

    def _run(self, call: Callable[[], object]) -> None:
        self._error.hide()
        self._control.work.run(call, lambda _: self.refresh(), self._tell)

    def _hosts(self, service: str) -> list[str]:
        settings = self._control.core.settings
        found = [permission.permission(settings, use) for use in uses(service)]
        return list(dict.fromkeys(each.host for each in found if each.host))

    def _look_for_keys(self) -> dict[str, bool]:
        kept = self._control.core.cloud.keys
        return {
            service: all(kept.get(service, host) for host in hosts)
            for service in self.rows
            if (hosts := self._hosts(service))
        }

    def _on_keys(self, found: dict[str, bool]) -> None:
        self._keys = found
        self._show()

    def _show(self) -> None:
        settings = self._control.core.settings
        found = [each for each in permission.permissions(settings) if each.use.service in self.rows]
        away = any(each.allowed and not each.here for each in found)
        self._headline.setText(
            self.tr("Something may leave this machine.") if away else self.tr("Nothing leaves this machine.")
        )
        for service, made in self.rows.items():
            made.show_state([each for each in found if each.use.service == service], self._keys.get(service, False))

    def _tell(self, error: VoiceFlowError) -> None:
        self._error.setText(str(error))
        self._error.show()
