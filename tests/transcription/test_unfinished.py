"""A run that was interrupted is gone on with: the same text, and nothing is recognized twice."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from voiceflow import settings
from voiceflow.audio.codecs import write_wav
from voiceflow.audio.files import read
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, ModelInfo, Recognizer, Word
from voiceflow.engines.vad.contract import Vad
from voiceflow.history.store import History
from voiceflow.paths import paths
from voiceflow.transcription.transcriber import Transcriber, TranscriptionOptions
from voiceflow.transcription.unfinished import Part, Unfinished, name_of

RATE_HZ = 16_000


class Loudness(Vad):
    def probability(self, frame: np.ndarray) -> float:
        return float(np.abs(frame).max() > 0.001)

    def reset(self) -> None:
        pass


class LevelReader(Recognizer):
    """Hears how loud the middle of a window is; `fails_at` is the request at which the machine is switched off."""

    def __init__(self, fails_at: int = 10**6) -> None:
        self.heard: list[str] = []
        self._fails_at = fails_at

    @property
    def info(self) -> ModelInfo:
        return ModelInfo("levels", "none", "cpu", "none")

    def decode(self, request: DecodeRequest) -> Hypothesis:
        if len(self.heard) == self._fails_at:
            raise KeyboardInterrupt
        loudest = float(np.abs(request.pcm).max())
        self.heard.append(f"{loudest:.3f}")
        word = Word(0.0, 0.5, f" {self.heard[-1]}")
        return Hypothesis(self.heard[-1], "en", (word,))

    def close(self) -> None:
        pass


@pytest.fixture
def history(private_home: Path) -> Iterator[History]:
    history = History.open(paths(), settings.History(key_storage="file"))
    yield history
    history.close()


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """Twenty sentences of 4 s, each a little louder, with pauses of 0.8 s."""
    parts = [np.concatenate([np.full(4 * RATE_HZ, 0.1 + at / 100), np.zeros(12_800)]) for at in range(20)]
    write_wav(tmp_path / "talk.wav", np.concatenate(parts).astype(np.float32), RATE_HZ)
    return tmp_path / "talk.wav"


def transcribe(talk: Path, recognizer: Recognizer, history: History, language: str | None = "en"):
    transcriber = Transcriber(recognizer, Loudness(), TranscriptionOptions(DecodeOptions(language=language)))
    kept = Unfinished(history, name_of(talk, *transcriber.depends_on))
    with read(talk) as file:
        return transcriber.transcribe(file, kept=kept)


@pytest.mark.parametrize("language", ["en", None])
@pytest.mark.parametrize("fails_at", [1, 16, 18])
def test_the_second_run_makes_the_same_transcript_of_the_rest(
    talk: Path, history: History, tmp_path: Path, fails_at: int, language: str | None
) -> None:
    with pytest.raises(KeyboardInterrupt):
        transcribe(talk, LevelReader(fails_at), history, language)
    second, whole = LevelReader(), LevelReader()
    resumed = transcribe(talk, second, history, language)
    once = Transcriber(whole, Loudness(), TranscriptionOptions(DecodeOptions(language=language)))
    with read(talk) as file:
        assert resumed == once.transcribe(file)
    assert len(resumed.words) == 20
    assert resumed.exact_times
    assert len(whole.heard) - len(second.heard) in (fails_at // 16 * 16, (fails_at - 1) // 16 * 16 + 1)


def test_progress_begins_where_the_last_run_stopped(talk: Path, history: History) -> None:
    with pytest.raises(KeyboardInterrupt):
        transcribe(talk, LevelReader(18), history)
    told: list[float] = []
    transcriber = Transcriber(LevelReader(), Loudness(), TranscriptionOptions(DecodeOptions(language="en")))
    with read(talk) as file:
        kept = Unfinished(history, name_of(talk, *transcriber.depends_on))
        transcriber.transcribe(file, lambda done_s, whole_s: told.append(done_s), kept=kept)
    assert told[0] == pytest.approx(16 * 4.8, abs=1)
    assert told == sorted(told)


def test_other_wishes_or_another_file_begin_anew(talk: Path, tmp_path: Path) -> None:
    names = {name_of(talk, "base"), name_of(talk, "tiny.en")}
    os.utime(talk, (0, 0))
    names.add(name_of(talk, "base"))
    moved = talk.rename(tmp_path / "moved.wav")
    assert name_of(moved, "base") in names
    assert len(names) == 3


def test_a_part_that_was_lost_ends_what_is_used(history: History) -> None:
    kept = Unfinished(history, "name")
    first, third = Part(0, 10, "en", True, (Word(0, 1, " a"),)), Part(20, 30, "en", True, ())
    kept.keep(third)
    kept.keep(first)
    assert kept.parts() == [first]


def test_forgotten_is_forgotten(history: History) -> None:
    mine, other = Unfinished(history, "mine"), Unfinished(history, "other")
    for kept in (mine, other):
        kept.keep(Part(0, 10, "en", True, ()))
    mine.forget()
    assert (len(mine.parts()), len(other.parts())) == (0, 1)


def test_what_nobody_went_on_with_goes_after_thirty_days(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voiceflow.history.unfinished.time.time", lambda: 0.0)
    old = Unfinished(history, "old")
    old.keep(Part(0, 10, "en", True, ()))
    assert len(old.parts()) == 1
    monkeypatch.undo()
    Unfinished(history, "new").forget()
    assert old.parts() == []
