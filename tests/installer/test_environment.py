"""The virtual environment with a double of uv: it makes the folder and notes what it was asked to install."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from installer.environment import Environment
from installer.machine import InstallError, Machine
from installer.packages import missing
from tests.installer.conftest import MakeMachine

PROJECT = """
[project]
dependencies = ["alpha>=1"]
[project.optional-dependencies]
starter = ["beta==2"]
dev = ["gamma>=3"]
[dependency-groups]
build = ["delta"]
"""
LOCK = """\
alpha==1.0 \\
    --hash=sha256:aa
    # via voiceflow
beta==2.0 \\
    --hash=sha256:bb
    # via voiceflow
delta==4.0 \\
    --hash=sha256:dd
    # via voiceflow
gamma==3.0 \\
    --hash=sha256:cc
    # via voiceflow
"""
UV = """
echo "$@" >> {log}
case "$1" in
venv)
    for folder; do :; done
    /bin/mkdir -p "$folder/bin"
    /bin/ln -s {python} "$folder/bin/python"
    echo > "$folder/pyvenv.cfg";;
pip)
    for last; do :; done
    [ ! -e {failure} ];;
esac
"""
RUN, TEST = frozenset({"starter"}), frozenset({"starter", "dev"})


class Checkout:
    """A checkout with its environment, and what uv was asked for since the last look."""

    def __init__(self, folder: Path, make_machine: MakeMachine) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "pyproject.toml").write_text(PROJECT)
        (folder / "requirements.lock").write_text(LOCK)
        self.log = folder.parent / "uv.log"
        self.failure = folder.parent / "uv-fails"
        uv = UV.format(log=self.log, failure=self.failure, python=sys.executable)
        self.machine = make_machine(programs={"uv": uv})

    def ensure(self, extras: frozenset[str]) -> list[str]:
        """The first words of each of uv's calls."""
        self.log.write_text("")
        try:
            Environment(self.machine, self.folder).ensure(extras)
        finally:
            calls = self.log.read_text().splitlines()
        return ["venv" if call.startswith("venv") else "-e" if " -e " in call else "-r" for call in calls]

    def installed(self) -> set[str]:
        lines = (self.folder / ".venv/voiceflow-requirements.txt").read_text().splitlines()
        return {line.partition("==")[0] for line in lines if "==" in line}


@pytest.fixture
def checkout(tmp_path: Path, make_machine: MakeMachine) -> Checkout:
    return Checkout(tmp_path / "checkout", make_machine)


def test_a_new_clone_gets_an_environment_the_locked_packages_and_itself(checkout: Checkout) -> None:
    assert checkout.ensure(RUN) == ["venv", "-r", "-e"]
    assert checkout.installed() == {"alpha", "beta", "delta"}


def test_hashes_are_required_and_the_checkout_brings_no_dependencies(checkout: Checkout) -> None:
    checkout.ensure(RUN)
    _, packages, itself = checkout.log.read_text().splitlines()
    assert "--require-hashes" in packages
    assert "--no-deps --no-build-isolation -e" in itself


def test_a_second_time_nothing_is_done(checkout: Checkout) -> None:
    checkout.ensure(RUN)
    assert checkout.ensure(RUN) == []


def test_where_nothing_is_missing_it_adds_under_half_a_second(checkout: Checkout) -> None:
    checkout.ensure(TEST)
    started = time.perf_counter()
    missing("test", Machine())
    checkout.ensure(TEST)
    assert time.perf_counter() - started < 0.5


def test_another_use_adds_what_it_needs(checkout: Checkout) -> None:
    checkout.ensure(RUN)
    assert checkout.ensure(TEST) == ["-r", "-e"]
    assert checkout.installed() == {"alpha", "beta", "delta", "gamma"}


def test_a_use_that_needs_less_does_nothing(checkout: Checkout) -> None:
    checkout.ensure(TEST)
    assert checkout.ensure(RUN) == []


def test_what_an_earlier_use_installed_is_kept_up_to_date(checkout: Checkout) -> None:
    checkout.ensure(TEST)
    (checkout.folder / "requirements.lock").write_text(LOCK.replace("gamma==3.0", "gamma==3.1"))
    assert checkout.ensure(RUN) == ["-r", "-e"]
    assert "gamma" in checkout.installed()


def change_lock(checkout: Checkout) -> None:
    (checkout.folder / "requirements.lock").write_text(LOCK + "\n")


def change_project(checkout: Checkout) -> None:
    (checkout.folder / "pyproject.toml").write_text(PROJECT + "\n")


def cut_off(checkout: Checkout) -> None:
    (checkout.folder / ".venv/voiceflow-install.json").unlink()


def damage_stamp(checkout: Checkout) -> None:
    (checkout.folder / ".venv/voiceflow-install.json").write_text('{"place": ')


@pytest.mark.parametrize("change", [change_lock, change_project, cut_off, damage_stamp])
def test_packages_are_installed_again_after(checkout: Checkout, change: Callable[[Checkout], None]) -> None:
    checkout.ensure(RUN)
    change(checkout)
    assert checkout.ensure(RUN) == ["-r", "-e"]


def move(checkout: Checkout) -> None:
    checkout.folder = checkout.folder.rename(checkout.folder.parent / "moved")


def remove_python(checkout: Checkout) -> None:
    python = checkout.folder / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/nowhere/python3")


@pytest.mark.parametrize("change", [move, remove_python])
def test_the_environment_is_made_anew_after(checkout: Checkout, change: Callable[[Checkout], None]) -> None:
    checkout.ensure(RUN)
    change(checkout)
    assert checkout.ensure(RUN) == ["venv", "-r", "-e"]


def test_an_installation_that_fails_is_told_and_done_again(checkout: Checkout) -> None:
    checkout.failure.touch()
    with pytest.raises(InstallError, match="proxy or a mirror"):
        checkout.ensure(RUN)
    checkout.failure.unlink()
    assert checkout.ensure(RUN) == ["-r", "-e"]


def test_a_folder_that_is_no_environment_is_left_alone(checkout: Checkout) -> None:
    (checkout.folder / ".venv").mkdir()
    (checkout.folder / ".venv" / "notes.txt").write_text("mine")
    with pytest.raises(InstallError, match="no virtual environment"):
        checkout.ensure(RUN)
    assert (checkout.folder / ".venv" / "notes.txt").read_text() == "mine"
