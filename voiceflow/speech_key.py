"""The key that reads what is selected."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from voiceflow.engines import catalogue
from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.errors import VoiceFlowError
from voiceflow.events import Event, Notice, ReadingState, Severity
from voiceflow.mailbox import Mailbox
from voiceflow.settings import Settings

if TYPE_CHECKING:
    from voiceflow.speech import SpeechOut


class SpeechKey:
    """Thread `reading key`, while there is a key. `watch` and `stop` are called by one thread at a time."""

    def __init__(self, speech: "SpeechOut", settings: Callable[[], Settings], publish: Callable[[Event], None]) -> None:
        self._speech, self._settings, self._publish = speech, settings, publish
        self._hotkey: Hotkey | None = None
        self._mailbox: Mailbox | None = None

    def watch(self) -> None:
        """The settings' key, from now on; the voice is made ready for it. May wait for a desktop that asks its user:
        not for the UI's thread. A key that cannot be had is told."""
        before, self._hotkey = self._hotkey, None
        if before:
            before.stop()
        wishes = self._settings()
        if not wishes.tts.hotkey:
            return
        self._mailbox = mailbox = self._mailbox or Mailbox("reading key").start()
        try:
            chosen = catalogue.first_available("hotkey", wishes.hotkey.backend)
            hotkey: Hotkey = chosen.kind(wishes.tts.hotkey, wishes.hotkey.cancel_key)
            hotkey.start(partial(mailbox.post, self._on_key))
        except VoiceFlowError as error:
            self._tell(error)
            return
        self._hotkey = hotkey
        mailbox.post(self._warm_up)

    def stop(self) -> None:
        if self._hotkey:
            self._hotkey.stop()
        if self._mailbox:
            self._mailbox.stop()

    def _on_key(self, event: KeyEvent) -> None:
        """Pressed while it speaks, the key ends it."""
        if event.action is not KeyAction.PRESS:
            return
        if self._speech.state is not ReadingState.IDLE:
            self._speech.command("stop")
            return
        try:
            self._speech.read_selection()
        except VoiceFlowError as error:
            self._tell(error)

    def _warm_up(self) -> None:
        """What the first sound would wait for. What is wrong is told when somebody wants to hear something."""
        try:
            self._speech.synthesizer().engine.warm_up()
        except VoiceFlowError:
            return

    def _tell(self, error: VoiceFlowError) -> None:
        self._publish(Notice(Severity.WARNING, error.code, error.title, error.hint))
