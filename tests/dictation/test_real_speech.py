"""Real recordings through the real VAD, the real threads and real Whisper `tiny.en`."""

import queue
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.scoring import pcm_of, score
from tests.speech import SpeechClips
from voiceflow.audio.frames import Block
from voiceflow.dictation.listening import Listening
from voiceflow.dictation.recognition import Recognition
from voiceflow.dictation.reports import Recognized, Report
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.engines import catalogue
from voiceflow.engines.stt.contract import DecodeOptions
from voiceflow.engines.stt.whisper import open_whisper
from voiceflow.settings import Stt

pytestmark = pytest.mark.real_model

RATE_HZ = 16_000
DEADLINE_S = 60


def dictated(model: Path, *sounds: np.ndarray) -> tuple[Recognized, list[Report]]:
    """Faster than it was spoken: time is counted in samples."""
    reports: queue.Queue[Report] = queue.Queue()
    recognition = Recognition(lambda: open_whisper(model, "tiny.en", Stt(device="cpu")), lambda _: None)
    options = ListeningOptions(decode=DecodeOptions(language="en"))
    listening = Listening(catalogue.engine("vad", "silero").load(), recognition, options, reports.put)
    recognition.start()
    listening.start()
    listening.begin("d", lambda _: None)
    sound, now_s, told = np.concatenate(sounds).astype(np.float32), 0.0, []
    for at in range(0, len(sound), 160):
        now_s += 0.01
        listening.block(Block(sound[at : at + 160].tobytes(), 1, RATE_HZ, now_s))
    listening.finish(now_s)
    while not (told and isinstance(told[-1], Recognized)):
        told.append(reports.get(timeout=DEADLINE_S))
    listening.stop()
    recognition.stop()
    recognized = told[-1]
    assert isinstance(recognized, Recognized)
    return recognized, told


def quiet(seconds: float, level: float = 1e-4) -> np.ndarray:
    return np.random.default_rng(0).normal(0, level, int(seconds * RATE_HZ)).astype(np.float32)


def test_a_recording_becomes_its_words(speech_clips: SpeechClips, starter_whisper: Path):
    clip = speech_clips["jfk"]
    recognized, _ = dictated(starter_whisper, quiet(0.5), pcm_of(clip.path), quiet(0.5))
    assert score([clip], [recognized.text]).errors <= 1


def test_other_voices_with_a_pause_lose_no_words(speech_clips: SpeechClips, starter_whisper: Path):
    clips = [speech_clips[name] for name in ("jfk", "libri_3331-159605-0002", "cards_003")]
    parts = [part for clip in clips for part in (pcm_of(clip.path), quiet(0.8))]
    recognized, _ = dictated(starter_whisper, *parts)
    one_by_one = [dictated(starter_whisper, pcm_of(clip.path), quiet(0.3))[0].text for clip in clips]
    lost = len(" ".join(one_by_one).split()) - len(recognized.text.split())
    assert lost <= 3


@pytest.mark.parametrize("level", [0.0, 1e-4, 0.02])
def test_noise_is_no_words(level: float, starter_whisper: Path):
    recognized, _ = dictated(starter_whisper, quiet(6, level))
    assert (recognized.text, recognized.had_speech, recognized.decodes.made) == ("", False, 0)


def test_speech_as_quiet_as_a_whisper_across_the_room_is_heard(speech_clips: SpeechClips, starter_whisper: Path):
    recognized, _ = dictated(
        starter_whisper, quiet(0.5, 1e-5), pcm_of(speech_clips["jfk"].path) * 0.02, quiet(0.5, 1e-5)
    )
    assert score([speech_clips["jfk"]], [recognized.text]).percent < 30
