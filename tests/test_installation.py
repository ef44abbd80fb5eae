"""The command that adds an extra to this very installation, whatever brought it here."""

import importlib
import shlex
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from voiceflow.installation import PACKAGE, Installation, command_to_add, cure_of_missing, this_installation

PYTHON = "/home/ann b/env/bin/python"


@pytest.fixture
def plain(tmp_path: Path) -> Installation:
    """From the package index by pip, into an environment of its own."""
    return Installation(PYTHON, tmp_path)


def words(command: str) -> list[str]:
    assert sys.platform != "win32", "quoted otherwise there"
    return shlex.split(command)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="reads the commands as a POSIX shell does")


def test_pip(plain: Installation) -> None:
    assert words(command_to_add("cuda", plain)) == [PYTHON, "-m", "pip", "install", f"{PACKAGE}[cuda]"]


def test_an_environment_without_pip_is_uvs(plain: Installation) -> None:
    command = command_to_add("cuda", replace(plain, pip=False))
    assert words(command) == ["uv", "pip", "install", "--python", PYTHON, f"{PACKAGE}[cuda]"]


def test_a_checkout_stays_one(plain: Installation) -> None:
    here = replace(plain, source="/src/voice flow", editable=True)
    assert words(command_to_add("cuda", here))[-2:] == ["--editable", "/src/voice flow[cuda]"]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("/src/voiceflow", "/src/voiceflow[cuda]"),
        ("git+https://example.org/voiceflow", f"{PACKAGE}[cuda] @ git+https://example.org/voiceflow"),
    ],
)
def test_it_comes_from_where_the_program_came(plain: Installation, source: str, wanted: str) -> None:
    assert words(command_to_add("cuda", replace(plain, source=source)))[-1] == wanted


def test_pipx_gets_the_packages_of_the_extra(plain: Installation) -> None:
    (plain.folder / "pipx_metadata.json").write_text("{}")
    command = words(command_to_add("cuda", plain))
    assert command[:3] == ["pipx", "inject", PACKAGE]
    assert {"nvidia-cublas-cu12", "nvidia-ml-py"} == set(command[3:])


def test_a_uv_tool_keeps_the_extras_that_it_has(plain: Installation) -> None:
    (plain.folder / "uv-receipt.toml").write_text(
        f'[tool]\nrequirements = [{{ name = "{PACKAGE}", extras = ["tts", "starter"] }}]\n'
    )
    assert words(command_to_add("cuda", plain)) == ["uv", "tool", "install", "--force", f"{PACKAGE}[cuda,starter,tts]"]


def test_a_uv_tool_with_a_receipt_of_another_kind_is_one_still(plain: Installation) -> None:
    (plain.folder / "uv-receipt.toml").write_text("not = [toml")
    assert words(command_to_add("cuda", plain))[-1] == f"{PACKAGE}[cuda]"


def test_a_package_with_its_own_python_takes_nothing(plain: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    assert command_to_add("cuda", replace(plain, frozen=True)) == ""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "package index" in cure_of_missing("cuda")


def test_this_one_is_known() -> None:
    here = this_installation()
    assert here.python == sys.executable
    assert command_to_add("cuda") in cure_of_missing("cuda")
    if here.editable:
        assert (Path(here.source) / "pyproject.toml").is_file()


@pytest.mark.parametrize(
    ("module", "engine", "extra"),
    [("tts.piper", "PiperVoiceEngine", "tts"), ("tts.espeak", "EspeakEngine", "tts"),
     ("stt.parakeet", "ParakeetEngine", "parakeet")],
)  # fmt: skip
def test_an_engine_that_lacks_its_extra_says_how_this_installation_gets_it(
    monkeypatch: pytest.MonkeyPatch, module: str, engine: str, extra: str
) -> None:
    room = importlib.import_module(f"voiceflow.engines.{module}")
    monkeypatch.setattr(room, "find_spec", lambda _: None)
    problem = getattr(room, engine)(None, None).unavailable()
    assert problem.hint == cure_of_missing(extra)
    assert command_to_add(extra) in problem.hint
