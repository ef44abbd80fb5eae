"""A microphone on a real sound server, and everything that can happen to it."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
import wave
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.rig import Desktop

pytestmark = pytest.mark.desktop

ROOT = Path(__file__).parents[2]
NOTICED_S = 2.0


class Driver:
    """`microphone_driver.py` in its own process, and what it says."""

    def __init__(self, desktop: Desktop) -> None:
        self._stderr = desktop.folder / "log" / "driver"
        with self._stderr.open("wb") as log:
            command = [sys.executable, "-m", "tests.audio.microphone_driver"]
            pipe = subprocess.PIPE
            self.process = desktop.popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=log, text=True)
        self.events: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.wait("ready")

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.events.put(json.loads(line))

    def do(self, command: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def wait(self, event: str, timeout_s: float = 8.0) -> dict[str, Any]:
        end_s = time.monotonic() + timeout_s
        while True:
            try:
                said = self.events.get(timeout=max(0.0, end_s - time.monotonic()))
            except queue.Empty:
                pytest.fail(f"no {event!r} within {timeout_s} s")
            if said["event"] == event:
                return said

    def stop(self) -> tuple[int, str]:
        """How it ended, and what it wrote to stderr."""
        self.process.stdin.close()
        code = self.process.wait(10)
        self._reader.join(10)
        return code, self._stderr.read_text()


@pytest.fixture
def desktop(make_desktop: Callable[..., Desktop]) -> Desktop:
    return make_desktop(x=False, keyring=False)


@pytest.fixture
def driver(desktop: Desktop) -> Driver:
    return Driver(desktop)


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    path = tmp_path / "tone.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48000, 0, "NONE", ""))
        file.writeframes(array("h", [9000 if i // 60 % 2 else -9000 for i in range(24000)]).tobytes())
    return path


def hear(desktop: Desktop, driver: Driver, tone: Path) -> None:
    desktop.play(tone)
    driver.wait("loud")


def test_it_hears_what_is_spoken_and_ends_cleanly(desktop: Desktop, driver: Driver, tone: Path) -> None:
    driver.do("open microphone")
    driver.wait("opened")
    first = driver.wait("first")
    assert first["frames"] == first["rate_hz"] // 100
    hear(desktop, driver, tone)
    driver.do("close")
    assert driver.wait("closed")["ms"] < 20
    assert driver.stop() == (0, "")


@pytest.mark.parametrize("name", ["", "microphone"])
def test_the_last_microphone_is_unplugged(desktop: Desktop, driver: Driver, name: str) -> None:
    driver.do(f"open {name}")
    driver.wait("first")
    began_s = time.monotonic()
    desktop.mic_unplug()
    trouble = driver.wait("trouble")
    assert (trouble["code"], trouble["lost"]) == ("audio.device_gone", True)
    assert trouble["time_s"] - began_s < NOTICED_S
    driver.do("close")
    driver.wait("closed")
    driver.do("open")
    assert driver.wait("error")["code"] in ("audio.no_microphone", "audio.device_failed", "audio.format")
    desktop.mic_plug()
    driver.do("open")
    driver.wait("first")
    driver.do("close")
    driver.wait("closed")
    assert driver.stop()[0] == 0


def test_the_sound_server_dies_and_comes_back(desktop: Desktop, driver: Driver) -> None:
    driver.do("open")
    driver.wait("first")
    began_s = time.monotonic()
    desktop.process("pulse").kill()
    trouble = driver.wait("trouble")
    assert (trouble["code"], trouble["lost"]) == ("audio.device_gone", True)
    assert trouble["time_s"] - began_s < NOTICED_S
    driver.do("close")
    driver.wait("closed")
    driver.do("open")
    driver.wait("error")
    desktop.start_pulse()
    driver.do("open")
    driver.wait("first")


def test_a_frozen_sound_server_stalls_the_stream_and_hangs_nobody(desktop: Desktop, driver: Driver) -> None:
    driver.do("open")
    driver.wait("first")
    began_s = time.monotonic()
    os.kill(desktop.process("pulse").pid, signal.SIGSTOP)
    trouble = driver.wait("trouble")
    assert (trouble["code"], trouble["lost"]) == ("audio.stalled", True)
    assert trouble["time_s"] - began_s < NOTICED_S
    driver.do("close")
    assert driver.wait("closed")["ms"] < 20
    assert driver.stop()[0] == 0


def test_a_suspended_source_stalls_and_can_be_used_again(desktop: Desktop, driver: Driver) -> None:
    driver.do("open")
    driver.wait("first")
    desktop.run(["pactl", "suspend-source", "microphone", "1"])
    assert driver.wait("trouble", NOTICED_S)["code"] == "audio.stalled"
    driver.do("close")
    driver.wait("closed")
    desktop.run(["pactl", "suspend-source", "microphone", "0"])
    driver.do("open")
    driver.wait("first")


def test_a_microphone_that_is_muted_while_one_speaks(desktop: Desktop, driver: Driver, tone: Path) -> None:
    driver.do("open")
    hear(desktop, driver, tone)
    desktop.run(["pactl", "set-source-mute", "microphone", "1"])
    trouble = driver.wait("trouble", NOTICED_S)
    assert (trouble["code"], trouble["lost"]) == ("audio.went_silent", False)


def test_a_microphone_that_was_muted_all_along(desktop: Desktop, driver: Driver) -> None:
    desktop.run(["pactl", "set-source-mute", "microphone", "1"])
    driver.do("open")
    first = driver.wait("first")
    trouble = driver.wait("trouble")
    assert (trouble["code"], trouble["lost"]) == ("audio.silent_device", False)
    assert 0.9 < trouble["time_s"] - first["time_s"] < NOTICED_S


def test_another_default_microphone(desktop: Desktop, driver: Driver) -> None:
    driver.do("open")
    driver.wait("first")
    began_s = time.monotonic()
    desktop.run(["pactl", "set-default-source", "speaker.monitor"])
    trouble = driver.wait("trouble")
    assert (trouble["code"], trouble["lost"]) == ("audio.default_changed", False)
    assert "speaker.monitor" in trouble["text"]
    assert trouble["time_s"] - began_s < NOTICED_S


def test_a_microphone_whose_server_moves_it_to_another_source(desktop: Desktop, driver: Driver) -> None:
    """The stream itself shows nothing: callbacks go on, from another source."""
    driver.do("open")
    driver.wait("first")
    began_s = time.monotonic()
    desktop.mic_unplug(every_source=False)
    assert driver.wait("trouble")["time_s"] - began_s < NOTICED_S


def test_a_name_that_is_not_there(driver: Driver) -> None:
    driver.do("open no such microphone")
    error = driver.wait("error")
    assert error["code"] == "audio.unknown_device"
    assert "microphone" in error["text"]


def test_no_sound_server(desktop: Desktop, driver: Driver) -> None:
    desktop.process("pulse").kill()
    desktop.process("pulse").wait(5)
    driver.do("open")
    assert driver.wait("error")["code"] == "audio.no_microphone"


def test_what_is_plugged_in_later_is_found(desktop: Desktop, driver: Driver) -> None:
    config = desktop.folder / "asound.conf"
    driver.do("list")
    assert "headset" not in driver.wait("list")["inputs"]
    config.write_text(config.read_text() + "pcm.headset { type pulse device microphone }\n")
    driver.do("open headset")
    driver.wait("first")
    driver.do("refresh")
    assert not driver.wait("refreshed")["done"]


def test_closed_while_it_hears_it_gives_the_device_back(driver: Driver) -> None:
    for _ in range(5):
        driver.do("open")
        driver.wait("opened")
        driver.do("close")
        driver.wait("closed")
    driver.do("open")
    driver.wait("first")
