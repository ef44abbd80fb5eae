"""What the app uses, with engines that do nothing: `stt/scripted` without words and `tts/silent`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from voiceflow.bench.run import Run
from voiceflow.bench.scripted_engines import noise
from voiceflow.core import Core
from voiceflow.engines.stt.contract import DecodeRequest, Recognizer
from voiceflow.engines.tts.contract import TtsEngine
from voiceflow.settings import Settings

TEXT = "Hello there."
OPERATION = "an operation: one null recognition of 1 s of sound and one null synthesis of a short sentence"


@dataclass(frozen=True, slots=True)
class Null:
    recognizer: Recognizer
    voice: TtsEngine
    request: DecodeRequest

    def recognize(self) -> None:
        self.recognizer.decode(self.request)

    def speak(self) -> None:
        for _ in self.voice.synthesize(TEXT):
            pass

    def both(self) -> None:
        self.recognize()
        self.speak()


def settings(users: Settings) -> Settings:
    return replace(
        users,
        stt=replace(users.stt, engine="scripted", model=""),
        tts=replace(users.tts, engine="silent"),
        routing=replace(users.routing, stt_then=[], tts_then=[]),
    )


def of(core: Core, sound: DecodeRequest) -> Null:
    """Of a core with these settings; the recognizer is closed with it."""
    return Null(core.recognizer(), core.engines.tts(), sound)


@contextmanager
def engines(run: Run) -> Iterator[Null]:
    with run.core("null", settings(run.wishes.core.settings)) as core:
        yield of(core, noise(1.0))
