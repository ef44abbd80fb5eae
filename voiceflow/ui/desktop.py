"""The desktop face: owns the Qt main thread; everything slow starts beside it."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from voiceflow.core import Core
from voiceflow.errors import VoiceFlowError
from voiceflow.events import EditProposed, InterruptedFound, Notice, Severity
from voiceflow.ui import icons, theme, translation
from voiceflow.ui.bridge import Bridge
from voiceflow.ui.choices import Choices
from voiceflow.ui.control import Control
from voiceflow.ui.desktop_facts import can_place_windows, reduced_motion
from voiceflow.ui.garbage import Garbage
from voiceflow.ui.notices import Notices
from voiceflow.ui.overlay import Overlay
from voiceflow.ui.overlay_cloud import CloudSign
from voiceflow.ui.tray import Tray
from voiceflow.ui.wizard_memory import FirstStart
from voiceflow.ui.work import Work

if TYPE_CHECKING:
    from voiceflow.ui.selection_edit import SelectionEditWindow
    from voiceflow.ui.window import Window
    from voiceflow.ui.wizard import Wizard

translate = QCoreApplication.translate

_TRAY_FIRST_MS = 30
"""So long the window waits for the tray to take its icon: it is made in less than that, the window in more."""


class _Calls(QObject):
    """From other threads to the main one."""

    quit = Signal()
    show = Signal()
    first_steps = Signal()


class Desktop:
    def __init__(self, core: Core) -> None:
        self._core = core
        self._app = _application()
        translation.speak(core.settings.ui.language)
        self._garbage = Garbage()
        self._calls = _Calls()
        self._calls.quit.connect(lambda: self._app.exit(0), Qt.ConnectionType.QueuedConnection)
        self._bridge = Bridge(core.events)
        self._work, self._notices = Work(), Notices()
        self.control = Control(core, self._bridge, self._notices, self._work)
        self._choices = Choices(core, self._work)
        self.overlay: Overlay | None = None
        self.window: Window | None = None
        self.wizard: Wizard | None = None
        self.edit: SelectionEditWindow | None = None
        self._first = FirstStart(core.paths)
        self._less_motion = False
        self._interrupted: InterruptedFound | None = None
        self._colours = theme.choose(core.settings.ui.theme)
        self._app.setPalette(theme.palette(self._colours))
        self._cloud = CloudSign(self._bridge)
        self.tray = Tray(self.control, self._choices, self._cloud)
        self._connect()

    def run(self, first_steps: bool = False) -> int:
        """Until the user quits. The first steps come by themselves to who has never used VoiceFlow."""
        self.control.start()
        if first_steps or self._first.due:
            self.show_first_steps()
        elif self._core.settings.ui.show_window_at_start:
            QTimer.singleShot(_TRAY_FIRST_MS, self._app, self._show_window)
        try:
            return self._app.exec()
        finally:
            if self.window:
                self.window.save_place()
            self._bridge.stop()
            self._work.close()
            self.tray.icon.hide()
            self._garbage.close()

    def show_window(self) -> None:
        """From any thread."""
        self._calls.show.emit()

    def show_first_steps(self) -> None:
        """From any thread."""
        self._calls.first_steps.emit()

    def quit(self) -> None:
        """From any thread."""
        self._calls.quit.emit()

    def _connect(self) -> None:
        self._calls.show.connect(self._show_window, Qt.ConnectionType.QueuedConnection)
        self._calls.first_steps.connect(self._show_wizard, Qt.ConnectionType.QueuedConnection)
        self.tray.open_window.connect(self._show_window)
        self.tray.first_steps.connect(self._show_wizard)
        self.tray.open_notices.connect(self._show_notices)
        self._bridge.interrupted.connect(self._on_interrupted)
        self._bridge.notice.connect(self._on_notice)
        self._bridge.edit.connect(self._on_edit)
        self._bridge.history.connect(lambda _: self.tray.menu.load_recent())
        self._bridge.settings.connect(lambda _: self._on_settings())
        self._bridge.reading.connect(lambda _: self.tray.menu.reading.refresh())
        self.control.ready.connect(self.tray.menu.load_recent)
        self.control.installing.ended.connect(self._on_installed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self._follow_theme())
        QTimer.singleShot(0, self._app, self._make_overlay)
        self._work.run(reduced_motion, self._set_motion, lambda _: None)

    def _make_overlay(self) -> None:
        if can_place_windows():
            self.overlay = overlay = Overlay(self._bridge, self._colours, lambda: self.control.key, self._find_focus)
            overlay.wanted = self._core.settings.ui.overlay
            overlay.reduced_motion = self._less_motion
            overlay.show_cloud(self._cloud.on)
            self._cloud.changed.connect(lambda: overlay.show_cloud(self._cloud.on))

    def _find_focus(self, answer: Callable[[tuple[int, int] | None], None]) -> None:
        if dictation := self._core.dictation:
            self._work.run(dictation.focus_place, answer, lambda _: None)

    def _set_motion(self, less: bool) -> None:
        self._less_motion = less
        if self.overlay:
            self.overlay.reduced_motion = less
        if self.wizard:
            self.wizard.set_reduced_motion(less)

    def _show_window(self, page: int | None = None) -> None:
        """Made, and even loaded, when it is first wanted: the tray is there before."""
        from voiceflow.ui.window import Window

        if self.window is None:
            self.window = Window(self.control, self._choices, self._colours, lambda: self.tray.is_visible)
            self.window.connect_to(self._bridge)
            self.window.first_steps.connect(self._show_wizard)
            if self._interrupted:
                self.window.interrupted.found(self._interrupted)
        self.window.bring_to_front()
        if page is not None:
            self.window.open_page(page)

    def _show_notices(self) -> None:
        from voiceflow.ui.window import NOTICES

        self._show_window(NOTICES)

    def _show_wizard(self) -> None:
        from voiceflow.ui.wizard import Wizard

        if self.wizard is None:
            self.wizard = Wizard(self.control, self._choices, self._colours, lambda: self.tray.is_visible)
            self.wizard.connect_to(self._bridge)
            self.wizard.over.connect(self._show_window)
            self.wizard.set_reduced_motion(self._less_motion)
        self.wizard.open(self._first)

    def _on_interrupted(self, event: InterruptedFound) -> None:
        self._interrupted = event
        if self.window:
            self.window.interrupted.found(event)
        if self.window is None or not self.window.isVisible():
            title = translate("Tray", "A dictation was interrupted by a crash")
            hint = translate("Tray", "Open VoiceFlow to transcribe it")
            self.tray.show_message(Notice(Severity.WARNING, "history.interrupted", title, hint))

    def _on_installed(self, error: VoiceFlowError | None) -> None:
        """Who looks at a window sees it there."""
        if error is None and not any(each and each.isVisible() for each in (self.window, self.wizard)):
            title = translate("Tray", "The new model is here")
            hint = translate("Tray", "It is used from the next dictation on")
            self.tray.show_message(Notice(Severity.INFO, "models.installed", title, hint))

    def _on_notice(self, notice: Notice) -> None:
        """In the list always; before the eyes where the user looks now."""
        self._notices.add(notice)
        if notice.dictation_id and self.overlay and self.overlay.wanted:
            self.overlay.show_notice(notice)
        else:
            self.tray.show_message(notice)

    def _on_edit(self, proposed: EditProposed) -> None:
        from voiceflow.ui.selection_edit import SelectionEditWindow

        if self.edit is None:
            self.edit = SelectionEditWindow(self._colours)
            self.edit.accepted_edit.connect(self._core.edits.accept)
            self.edit.discarded.connect(self._core.edits.discard)
            self.edit.copied.connect(self._core.copy)
        self.edit.propose(proposed)

    def _on_settings(self) -> None:
        self._follow_theme()
        if self.overlay:
            self.overlay.wanted = self._core.settings.ui.overlay
        self.control.changed.emit()

    def _follow_theme(self) -> None:
        """Whatever else was changed: painting all anew takes a tenth of a second."""
        colours = theme.choose(self._core.settings.ui.theme)
        if colours is self._colours:
            return
        self._colours = colours
        self._app.setPalette(theme.palette(colours))
        if self.overlay:
            self.overlay.set_colours(colours)
        for window in (self.window, self.wizard, self.edit):
            if window:
                window.set_colours(colours)


def _application() -> QApplication:
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("voiceflow")
    app.setApplicationDisplayName("VoiceFlow")
    app.setDesktopFileName("voiceflow")
    app.setWindowIcon(icons.icon("voiceflow"))
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("fusion")
    return app
