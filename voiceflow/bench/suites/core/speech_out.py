"""From a text to its sound: the first block, all of it, and a sentence that was spoken before. Each voice's own work,
without the speaker, whose buffer is the device's."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.speech_texts import new_text, sentence
from voiceflow.bench.suite import Part
from voiceflow.core import Core
from voiceflow.engines import catalogue
from voiceflow.engines.tts.contract import TtsEngine
from voiceflow.errors import VoiceFlowError
from voiceflow.events import Event
from voiceflow.reading.cache import SpeechCache
from voiceflow.reading.sentences import split
from voiceflow.reading.synthesizer import Synthesizer, Wanted, joined

_LANGUAGE = "en"
_WANTED = Wanted(language=_LANGUAGE)
_SENTENCE, _SHORT, _LONG = 80, 500, 2_000
"""Characters."""
_QUICK_ROUNDS, _FULL_ROUNDS = 12, 40
_HITS = 40
_STORE_BYTES, _STORE_DAYS = 50_000_000, 1


@dataclass(frozen=True, slots=True)
class Made:
    """All of a text, a sentence after the other as it is read aloud; times in seconds."""

    first_s: float
    whole_s: float
    sound_s: float


def measure(run: Run) -> None:
    voices = list(_voices(run))
    if not voices:
        raise CannotRunError("Nothing can speak here", "voiceflow doctor")
    with ExitStack() as stack:
        for _, engine in voices:
            stack.callback(engine.close)
        for at, (name, engine) in enumerate(reversed(voices)):  # the best is the slowest, and gets what is left
            _of(run, name, engine, run.left_s / (len(voices) - at + 0.2))
        run.note(f"Every text is new, but where the figure says cache: that is {voices[0][0]}'s.")
        _cache(run, stack.enter_context(run.core()), voices[0][1])


def _voices(run: Run) -> Iterator[tuple[str, TtsEngine]]:
    """Of this machine, those that can speak; the others are noted with the reason."""
    for entry in catalogue.engines("tts"):
        if entry.asked_only or entry.cloud:
            continue
        try:
            engine = run.wishes.core.engines.tts(entry.name)
            engine.warm_up(language=_LANGUAGE)
            yield entry.name, engine
        except VoiceFlowError as error:
            run.note(f"{entry.name}: {error.title}. {error.hint}.")


def _of(run: Run, name: str, engine: TtsEngine, seconds: float) -> None:
    """500 characters until most of the time is gone, then 2,000 where that fits."""
    made(engine, new_text(_SENTENCE))
    until_s = time.monotonic() + seconds
    first = _repeated(run, lambda: made(engine, sentence(_SENTENCE)), until_s - 0.7 * seconds)
    short = _repeated(run, lambda: made(engine, new_text(_SHORT)), until_s - 0.2 * seconds)
    run.record_samples(f"first sound, {name}", [each.first_s * 1e3 for each in first], "ms", (50, 95))
    run.record_samples(f"{_SHORT} characters, {name}", [each.whole_s for each in short], "s", (50, 95))
    worked = [*first, *short]
    if short[-1].whole_s * _LONG / _SHORT < until_s - time.monotonic() or not run.quick:
        long_ = made(engine, new_text(_LONG))
        worked.append(long_)
        run.record(f"{_LONG} characters, {name}", long_.whole_s, "s")
    else:
        run.note(f"{name}: {_LONG} characters were left out, {len(short)} texts of {_SHORT} took the time.")
    factor = sum(each.whole_s for each in worked) / sum(each.sound_s for each in worked)
    run.record(f"real-time factor, {name}", factor, "times")


def _repeated(run: Run, work: Callable[[], Made], until_s: float) -> list[Made]:
    """At least once."""
    done: list[Made] = []
    for _ in range(_QUICK_ROUNDS if run.quick else _FULL_ROUNDS):
        if done and time.monotonic() > until_s:
            break
        done.append(work())
        run.progress(run.spent)
    return done


def made(engine: TtsEngine, text: str) -> Made:
    began_s, first_s, sound_s = time.perf_counter(), 0.0, 0.0
    for part in split(text, _LANGUAGE):
        for block in engine.synthesize(part.text, language=_LANGUAGE):
            first_s = first_s or time.perf_counter() - began_s
            sound_s += len(block.pcm) / block.rate_hz
    return Made(first_s, time.perf_counter() - began_s, sound_s)


def _cache(run: Run, core: Core, engine: TtsEngine) -> None:
    """The same sentence again: from memory, and from the encrypted store after a start."""
    store = core.history.spoken(_STORE_BYTES, _STORE_DAYS)
    kept, only_stored = SpeechCache(lambda: store), SpeechCache(lambda: store, memory_bytes=0)
    text = sentence(_SENTENCE)
    joined(list(Synthesizer(engine, kept, _nobody).say(text, _WANTED)))
    core.history.flush()
    for where, cache in (("memory", kept), ("encrypted store", only_stored)):
        times_ms = [_first_ms(Synthesizer(engine, cache, _nobody), text) for _ in range(_HITS)]
        run.record_samples(f"cache hit, {where}", times_ms, "ms", (50, 95))


def _nobody(event: Event) -> None:
    """Listens to what was spoken."""


def _first_ms(synthesizer: Synthesizer, text: str) -> float:
    began_s = time.perf_counter()
    with closing(synthesizer.say(text, _WANTED)) as speech:
        next(speech)
        return (time.perf_counter() - began_s) * 1e3


PARTS = (Part("speech_out", "From a text to its sound", measure, 14, 90),)
