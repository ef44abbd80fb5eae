import io
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from voiceflow.audio.codecs import write_wav
from voiceflow.audio.files import read
from voiceflow.errors import AudioError

RATE_HZ = 48000


def tone(duration_s: float, rate_hz: int = RATE_HZ) -> np.ndarray:
    return (0.3 * np.sin(2 * np.pi * 440 * np.arange(int(duration_s * rate_hz)) / rate_hz)).astype(np.float32)


def write(path: Path, sound: np.ndarray, codec: str, layout: str = "mono", gap_s: float = 0.0) -> Path:
    """`gap_s` is missing from the middle of the stream."""
    with av.open(str(path), "w") as file:
        stream: Any = file.add_stream(codec, rate=RATE_HZ, layout=layout)
        convert = av.AudioResampler(format=stream.format, layout=layout, rate=RATE_HZ)
        for start in range(0, len(sound), 960):
            part = np.repeat(sound[start : start + 960], 2 if layout == "stereo" else 1)
            frame = av.AudioFrame.from_ndarray(part[None], format="flt", layout=layout)
            frame.sample_rate, frame.time_base = RATE_HZ, Fraction(1, RATE_HZ)
            frame.pts = start + (int(gap_s * RATE_HZ) if start > len(sound) // 2 else 0)
            for same in convert.resample(frame):
                file.mux(stream.encode(same))
        file.mux(stream.encode(None))
    return path


def heard(path: Path | str) -> np.ndarray:
    with read(path) as file:
        return np.concatenate(list(file.chunks()))


@pytest.mark.parametrize(
    ("suffix", "codec", "layout"),
    [
        ("wav", "pcm_s16le", "mono"),
        ("wav", "pcm_f32le", "stereo"),
        ("flac", "flac", "stereo"),
        ("mp3", "mp3", "mono"),
        ("ogg", "libopus", "mono"),
        ("m4a", "aac", "stereo"),
        ("mkv", "aac", "mono"),
    ],
)
def test_every_format_gives_the_same_tone(tmp_path: Path, suffix: str, codec: str, layout: str) -> None:
    path = write(tmp_path / f"tone.{suffix}", tone(2), codec, layout)
    with read(path) as file:
        assert file.duration_s == pytest.approx(2, abs=0.1)
        sound = np.concatenate(list(file.chunks()))
        assert file.warnings == []
    assert sound.dtype == np.float32
    assert len(sound) / 16000 == pytest.approx(2, abs=0.06)
    assert np.abs(np.fft.rfft(sound[8000:24000])).argmax() == 440
    assert sound[8000:24000].std() == pytest.approx(0.3 / 2**0.5, rel=0.08)


def fail(path: Path | str) -> AudioError:
    with pytest.raises(AudioError) as caught:
        heard(path)
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    return caught.value


def text_file(path: Path) -> None:
    path.write_text("these are words, not sound\n" * 100)


def playlist(path: Path) -> None:
    path.write_text("#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/secret.ts\n#EXT-X-ENDLIST\n")


def only_pictures(path: Path) -> None:
    with av.open(str(path), "w") as file:
        stream = file.add_stream("mpeg4", rate=10)
        stream.width, stream.height = 32, 32
        file.mux(stream.encode(av.VideoFrame(32, 32, "yuv420p")))
        file.mux(stream.encode(None))


def no_samples(path: Path) -> None:
    write_wav(path, np.zeros(0, np.float32), 16000)


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("missing.wav", lambda path: None, "audio.file_missing"),
        ("folder.wav", Path.mkdir, "audio.file_is_folder"),
        ("empty.wav", Path.touch, "audio.file_empty"),
        ("text.wav", text_file, "audio.file_format"),
        ("text.mp3", text_file, "audio.file_format"),
        ("playlist.m3u8", playlist, "audio.file_format"),
        ("film.mkv", only_pictures, "audio.file_without_audio"),
        ("nothing.wav", no_samples, "audio.file_no_sound"),
    ],
)
def test_bad_files_say_what_is_wrong(tmp_path: Path, name: str, make: Callable[[Path], object], code: str) -> None:
    make(tmp_path / name)
    error = fail(tmp_path / name)
    assert error.code == code
    assert name in error.title


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.wav"
    path.touch(mode=0o000)
    assert fail(path).code == "audio.file_refused"


def test_of_a_truncated_mp3_all_that_is_there_is_used(tmp_path: Path) -> None:
    path = write(tmp_path / "cut.mp3", tone(10), "mp3")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2 + 37])
    with read(path) as file:
        sound = np.concatenate(list(file.chunks()))
        assert [warning.code for warning in file.warnings] == ["audio.file_cut_short"]
    assert len(sound) / 16000 == pytest.approx(5, abs=0.2)


def test_damage_in_the_middle_costs_only_that_place(tmp_path: Path) -> None:
    path = write(tmp_path / "damaged.mp3", tone(10), "mp3")
    sound = bytearray(path.read_bytes())
    middle = len(sound) // 2
    sound[middle : middle + 3000] = np.random.default_rng(0).bytes(3000)
    path.write_bytes(sound)
    with read(path) as file:
        assert sum(map(len, file.chunks())) / 16000 > 8
        assert file.warnings


@pytest.mark.parametrize(("suffix", "codec"), [("mkv", "pcm_s16le"), ("mp4", "flac")])
def test_a_gap_in_the_stream_is_silence_so_that_times_stay_right(tmp_path: Path, suffix: str, codec: str) -> None:
    sound = heard(write(tmp_path / f"gap.{suffix}", tone(4), codec, gap_s=3.5))
    assert len(sound) / 16000 == pytest.approx(7.5, abs=0.05)
    assert np.abs(sound[int(2.25 * 16000) : int(5.4 * 16000)]).max() < 0.01
    assert np.abs(sound[int(5.6 * 16000) :]).max() > 0.2


def test_stdin_is_read_as_a_stream(tmp_path: Path) -> None:
    path = write(tmp_path / "tone.wav", tone(2), "pcm_s16le")
    program = "from voiceflow.audio.files import read; print(sum(map(len, read('-').chunks())))"
    answer = subprocess.run([sys.executable, "-c", program], input=path.read_bytes(), capture_output=True, check=True)
    assert int(answer.stdout) == pytest.approx(32000, abs=50)


def test_memory_stays_flat_over_five_minutes(tmp_path: Path) -> None:
    path = write(tmp_path / "long.flac", np.zeros(300 * RATE_HZ, np.float32), "flac")
    tracemalloc.start()
    try:
        with read(path) as file:
            seconds = sum(len(chunk) for chunk in file.chunks()) / 16000
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert seconds == pytest.approx(300, abs=0.1)
    assert peak_bytes < 8_000_000


def test_every_file_is_closed(tmp_path: Path) -> None:
    path = write(tmp_path / "tone.wav", tone(1), "pcm_s16le")
    with read(path) as file:
        source = file._source
    assert source.closed
    assert isinstance(source, io.BufferedReader)
