import pytest

from installer.apt import Apt
from installer.packages import needed
from tests.installer.conftest import MakeMachine

GLIB = [package for package in needed("run") if package.need == "libglib-2.0.so.0"]
DEBIAN_12 = """\
libglib2.0-0:
  Installed: (none)
  Candidate: 2.74.6-2
  Version table:
     2.74.6-2 500
"""
UBUNTU_24_04 = """\
libglib2.0-0t64:
  Installed: (none)
  Candidate: 2.80.0-6
  Version table:
libglib2.0-0:
  Installed: (none)
  Candidate: (none)
  Version table:
"""


@pytest.mark.parametrize(
    ("policy", "name"),
    [
        pytest.param(DEBIAN_12, "libglib2.0-0", id="Debian 12"),
        pytest.param(UBUNTU_24_04, "libglib2.0-0t64", id="Ubuntu 24.04"),
        pytest.param("", "libglib2.0-0", id="no package lists"),
    ],
)
def test_renamed_packages_get_the_name_that_apt_knows(make_machine: MakeMachine, policy: str, name: str) -> None:
    machine = make_machine(programs={"apt-cache": f"printf '%s' '{policy}'"})
    assert Apt(machine).names(GLIB) == [name]


def test_a_package_that_brings_several_things_is_named_once(make_machine: MakeMachine) -> None:
    pulse = [package for package in needed("test") if package.names["apt"] == "libasound2-plugins"]
    assert len(pulse) == 2
    assert Apt(make_machine()).names(pulse) == ["libasound2-plugins"]
