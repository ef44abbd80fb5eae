"""Which engine and which model are used: those of the settings, made and ready, or the reason why not."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from voiceflow.engines import catalogue
from voiceflow.errors import EngineError, VoiceFlowError
from voiceflow.settings import Settings

if TYPE_CHECKING:
    from voiceflow.engines.models import ModelStore
    from voiceflow.engines.stt.contract import Recognizer, SttEngine
    from voiceflow.engines.tts.contract import TtsEngine


class EngineChoice:
    """Any thread. `settings` and `models` are asked each time, for both may change."""

    def __init__(self, settings: Callable[[], Settings], models: "Callable[[], ModelStore]") -> None:
        self._settings, self._models = settings, models

    def stt(self, name: str = "") -> "SttEngine":
        """Empty is the settings' choice. `EngineError` when it is unknown or cannot run here."""
        wishes = self._settings().stt
        made: SttEngine = self._made("stt", name or wishes.engine, wishes, self._models())
        return made

    def tts(self, name: str = "") -> "TtsEngine":
        """Empty is the settings' choice; `auto` the first that can speak here. `EngineError` when it is unknown or
        cannot run here."""
        wishes = self._settings().tts
        if (name or wishes.engine) != "auto":
            return self._tts(name or wishes.engine)
        refused: list[str] = []
        for entry in catalogue.engines("tts"):
            if entry.asked_only:
                continue
            try:
                return self._tts(entry.name)
            except VoiceFlowError as error:
                refused.append(f"{entry.name}: {error}")
        raise EngineError("tts.none", "Nothing can speak here", "; ".join(refused))

    def _tts(self, name: str) -> "TtsEngine":
        made: TtsEngine = self._made("tts", name, self._settings().tts, self._models())
        return made

    def model_name(self) -> str:
        """The speech model of the settings, else the best one installed. `ModelError` `models.none`."""
        wishes = self._settings().stt
        return wishes.model or self._models().best("stt", wishes.language)

    def recognizer(self, engine: str = "", model: str = "") -> "Recognizer":
        """Loads the model: seconds. `ModelError`, `EngineError`."""
        return self.stt(engine).load(model or self.model_name())

    def _made(self, family: str, name: str, *needs: Any) -> Any:
        try:
            made = catalogue.engine(family, name).load()(*needs)
        except KeyError:
            known = ", ".join(entry.name for entry in catalogue.engines(family))
            raise EngineError("engine.unknown", f"There is no engine {name!r}", f"There is: {known}") from None
        reason = made.unavailable()
        if reason:
            raise reason
        return made
