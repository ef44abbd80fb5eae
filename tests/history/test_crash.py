"""`kill -9`: what was spoken is there at the next start."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.end_to_end.rig import wait_until
from tests.history.scan import findings
from tests.history.speaking_process import RATE_HZ, speech
from voiceflow import settings
from voiceflow.history.records import DictationState
from voiceflow.history.store import History
from voiceflow.paths import paths

SCRIPT = Path(__file__).with_name("speaking_process.py")
CHECKOUT = Path(__file__).parent.parent.parent
LOST_AT_MOST_S = 0.5


def speak(home: Path, seed: int, text: str = "") -> "subprocess.Popen[bytes]":
    """Returns when the first block is handed over."""
    env = os.environ | {"VOICEFLOW_HOME": str(home), "PYTHONPATH": str(CHECKOUT)}
    child = subprocess.Popen([sys.executable, str(SCRIPT), str(seed), text], env=env, stdout=subprocess.PIPE)
    assert child.stdout
    child.stdout.readline()
    return child


def kill(child: "subprocess.Popen[bytes]") -> int:
    """Returns how many samples had been handed over."""
    child.send_signal(signal.SIGKILL)
    output, _ = child.communicate(timeout=10)
    lines = output.decode().split("\n")[:-1]
    return int(lines[-1]) if lines else 512


def spoken_until_killed(home: Path, seed: int, after_s: float) -> tuple[int, int]:
    """Samples handed over, and the seed."""
    child = speak(home, seed)
    threading.Event().wait(after_s)
    return kill(child), seed


@pytest.mark.slow
def test_twenty_kills_lose_at_most_half_a_second_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = random.Random(20)
    runs = [(tmp_path / f"home{seed}", seed, moments.uniform(0.0, 2.0)) for seed in range(20)]
    with ThreadPoolExecutor(5) as pool:
        killed = list(pool.map(lambda run: spoken_until_killed(*run), runs))
    losses_ms = []
    for (home, seed, _), (samples, _) in zip(runs, killed, strict=True):
        monkeypatch.setenv("VOICEFLOW_HOME", str(home))
        history = History.open(paths(), settings.History(key_storage="file"))
        found = history.interrupted()
        saved = history.audio("spoken")
        history.close()
        assert speech(seed, len(saved) // 2) == saved
        assert [dictation.id for dictation in found] == (["spoken"] if saved else [])
        losses_ms.append((samples - len(saved) // 2) / RATE_HZ * 1000)
    print(f"lost: {sorted(round(loss_ms) for loss_ms in losses_ms)} ms")
    assert max(losses_ms) <= LOST_AT_MOST_S * 1000


@pytest.fixture
def crashed(private_home: Path) -> bytes:
    """What was spoken for a second before the kill."""
    samples, _ = spoken_until_killed(private_home, seed=1, after_s=1.0)
    return speech(1, samples)


def test_a_crash_is_offered_with_its_sound_until_somebody_deals_with_it(
    crashed: bytes, open_history: Callable[..., History]
) -> None:
    first, second = open_history(), open_history()
    for history in (first, second):
        (found,) = history.interrupted()
        assert found.state is DictationState.INTERRUPTED
        assert found.duration_s == pytest.approx(len(crashed) / 2 / RATE_HZ, abs=LOST_AT_MOST_S)
        assert crashed.startswith(history.audio(found.id))
    second.update("spoken", state=DictationState.RECOVERED).result()
    assert first.interrupted() == []


def test_what_a_crash_left_is_packed_by_and_by(crashed: bytes, open_history: Callable[..., History]) -> None:
    history = open_history()
    history.interrupted()
    saved = history.audio("spoken")
    history.retention().result()
    assert history.audio("spoken") == saved


def test_a_dictation_of_a_running_app_is_not_called_interrupted(
    private_home: Path, open_history: Callable[..., History]
) -> None:
    child = speak(private_home, seed=1)
    try:
        history = open_history()
        wait_until(lambda: history.audio("spoken"), "sound on disk")
        assert history.interrupted() == []
        dictation = history.get("spoken")
        assert dictation and dictation.state is DictationState.RECORDING
    finally:
        kill(child)
    assert [found.id for found in history.interrupted()] == ["spoken"]


def test_nothing_readable_is_left_on_the_disk_by_a_crash(
    private_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    child = speak(private_home, seed=2, text="quokka zeppelin")
    threading.Event().wait(0.7)
    pcm = speech(2, kill(child))
    assert (private_home / "data" / "history.db-wal").stat().st_size > 8_000
    assert findings([private_home, temporary], ["quokka", "zeppelin"], pcm) == []
