"""A Wayland desktop for tests: sway without a screen, on the private bus of `Desktop`."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from tests.end_to_end.rig import Desktop, missing_programs, wait_until

_CONFIG = """
output HEADLESS-1 resolution 1280x800 position 0,0
xwayland disable
default_border none
focus_on_window_activation focus
"""
_PROGRAMS = ("sway", "swaymsg", "wtype", "wl-paste", "wl-copy", "foot", "unshare")


def missing() -> list[str]:
    return missing_programs() + [program for program in _PROGRAMS if shutil.which(program) is None]


@contextmanager
def sway_desktop() -> Iterator[Desktop]:
    with Desktop(x=False, audio=False, keyring=False) as desktop:
        config = desktop.folder / "sway.conf"
        config.write_text(_CONFIG)
        desktop.env |= {"XDG_SESSION_TYPE": "wayland", "XDG_CURRENT_DESKTOP": "sway"}
        headless = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
        # sway refuses to run as root, so there it gets a user namespace in which it is somebody else
        other_user = ["unshare", "--user", "--map-user=1000", "--map-group=1000"] if os.geteuid() == 0 else []
        command = [*other_user, "sway", "--unsupported-gpu", "-c", str(config)]
        sway = desktop.popen(command, env=desktop.env | headless)
        runtime = desktop.folder / "run"

        def sockets() -> tuple[list[str], list[str]] | None:
            if sway.poll() is not None:
                raise RuntimeError("sway ended at its start")
            wayland = [path.name for path in runtime.glob("wayland-*") if path.is_socket()]
            control = [str(path) for path in runtime.glob("sway-ipc.*.sock")]
            return (wayland, control) if wayland and control else None

        wayland, control = wait_until(sockets, "sway")
        desktop.env |= {"WAYLAND_DISPLAY": wayland[0], "SWAYSOCK": control[0]}
        yield desktop
