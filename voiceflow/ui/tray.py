"""The tray icon: what VoiceFlow does now, and everything that one wants at hand."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QSystemTrayIcon

from voiceflow.events import Notice, Severity
from voiceflow.ui import conditions, icons, theme
from voiceflow.ui.choices import Choices
from voiceflow.ui.control import Control
from voiceflow.ui.overlay_cloud import CloudSign
from voiceflow.ui.tray_menu import TrayMenu

_MESSAGE_MS = 8000
_SIZES = (22, 32, 64)


class Tray(QObject):
    """Without a tray host nothing shows; the icon appears when one comes."""

    open_window = Signal()
    first_steps = Signal()
    open_notices = Signal()

    def __init__(self, control: Control, choices: Choices, cloud: CloudSign) -> None:
        super().__init__()
        self._control, self._cloud = control, cloud
        self.menu = TrayMenu(control, choices)
        self.menu.open_window.connect(self.open_window)
        self.menu.first_steps.connect(self.first_steps)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_click)
        self.icon.messageClicked.connect(self.open_notices)
        control.changed.connect(self._refresh)
        cloud.changed.connect(self._refresh)
        self._refresh()
        self.icon.show()

    @property
    def is_visible(self) -> bool:
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_message(self, notice: Notice) -> None:
        kinds = QSystemTrayIcon.MessageIcon
        kind = {Severity.ERROR: kinds.Critical, Severity.WARNING: kinds.Warning}.get(notice.severity, kinds.Information)
        self.icon.showMessage(notice.title, notice.hint, kind, _MESSAGE_MS)

    def _refresh(self) -> None:
        now = self._control.condition
        self.icon.setIcon(with_cloud(icons.icon(now.icon)) if self._cloud.on else icons.icon(now.icon))
        self.icon.setToolTip("\n".join(part for part in (self._tooltip(now), self._cloud.told) if part))
        self.menu.refresh()
        self.menu.tell_cloud(self._cloud.told)

    def _tooltip(self, now: conditions.Condition) -> str:
        said = f"VoiceFlow: {conditions.word(now)}"
        if now is conditions.Condition.IDLE:
            return said + "\n" + self.tr("Hold {key} and speak").format(key=self._control.key)
        told = next(iter(self._control.notices), None)
        return f"{said}\n{told.notice.title}" if told and now is conditions.Condition.PROBLEM else said

    def _on_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_window.emit()


def with_cloud(icon: QIcon) -> QIcon:
    """A cloud in a corner, on a ground of its own."""
    made = QIcon()
    for size in _SIZES:
        picture = icon.pixmap(size, size)
        corner = QRectF(0.42 * size, 0.42 * size, 0.58 * size, 0.58 * size)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#ffffff"))
            painter.drawEllipse(corner)
            sign = icons.glyph("cloud", theme.LIGHT.warning, round(0.5 * size))
            painter.drawPixmap(corner.adjusted(0.04 * size, 0.04 * size, -0.04 * size, -0.04 * size).toRect(), sign)
        made.addPixmap(picture)
    return made
