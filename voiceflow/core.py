"""The parts, built and wired, started and stopped. START READING HERE: every face acts through `Core`."""

import logging
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from voiceflow.engines import catalogue
from voiceflow.errors import EngineError, VoiceFlowError
from voiceflow.events import Event, EventBus, InterruptedFound, ModelChanged, Notice, Severity, State
from voiceflow.paths import Paths, paths
from voiceflow.settings import Settings
from voiceflow.settings_file import SettingsFile

if TYPE_CHECKING:
    from voiceflow.dictation.dictation import Dictation
    from voiceflow.dictation.ear import MakeSource
    from voiceflow.engines.hotkey.contract import Hotkey
    from voiceflow.engines.inserter.contract import Inserter
    from voiceflow.engines.models import ModelStore
    from voiceflow.engines.stt.contract import Recognizer, SttEngine
    from voiceflow.engines.tts.contract import TtsEngine
    from voiceflow.history.store import History

log = logging.getLogger(__name__)


class Core:
    """Cheap to make: each part appears when it is first asked for, and is taken down in reverse order by `close`."""

    def __init__(self, where: Paths | None = None) -> None:
        self.paths = where or paths()
        self.settings_file = SettingsFile(self.paths.settings_file)
        self.settings: Settings = self.settings_file.load()
        self._parts = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._parts.close()

    @cached_property
    def events(self) -> EventBus:
        bus = EventBus().start()
        self._parts.callback(bus.stop)
        return bus

    @cached_property
    def models(self) -> "ModelStore":
        from voiceflow.engines.models import ModelStore

        return ModelStore(self.paths)

    @cached_property
    def history(self) -> "History":
        """`HistoryError`: a wrong key, a locked keyring, a damaged file, no room."""
        from voiceflow.history.store import History

        history = History.open(self.paths, self.settings.history)
        self._parts.callback(history.close)
        return history

    def stt(self, engine: str = "") -> "SttEngine":
        """The speech engine of that name, or of the settings; `EngineError` when it is unknown or cannot run here."""
        return self._engine("stt", engine or self.settings.stt.engine, self.settings.stt, self.models)

    def tts(self, engine: str = "") -> "TtsEngine":
        return self._engine("tts", engine or self.settings.tts.engine, self.settings.tts, self.models)

    def recognizer(self, engine: str = "", model: str = "") -> "Recognizer":
        """Loads the model; closed with the core. `ModelError`, `EngineError`."""
        recognizer = self.stt(engine).load(model)
        self._parts.callback(recognizer.close)
        return recognizer

    def _engine(self, family: str, name: str, *needs: Any) -> Any:
        try:
            made = catalogue.engine(family, name).load()(*needs)
        except KeyError:
            known = ", ".join(entry.name for entry in catalogue.engines(family))
            raise EngineError("engine.unknown", f"There is no engine {name!r}", f"There is: {known}") from None
        reason = made.unavailable()
        if reason:
            raise reason
        return made
