"""Chains as the app makes them, of engines that the test brings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from voiceflow.engines.stt.contract import SttEngine
from voiceflow.engines.tts.contract import TtsEngine
from voiceflow.events import EngineChosen, Event
from voiceflow.routing.routes import Routes
from voiceflow.routing.stt import ChainedStt, SttCandidate
from voiceflow.routing.tts import ChainedTts, TtsCandidate
from voiceflow.settings import Routing


@dataclass
class Kept:
    """A state file in memory."""

    values: dict[str, Any] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        return self.values.get(name, default)

    def set(self, name: str, value: Any) -> None:
        self.values[name] = value


@dataclass
class Around:
    """`told`: what the chains published."""

    wishes: Routing = field(default_factory=Routing)
    kept: Kept = field(default_factory=Kept)
    told: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.routes = Routes(self.kept, self.told.append, lambda: self.wishes)

    def stt(self, *engines: SttEngine, names: Sequence[str] = ("first", "second", "third")) -> ChainedStt:
        return ChainedStt(
            self.routes,
            [SttCandidate(name, False, _give(engine)) for name, engine in zip(names, engines, strict=False)],
            "",
        )

    def tts(self, *engines: TtsEngine, names: Sequence[str] = ("first", "second", "third")) -> ChainedTts:
        return ChainedTts(
            self.routes,
            [TtsCandidate(name, False, _give(engine)) for name, engine in zip(names, engines, strict=False)],
        )

    @property
    def reasons(self) -> list[str]:
        return [event.reason for event in self.told if isinstance(event, EngineChosen)]


def _give(engine: Any) -> Callable[[], Any]:
    return lambda: engine
