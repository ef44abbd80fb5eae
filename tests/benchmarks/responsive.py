"""How long the UI thread ever stands still while somebody dictates and while a model is installed:
`python -m tests.benchmarks.responsive [--rounds 10] [--quick]`

Everything is real: X server, microphone, model, encrypted history; the model hub is an imitation on loopback. The
watchdog (`watchdog.py`) runs in the app. Exits with 1 when the UI thread stood still for longer than the limit; the
time that it was ready and stood in the queue for a processor is taken off, for that tells of the machine. What another
thread of the app keeps it waiting for counts."""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.dictation import speech
from tests.end_to_end.program import START_S, VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.targets import Editor
from tests.engines.hub_imitation import HubImitation, whisper_files
from voiceflow.control import call
from voiceflow.ui.window import HISTORY, HOME, MODELS, NOTICES, PROFILER, SETTINGS

CHECKOUT = Path(__file__).parents[2]
MOST_MS = 50.0
MODEL, REPOSITORY, MODEL_BYTES = "base", "Systran/faster-whisper-base", 150_000_000
CONFIG = '[stt]\nmodel = "tiny.en"\nlanguage = "en"\n'
SETTLED_S = 4.0
DICTATED_ON = {"Home": HOME, "History": HISTORY, "Profiler": PROFILER}
PAGES = DICTATED_ON | {"Models": MODELS, "Settings": SETTINGS, "Problems": NOTICES}


Tick = tuple[float, float, float, float]


def stood_ms(tick: Tick) -> float:
    """Without what it stood in the queue for a processor, which tells of the machine."""
    return max(0.0, tick[1] - tick[3])


@dataclass(slots=True)
class Seen:
    """`phases`: when they were, on the clock of `time.monotonic()`."""

    phases: dict[str, tuple[float, float]] = field(default_factory=dict)
    ticks: list[Tick] = field(default_factory=list)
    stacks: list[tuple[float, list[str]]] = field(default_factory=list)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        begun_s = time.monotonic()
        yield
        self.phases[name] = (begun_s, time.monotonic())

    def of(self, name: str) -> list[Tick]:
        begin_s, end_s = self.phases[name]
        return [tick for tick in self.ticks if begin_s <= tick[0] <= end_s]

    def blamed(self, name: str) -> str:
        """Where the UI thread was in the turn in which it stood longest by its own fault."""
        now_s, late_ms, _, _ = max(self.of(name), key=stood_ms)
        found = [stack for at_s, stack in self.stacks if now_s - late_ms / 1000 - 0.01 <= at_s <= now_s]
        return " < ".join(found[0][:3]) if found else ""


class Watched(VoiceFlow):
    """The app with the watchdog, which writes into `file`; `hub` is where models come from."""

    def __init__(self, desktop: Desktop, file: Path, hub: str = "") -> None:
        super().__init__(desktop, CONFIG)
        self.env |= {"HF_ENDPOINT": hub, "NO_PROXY": "127.0.0.1"}
        self._file = file

    def start(self) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.watchdog", str(self._file)]
        self.process = self.desktop.popen(command, env=self.env, cwd=CHECKOUT)
        wait_until(lambda: self.state() == "idle", "the app's start", START_S)

    def do(self, command: str, **details: Any) -> dict[str, Any]:
        return call(self.home / "run" / "control", {"command": command} | details, timeout_s=10.0)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=10)
    arguments.add_argument("--quick", action="store_true", help="two rounds")
    wanted = arguments.parse_args()
    seen = watched(2 if wanted.quick else wanted.rounds)
    print(table(seen))
    return int(any(_own_fault(seen, name) for name in seen.phases))


def watched(rounds: int) -> Seen:
    seen = Seen()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "seen.json"
        clip = speech(Path(folder) / "speech.wav")
        with (
            HubImitation({REPOSITORY: whisper_files(model_bytes=MODEL_BYTES)}) as hub,
            Desktop() as desktop,
            Watched(desktop, file, hub.url) as app,
            Editor(desktop) as editor,
        ):
            time.sleep(SETTLED_S)
            _look_around(app, seen)
            for name, page in DICTATED_ON.items():
                _dictate(app, editor, lambda: app.dictate(clip), seen, (name, page, rounds))
            _install(app, seen)
        told = json.loads(file.read_text())
    seen.ticks, seen.stacks = told["ticks"], told["stacks"]
    return seen


def _look_around(app: Watched, seen: Seen) -> None:
    """Each page is made when it is first seen."""
    for name, page in PAGES.items():
        with seen.phase(f"{name}, opened for the first time"):
            app.do("page", page=page)
            time.sleep(SETTLED_S / 2)


def _dictate(
    app: Watched, editor: Editor, dictate: Callable[[], None], seen: Seen, where: tuple[str, int, int]
) -> None:
    name, page, rounds = where
    app.do("page", page=page)
    time.sleep(SETTLED_S)
    with seen.phase(f"{rounds} dictations, {name} open"):
        for _ in range(rounds):
            before = app.ask("status")["last"]
            dictate()
            app.wait_for_delivery(before)
            editor.clear()
        time.sleep(1.0)


def _install(app: Watched, seen: Seen) -> None:
    app.do("page", page=MODELS)
    time.sleep(SETTLED_S)
    with seen.phase(f"installing a model of {MODEL_BYTES / 1e6:.0f} MB, Models open"):
        app.do("install", name=MODEL)
        wait_until(lambda: app.do("installing")["name"] == MODEL, "the download's begin", 10)
        wait_until(lambda: app.do("installing")["name"] == "", "the download's end", 120)
        time.sleep(1.0)


def _own_fault(seen: Seen, name: str) -> bool:
    return any(stood_ms(tick) > MOST_MS for tick in seen.of(name))


def table(seen: Seen) -> str:
    lines = [
        f"| the UI thread stood still, ms (limit {MOST_MS:g}) | turns | p99 | longest | without the queue | where |"
    ]
    lines.append("|---" * 6 + "|")
    for name in seen.phases:
        ticks = seen.of(name)
        late = sorted(tick[1] for tick in ticks)
        cells = [str(len(ticks)), f"{late[round(0.99 * (len(late) - 1))]:.0f}"]
        cells += [f"{late[-1]:.0f}", f"{max(map(stood_ms, ticks)):.0f}", seen.blamed(name)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
