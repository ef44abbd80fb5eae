"""What the profiler costs the dictation path, while its panel is open and after it was closed:
`python -m tests.benchmarks.panel [--rounds 30] [--quick]`

Two apps, each on a virtual desktop of its own, everything real. One never opens the profiler. The other dictates with
the panel open and with the panel closed again. The three take turns in every round, so that a busy machine slows all
of them; what is compared is the ratio within a round. Path: the threads of dictation, listening, recognition, delivery
and history, and the model's process. The interval is that of the median, by the sign test. Exits with 1 when the whole
interval is above the limit."""

import argparse
import math
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.dictation import speech
from tests.benchmarks.responsive import Watched
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import Editor
from voiceflow.ui.window import HOME, PROFILER

MOST = {"open": 1.02, "closed again": 1.0}
SETTLED_S = 1.5
CONFIDENCE = 0.95
FIGURES = {"path_ms": "processor time of the path", "wait_ms": "release to text"}
_WAIT = ("recognition", "rules", "history", "receipt")


@dataclass(frozen=True, slots=True)
class Dictated:
    path_ms: float
    wait_ms: float


class Dictating:
    """An app and the window that its texts go into."""

    def __init__(self, stack: ExitStack, folder: Path, name: str) -> None:
        desktop = stack.enter_context(Desktop())
        self.app = stack.enter_context(Watched(desktop, folder / f"{name}.json"))
        self._editor = stack.enter_context(Editor(desktop))

    def dictate(self, clip: Path, page: int) -> Dictated:
        self.app.do("page", page=page)
        time.sleep(SETTLED_S)
        before, used_ms = self.app.ask("status")["last"], self._used_ms()
        self.app.dictate(clip)
        last = self.app.wait_for_delivery(before)
        if last["state"] != "done":
            raise RuntimeError(f"a dictation ended as {last}: {self.app.ask('status')['problems']}")
        self._editor.clear()
        path_ms = self._used_ms() - used_ms
        self.app.do("page", page=HOME)
        return Dictated(path_ms, sum(last["stages_ms"][name] for name in _WAIT))

    def _used_ms(self) -> float:
        return float(self.app.do("used")["path_ms"])


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=30)
    arguments.add_argument(
        "--quick", action="store_true", help="five rounds: too few to tell 2 %%, enough to see 20 %%"
    )
    wanted = arguments.parse_args()
    rounds = measured(5 if wanted.quick else wanted.rounds)
    print(table(rounds))
    return int(any(interval(ratios(rounds, *each))[0] > MOST[each[0]] for each in _compared()))


def measured(count: int) -> list[dict[str, Dictated]]:
    """The first round warms up and is dropped."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        clip = speech(Path(folder) / "speech.wav")
        never, opened = (Dictating(stack, Path(folder), name) for name in ("never", "opened"))
        turns = {"never": (never, HOME), "open": (opened, PROFILER), "closed again": (opened, HOME)}
        found = []
        for number in range(count + 1):
            names = list(turns)[number % 3 :] + list(turns)[: number % 3]
            found.append({name: turns[name][0].dictate(clip, turns[name][1]) for name in names})
    return found[1:]


def _compared() -> list[tuple[str, str]]:
    return [(condition, figure) for figure in FIGURES for condition in MOST]


def ratios(rounds: list[dict[str, Dictated]], condition: str, figure: str) -> list[float]:
    return [getattr(each[condition], figure) / getattr(each["never"], figure) for each in rounds]


def interval(values: list[float]) -> tuple[float, float]:
    """Of the median: the order statistics that the binomial distribution gives (Conover, Practical Nonparametric
    Statistics, 3.2)."""
    ordered, count = sorted(values), len(values)
    tail, rank = 0.0, 0
    while rank < count // 2:
        tail += math.comb(count, rank) / 2**count
        if tail > (1 - CONFIDENCE) / 2:
            break
        rank += 1
    first = max(rank - 1, 0)
    return ordered[first], ordered[count - 1 - first]


def table(rounds: list[dict[str, Dictated]]) -> str:
    lines = [f"| {len(rounds)} rounds | never open, ms | panel | ratio, median | {CONFIDENCE:.0%} interval | limit | |"]
    lines.append("|---" * 7 + "|")
    for condition, figure in _compared():
        found = ratios(rounds, condition, figure)
        low, high = interval(found)
        usual_ms = statistics.median(getattr(each["never"], figure) for each in rounds)
        limit = MOST[condition]
        told = "holds" if high <= limit else "missed" if low > limit else "not above it, as far as can be told"
        cells = [f"{usual_ms:.0f}", condition, f"{statistics.median(found):.3f}", f"{low:.3f} to {high:.3f}"]
        lines.append(f"| {FIGURES[figure]} | {' | '.join(cells)} | {limit:.2f} | {told} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
