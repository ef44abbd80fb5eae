"""The small window at the bottom of the screen while somebody dictates. It never takes the focus."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPropertyAnimation, QRectF, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QPainter, QPainterPath, QPaintEvent, QRegion, QScreen
from PySide6.QtWidgets import QWidget

from voiceflow.events import BeingCleaned, Delivered, Heard, Level, Notice, ProfileChosen, Severity, State, StateChanged
from voiceflow.ui import conditions
from voiceflow.ui.bridge import Bridge
from voiceflow.ui.desktop_facts import composited, screen_at
from voiceflow.ui.dictation_words import profile_word
from voiceflow.ui.overlay_content import RADIUS, SMALL, Content, Picture
from voiceflow.ui.theme import Colours

STARTING_MS, NOTICE_MS, DONE_MS, FADE_MS = 300, 6000, 900, 180
LOST_MS = 5000
"""A dictation that never says how it ended must not leave the overlay standing."""
_CLOCK_MS = 200
_ABOVE_EDGE = 56

FindFocus = Callable[[Callable[[tuple[int, int] | None], None]], None]

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
    | Qt.WindowType.X11BypassWindowManagerHint
    | Qt.WindowType.NoDropShadowWindowHint
)


class Overlay(QWidget):
    """Comes with the first sound, not before: what is said from then on is heard. `key` gives the hotkey's name.
    `find_focus` is asked when a dictation begins, and answers later with `Inserter.focus_place`."""

    def __init__(
        self, bridge: Bridge, colours: Colours, key: Callable[[], str], find_focus: FindFocus = lambda answer: None
    ) -> None:
        super().__init__(None, _FLAGS)
        self._key, self._find_focus = key, find_focus
        self.wanted = True
        self._less_motion = False
        self._cloud = False
        self._screen: QScreen | None = None
        self._state = State.IDLE
        self._since_s = 0.0
        self.content = Content()
        self._picture = Picture(self.font(), colours)
        self._opaque = not composited()
        self._prepare_window()
        self._leave = self._timer(self._fade_away, once=True)
        self._appear = self._timer(self._present, once=True)
        self._clock = self._timer(self._tick)
        self._fade = QPropertyAnimation(self, b"windowOpacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.finished.connect(self._faded)
        bridge.state.connect(self._on_state)
        bridge.level.connect(self._on_level)
        bridge.heard.connect(self._on_heard)
        bridge.delivered.connect(self._on_delivered)
        bridge.cleaned.connect(self._on_cleaned)
        bridge.profile.connect(self._on_profile)

    def set_colours(self, colours: Colours) -> None:
        self._picture = Picture(self.font(), colours)
        self._picture.still = self._less_motion
        self.update()

    @property
    def reduced_motion(self) -> bool:
        return self._less_motion

    @reduced_motion.setter
    def reduced_motion(self, less: bool) -> None:
        self._less_motion = self._picture.still = less

    def show_cloud(self, on: bool) -> None:
        """Whether something leaves this machine now."""
        self._cloud = self.content.cloud = on
        self.update()

    def show_notice(self, notice: Notice) -> None:
        """Stays for six seconds or until the next dictation."""
        running = self._state in (State.LISTENING, State.FINISHING) and not self.content.small
        content = self.content if running else Content(cloud=self._cloud)
        if not running:
            self.content = content
            content.icon, content.word = ("problem", self.tr("Needs attention"))
            if notice.severity is Severity.INFO:
                content.icon, content.word = ("idle", self.tr("VoiceFlow"))
        content.note, content.hint = notice.title, notice.hint
        content.note_colour = {Severity.ERROR: "error", Severity.WARNING: "warning"}.get(notice.severity, "text")
        self._present()
        QTimer.singleShot(NOTICE_MS, self, lambda: self._drop_note(content))
        if self._state is not State.LISTENING:
            self._leave.start(NOTICE_MS)

    def paintEvent(self, _: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._picture.paint(painter, self.content, self._opaque)

    def _prepare_window(self) -> None:
        attribute = Qt.WidgetAttribute
        for each in (attribute.WA_ShowWithoutActivating, attribute.WA_MacAlwaysShowToolWindow,
                     attribute.WA_TransparentForMouseEvents):  # fmt: skip
            self.setAttribute(each)
        self.setAttribute(attribute.WA_TranslucentBackground, not self._opaque)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(self.tr("VoiceFlow overlay"))
        self.setAccessibleName(self.tr("Dictation"))

    def _timer(self, call: Callable[[], None], once: bool = False) -> QTimer:
        timer = QTimer(self, singleShot=once)
        timer.timeout.connect(call)
        return timer

    # what happens

    def _on_state(self, event: StateChanged) -> None:
        before, self._state = self._state, event.state
        self._appear.stop()
        if event.state is State.STARTING:
            self._begin()
        elif event.state is State.LISTENING:
            self._listen(event.since_s)
        elif event.state is State.FINISHING and before is not State.FINISHING:
            self._finish()
        elif event.state is not State.FINISHING and before in (State.STARTING, State.LISTENING, State.FINISHING):
            self._rest()

    def _begin(self) -> None:
        self._leave.stop()
        self.content = Content(small=True, cloud=self._cloud)
        self._hide_at_once()
        self._appear.start(STARTING_MS)
        self._screen = None
        self._find_focus(self._found_focus)

    def _found_focus(self, point: tuple[int, int] | None) -> None:
        self._screen = screen_at(point) if point else None
        if self._screen and self.isVisible():
            self._place()

    def _listen(self, since_s: float) -> None:
        self._since_s = since_s
        self._set(small=False, icon="listening", word=conditions.word(conditions.Condition.LISTENING))
        self.content.placeholder = self.tr("Speak. Release {key} and the words are inserted; Esc cancels.").format(
            key=self._key()
        )
        self._tick()
        self._clock.start(_CLOCK_MS)
        self._present()

    def _finish(self) -> None:
        self._clock.stop()
        if self.content.only_notice:
            return
        self._set(icon="finishing", word=conditions.word(conditions.Condition.FINISHING))
        if not self.content.small:
            self._present()

    def _rest(self) -> None:
        """Nothing runs any more; how it ended is told by `Delivered`."""
        self._clock.stop()
        if self.content.small:
            self._hide_at_once()
        elif not self._leave.isActive():
            self._leave.start(NOTICE_MS if self.content.note else LOST_MS)

    def _on_profile(self, event: ProfileChosen) -> None:
        self._set(profile=profile_word(event.name))

    def _on_level(self, event: Level) -> None:
        if self._state is State.LISTENING:
            self.content.add_level(event.rms_db, event.speech)
            self.update()

    def _on_heard(self, event: Heard) -> None:
        if self._state in (State.LISTENING, State.FINISHING):
            self._set(committed=event.committed, tentative=event.tentative)

    def _on_cleaned(self, event: BeingCleaned) -> None:
        if self._state is State.FINISHING and not self.content.only_notice:
            self._set(word=self.tr("Cleaning up; Esc cancels"), committed=event.text, tentative="", small=False)
            self._present()

    def _on_delivered(self, event: Delivered) -> None:
        speaking = self._state in (State.STARTING, State.LISTENING)
        if speaking or not self.isVisible() or self.content.only_notice:
            return
        if event.state == "done":
            copied = event.way == "clipboard"
            word = self.tr("On the clipboard: paste it where you want it") if copied else self.tr("Inserted")
            self._set(icon="done", word=word, profile="", committed=event.text, tentative="")
            self._present_for(2 * DONE_MS if copied else DONE_MS)
        elif event.state == "cancelled":
            kept = self.tr("Nothing was inserted. The sound is in the history.")
            self._set(icon="paused", word=self.tr("Cancelled"), committed="", tentative="", placeholder=kept)
            self._present_for(2 * DONE_MS)
        else:
            if self.content.note:
                self._set(icon="problem", word=conditions.word(conditions.Condition.PROBLEM))
            self._present_for(DONE_MS)

    def _set(self, **fields: object) -> None:
        for name, value in fields.items():
            setattr(self.content, name, value)
        self.setAccessibleDescription(f"{self.content.word} {self.content.committed}".strip())
        self.update()

    def _tick(self) -> None:
        seconds = max(0, int(time.monotonic() - self._since_s))
        self._set(time=f"{seconds // 60}:{seconds % 60:02}")

    def _drop_note(self, content: Content) -> None:
        if content is self.content and self._state is State.LISTENING:
            self._set(note="", hint="")
            self._present()

    # coming and going

    def _present_for(self, time_ms: int) -> None:
        self._present()
        self._leave.start(max(time_ms, NOTICE_MS) if self.content.note else time_ms)

    def _present(self) -> None:
        self._fade.stop()
        self._leave.stop()
        if not self.wanted:
            return
        self.setWindowOpacity(1.0)
        self._place()
        self.show()
        self.raise_()
        self.update()

    def _place(self) -> None:
        """Where the focus is; until that is known, and where nobody tells it, where the mouse is."""
        screens = QGuiApplication.screens()
        known = self._screen if self._screen in screens else QGuiApplication.screenAt(QCursor.pos())
        place = (known or QGuiApplication.primaryScreen()).availableGeometry()
        width, height = self._picture.size(self.content)
        left = place.left() + (place.width() - width) // 2
        self.setGeometry(left, place.bottom() - height - _ABOVE_EDGE, width, height)
        if self._opaque:
            self._cut_corners(width, height)

    def _cut_corners(self, width: int, height: int) -> None:
        """Where nothing mixes windows, the corners are no part of this one."""
        path = QPainterPath()
        radius = SMALL / 2 if self.content.small else RADIUS
        path.addRoundedRect(QRectF(0, 0, width, height), radius, radius)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def _fade_away(self) -> None:
        if self._opaque or self.reduced_motion:
            self._hide_at_once()
            return
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.start()

    def _faded(self) -> None:
        if self.windowOpacity() < 0.01:
            self._hide_at_once()

    def _hide_at_once(self) -> None:
        self._fade.stop()
        self.hide()
        self.setWindowOpacity(1.0)
