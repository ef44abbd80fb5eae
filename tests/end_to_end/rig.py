"""A real desktop for tests on a machine that has none: private session bus, X server, window manager, tray,
PulseAudio with a virtual microphone, unlocked keyring. Needs no systemd, no hardware and no root.

    with Desktop() as desktop:
        app = desktop.popen([sys.executable, "-m", "voiceflow"])
        desktop.play("sentence.wav")  # somebody speaks
        desktop.mic_unplug()

Everything lives in one temporary folder that goes away at the end; every process ends with it, or with the test runner.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, Literal

from tests.end_to_end.processes import Children, wait_until

__all__ = ["Desktop", "missing_programs", "wait_until"]

Speaker = Literal["apart", "recorded", "echo"]

_PROGRAMS = {
    "bus": ("dbus-daemon", "dbus-send"),
    "x": ("Xvfb",),
    "window_manager": ("openbox",),
    "tray": ("trayer",),
    "audio": ("pulseaudio", "pactl", "paplay", "pacat", "parec"),
    "keyring": ("gnome-keyring-daemon",),
}
_KEPT_VARIABLES = ("PATH", "LANG", "VIRTUAL_ENV", "PYTHONPATH", "VOICEFLOW_MODELS", "VOICEFLOW_TEST_SPEECH")
_RATE_HZ = 48_000

_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={folder}/run/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>
"""
# PortAudio lists ALSA's named devices, not PulseAudio's sources: every source that a test names needs its own line.
_ALSA_CONFIG = """
pcm.!default { type pulse }
ctl.!default { type pulse }
pcm.pulse { type pulse }
ctl.pulse { type pulse }
pcm.microphone { type pulse device microphone }
"""


def missing_programs(*parts: str) -> list[str]:
    """Which programs of these parts (`x`, `window_manager`, `tray`, `audio`, `keyring`) are not installed."""
    if not sys.platform.startswith("linux"):
        return ["Linux"]
    wanted = [program for part in ("bus", *parts) for program in _PROGRAMS[part]]
    return [program for program in wanted if shutil.which(program) is None]


class Desktop:
    """`speaker` is where programs' sounds go: `apart` (heard by nobody), `recorded` (see `speaker_sound`) or `echo`
    (the microphone hears them, as in a room). Programs and tests use `env`, `popen` and `run`."""

    def __init__(
        self,
        x: bool = True,
        window_manager: bool = True,
        tray: bool = True,
        audio: bool = True,
        keyring: bool = True,
        speaker: Speaker = "apart",
    ) -> None:
        self.parts = {
            "x": x,
            "window_manager": x and window_manager,
            "tray": x and tray,
            "audio": audio,
            "keyring": keyring,
        }
        self.speaker = speaker
        self.folder = Path()
        self.env: dict[str, str] = {}

    def missing(self) -> list[str]:
        return missing_programs(*(part for part, wanted in self.parts.items() if wanted))

    def __enter__(self) -> "Desktop":
        self.folder = Path(tempfile.mkdtemp(prefix="vfd."))  # short: socket paths have a limit of 107 bytes
        for name in ("home", "run", "run/pulse", "log", "tmp"):
            (self.folder / name).mkdir(mode=0o700)
        self.env = self._environment()
        self._children = Children(self.folder / "log", self.env)
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        self._children.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    # Programs

    def popen(self, command: Sequence[str], **options: Any) -> subprocess.Popen[Any]:
        """Its output goes to `log(name)` unless `stdout` is given; the name is the program's, with a number."""
        name = f"{Path(command[0]).name}.{len(self._children)}"
        return self._children.start(name, [str(part) for part in command], **options)

    def run(self, command: Sequence[str], check: bool = True, **options: Any) -> subprocess.CompletedProcess[str]:
        options = {"text": True, "capture_output": True, "env": self.env, "timeout": 60} | options
        return subprocess.run([str(part) for part in command], check=check, **options)

    def process(self, name: str) -> subprocess.Popen[Any]:
        """`bus`, `pulse`, `xvfb`, `window_manager`, `tray`, `keyring`, or a name from `popen`."""
        return self._children[name]

    def log(self, name: str) -> str:
        return self._children.log(name)

    def screenshot(self, path: Path | str) -> None:
        """Needs ImageMagick."""
        self.run(["import", "-window", "root", str(path)])

    # Sound

    def play(self, wav: Path | str) -> None:
        """Somebody speaks; returns when the clip is over."""
        self.run(["paplay", "--device=room", "--latency-msec=20", str(wav)])

    def play_in_background(self, wav: Path | str) -> subprocess.Popen[Any]:
        return self.popen(["paplay", "--device=room", "--latency-msec=20", str(wav)])

    def mic_plug(self) -> None:
        """A null sink is the room (`norewinds`: without it up to a second of the start of every clip is lost); the
        microphone hears the room. A faint noise never stops, as in a real one: digital silence is a dead device."""
        self._load(
            "module-null-sink", "sink_name=room", "norewinds=1", f"rate={_RATE_HZ}", "channels=1", "format=s16le"
        )
        self._load("module-remap-source", "source_name=microphone", "master=room.monitor", "remix=no", "channels=1")
        if self.speaker != "echo" and "speaker" not in self.run(["pactl", "list", "short", "sinks"]).stdout:
            self._load("module-null-sink", "sink_name=speaker", "norewinds=1", f"rate={_RATE_HZ}", "channels=2")
        self.run(["pactl", "set-default-sink", "room" if self.speaker == "echo" else "speaker"])
        self.run(["pactl", "set-default-source", "microphone"])
        noise = [
            "pacat",
            "--playback",
            "--raw",
            "--device=room",
            f"--rate={_RATE_HZ}",
            "--channels=1",
            "--format=s16le",
        ]
        child = self.popen(noise, stdin=subprocess.PIPE)
        threading.Thread(target=_feed_noise, args=(child.stdin,), name="room noise", daemon=True).start()

    def mic_unplug(self, every_source: bool = True) -> None:
        """`every_source` takes the speaker too, whose monitor is a source that a stream would be moved to."""
        self.run(["pactl", "unload-module", "module-remap-source"])
        if every_source:
            self.run(["pactl", "unload-module", "module-null-sink"])

    def speaker_sound(self) -> bytes:
        """All that programs have played since the start: s16le mono at 48 kHz. Only with `speaker="recorded"`."""
        sound = (self.folder / "speaker.raw").read_bytes()
        return sound[: len(sound) // 2 * 2]

    def _load(self, module: str, *arguments: str) -> None:
        self.run(["pactl", "load-module", module, *arguments])

    # Start

    def _environment(self) -> dict[str, str]:
        folder = self.folder
        return {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ} | {
            "HOME": f"{folder}/home",
            "TMPDIR": f"{folder}/tmp",
            "VOICEFLOW_HOME": f"{folder}/voiceflow",
            "XDG_RUNTIME_DIR": f"{folder}/run",
            "XDG_SESSION_TYPE": "x11",
            "LC_ALL": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/run/bus",
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/no-system-bus",
            "PULSE_RUNTIME_PATH": f"{folder}/run/pulse",
            "PULSE_SERVER": f"unix:{folder}/run/pulse/native",
            "ALSA_CONFIG_PATH": f"{folder}/asound.conf",
            "JACK_NO_START_SERVER": "1",
            "NO_AT_BRIDGE": "1",
        }

    def _start(self) -> None:
        self._start_bus()
        if self.parts["audio"]:
            self.start_pulse()
        if self.parts["x"]:
            self._start_x()
        if self.parts["window_manager"]:
            self._children.start("window_manager", ["openbox"])
        if self.parts["tray"]:
            self._children.start("tray", ["trayer", "--edge", "top", "--align", "right", "--height", "28"])
        if self.parts["keyring"]:
            self._start_keyring()
        if self.parts["x"]:
            self._wait_for_window_manager_and_tray()

    def _start_bus(self) -> None:
        config = self.folder / "bus.conf"
        config.write_text(_BUS_CONFIG.format(folder=self.folder))
        self._children.start("bus", ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile"])
        self._children.wait_until((self.folder / "run/bus").exists, "the session bus")

    def start_pulse(self) -> None:
        """Also to bring the sound server back after a test has ended it."""
        (self.folder / "asound.conf").write_text(_ALSA_CONFIG)
        socket = self.folder / "run/pulse/native"
        module = f"module-native-protocol-unix auth-anonymous=1 auth-cookie-enabled=0 socket={socket}"
        quiet = ["--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no", "--high-priority=no"]
        command = ["pulseaudio", "-n", *quiet, "--disable-shm=yes", "--log-target=stderr", "-L", module]
        env = {name: value for name, value in self.env.items() if name != "PULSE_SERVER"}
        self._children.start("pulse", command, env=env)
        wait_until(lambda: self.run(["pactl", "info"], check=False).returncode == 0, "the sound server")
        self.mic_plug()
        if self.speaker == "recorded":
            with (self.folder / "speaker.raw").open("ab") as sound:
                record = ["--raw", "--device=speaker.monitor", f"--rate={_RATE_HZ}", "--channels=1", "--format=s16le"]
                self.popen(["parec", *record, "--latency-msec=20"], stdout=sound)

    def _start_x(self) -> None:
        read_end, write_end = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(write_end),
            "-screen",
            "0",
            "1280x800x24",
            "-nolisten",
            "tcp",
            "-noreset",
            "-ac",
        ]
        self._children.start("xvfb", command, pass_fds=(write_end,))
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()  # the server picks a free one itself
        if not number:
            raise RuntimeError(f"Xvfb did not start: {self.log('xvfb')[-800:]}")
        self.env["DISPLAY"] = f":{number}"

    def _wait_for_window_manager_and_tray(self) -> None:
        from Xlib import X, display

        connection = display.Display(self.env["DISPLAY"])
        try:
            root = connection.screen().root
            check = connection.intern_atom("_NET_SUPPORTING_WM_CHECK")
            if self.parts["window_manager"]:
                self._children.wait_until(
                    lambda: root.get_full_property(check, X.AnyPropertyType), "the window manager"
                )
            tray = connection.intern_atom("_NET_SYSTEM_TRAY_S0")
            if self.parts["tray"]:
                self._children.wait_until(lambda: connection.get_selection_owner(tray) != X.NONE, "the tray")
        finally:
            connection.close()

    def _start_keyring(self) -> None:
        command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        control = f"--control-directory={self.folder}/run/keyring"
        keyring = self._children.start("keyring", [*command, control], stdin=subprocess.PIPE)
        assert keyring.stdin is not None
        keyring.stdin.write(b"the test's password")
        keyring.stdin.close()
        bus = ["dbus-send", "--session", "--dest=org.freedesktop.DBus", "--print-reply", "/"]
        ask = [*bus, "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
        self._children.wait_until(lambda: "boolean true" in self.run(ask, check=False).stdout, "the keyring")


def _feed_noise(pipe: IO[bytes]) -> None:
    """About -70 dBFS until the player ends."""
    generator = random.Random(0)
    second = array("h", (round(generator.gauss(0, 10)) for _ in range(_RATE_HZ))).tobytes()
    try:
        while True:
            pipe.write(second)
            pipe.flush()
    except (BrokenPipeError, ValueError):  # the player has ended; the pipe was closed
        return
