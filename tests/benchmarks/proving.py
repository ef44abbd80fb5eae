"""What the comparison of contexts would say of real recordings whose words are known.

    python3 -m tests.benchmarks.proving [--models tiny.en base] [--every 3] [--threads 2]

Per context: the word errors that it really costs beside full context, what the comparison takes them for, the share of
the differing words in which the reference sides with full context (`tally._SIDES_WITH_FULL`), and how often the context
would grow within so many words, over dictations drawn from the recordings."""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import ctranslate2

from tests.benchmarks.scoring import pcm_of, score
from tests.benchmarks.words import english_clips, model_folder
from tests.speech import SpeechClip
from voiceflow.dictation.proving import compared_words
from voiceflow.dictation.tally import Comparison, Tally, compare
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Recognizer
from voiceflow.engines.stt.whisper_context import Context
from voiceflow.engines.stt.whisper_decoder import WhisperRecognizer
from voiceflow.engines.stt.whisper_model import WhisperModel
from voiceflow.engines.stt.whisper_threads import Layout

CONTEXTS = {
    "as measured": Context(500, 128, 250),
    "no silence behind": Context(500, 128, 0),
    "the sound alone": Context(0, 0, 0),
    "two thirds of it": Context(0, 0, 0),
}
MAX_CLIP_S = 12.0
USERS = 200
ENGLISH = DecodeOptions(language="en")
FULL = replace(ENGLISH, full_context=True)


@dataclass(slots=True)
class Side:
    texts: list[str] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)


def grown(comparisons: Sequence[Comparison], words: int) -> float:
    """Percent of users whose context grew before they had dictated so many words."""
    dice = random.Random(0)
    users = 0
    for _ in range(USERS):
        tally, dictated = Tally(), 0
        while dictated < words and not tally.floor_frames:
            comparison = dice.choice(comparisons)
            dictated += comparison.words
            tally = tally.plus(comparison).judged(500)
        users += bool(tally.floor_frames)
    return 100 * users / USERS


def heard_by(recognizers: dict[str, Recognizer], clip: SpeechClip, full: Side, sides: dict[str, Side]) -> None:
    pcm = pcm_of(clip.path)
    whole = recognizers["as measured"].decode(DecodeRequest(pcm, FULL))
    reference = recognizers["as measured"].decode(DecodeRequest(pcm, replace(FULL, beam_size=5)))
    full.texts.append(whole.text)
    for name, side in sides.items():
        part = pcm[: len(pcm) * 2 // 3] if name == "two thirds of it" else pcm
        short = recognizers[name].decode(DecodeRequest(part, ENGLISH))
        side.texts.append(short.text)
        side.comparisons.append(compare(compared_words(short), compared_words(whole), compared_words(reference)))


def line(name: str, side: Side, full: Side, clips: Sequence[SpeechClip]) -> str:
    words = sum(comparison.words for comparison in side.comparisons)
    apart = sum(comparison.apart for comparison in side.comparisons)
    plain = sum(comparison.short_errors - comparison.full_errors for comparison in side.comparisons)
    truly = score(clips, side.texts).percent - score(clips, full.texts).percent
    taken_for = 100 * sum(comparison.lost for comparison in side.comparisons) / words
    sides_with_full = (plain - truly * words / 100) / max(1, apart)
    grows = "  ".join(f"{grown(side.comparisons, most):3.0f} % by {most}" for most in (500, 1000, 3000, 20_000))
    return (
        f"  {name:22} costs {truly:6.2f} %, taken for {taken_for:6.2f} %, apart {100 * apart / words:5.2f} %, "
        f"sides with full {sides_with_full:5.2f};  grows: {grows}"
    )


def opened(folder: Path, name: str, threads: int) -> dict[str, Recognizer]:
    layouts = (Layout(1, threads), Layout(1, threads))
    model = WhisperModel(folder, "cpu", "auto", layouts[0])
    return {side: WhisperRecognizer(model, name, layouts, short=context) for side, context in CONTEXTS.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", nargs="+", default=["tiny.en", "base"])
    parser.add_argument("--every", type=int, default=3, help="only every so manieth clip")
    parser.add_argument("--threads", type=int, default=2)
    wanted = parser.parse_args()
    ctranslate2.set_random_seed(0)
    clips = [clip for clip in english_clips(wanted.every) if clip.duration_s <= MAX_CLIP_S]
    for name in wanted.models:
        recognizers = opened(model_folder(name), name, wanted.threads)
        full, sides = Side(), {side: Side() for side in CONTEXTS}
        for clip in clips:
            heard_by(recognizers, clip, full, sides)
        print(f"{name}: {len(clips)} clips")
        for side, found in sides.items():
            print(line(side, found, full, clips), flush=True)


if __name__ == "__main__":
    main()
