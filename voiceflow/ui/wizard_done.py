"""Last step: what to know from now on."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel

from voiceflow.errors import VoiceFlowError
from voiceflow.ui import icons
from voiceflow.ui.control import Control
from voiceflow.ui.widgets import Card, column, label
from voiceflow.ui.wizard_page import WizardPage

_ICON = 26


class DonePage(WizardPage):
    """`has_tray` says whether this desktop shows the tray icon."""

    def __init__(self, control: Control, has_tray: Callable[[], bool]) -> None:
        super().__init__(control, self.tr("You are ready"), self.tr("This is all there is to know."))
        self._has_tray = has_tray
        card = Card(self.tr("What to know"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._lines = [self._line(name) for name in ("listening", "voiceflow", "done", "idle")]
        card.rows.addLayout(self._grid)
        self.at_login = QCheckBox(self.tr("Start VoiceFlow when I log in"))
        self.at_login.clicked.connect(self._switch)
        self.rows.addWidget(card)
        self.rows.addWidget(self.at_login)
        self.rows.addStretch(1)

    def enter(self) -> None:
        self.at_login.setChecked(self.control.core.settings.ui.start_at_login)
        for (title, text), told in zip(self._lines, self._told(), strict=True):
            title.setText(told[0])
            text.setText(told[1])

    def on_settings(self) -> None:
        self.enter()

    def _line(self, icon: str) -> tuple[QLabel, QLabel]:
        sign, title, text = QLabel(), label(bold=True), label(kind="muted")
        sign.setPixmap(icons.icon(icon).pixmap(_ICON, _ICON))
        sign.setFixedSize(_ICON, _ICON)
        place = self._grid.rowCount()
        self._grid.addWidget(sign, place, 0)
        self._grid.addLayout(column(title, text), place, 1)
        return title, text

    def _told(self) -> list[tuple[str, str]]:
        key, data = self.control.key, self.control.core.paths.data
        tray = (
            self.tr("Its icon in the tray shows what it does and has everything at hand; a click opens the window."),
            self.tr("This desktop shows no tray: start VoiceFlow again to see its window."),
        )
        return [
            (
                self.tr("Hold {key}, speak, let go").format(key=key),
                self.tr("A short tap begins, too; a second one ends. Esc cancels."),
            ),
            (self.tr("VoiceFlow runs in the background"), tray[0] if self._has_tray() else tray[1]),
            (
                self.tr("Nothing that you said is lost"),
                self.tr("Texts and sound are in the history, encrypted on this machine, in {folder}.").format(
                    folder=data
                ),
            ),
            (
                self.tr("Change your mind at any time"),
                self.tr("Everything is in Settings. These steps come again with “First steps” in the window."),
            ),
        ]

    def _switch(self, on: bool) -> None:
        def failed(error: VoiceFlowError) -> None:
            self.at_login.setChecked(not on)
            self.control.tell(error)

        self.control.work.run(lambda: self.control.core.change("ui.start_at_login", on), lambda _: None, failed)
