"""VoiceFlow speaks, and is heard: the virtual speaker is recorded, and the speech model recognizes what it played."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soxr

from tests.end_to_end.program import Keyboard, VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Recognizer
from voiceflow.engines.stt.whisper import WhisperEngine
from voiceflow.round_trip import word_error_rate
from voiceflow.settings import Stt

pytestmark = [pytest.mark.desktop, pytest.mark.real_model]

ROOT = Path(__file__).parents[2]
TEXT = "Please send the report to the office. Every morning she walks to the market."
SELECTED = "Please send the report to the office. Every morning she walks to the market and buys bread."
LONG_TEXT = "The river runs through the valley and the people walk along its bank in the evening. " * 10
SPOKEN_RATE_HZ = 48_000
MOST_SILENCE_S = 0.8
"""Between two sentences the voices themselves leave up to 0.4 s, and reading 0.15 s more."""
MOST_ERRORS = 0.25
"""The starter voice never says a sentence twice the same way; espeak is no human, and tiny.en is the smallest model."""


class Folders:
    def folder(self, name_or_path: str) -> Path:
        return Path(name_or_path)

    def best(self, family: str = "stt", language: str = "") -> str:
        raise AssertionError("these tests name their model")


@pytest.fixture(scope="module")
def whisper(starter_whisper: Path) -> Iterator[Recognizer]:
    recognizer = WhisperEngine(Stt(isolated=False, device="cpu"), Folders()).load(str(starter_whisper))
    yield recognizer
    recognizer.close()


@pytest.fixture
def desktop(make_desktop: Callable[..., Desktop], starter_voice: Path) -> Desktop:
    return make_desktop(x=False, keyring=False, speaker="recorded")


@pytest.fixture
def whole_desktop(make_desktop: Callable[..., Desktop], starter_voice: Path) -> Desktop:
    return make_desktop(speaker="recorded")


def played(desktop: Desktop) -> np.ndarray:
    """From the first sound to the last: mono, 48 kHz."""
    pcm = np.frombuffer(desktop.speaker_sound(), np.int16).astype(np.float32) / 32768
    sounding = np.nonzero(np.abs(pcm) > 0.01)[0]
    return pcm[sounding[0] : sounding[-1] + 1] if len(sounding) else pcm[:0]


def longest_silence_s(pcm: np.ndarray) -> float:
    sounding = np.nonzero(np.abs(pcm) > 0.01)[0]
    return float(np.diff(sounding).max()) / SPOKEN_RATE_HZ


def heard(desktop: Desktop, whisper: Recognizer) -> str:
    silence = np.zeros(8_000, np.float32)
    pcm = np.concatenate([silence, soxr.resample(played(desktop), SPOKEN_RATE_HZ, 16_000), silence])
    return whisper.decode(DecodeRequest(pcm, DecodeOptions(language="en", beam_size=5, full_context=True))).text


def say(desktop: Desktop, *arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "voiceflow", "say", *arguments]
    return desktop.run(command, env=desktop.env | {"PYTHONPATH": str(ROOT)}, cwd=ROOT, input=text, check=False)


@pytest.mark.parametrize("engine", ["", "espeak"], ids=["starter voice", "espeak"])
def test_a_fresh_machine_speaks_and_is_heard(desktop: Desktop, whisper: Recognizer, engine: str) -> None:
    done = say(desktop, "-", *(["--engine", engine] if engine else []), text=TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    text = heard(desktop, whisper)
    errors = word_error_rate(TEXT, text)
    print(f"{engine or 'starter voice'}: word error rate {errors:.1%}: {text}")
    assert errors <= MOST_ERRORS
    assert longest_silence_s(played(desktop)) < MOST_SILENCE_S


def test_the_running_app_speaks_and_reads_the_selection_at_a_key(whole_desktop: Desktop, whisper: Recognizer) -> None:
    desktop = whole_desktop
    owner = desktop.popen(["xclip", "-selection", "primary", "-quiet"], stdin=subprocess.PIPE)
    assert owner.stdin is not None
    owner.stdin.write(SELECTED.encode())
    owner.stdin.close()
    with VoiceFlow(desktop, config='[tts]\nhotkey = "F8"\nengine = "espeak"\n') as app, Keyboard(desktop) as keyboard:
        assert app.command("say", "Hello there.").returncode == 0
        wait_until(lambda: len(played(desktop)) > 0, "the first text")
        said = len(played(desktop))
        keyboard.press("F8")
        keyboard.release("F8")
        wait_until(lambda: len(played(desktop)) > said + 3 * SPOKEN_RATE_HZ, "the selection", 20)
        wait_until(lambda: app.ask("status")["reading"] == "idle", "the end of it", 20)
    errors = word_error_rate(f"Hello there. {SELECTED}", heard(desktop, whisper))
    print(f"the selection: word error rate {errors:.1%}")
    assert errors <= MOST_ERRORS


def test_a_dictation_silences_it_before_the_microphone_opens(make_desktop: Callable[..., Desktop]) -> None:
    desktop = make_desktop(speaker="echo")
    with VoiceFlow(desktop, config='[tts]\nengine = "espeak"\n[audio]\nstart_cue = false\n') as app:
        saying = desktop.popen([sys.executable, "-m", "voiceflow", "say", LONG_TEXT], env=app.env, cwd=ROOT)
        wait_until(lambda: app.ask("status")["reading"] == "speaking", "its voice", 20)
        with Keyboard(desktop) as keyboard:
            keyboard.press("F9")
            app.wait_for_state("listening")
            assert app.ask("status")["reading"] == "idle"
            wait_until(lambda: app.ask("status")["recording_s"] > 2, "two seconds of sound")
            keyboard.release("F9")
        wait_until(lambda: app.ask("status")["last"], "the end of the dictation", 60)
        assert app.ask("status")["last"]["state"] == "empty"
        assert saying.wait(20) == 0
