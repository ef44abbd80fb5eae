"""Which engine and which model are used: those of the settings, made and ready, or the reason why not."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from voiceflow.engines import catalogue
from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.settings import Cleanup, Settings

if TYPE_CHECKING:
    from voiceflow.cloud.cloud import Cloud
    from voiceflow.engines.models import ModelStore
    from voiceflow.engines.rewriter.contract import Rewriter
    from voiceflow.engines.stt.contract import Recognizer, SttEngine
    from voiceflow.engines.tts.contract import TtsEngine
    from voiceflow.routing.routes import Routes


Usable = TypeVar("Usable", bound="SttEngine | TtsEngine | Rewriter")


class EngineChoice:
    """Any thread. `settings` and `models` are asked each time, for both may change."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        models: "Callable[[], ModelStore]",
        routes: "Callable[[], Routes]",
        cloud: "Callable[[], Cloud]",
    ) -> None:
        self._settings, self._models, self._routes, self._cloud = settings, models, routes, cloud
        self._rewriter: Rewriter | None = None
        self._rewriter_of: Cleanup | None = None

    def stt(self, name: str = "") -> "SttEngine":
        """Empty is the settings' choice, with those that stand in for it. `EngineError` when there is none that could
        run here."""
        from voiceflow.routing.stt import ChainedStt, SttCandidate

        settings = self._settings()
        if name:
            return self._stt(name, settings.stt.model)
        names = _each_once([settings.stt.engine, *settings.routing.stt_then])
        own = next((each for each in names if not _is_service(each)), "")
        candidates = [
            SttCandidate(
                each,
                self._is_cloud(each, "sound"),
                partial(self._stt, each, settings.stt.model if each == own else ""),
                has_own_models=not _is_service(each),
            )
            for each in names
        ]
        return _usable(ChainedStt(self._routes(), candidates, f"{settings.stt}{settings.cloud}"))

    def tts(self, name: str = "") -> "TtsEngine":
        """Empty is the settings' choice, with those that stand in for it; `auto` are all of this machine that can
        speak. `EngineError` when there is none."""
        from voiceflow.routing.tts import ChainedTts, TtsCandidate

        settings = self._settings()
        if name not in ("", "auto"):
            return self._tts(name)
        names = _each_once([*self._speaking(name or settings.tts.engine), *settings.routing.tts_then])
        candidates = [TtsCandidate(each, self._is_cloud(each, "text"), partial(self._tts, each)) for each in names]
        if len(candidates) == 1:
            return self._tts(names[0])
        return _usable(ChainedTts(self._routes(), candidates))

    def rewriter(self) -> "Rewriter":
        """The language model of the settings; the same object, which remembers what it made, until they change.
        `EngineError` when there is none that may be asked."""
        wishes = self._settings().cleanup
        if self._rewriter is None or self._rewriter_of != wishes:
            self.close()
            self._rewriter, self._rewriter_of = self._made("rewriter", "openai_compatible"), replace(wishes)
        return _usable(self._rewriter)

    def close(self) -> None:
        """The texts that a language model was given are forgotten."""
        if self._rewriter is not None:
            self._rewriter.close()
            self._rewriter = None

    def refusal(self, family: str, name: str) -> VoiceFlowError | None:
        """Why that engine (`stt` or `tts`) cannot be used now, and the cure. May take as long as the keyring does."""
        try:
            self._stt(name, "") if family == "stt" else self._tts(name)
        except VoiceFlowError as error:
            return error
        return None

    def _speaking(self, engine: str) -> list[str]:
        """`auto`: those that can speak here, best first."""
        if engine != "auto":
            return [engine]
        able, refused = [], []
        for entry in catalogue.engines("tts"):
            if entry.asked_only or self._is_cloud(entry.name, "text"):
                continue
            try:
                self._tts(entry.name)
                able.append(entry.name)
            except VoiceFlowError as error:
                refused.append(f"{entry.name}: {error}")
        if not able:
            raise EngineError("tts.none", "Nothing can speak here", "; ".join(refused))
        return able

    def _stt(self, name: str, model: str) -> "SttEngine":
        made: SttEngine = self._made("stt", name, replace(self._settings().stt, model=model), self._models())
        return made

    def _tts(self, name: str) -> "TtsEngine":
        made: TtsEngine = self._made("tts", name, self._settings().tts, self._models())
        return made

    def _is_cloud(self, name: str, what: str) -> bool:
        from voiceflow.cloud.services import goes_elsewhere

        return goes_elsewhere(name, what, self._settings())

    def stand_ins(self) -> dict[str, VoiceFlowError | None]:
        """The engines that the settings name behind the first ones, and why one cannot."""
        routing, found = self._settings().routing, dict[str, VoiceFlowError | None]()
        families = [(name, "stt") for name in routing.stt_then] + [(name, "tts") for name in routing.tts_then]
        for name, family in families:
            try:
                _ = self._stt(name, "") if family == "stt" else self._tts(name)
                found.setdefault(name)
            except VoiceFlowError as error:
                found[name] = error
        return found

    def model_name(self) -> str:
        """The speech model of the settings, else the best one installed. `ModelError` `models.none`."""
        wishes = self._settings().stt
        return wishes.model or self._models().best("stt", wishes.language)

    def model_for(self, engine: str = "") -> str:
        """What that engine, or the settings' one, should load; empty is its own choice."""
        if _is_service(engine or self._settings().stt.engine):
            return ""
        with suppress(ModelError):
            return self.model_name()
        return ""

    def recognizer(self, engine: str = "", model: str = "") -> "Recognizer":
        """Loads the model: seconds. `ModelError`, `EngineError`."""
        return self.stt(engine).load(model)

    def _made(self, family: str, name: str, *needs: Any) -> Any:
        try:
            entry = catalogue.engine(family, name)
            made = entry.load()(*needs, *([self._cloud()] if entry.cloud else []))
        except KeyError:
            known = ", ".join(entry.name for entry in catalogue.engines(family))
            raise EngineError("engine.unknown", f"There is no engine {name!r}", f"There is: {known}") from None
        return _usable(made)


def recognition_of(settings: Settings) -> tuple[Any, ...]:
    """All that decides who recognizes speech, and how."""
    names = [settings.stt.engine, *settings.routing.stt_then]
    services = any(_is_service(name) for name in names)
    chain = settings.routing if len(names) > 1 or services else None
    return settings.stt, chain, settings.cloud if services else None


def _usable(engine: Usable) -> Usable:
    if reason := engine.unavailable():
        raise reason
    return engine


def _is_service(name: str) -> bool:
    from voiceflow.cloud.services import SERVICES

    return name in SERVICES


def _each_once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))
