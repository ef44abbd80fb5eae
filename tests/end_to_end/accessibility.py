"""The accessibility bus of the virtual desktop: programs that start after it tell what stands in them."""

from pathlib import Path

from tests.end_to_end.rig import Desktop, wait_until

_LAUNCHERS = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
)


def _launcher() -> str:
    return next((path for path in _LAUNCHERS if Path(path).exists()), "")


def missing() -> list[str]:
    return [] if _launcher() else ["at-spi2-core"]


def start(desktop: Desktop) -> None:
    desktop.env.pop("NO_AT_BRIDGE", None)
    desktop.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    desktop.popen([_launcher(), "--launch-immediately"])
    bus = ["dbus-send", "--session", "--dest=org.freedesktop.DBus", "--print-reply", "/"]
    ask = [*bus, "org.freedesktop.DBus.NameHasOwner", "string:org.a11y.Bus"]
    wait_until(lambda: "boolean true" in desktop.run(ask, check=False).stdout, "the accessibility bus")
