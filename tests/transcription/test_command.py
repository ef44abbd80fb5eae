"""`voiceflow transcribe` from the outside, with the scripted engine."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.speech import SpeechClips
from voiceflow.audio.codecs import write_wav
from voiceflow.cli.entry import run
from voiceflow.core import Core
from voiceflow.engines.stt.contract import DecodeRequest, Hypothesis
from voiceflow.engines.stt.scripted import ScriptedRecognizer
from voiceflow.engines.vad.contract import Vad
from voiceflow.paths import make_private, paths

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def clip(speech_clips: SpeechClips) -> Path:
    """One window: the scripted engine says its text once for each."""
    return next(clip.path for clip in speech_clips.in_language("en") if "read" in clip.tags and 3 < clip.duration_s < 4)


@pytest.fixture
def transcribe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    script = tmp_path / "script.txt"
    script.write_text("The quick brown fox. It jumps.")

    def run_it(*arguments: object) -> tuple[int, str, str]:
        words = [str(argument) for argument in arguments]
        code = run(["transcribe", "--engine", "scripted", "--model", str(script), *words], lambda: 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_it


def test_the_text_is_printed(transcribe: Run, clip: Path) -> None:
    assert transcribe(clip) == (0, "The quick brown fox. It jumps.\n", "")


def test_subtitles_are_printed(transcribe: Run, clip: Path) -> None:
    code, out, _ = transcribe(clip, "--format", "srt")
    assert code == 0
    assert out.startswith("1\n00:00:0")
    assert "\nIt jumps.\n" in out


def test_files_are_written_in_every_format(transcribe: Run, clip: Path, tmp_path: Path) -> None:
    code, out, err = transcribe(clip, "-o", tmp_path / "out" / "deep", "--format", "txt,srt,vtt,json")
    assert (code, out, err) == (0, "", "")
    written = {path.suffix: path.read_text() for path in (tmp_path / "out" / "deep").iterdir()}
    assert set(written) == {".txt", ".srt", ".vtt", ".json"}
    assert written[".txt"] == "The quick brown fox. It jumps.\n"
    assert json.loads(written[".json"])["engine"] == "scripted"


def test_a_folder_stands_for_the_sound_files_in_it(transcribe: Run, clip: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "under").mkdir(parents=True)
    (folder / "b.wav").write_bytes(clip.read_bytes())
    (folder / "under" / "a.WAV").write_bytes(clip.read_bytes())
    (folder / "notes.txt").write_text("not sound")
    code, _, err = transcribe(folder, "-o", tmp_path / "out")
    assert (code, err) == (0, "")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"a.txt", "b.txt"}


def test_two_files_of_one_name_do_not_overwrite_each_other(transcribe: Run, clip: Path, tmp_path: Path) -> None:
    for folder in ("x", "y", "z"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "talk.wav").write_bytes(clip.read_bytes())
    transcribe(*(tmp_path / folder / "talk.wav" for folder in "xyz"), "-o", tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"talk.txt", "talk.wav.txt", "talk.wav.2.txt"}


def test_a_file_that_fails_does_not_stop_the_others(transcribe: Run, clip: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.wav").touch()
    (tmp_path / "text.wav").write_text("words" * 100)
    write_wav(tmp_path / "zero.wav", np.zeros(0, np.float32), 16000)
    code, out, err = transcribe(tmp_path / "empty.wav", tmp_path / "none.wav", tmp_path / "text.wav",
                                tmp_path / "zero.wav", clip)  # fmt: skip
    assert code == 1
    assert out == "The quick brown fox. It jumps.\n"
    lines = err.splitlines()
    assert len(lines) == 4
    for line, name in zip(lines, ("empty", "none", "text", "zero"), strict=True):
        assert line.startswith("voiceflow: ")
        assert f"{name}.wav" in line


def test_a_model_that_is_not_there_is_told_once(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["transcribe", "--model", "no-such-model", str(clip), str(clip)], lambda: 0) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "no-such-model" in said.err


@pytest.mark.parametrize("arguments", [("--format", "doc"), ("--format", ""), ("--format", "txt,srt"), ()])
def test_wrong_usage(transcribe: Run, arguments: tuple[str, ...]) -> None:
    files = ("a.wav",) if arguments else ()
    assert transcribe(*files, *arguments)[0] == 2


def test_stdin(clip: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("From a pipe.")
    command = [sys.executable, "-m", "voiceflow", "transcribe", "-", "--engine", "scripted", "--model", str(script)]
    answer = subprocess.run(command, input=clip.read_bytes(), capture_output=True, check=True)
    assert answer.stdout == b"From a pipe.\n"
    assert answer.stderr == b""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(transcribe: Run, clip: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)
    code, _, err = transcribe(clip, "-o", tmp_path / "out")
    assert code == 1
    assert len(err.splitlines()) == 1


def test_an_output_folder_that_is_a_file(transcribe: Run, clip: Path, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    code, _, err = transcribe(clip, "-o", tmp_path / "out")
    assert code == 1
    assert "could not be written" in err


def test_a_truncated_file_gives_what_is_there_with_a_warning(transcribe: Run, clip: Path, tmp_path: Path) -> None:
    import av

    path = tmp_path / "cut.mp3"
    whole = io.BytesIO()
    with av.open(str(clip)) as source, av.open(whole, "w", format="mp3") as file:
        stream = file.add_stream("mp3", rate=44100, layout="mono")
        for frame in source.decode(audio=0):
            frame.pts = None
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    path.write_bytes(whole.getvalue()[: len(whole.getvalue()) // 2])
    code, out, err = transcribe(path)
    assert (code, out) == (1, "The quick brown fox. It jumps.\n")
    assert "ends after" in err


class Loudness(Vad):
    def probability(self, frame: np.ndarray) -> float:
        return float(np.abs(frame).max() > 0.01)

    def reset(self) -> None:
        pass


@pytest.fixture
def long_talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A minute of noise, in sentences, taken for a long file."""
    monkeypatch.setattr("voiceflow.cli.unfinished_files.SHORT_S", 30.0)
    monkeypatch.setattr("voiceflow.transcription.transcriber.BATCH_WINDOWS", 4)
    draw = np.random.default_rng(0)
    sentence = np.concatenate([draw.uniform(-0.3, 0.3, 4 * 16000), np.zeros(16000)])
    write_wav(tmp_path / "long.wav", np.tile(sentence, 12).astype(np.float32), 16000)
    return tmp_path / "long.wav"


@pytest.fixture
def stops_in_the_third_batch(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Ctrl+C there; the call that this returns takes it away again."""
    batches: list[int] = []
    decode_many = ScriptedRecognizer.decode_many

    def stop(self: ScriptedRecognizer, requests: Sequence[DecodeRequest]) -> list[Hypothesis]:
        batches.append(len(requests))
        if len(batches) == 3:
            raise KeyboardInterrupt
        return decode_many(self, requests)

    monkeypatch.setattr(ScriptedRecognizer, "decode_many", stop)
    monkeypatch.setattr(Core, "vad", lambda self: Loudness())
    return lambda: monkeypatch.setattr(ScriptedRecognizer, "decode_many", decode_many)


def test_what_was_interrupted_goes_on_and_is_forgotten_when_it_is_done(
    transcribe: Run, long_talk: Path, stops_in_the_third_batch: Callable[[], None]
) -> None:
    run(["config", "set", "history.key_storage", "file"], lambda: 0)
    code, out, err = transcribe(long_talk, "--language", "en")
    assert (code, out) == (130, "")
    stopped = re.search(r'stopped at (\d:\d\d:\d\d) of "long.wav"', err)
    assert stopped
    stops_in_the_third_batch()
    code, resumed, err = transcribe(long_talk, "--language", "en")
    assert code == 0
    assert f'"long.wav" goes on at {stopped[1]}' in err
    assert transcribe(long_talk, "--language", "en") == (0, resumed, "")


def test_restart_begins_anew(transcribe: Run, long_talk: Path, stops_in_the_third_batch: Callable[[], None]) -> None:
    run(["config", "set", "history.key_storage", "file"], lambda: 0)
    transcribe(long_talk, "--language", "en")
    stops_in_the_third_batch()
    code, _, err = transcribe(long_talk, "--language", "en", "--restart")
    assert (code, err) == (0, "")


def test_without_a_history_the_work_is_done_all_the_same(
    transcribe: Run, long_talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Core, "vad", lambda self: Loudness())
    make_private(paths().data)
    paths().database.write_bytes(b"no database" * 1000)
    code, out, err = transcribe(long_talk, long_talk)
    assert code == 0
    assert out
    assert err.count("has to begin anew") == 1
