"""Sound on its way to a service: as raw samples, as FLAC and as Opus, and whether the words survive it."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING

from voiceflow.audio.codecs import decode_bytes, to_float32, to_int16
from voiceflow.bench.clips import Clip, clips
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.scoring import Score, percentile, word_errors
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core.sides import settings_for
from voiceflow.bench.targets import targets_of
from voiceflow.core import Core
from voiceflow.engines.stt.cloud import as_flac, as_opus
from voiceflow.engines.stt.contract import DecodeRequest, Recognizer
from voiceflow.errors import VoiceFlowError
from voiceflow.options import decode_options

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

_QUICK_SENTENCES, _FULL_SENTENCES = 6, 60
_LEAST = 2
_FEWEST_WORDS = 300
_LONGEST_S = 30.0


@dataclass(slots=True)
class Way:
    """`encode` is what the cloud engines use; what became of all recordings."""

    encode: "Callable[[Pcm], bytes]"
    decode: "Callable[[bytes], Pcm]" = decode_bytes
    sent_bytes: int = 0
    encoding_ms: list[float] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def send(self, sound: "Pcm") -> "Pcm":
        """What arrives of it."""
        begun_s = time.perf_counter()
        sent = self.encode(sound)
        self.encoding_ms.append((time.perf_counter() - begun_s) * 1e3)
        self.sent_bytes += len(sent)
        return self.decode(sent)

    def saves(self, other: "Way") -> float:
        """Percent of the bytes that the other way takes."""
        return 100 * (1 - self.sent_bytes / other.sent_bytes)


def uploads(run: Run) -> None:
    ways = {"raw": Way(to_int16, to_float32), "flac": Way(as_flac), "opus": Way(as_opus)}
    wanted = _QUICK_SENTENCES if run.quick else _FULL_SENTENCES
    spoken = [clip for clip in clips(run.wishes.core, run.wishes.speech, wanted) if clip.length_s <= _LONGEST_S]
    if not spoken:
        raise CannotRunError("No recording is short enough", "Recordings of at most half a minute")
    with run.core(settings=settings_for(run)) as core:
        _record(run, ways, list(_sent(run, spoken, ways, _recognizer(run, core))))


def _recognizer(run: Run, core: Core) -> Recognizer | None:
    if find_spec("jiwer") is None:
        run.note("Bytes only: words are compared by jiwer, which is not installed.")
        return None
    try:
        return core.recognizer()
    except VoiceFlowError as error:
        run.note(f"Bytes only, for nothing can recognize the words here: {error.title}.")
        return None


def _sent(run: Run, spoken: Sequence[Clip], ways: dict[str, Way], recognizer: Recognizer | None) -> Iterator[Clip]:
    """Those for which there was time."""
    options = decode_options(settings_for(run))
    for number, clip in enumerate(spoken):
        if number >= _LEAST and run.left_s < 0.15 * run.budget_s:
            return
        for name, way in ways.items():
            arrived = way.send(clip.sound)
            if recognizer and name != "flac":  # it loses nothing
                way.heard.append(recognizer.decode(DecodeRequest(arrived, options)).text)
        run.progress(max(number / len(spoken), run.spent))
        yield clip


def _record(run: Run, ways: dict[str, Way], done: Sequence[Clip]) -> None:
    sound_s, said = sum(clip.length_s for clip in done), [clip.words for clip in done]
    scores = {name: word_errors(said, way.heard) for name, way in ways.items() if way.heard}
    for name, score in scores.items():
        run.record(f"word errors, {name}", score.percent, "%", note=f"{score.errors} of {score.words} words")
    for name in ("flac", "opus"):
        way = ways[name]
        run.record(f"{name} saves", way.saves(ways["raw"]), "%", note="bytes, against 16 bits a sample at 16 kHz")
        run.record(f"{name} encoding p95", percentile(way.encoding_ms, 95), "ms", note="of a recording")
    if scores:
        _record_at_the_same_errors(run, ways["opus"].saves(ways["raw"]), scores["opus"], scores["raw"])
    run.note(
        f"{len(done)} recordings, {sound_s:.0f} s in all, each sent every way as the cloud engines send it, decoded "
        "again and, raw and as Opus, recognized by this machine's engine; nothing left the machine."
    )


def _record_at_the_same_errors(run: Run, saved: float, opus: Score, raw: Score) -> None:
    """Bytes that cost words are not saved: then it is nothing. What counts as the same stands among the targets; of few
    words one is chance."""
    more = opus.percent - raw.percent
    told = f"{opus.errors} of {opus.words} words instead of {raw.errors}"
    same = all(target.met(more, "%") for target in targets_of("core/uploads/word errors, opus beyond raw"))
    if opus.words >= _FEWEST_WORDS:
        run.record("word errors, opus beyond raw", more, "%", note=told)
    else:
        same = same or opus.errors <= raw.errors + 1
    note = f"bytes; {told}" if same else f"nothing, for it costs words: {told}"
    run.record("opus saves at the same error rate", saved if same else 0.0, "%", note=note)


PARTS = (Part("uploads", "Sound on its way to a service", uploads, 10, 60),)
