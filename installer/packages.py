"""The system packages that VoiceFlow needs on Linux, and which of them are missing. The wheels for macOS and Windows
bring everything."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from installer.machine import Machine

MANAGERS = ("apt", "dnf", "pacman", "zypper")

# What is looked for (a library, a program, or a name in _PROBES), then the package that brings it in each of MANAGERS.
# `a|b` is the first that apt knows: Debian 13 and Ubuntu 24.04 renamed libraries when time became 64 bits wide.
_FOR_RUN = """
venv                    python{version}-venv|python3-venv python3  python              python3
pulse-sound             libasound2-plugins  alsa-plugins-pulseaudio alsa-plugins       alsa-plugins-pulse
font                    fonts-dejavu-core   dejavu-sans-fonts    ttf-dejavu          dejavu-fonts
libportaudio.so.2       libportaudio2       portaudio            portaudio           libportaudio2
libEGL.so.1             libegl1             libglvnd-egl         libglvnd            libglvnd
libGL.so.1              libgl1              libglvnd-glx         libglvnd            libglvnd
libX11-xcb.so.1         libx11-xcb1         libX11-xcb           libx11              libX11-xcb1
libX11.so.6             libx11-6            libX11               libx11              libX11-6
libbrotlidec.so.1       libbrotli1          libbrotli            brotli              libbrotlidec1
libdbus-1.so.3          libdbus-1-3         dbus-libs            dbus                libdbus-1-3
libfontconfig.so.1      libfontconfig1      fontconfig           fontconfig          libfontconfig1
libfreetype.so.6        libfreetype6        freetype             freetype2           libfreetype6
libglib-2.0.so.0        libglib2.0-0t64|libglib2.0-0 glib2       glib2               libglib-2_0-0
libgssapi_krb5.so.2     libgssapi-krb5-2    krb5-libs            krb5                krb5
libwayland-client.so.0  libwayland-client0  libwayland-client    wayland             libwayland-client0
libwayland-cursor.so.0  libwayland-cursor0  libwayland-cursor    wayland             libwayland-cursor0
libwayland-egl.so.1     libwayland-egl1     libwayland-egl       wayland             libwayland-egl1
libxcb-cursor.so.0      libxcb-cursor0      xcb-util-cursor      xcb-util-cursor     libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4       xcb-util-wm          xcb-util-wm         libxcb-icccm4
libxcb-image.so.0       libxcb-image0       xcb-util-image       xcb-util-image      libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1     xcb-util-keysyms     xcb-util-keysyms    libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0       libxcb               libxcb              libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil  xcb-util-renderutil libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0       libxcb               libxcb              libxcb-shape0
libxcb-shm.so.0         libxcb-shm0         libxcb               libxcb              libxcb-shm0
libxcb-sync.so.1        libxcb-sync1        libxcb               libxcb              libxcb-sync1
libxcb-util.so.1        libxcb-util1        xcb-util             xcb-util            libxcb-util1
libxcb-xfixes.so.0      libxcb-xfixes0      libxcb               libxcb              libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1         libxcb               libxcb              libxcb-xkb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0  libxkbcommon-x11     libxkbcommon-x11    libxkbcommon-x11-0
libxkbcommon.so.0       libxkbcommon0       libxkbcommon         libxkbcommon        libxkbcommon0
"""

# The virtual desktop that the tests build: X and Wayland, a window manager, a tray, a microphone, a keyring, targets.
_FOR_TEST = """
pulse-plugin            libasound2-plugins  alsa-plugins-pulseaudio alsa-plugins       alsa-plugins-pulse
pulseaudio              pulseaudio          pulseaudio           pulseaudio          pulseaudio
portal                  xdg-desktop-portal  xdg-desktop-portal   xdg-desktop-portal  xdg-desktop-portal
dejavu-sans             fonts-dejavu-core   dejavu-sans-fonts    ttf-dejavu          dejavu-fonts
accessibility           at-spi2-core        at-spi2-core         at-spi2-core        at-spi2-core
Xvfb                    xvfb                xorg-x11-server-Xvfb xorg-server-xvfb    xorg-x11-server-Xvfb
dbus-daemon             dbus-daemon         dbus-daemon          dbus                dbus-1-daemon
dbus-send               dbus-bin            dbus-tools           dbus                dbus-1-tools
foot                    foot                foot                 foot                foot
gnome-keyring-daemon    gnome-keyring       gnome-keyring        gnome-keyring       gnome-keyring
grim                    grim                grim                 grim                grim
import                  imagemagick         ImageMagick          imagemagick         ImageMagick
mousepad                mousepad            mousepad             mousepad            mousepad
openbox                 openbox             openbox              openbox             openbox
pactl                   pulseaudio-utils    pulseaudio-utils     libpulse            pulseaudio-utils
setxkbmap               x11-xkb-utils       setxkbmap            xorg-setxkbmap      setxkbmap
sway                    sway                sway                 sway                sway
trayer                  trayer              trayer               trayer              trayer
wl-copy                 wl-clipboard        wl-clipboard         wl-clipboard        wl-clipboard
wtype                   wtype               wtype                wtype               wtype
xclip                   xclip               xclip                xclip               xclip
xdotool                 xdotool             xdotool              xdotool             xdotool
xprop                   x11-utils           xprop                xorg-xprop          xprop
xterm                   xterm               xterm                xterm               xterm
"""


def _uses_pulse(machine: Machine) -> bool:
    """PulseAudio, or PipeWire in its place."""
    servers = any(machine.program(name) for name in ("pulseaudio", "pipewire-pulse"))
    return servers or bool(machine.environment.get("PULSE_SERVER"))


def _has_pulse_plugin(machine: Machine) -> bool:
    """ALSA's way to PulseAudio, or PipeWire's own."""
    plugin = "alsa-lib/libasound_module_pcm_p[iu]*.so"
    return machine.has_file(f"usr/lib/*/{plugin}", f"usr/lib/{plugin}", f"usr/lib64/{plugin}")


_PROBES: dict[str, Callable[[Machine], bool]] = {
    # Debian takes ensurepip out of Python and puts it into python3-venv.
    "venv": lambda machine: machine.program("uv") is not None or machine.has_python_module("ensurepip"),
    "pulse-sound": lambda machine: not _uses_pulse(machine) or _has_pulse_plugin(machine),
    "pulse-plugin": _has_pulse_plugin,
    # Its package would put PipeWire's out, and with it the sound of a real desktop.
    "pulseaudio": lambda machine: any(machine.program(name) for name in ("pulseaudio", "pipewire-pulse")),
    "accessibility": lambda machine: machine.has_file("usr/lib*/at-spi-bus-launcher", "usr/lib*/*/at-spi-bus-launcher"),
    "portal": lambda machine: machine.has_file("usr/lib*/xdg-desktop-portal", "usr/lib*/*/xdg-desktop-portal"),
    "font": lambda machine: machine.has_file("usr/share/fonts/**/*.[ot]tf"),
    "dejavu-sans": lambda machine: machine.has_file("usr/share/fonts/**/DejaVuSans.ttf"),
}


@dataclass(frozen=True, slots=True)
class Package:
    """`names`: the package in each of `MANAGERS`; a name may be a choice, `a|b`."""

    need: str
    names: dict[str, str]

    def is_there(self, machine: Machine) -> bool:
        if probe := _PROBES.get(self.need):
            return probe(machine)
        return machine.has_library(self.need) if ".so" in self.need else machine.program(self.need) is not None


def needed(use: str) -> list[Package]:
    """`use` is `run` or `test`."""
    return _rows(_FOR_RUN) + (_rows(_FOR_TEST) if use == "test" else [])


def missing(use: str, machine: Machine) -> list[Package]:
    if machine.platform != "linux":
        return []
    return [package for package in needed(use) if not package.is_there(machine)]


def _rows(table: str) -> list[Package]:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    rows = [line.split() for line in table.format(version=version).strip().splitlines()]
    return [Package(need, dict(zip(MANAGERS, names, strict=True))) for need, *names in rows]
