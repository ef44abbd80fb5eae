import pytest

from installer.packages import MANAGERS, missing, needed
from tests.installer.conftest import MakeMachine

LIBRARIES = tuple(package.need for package in needed("run") if ".so" in package.need)
FONT = "usr/share/fonts/truetype/some/Some.ttf"
PULSE_PLUGIN = "usr/lib/x86_64-linux-gnu/alsa-lib/libasound_module_pcm_pulse.so"
PIPEWIRE_PLUGIN = "usr/lib64/alsa-lib/libasound_module_pcm_pipewire.so"


def test_a_machine_that_has_all_misses_nothing(make_machine: MakeMachine) -> None:
    assert missing("run", make_machine(libraries=LIBRARIES, files=(FONT,))) == []


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libportaudio.so.2", "libportaudio2"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libEGL.so.1", "libegl1"),
    ],
)
def test_a_library_that_the_loader_does_not_know_is_missing(
    make_machine: MakeMachine, library: str, package: str
) -> None:
    machine = make_machine(libraries=tuple(set(LIBRARIES) - {library}), files=(FONT,))
    assert [found.names["apt"] for found in missing("run", machine)] == [package]


def test_a_library_of_another_version_does_not_count(make_machine: MakeMachine) -> None:
    others = (*set(LIBRARIES) - {"libxcb-icccm.so.4"}, "libxcb-icccm.so.3")
    assert [found.need for found in missing("run", make_machine(libraries=others, files=(FONT,)))] == [
        "libxcb-icccm.so.4"
    ]


def test_without_the_loader_s_cache_the_library_folders_are_read(make_machine: MakeMachine) -> None:
    machine = make_machine(files=(FONT, *(f"usr/lib/{library}" for library in LIBRARIES)))
    (machine.root / "etc/ld.so.cache").unlink()
    assert missing("run", machine) == []


def test_windows_need_a_font(make_machine: MakeMachine) -> None:
    assert [found.need for found in missing("run", make_machine(libraries=LIBRARIES))] == ["font"]


@pytest.mark.parametrize("plugin", [PULSE_PLUGIN, PIPEWIRE_PLUGIN])
@pytest.mark.parametrize("server", [{"programs": {"pipewire-pulse": ""}}, {"PULSE_SERVER": "unix:/run/pulse"}])
def test_where_pulse_is_used_sound_needs_a_way_to_it(make_machine: MakeMachine, server: dict, plugin: str) -> None:
    machine = make_machine(libraries=LIBRARIES, files=(FONT,), **server)
    assert [found.need for found in missing("run", machine)] == ["pulse-sound"]
    (machine.root / plugin).parent.mkdir(parents=True)
    (machine.root / plugin).touch()
    assert missing("run", machine) == []


def test_tests_need_the_virtual_desktop_too(make_machine: MakeMachine) -> None:
    machine = make_machine(libraries=LIBRARIES, files=(FONT,), programs={"xdotool": ""})
    needs = {found.need for found in missing("test", machine)}
    assert {"Xvfb", "openbox", "sway", "pulseaudio"} <= needs
    assert "xdotool" not in needs


def test_pulseaudio_is_not_forced_on_a_pipewire_desktop(make_machine: MakeMachine) -> None:
    machine = make_machine(programs={"pipewire-pulse": ""})
    assert "pulseaudio" not in {found.need for found in missing("test", machine)}


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_platforms_need_no_system_packages(make_machine: MakeMachine, platform: str) -> None:
    assert missing("test", make_machine(platform=platform)) == []


def test_every_need_names_a_package_for_every_manager() -> None:
    assert all(package.names.keys() == set(MANAGERS) for package in needed("test"))
