"""What the desktop around us can do and its user has asked for."""

import os
import shutil
import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen


def can_place_windows() -> bool:
    """Wayland lets no program say where its window stands, and a new window there may take the focus."""
    return not QGuiApplication.platformName().startswith("wayland")


def screen_at(point: tuple[int, int]) -> QScreen | None:
    """`point` in the pixels of the whole desktop: there each of Qt's screens begins where Qt says, and is larger than
    Qt says by its scale."""
    for screen in QGuiApplication.screens():
        area = screen.geometry()
        if QRect(area.topLeft(), area.size() * screen.devicePixelRatio()).contains(*point):
            return screen
    return None


def composited() -> bool:
    """Whether windows may be see-through. On X11 a compositor owns the selection _NET_WM_CM_Sn (EWMH 1.5)."""
    if QGuiApplication.platformName() != "xcb":
        return True
    from Xlib import X, display
    from Xlib.error import DisplayError

    try:
        connection = display.Display()
    except (DisplayError, OSError):
        return False
    try:
        atom = connection.intern_atom(f"_NET_WM_CM_S{connection.get_default_screen()}")
        return bool(connection.get_selection_owner(atom) != X.NONE)
    finally:
        connection.close()


def reduced_motion() -> bool:
    """The user has switched animations off in the system's settings. May take a second: for a worker."""
    if sys.platform == "win32":
        import ctypes

        get_client_area_animation = 0x1042  # SystemParametersInfo, winuser.h
        on = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(on), 0)
        return not on.value
    if sys.platform == "darwin":
        return _asked(["defaults", "read", "com.apple.universalaccess", "reduceMotion"]) == "1"
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    if "KDE" in desktop:
        read = next((name for name in ("kreadconfig6", "kreadconfig5") if shutil.which(name)), "kreadconfig6")
        return _asked([read, "--group", "KDE", "--key", "AnimationDurationFactor"]) in ("0", "0.0")
    if "GNOME" in desktop:
        return _asked(["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"]) == "false"
    return False


def _asked(command: list[str]) -> str:
    import subprocess

    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=2, check=False).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""
