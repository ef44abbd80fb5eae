import os
from pathlib import Path

import pytest

from installer.machine import InstallError, Machine
from installer.managers import ensure_packages
from installer.packages import needed
from tests.installer.conftest import MakeMachine

LIBRARIES = tuple(package.need for package in needed("run") if ".so" in package.need)
FONT = "usr/share/fonts/some.ttf"
LISTS = "var/lib/apt/lists/some_Packages"
ENV = {"env": 'shift; exec "$@"'}


@pytest.fixture(autouse=True)
def unprivileged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """What the doubles of apt-get and sudo were called with, one call a line."""
    return tmp_path / "calls"


def lacking(make_machine: MakeMachine, *libraries: str, **more: object) -> Machine:
    """A machine that has everything but `libraries`."""
    return make_machine(libraries=tuple(set(LIBRARIES) - set(libraries)), files=(FONT, LISTS), **more)


@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("apt-get", "sudo apt-get install --no-install-recommends libportaudio2 libxcb-icccm4"),
        ("dnf", "sudo dnf install portaudio xcb-util-wm"),
        ("pacman", "sudo pacman -S --needed portaudio xcb-util-wm"),
        ("zypper", "sudo zypper install libportaudio2 libxcb-icccm4"),
    ],
)
def test_without_rights_the_exact_command_is_told(make_machine: MakeMachine, program: str, command: str) -> None:
    machine = lacking(make_machine, "libportaudio.so.2", "libxcb-icccm.so.4", programs={program: ""})
    with pytest.raises(InstallError) as told:
        ensure_packages("run", machine)
    assert f"\n  {command}\n" in str(told.value)


def test_root_is_not_told_to_use_sudo(make_machine: MakeMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine = lacking(make_machine, "libportaudio.so.2", programs={"dnf": ""})
    with pytest.raises(InstallError, match=r"\n  dnf install portaudio\n"):
        ensure_packages("run", machine)


def test_on_an_unknown_distribution_what_is_missing_is_told(make_machine: MakeMachine) -> None:
    with pytest.raises(InstallError, match=r"libportaudio\.so\.2"):
        ensure_packages("run", lacking(make_machine, "libportaudio.so.2"))


def test_where_nothing_is_missing_nothing_is_called(make_machine: MakeMachine, calls: Path) -> None:
    ensure_packages("run", lacking(make_machine, programs={"apt-get": f"echo $0 >> {calls}"}))
    assert not calls.exists()


def test_sudo_without_a_password_installs(make_machine: MakeMachine, calls: Path, tmp_path: Path) -> None:
    cache = tmp_path / "root/etc/ld.so.cache"
    programs = {
        **ENV,
        "sudo": f'echo "sudo $@" >> {calls}; shift; exec "$@"',
        "apt-get": f'echo "apt-get $@" >> {calls}; printf "/usr/lib/libportaudio.so.2" >> {cache}',
        "true": "exit 0",
    }
    ensure_packages("run", lacking(make_machine, "libportaudio.so.2", programs=programs))
    first, second, *_, last = calls.read_text().splitlines()
    assert first == "sudo -n true"
    assert second.startswith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get")
    assert last.startswith("apt-get")
    assert last.endswith("install -y --no-install-recommends libportaudio2")
    assert "--no-remove" in last


def test_sudo_that_asks_for_a_password_is_not_used(make_machine: MakeMachine) -> None:
    programs = {"sudo": "exit 1", "apt-get": "exit 0"}
    with pytest.raises(InstallError, match="sudo apt-get install"):
        ensure_packages("run", lacking(make_machine, "libportaudio.so.2", programs=programs))


def update_only(calls: Path) -> str:
    """An apt-get that reads its lists but finds no package in them."""
    return f'echo "apt-get $@" >> {calls}; case "$*" in *update*) ;; *) exit 100;; esac'


def apt_calls(calls: Path) -> list[str]:
    lines = [line.split() for line in calls.read_text().splitlines() if line.startswith("apt-get")]
    return ["update" if "update" in line else "install" for line in lines]


def test_old_package_lists_are_read_anew(
    make_machine: MakeMachine, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine = lacking(make_machine, "libportaudio.so.2", programs={"apt-get": update_only(calls), **ENV})
    with pytest.raises(InstallError, match="apt-get install"):
        ensure_packages("run", machine)
    assert apt_calls(calls) == ["install", "update", "install"]


def test_empty_package_lists_are_read_first(
    make_machine: MakeMachine, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine = lacking(make_machine, "libportaudio.so.2", programs={"apt-get": update_only(calls), **ENV})
    (machine.root / LISTS).unlink()
    with pytest.raises(InstallError, match="apt-get install"):
        ensure_packages("run", machine)
    assert apt_calls(calls) == ["update", "install"]


def test_success_that_leaves_something_missing_is_no_success(
    make_machine: MakeMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine = lacking(make_machine, "libportaudio.so.2", programs={"apt-get": "exit 0", **ENV})
    with pytest.raises(InstallError, match=r"still missing: libportaudio\.so\.2"):
        ensure_packages("run", machine)
