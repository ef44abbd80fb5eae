"""The main window: made when it is first shown, hidden when it is closed."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from voiceflow.errors import SettingsError
from voiceflow.settings_file import StateFile
from voiceflow.ui import icons
from voiceflow.ui.banner import Banner, InterruptedBanner
from voiceflow.ui.bridge import Bridge
from voiceflow.ui.choices import Choices
from voiceflow.ui.conditions import word
from voiceflow.ui.control import Control
from voiceflow.ui.history_page import HistoryPage
from voiceflow.ui.home import HomePage
from voiceflow.ui.models_page import ModelsPage
from voiceflow.ui.notices_page import NoticesPage
from voiceflow.ui.profiler_page import ProfilerPage
from voiceflow.ui.settings_page import SettingsPage
from voiceflow.ui.stylesheet import stylesheet
from voiceflow.ui.theme import Colours
from voiceflow.ui.trouble import TroubleBanner
from voiceflow.ui.widgets import MARGIN, button, label, row

HOME, HISTORY, PROFILER, MODELS, SETTINGS, NOTICES = range(6)
_GLYPHS = ("home", "history", "profiler", "models", "settings", "notices")
_PLACE, _TOLD = "window", "told_that_it_runs_on"


class Window(QWidget):
    """`has_tray` says whether the user can get it back from the tray."""

    first_steps = Signal()

    def __init__(self, control: Control, choices: Choices, colours: Colours, has_tray: Callable[[], bool]) -> None:
        super().__init__()
        self.setObjectName("sky")
        self.setWindowTitle("VoiceFlow")
        self.setMinimumSize(764, 520)
        self._control, self._colours, self._has_tray = control, colours, has_tray
        self._state = StateFile(control.core.paths.state_file)
        self.home = HomePage(control, choices)
        self.history = HistoryPage(control, colours)
        self.profiler = ProfilerPage(control, colours)
        self.models = ModelsPage(control)
        self.settings = SettingsPage(control)
        self.notices = NoticesPage(control.notices, colours)
        self.interrupted = InterruptedBanner(control)
        self._build()
        self._connect()
        self.set_colours(colours)
        self._restore_place()
        self.home.try_field.setFocus()

    def connect_to(self, bridge: Bridge) -> None:
        bridge.history.connect(self.history.on_history)
        bridge.model.connect(self.home.on_model)
        bridge.state.connect(self.profiler.on_state)
        bridge.delivered.connect(self.profiler.on_delivered)
        bridge.state.connect(self.settings.on_state)
        bridge.settings.connect(lambda _: self.home.on_settings())
        bridge.settings.connect(lambda _: self.settings.on_settings())
        bridge.settings.connect(lambda _: self.models.on_settings())
        bridge.model.connect(lambda _: self.models.on_model())

    def open_page(self, page: int) -> None:
        self._buttons[page].setChecked(True)
        self._pages.setCurrentIndex(page)
        if page == NOTICES and self.isVisible():
            self._control.notices.see()

    def bring_to_front(self) -> None:
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self._refresh()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.setStyleSheet(stylesheet(colours))
        for each, name in zip(self._buttons, _GLYPHS, strict=True):
            each.setIcon(QIcon(icons.glyph(name, colours.muted, 20)))
        self.history.set_colours(colours)
        self.profiler.set_colours(colours)
        self.notices.set_colours(colours)

    def closeEvent(self, event: QCloseEvent) -> None:
        """VoiceFlow goes on: the key works, and the tray or a second start brings the window back."""
        self.save_place()
        app = QApplication.instance()
        logging_out = isinstance(app, QApplication) and app.isSavingSession()
        if not self._has_tray() and not self._state.get(_TOLD) and not logging_out:
            event.ignore()
            self._remember(_TOLD, True)
            self._runs_on.say(
                self.tr("VoiceFlow runs on when this window is closed"),
                self.tr("This desktop shows no tray. Start VoiceFlow again to see the window; “Quit” ends it."),
            )

    def _build(self) -> None:
        names = (
            self.tr("Home"),
            self.tr("History"),
            self.tr("Profiler"),
            self.tr("Models"),
            self.tr("Settings"),
            self.tr("Problems"),
        )
        self._buttons = [self._page_button(name) for name in names]
        group = QButtonGroup(self)
        for number, each in enumerate(self._buttons):
            group.addButton(each, number)
        group.idClicked.connect(self.open_page)
        self._pages = QStackedWidget()
        for page in (self.home, self.history, self.profiler, self.models, self.settings, self.notices):
            self._pages.addWidget(page)
        self._runs_on = Banner("information")
        self._runs_on.offer(self.tr("Understood"), self._understood, primary=True)
        rooms = QVBoxLayout()
        rooms.setSpacing(0)
        self._banners = QVBoxLayout()
        self._banners.setContentsMargins(MARGIN, 0, MARGIN, 0)
        for banner in (TroubleBanner(self._control), self.interrupted, self._runs_on):
            self._banners.addWidget(banner)
        rooms.addLayout(self._banners)
        rooms.addWidget(self._pages, 1)
        all_of_it = QHBoxLayout(self)
        all_of_it.setContentsMargins(0, 0, 0, 0)
        all_of_it.setSpacing(0)
        all_of_it.addWidget(self._navigation())
        all_of_it.addLayout(rooms, 1)
        self.open_page(HOME)

    def _navigation(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("navigation")
        bar.setAccessibleName(self.tr("Pages"))
        bar.setFixedWidth(172)
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(12, 18, 12, 14)
        rows.setSpacing(4)
        sign, name = QLabel(), label("VoiceFlow", scale=1.15, bold=True)
        sign.setPixmap(icons.icon("voiceflow").pixmap(26, 26))
        rows.addLayout(row(sign, name, None))
        rows.addSpacing(14)
        for each in self._buttons:
            rows.addWidget(each)
        rows.addStretch(1)
        self._sign, self._word = QLabel(), label(kind="muted")
        rows.addLayout(row(self._sign, self._word, None))
        rows.addSpacing(6)
        rows.addWidget(button(self.tr("First steps"), self.first_steps.emit))
        rows.addWidget(button(self.tr("Quit VoiceFlow"), lambda: QApplication.exit(0)))
        return bar

    def _page_button(self, name: str) -> QPushButton:
        made = button(name, lambda: None)
        made.setCheckable(True)
        made.setIconSize(QSize(20, 20))
        return made

    def _connect(self) -> None:
        self._control.changed.connect(self._refresh)
        self.models.changed.connect(self.home.on_settings)
        self.interrupted.show_history.connect(lambda: self.open_page(HISTORY))
        self.history.step_aside.connect(self.showMinimized)
        for number in range(len(_GLYPHS)):
            QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self, lambda page=number: self.open_page(page))
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)
        QShortcut(QKeySequence("Ctrl+,"), self, lambda: self.open_page(SETTINGS))
        QShortcut(QKeySequence.StandardKey.Quit, self, lambda: QApplication.exit(0))
        QShortcut(QKeySequence.StandardKey.Close, self, self.close)
        self._refresh()

    def _find(self) -> None:
        """On the page that is open, where it has a search."""
        page = self._pages.currentWidget()
        if isinstance(page, ModelsPage | SettingsPage) and page.panel:
            search = page.panel.search
        else:
            self.open_page(HISTORY)
            search = self.history.search
        search.setFocus()
        search.selectAll()

    def _refresh(self) -> None:
        now = self._control.condition
        self._sign.setPixmap(icons.icon(now.icon).pixmap(18, 18))
        self._sign.setAccessibleName(word(now))
        self._word.setText(word(now))
        unseen = self._control.notices.unseen
        name = self.tr("Problems")
        self._buttons[NOTICES].setText(f"{name} ({unseen})" if unseen else name)
        self._buttons[NOTICES].setAccessibleName(self._buttons[NOTICES].text())
        shown = any(banner.isVisibleTo(self) for banner in self.findChildren(Banner))
        self._banners.setContentsMargins(MARGIN, MARGIN if shown else 0, MARGIN, 0)

    def _understood(self) -> None:
        self._runs_on.hide()
        self.hide()

    def _restore_place(self) -> None:
        self.resize(960, 660)
        if place := self._state.get(_PLACE):
            self.restoreGeometry(QByteArray.fromBase64(str(place).encode()))

    def save_place(self) -> None:
        self._remember(_PLACE, self.saveGeometry().toBase64().toStdString())

    def _remember(self, name: str, value: object) -> None:
        """Window places may be lost: a disk that refuses them is told by what matters."""
        try:
            self._state.set(name, value)
        except SettingsError as error:
            self._control.tell(error)
