"""Where things are."""

import os
import sys
from pathlib import Path

import pytest

from voiceflow.paths import extra_model_folders, make_private, models_catalogue, paths, resources_folder


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICEFLOW_HOME", str(tmp_path))
    where = paths()
    for place in (
        where.settings_file,
        where.state_file,
        where.database,
        where.models,
        where.logs,
        where.control_socket,
    ):
        assert place.is_relative_to(tmp_path)


def test_a_relative_home_stays_where_it_was_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VOICEFLOW_HOME", "here")
    where = paths()
    monkeypatch.chdir("/")
    assert where.config == tmp_path / "here" / "config"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG base directories")
@pytest.mark.parametrize("runtime", ["/run/user/1000", None])
def test_the_socket_is_in_the_sessions_folder_or_else_in_the_users(
    runtime: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VOICEFLOW_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    if runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    folder = Path(runtime) if runtime else tmp_path / ".local" / "share"
    assert paths().control_socket.is_relative_to(folder)


def test_model_folders_are_listed_like_a_search_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICEFLOW_MODELS", os.pathsep.join(["/a", "", "/b"]))
    assert extra_model_folders() == [Path("/a"), Path("/b")]


def test_what_ships_is_found() -> None:
    assert models_catalogue().is_file()
    assert resources_folder().name in ("resources", "_resources")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_private_folder_is_for_this_user_only(tmp_path: Path) -> None:
    assert make_private(tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
