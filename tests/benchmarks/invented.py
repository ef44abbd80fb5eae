"""Words that nobody said, before and after the guards: `python -m tests.benchmarks.invented [--minutes 30]`.

Made sound of each kind, in dictations of 10 s, and the recordings without speech go through the real path with a real
model (`--model tiny.en`). The English recordings tell the price: words of their transcripts that the guards took away.
Issue 6: at most one invented word a model, at most four words lost with `tiny.en`."""

import argparse
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.replay import RATE_HZ, Replay
from tests.benchmarks.scoring import normalized, pcm_of, word_errors
from tests.speech import read_manifest, speech_folder
from voiceflow.core import Core
from voiceflow.dictation.reports import Recognized
from voiceflow.text.guards import Evidence, said
from voiceflow.text.language import language

Pcm = NDArray[np.float32]
Draw = np.random.Generator
DICTATION_S = 10
TAIL_S = 0.4


def _silence(draw: Draw, at: Pcm) -> Pcm:
    return draw.normal(0, 1e-5, len(at))


def _noise(draw: Draw, at: Pcm) -> Pcm:
    return draw.normal(0, draw.choice((0.003, 0.02, 0.1)), len(at))


def _hum(draw: Draw, at: Pcm) -> Pcm:
    hz = draw.choice((50.0, 60.0, 120.0))
    return 0.1 * sum(np.sin(2 * np.pi * hz * part * at) / part for part in (1, 2, 3)) + draw.normal(0, 0.002, len(at))


def _music(draw: Draw, at: Pcm) -> Pcm:
    """Chords that change twice a second."""
    notes = draw.choice((220.0, 261.6, 293.7, 329.6, 392.0, 440.0), (DICTATION_S * 2 + 2, 3))
    chord = notes[(at * 2).astype(int)]
    return 0.15 * np.sin(2 * np.pi * chord * at[:, None]).sum(axis=1) * np.exp(-3 * (at * 2 % 1))


def _breathing(draw: Draw, at: Pcm) -> Pcm:
    breath = np.maximum(0, np.sin(2 * np.pi * at / draw.uniform(2.5, 4))) ** 2
    return np.convolve(draw.normal(0, 0.15, len(at)), np.ones(6) / 6, "same") * breath


def _clicks(draw: Draw, at: Pcm) -> Pcm:
    sound = draw.normal(0, 0.001, len(at))
    for begin in draw.integers(0, len(at) - 400, 40):
        sound[begin : begin + 400] += 0.5 * draw.normal(0, 1, 400) * np.exp(-np.arange(400) / 60)
    return sound


KINDS: tuple[Callable[[Draw, Pcm], Pcm], ...] = (_silence, _noise, _hum, _music, _breathing, _clicks)


def _made(minutes: float) -> Iterator[tuple[str, Pcm]]:
    draw = np.random.default_rng(6)
    at = np.arange(int((DICTATION_S + TAIL_S) * RATE_HZ)) / RATE_HZ
    for number in range(max(len(KINDS), round(minutes * 60 / DICTATION_S))):
        kind = KINDS[number % len(KINDS)]
        yield kind.__name__.strip("_"), np.clip(kind(draw, at), -1, 1).astype(np.float32)


def guarded(recognized: Recognized) -> str:
    evidence = Evidence(
        recognized.duration_s,
        recognized.speech_s,
        recognized.average_log_probability,
        recognized.no_speech_probability,
    )
    return said(" ".join(recognized.text.split()), evidence, language(recognized.language))


def invented(replay: Replay, minutes: float) -> None:
    clips = read_manifest(speech_folder()).in_group("no_speech")
    sounds = [*_made(minutes), *((clip.name, pcm_of(clip.path)) for clip in clips)]
    before = after = 0
    for name, sound in sounds:
        recognized = replay.dictate(sound, len(sound) / RATE_HZ - TAIL_S).recognized
        left = guarded(recognized)
        before, after = before + len(recognized.text.split()), after + len(left.split())
        if recognized.text:
            print(f"  {name}: {recognized.text!r} -> {left!r}")
    seconds = sum(len(sound) for _, sound in sounds) / RATE_HZ
    print(f"{len(sounds)} dictations, {seconds / 60:.1f} min without speech: words before {before}, after {after}")


def lost(replay: Replay, at_most: int) -> None:
    clips = read_manifest(speech_folder()).in_language("en")[:at_most]
    words = 0
    for clip in clips:
        pcm = pcm_of(clip.path)
        recognized = replay.dictate(np.concatenate([pcm, np.zeros(RATE_HZ, np.float32)]), len(pcm) / RATE_HZ).recognized
        text = " ".join(recognized.text.split())
        left = guarded(recognized)
        if left != text:
            right = _right_words(clip.transcript, text) - _right_words(clip.transcript, left)
            words += max(0, right)
            print(f"  {clip.name}: {text[:90]!r} -> {left[:90]!r}")
    print(f"{len(clips)} English recordings: {words} right words lost to the guards")


def _right_words(transcript: str, text: str) -> int:
    reference = normalized(transcript)
    return len(reference.split()) - word_errors([reference], [normalized(text)]).errors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="tiny.en")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--clips", type=int, default=10_000, help="of the English recordings, at most so many")
    options = parser.parse_args()
    with Core() as core:
        replay = Replay(core.recognizer(model=options.model), core.vad())
        invented(replay, options.minutes)
        lost(replay, options.clips)


if __name__ == "__main__":
    main()
