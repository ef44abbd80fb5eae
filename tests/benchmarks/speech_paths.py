"""The ways of a text to sound that `speech_out` times. As a program: one engine's figures on one line."""

import queue
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from tests.benchmarks.speaker_ear import SpeakerEar
from voiceflow.bench.speech_texts import new_text
from voiceflow.core import Core
from voiceflow.engines.models import ModelStore
from voiceflow.engines.tts.contract import TtsEngine
from voiceflow.engines.tts.espeak import EspeakEngine
from voiceflow.engines.tts.piper import PiperVoiceEngine
from voiceflow.events import Spoken
from voiceflow.paths import Paths as Places
from voiceflow.paths import paths as places
from voiceflow.reading.reader import Wish
from voiceflow.settings import Settings, Tts

LANGUAGE = "en"
_LONGEST_S = 120.0


class Paths:
    def __init__(self, folder: Path) -> None:
        where = Places(folder, folder, folder, folder, folder)
        self._core = Core(where, Settings(tts=Tts(language=LANGUAGE, cache_mb=0)))
        self._stack = ExitStack()
        self._spoken: queue.SimpleQueue[Spoken] = queue.SimpleQueue()
        self._engines: dict[Any, TtsEngine] = {}

    def __enter__(self) -> Self:
        self._ear = SpeakerEar()
        self._stack.callback(self._ear.close)
        self._stack.enter_context(self._core)
        self._core.events.subscribe(Spoken, self._spoken.put)
        for engine in ("espeak", "piper"):  # the app has spoken before
            self.first_sound_ms(engine, new_text(60))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def first_sound_ms(self, engine: str, text: str) -> tuple[float, float]:
        """From the request; and how long the first sentence's own synthesis took."""
        self._ear.arm()
        while not self._spoken.empty():
            self._spoken.get()
        began_s = time.monotonic()
        self._core.speech.requests.begin({"text": text, "engine": engine, "language": LANGUAGE})
        first_s = self._ear.first_s()
        told = self._spoken.get(timeout=_LONGEST_S)
        self._core.speech.hush()
        return (first_s - began_s) * 1000, told.real_time_factor * told.sound_s * 1000

    def first_sound_of_whole_ms(self, engine: str, text: str) -> float:
        """Without streaming: all of it is made, then it is played."""
        self._ear.arm()
        began_s = time.monotonic()
        made = self._core.speech.record(Wish(text, engine=engine, language=LANGUAGE))
        playing = self._core.sounds.speaker.play([made.pcm], made.rate_hz)
        first_s = self._ear.first_s()
        playing.stop()
        playing.wait(2.0)
        return (first_s - began_s) * 1000

    def synthesis_s(self, engine: str, text: str) -> tuple[float, float]:
        """Work and sound."""
        return _synthesis_s(self._engine(engine), text)

    def piper_sentence_s(self, threads: int, text: str) -> tuple[float, float]:
        return _synthesis_s(self._engine("piper", threads), text)

    def first_blocks_s(self, texts: Sequence[str]) -> tuple[list[float], list[float]]:
        """Ours, and that of `PiperVoice.synthesize`."""
        from piper import PiperVoice

        folder = ModelStore(places()).folder("en_US-joe-medium")
        plain = PiperVoice.load(next(folder.glob("*.onnx")))
        engine = self._engine("piper")
        ours, theirs = [], []
        for warm, text in enumerate([new_text(100), *texts]):
            for times, speech in ((ours, engine.synthesize(text, language=LANGUAGE)), (theirs, plain.synthesize(text))):
                began_s = time.perf_counter()
                next(iter(speech))
                if warm:
                    times.append(time.perf_counter() - began_s)
        return ours, theirs

    def _engine(self, name: str, threads: int = 0) -> TtsEngine:
        if (name, threads) not in self._engines:
            self._engines[name, threads] = made = make(name, threads)
            _synthesis_s(made, new_text(60))
        return self._engines[name, threads]


def make(name: str, threads: int = 0) -> TtsEngine:
    wishes = Tts(language=LANGUAGE, threads=threads)
    return EspeakEngine(wishes, None) if name == "espeak" else PiperVoiceEngine(wishes, ModelStore(places()))


def _synthesis_s(engine: TtsEngine, text: str) -> tuple[float, float]:
    began_s = time.perf_counter()
    sound_s = sum(len(block.pcm) / block.rate_hz for block in engine.synthesize(text, language=LANGUAGE))
    return time.perf_counter() - began_s, sound_s


def _figures(name: str) -> str:
    import numpy as np
    import psutil

    np.zeros(1)
    before = psutil.Process().memory_info().rss
    engine = make(name)
    engine.warm_up(language=LANGUAGE)
    _synthesis_s(engine, new_text(500))
    began_s = time.perf_counter()
    speech = engine.synthesize(new_text(500), language=LANGUAGE)
    next(speech)
    first_s = time.perf_counter() - began_s
    speech.close()
    total_s, sound_s = _synthesis_s(engine, new_text(500))
    added = psutil.Process().memory_info().rss - before
    return f"{first_s * 1000} {total_s} {total_s / sound_s} {added / 1e6}"


if __name__ == "__main__":
    print(_figures(sys.argv[1]))
