"""Files to transcripts: with a recognizer that tells what it was asked, and with real Whisper."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.speech import SpeechClips
from voiceflow.audio.codecs import write_wav
from voiceflow.audio.files import read
from voiceflow.engines.catalogue import make_first
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, ModelInfo, Recognizer
from voiceflow.engines.stt.whisper import WhisperEngine
from voiceflow.settings import Stt
from voiceflow.transcription.transcriber import Cancelled, Transcriber, TranscriptionOptions


class Counting(Recognizer):
    """Its words are its requests' numbers."""

    def __init__(self, languages: Sequence[str] = ("en",)) -> None:
        self.requests: list[DecodeRequest] = []
        self.batches: list[int] = []
        self._languages = languages

    @property
    def info(self) -> ModelInfo:
        return ModelInfo("counting", "none", "cpu", "none")

    def decode_many(self, requests: Sequence[DecodeRequest]) -> list[Hypothesis]:
        self.batches.append(len(requests))
        return super().decode_many(requests)

    def decode(self, request: DecodeRequest) -> Hypothesis:
        self.requests.append(request)
        number = len(self.requests)
        return Hypothesis(f"w{number}", self._languages[min(number, len(self._languages)) - 1])

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def talk(speech_clips: SpeechClips, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four minutes of real clips with pauses of 0.5 to 6 s."""
    generator = np.random.default_rng(0)
    parts: list[np.ndarray] = []
    for clip in speech_clips.in_language("en"):
        with read(clip.path) as file:
            parts += [*file.chunks(), np.zeros(int(16000 * generator.uniform(0.5, 6)), np.float32)]
        if sum(map(len, parts)) > 240 * 16000:
            break
    path = tmp_path_factory.mktemp("talk") / "talk.wav"
    write_wav(path, np.concatenate(parts), 16000)
    return path


def transcribe(path: Path, recognizer: Recognizer, **options: object):
    decode = DecodeOptions(language=options.pop("language", "en"))
    with read(path) as file:
        return Transcriber(recognizer, make_first("vad"), TranscriptionOptions(decode, **options)).transcribe(file)


def test_windows_are_in_order_and_on_the_files_clock(talk: Path) -> None:
    recognizer = Counting()
    transcript = transcribe(talk, recognizer)
    assert [word.text.strip() for word in transcript.words] == [f"w{n + 1}" for n in range(len(recognizer.requests))]
    starts = [word.start_s for word in transcript.words]
    assert starts == sorted(starts)
    assert 215 < starts[-1] + 11 < 280
    lengths_s = [len(request.pcm) / 16000 for request in recognizer.requests]
    assert max(lengths_s) <= 11.1
    assert recognizer.requests[0].options.beam_size == 2


def test_fast_takes_fewer_windows_and_a_narrow_beam(talk: Path) -> None:
    usual, fast = Counting(), Counting()
    transcribe(talk, usual)
    transcribe(talk, fast, fast=True)
    assert len(fast.requests) < len(usual.requests)
    assert fast.requests[0].options.beam_size == 1


def test_the_first_speech_tells_the_language_of_the_whole_file(talk: Path) -> None:
    recognizer = Counting(languages=("de", "en"))
    assert transcribe(talk, recognizer, language=None).language == "de"
    assert [request.options.language for request in recognizer.requests[:3]] == [None, "de", "de"]
    assert recognizer.batches[0] == 1


def test_progress_goes_to_the_end_and_knows_the_whole(talk: Path) -> None:
    told: list[tuple[float, float | None]] = []
    with read(talk) as file:
        Transcriber(Counting(), make_first("vad"), TranscriptionOptions(DecodeOptions(language="en"))).transcribe(
            file, lambda done_s, whole_s: told.append((done_s, whole_s))
        )
    assert [done_s for done_s, _ in told] == sorted(done_s for done_s, _ in told)
    assert told[-1][0] == pytest.approx(told[-1][1], abs=7)


def test_it_can_be_cancelled(talk: Path) -> None:
    recognizer = Counting()
    with read(talk) as file, pytest.raises(Cancelled):
        Transcriber(recognizer, make_first("vad"), TranscriptionOptions(DecodeOptions(language="en"))).transcribe(
            file, cancelled=lambda: bool(recognizer.requests)
        )
    assert len(recognizer.batches) == 1


def test_ten_minutes_of_digital_silence_are_never_decoded(tmp_path: Path) -> None:
    write_wav(tmp_path / "silence.wav", np.zeros(600 * 16000, np.float32), 16000)
    recognizer = Counting()
    transcript = transcribe(tmp_path / "silence.wav", recognizer)
    assert (transcript.text, recognizer.requests) == ("", [])
    assert transcript.duration_s == pytest.approx(600)


@pytest.mark.real_model
def test_real_whisper_writes_down_what_was_said(speech_clips: SpeechClips, starter_whisper: Path) -> None:
    class Starter:
        def folder(self, name: str) -> Path:
            return starter_whisper

    clip = next(clip for clip in speech_clips.for_word_error_rate() if "read" in clip.tags and clip.duration_s > 5)
    recognizer = WhisperEngine(Stt(device="cpu", compute_type="int8"), Starter()).load("tiny.en")
    try:
        transcript = transcribe(clip.path, recognizer)
    finally:
        recognizer.close()
    said = set(clip.transcript.lower().replace(",", "").replace(".", "").split())
    heard = set(transcript.text.lower().replace(",", "").replace(".", "").split())
    assert len(said & heard) / len(said) > 0.7
    assert transcript.words[-1].end_s <= transcript.duration_s


@pytest.mark.parametrize(
    ("duration_s", "fast", "beam_size", "whole"),
    [(20.0, False, 5, True), (600.0, False, 2, False), (None, False, 2, False), (20.0, True, 1, False)],
)
def test_a_short_file_is_heard_whole(duration_s: float | None, fast: bool, beam_size: int, whole: bool) -> None:
    options = TranscriptionOptions(DecodeOptions(), fast=fast)
    request = options.request(duration_s)
    assert (request.beam_size, request.full_context) == (beam_size, whole)
    assert (options.windows(duration_s).least_s >= 20) is whole
