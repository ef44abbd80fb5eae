"""`config.toml` on disk."""

import os
import stat
import threading
from pathlib import Path

import pytest

from voiceflow.errors import SettingsError
from voiceflow.settings import Settings
from voiceflow.settings_file import SettingsFile, StateFile

COMMENTED = """# my settings
[stt]
model = "tiny.en" # small and quick
beam_size = 99

[ui] # looks
theme = "dark"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "config.toml"


def written(path: Path, text: str) -> SettingsFile:
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return SettingsFile(path)


def test_without_a_file_everything_has_its_default(path: Path) -> None:
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert file.problems == []
    assert not path.exists()


def test_a_wrong_value_has_its_default_and_the_rest_is_used(path: Path) -> None:
    file = written(path, COMMENTED)
    settings = file.load()
    assert (settings.stt.model, settings.stt.beam_size, settings.ui.theme) == ("tiny.en", 2, "dark")
    assert [(problem.line, problem.key) for problem in file.problems] == [(4, "stt.beam_size")]


def test_comments_and_order_survive_a_change(path: Path) -> None:
    file = written(path, COMMENTED)
    file.load()
    file.set("stt.beam_size", "5")
    file.set("stt.hotwords", ["Zürich"])
    file.set("audio.start_cue", False)
    file.save()
    text = path.read_text("utf-8")
    assert text.startswith('# my settings\n[stt]\nmodel = "tiny.en" # small and quick\nbeam_size = 5\n')
    assert "[ui] # looks" in text
    again = SettingsFile(path)
    settings = again.load()
    assert (settings.stt.beam_size, settings.stt.hotwords, settings.audio.start_cue) == (5, ["Zürich"], False)
    assert again.problems == []


@pytest.mark.parametrize("text", ['stt.language = "de"\n', 'stt = { language = "de" }\n', "stt = 3\n", ""])
def test_a_change_fits_into_every_form_of_the_file(path: Path, text: str) -> None:
    file = written(path, text)
    before = file.load()
    file.set("stt.model", "base")
    file.save()
    after = SettingsFile(path).load()
    assert (after.stt.model, after.stt.language) == ("base", before.stt.language)


def test_a_change_is_seen_at_once_and_refused_when_wrong(path: Path) -> None:
    file = SettingsFile(path)
    before = file.load()
    file.set("stt.model", "base")
    assert (file.get("stt.model"), file.settings.stt.model, before.stt.model) == ("base", "base", "")
    with pytest.raises(SettingsError, match="from 1 to 10"):
        file.set("stt.beam_size", 11)
    with pytest.raises(SettingsError, match="Did you mean"):
        file.get("stt.modle")
    assert file.get("stt.beam_size") == 2


def test_what_another_program_wrote_meanwhile_stays(path: Path) -> None:
    mine, other = SettingsFile(path), SettingsFile(path)
    mine.load()
    other.load()
    other.set("ui.theme", "light")
    other.save()
    mine.set("stt.model", "base")
    mine.save()
    settings = SettingsFile(path).load()
    assert (settings.ui.theme, settings.stt.model) == ("light", "base")


def test_a_file_that_does_not_parse_is_told_and_left_untouched(path: Path) -> None:
    broken = "[stt]\nmodel = base\n"
    file = written(path, broken)
    assert file.load() == Settings()
    assert [problem.line for problem in file.problems] == [2]
    file.set("stt.model", "base")
    with pytest.raises(SettingsError, match="line 2"):
        file.save()
    assert path.read_text() == broken


@pytest.mark.parametrize("content", [b"\xff\xfe\x00bad", None])
def test_a_file_that_cannot_be_read_is_told(path: Path, content: bytes | None) -> None:
    path.mkdir(parents=True)
    if content is not None:
        path.rmdir()
        path.write_bytes(content)
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert len(file.problems) == 1
    with pytest.raises(SettingsError):
        file.save()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_only_this_user_can_read_the_file(path: Path) -> None:
    file = SettingsFile(path)
    file.set("stt.model", "base")
    file.save()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "voiceflow.toml"
    real.parent.mkdir()
    real.write_text("[ui]\ntheme = 'dark'\n")
    path.parent.mkdir()
    path.symlink_to(real)
    file = SettingsFile(path)
    file.load()
    file.set("stt.model", "base")
    file.save()
    assert path.is_symlink()
    assert "base" in real.read_text()


def test_a_disk_that_refuses_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(path, COMMENTED)
    file.load()
    file.set("stt.model", "base")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="No space left"):
        file.save()
    assert path.read_text() == COMMENTED
    assert [entry.name for entry in path.parent.iterdir()] == ["config.toml"]


def test_export_and_import_carry_everything(path: Path, tmp_path: Path) -> None:
    written(path, COMMENTED.replace("99", "3")).export(tmp_path / "out.toml")
    elsewhere = SettingsFile(tmp_path / "elsewhere" / "config.toml")
    elsewhere.set("ui.theme", "light")
    elsewhere.save()
    settings = elsewhere.import_from(tmp_path / "out.toml")
    assert (settings.stt.beam_size, settings.ui.theme) == (3, "dark")
    assert "small and quick" in elsewhere.path.read_text()
    assert "light" in elsewhere.path.with_name("config.toml.bak").read_text()


def test_export_without_a_file_shows_every_setting(path: Path, tmp_path: Path) -> None:
    SettingsFile(path).export(tmp_path / "out.toml")
    assert "# beam_size = 2" in (tmp_path / "out.toml").read_text()


@pytest.mark.parametrize("text", ["[stt]\nbeam_size = 0\n", "not toml", None])
def test_an_import_that_is_wrong_changes_nothing(path: Path, tmp_path: Path, text: str | None) -> None:
    file = written(path, COMMENTED)
    if text is not None:
        (tmp_path / "in.toml").write_text(text)
    with pytest.raises(SettingsError):
        file.import_from(tmp_path / "in.toml")
    assert path.read_text() == COMMENTED


def test_a_reader_never_sees_half_a_file(path: Path) -> None:
    file = SettingsFile(path)
    file.set("stt.prompt", "x" * 5000)
    file.save()
    seen: list[list[object]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            reader = SettingsFile(path)
            reader.load()
            seen.append([*reader.problems, len(reader.get("stt.prompt"))])

    thread = threading.Thread(target=read)
    thread.start()
    for size in range(5000, 5040):
        file.set("stt.prompt", "x" * size)
        file.save()
    done.set()
    thread.join(10)
    assert seen and all(len(problems) == 1 and problems[0] >= 5000 for problems in seen)  # type: ignore[operator]


def test_state_is_written_at_once_and_may_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "data" / "state.json"
    StateFile(path).set("window", {"x": 10, "y": 20})
    assert StateFile(path).get("window") == {"x": 10, "y": 20}
    for damaged in ("{", "[1]", "\x00"):
        path.write_text(damaged)
        assert StateFile(path).get("window", "none") == "none"
