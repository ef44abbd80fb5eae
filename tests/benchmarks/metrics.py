"""What measuring costs: recording one span, a sample, a refresh of the profiler; and dictations with the profiler open,
with another page open, and without any metrics, in turn. `python -m tests.benchmarks.metrics [--rounds 20]`

The dictations are real (starter voice, real model, encrypted history) but for the microphone and the window. What the
profiler can cost them is the time for which it holds the interpreter between the key going up and the text: the UI
thread's own processor time is read there (Linux), which says more than the waits themselves on a machine that does
other things. Exits with 1 when a span takes over 2 µs, when that time is over 2 % of the wait, or when dictations with
the profiler open are slower by over 2 % beyond doubt."""

import argparse
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from statistics import fmean
from typing import Any

from voiceflow.bench.suites.core.overhead import span_us

MOST_US = 2.0
MOST_RATIO = 1.02
TEXT = "Please send the report to the office before the end of the week."
CONFIG = '[stt]\nkeep_loaded = true\nlanguage = "en"\n[audio]\nstart_cue = false\n[history]\nkey_storage = "file"\n'
_DEADLINE_S = 60.0

Times = dict[str, list[float]]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=20)
    wanted = arguments.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        alone_us, busy_us = span_us(), span_us_while(_formatting())
        print(f"one span: {alone_us:.2f} µs, {busy_us:.2f} µs of its thread's time while another thread formats")
        times, drawn = dictations(Path(folder), wanted.rounds)
    share = (fmean(drawn["open"]) - fmean(drawn["closed"])) / fmean(times["open"])
    print(f"of the wait the open profiler holds the interpreter for {share:.2%} at most")
    print_table(times, drawn)
    slower = surely(times["open"], times["closed"])
    return int(max(alone_us, busy_us) > MOST_US or max(share + 1, slower) > MOST_RATIO)


def span_us_while(work: Callable[[], object]) -> float:
    ended = threading.Event()

    def go_on() -> None:
        while not ended.is_set():
            work()

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        return span_us()
    finally:
        ended.set()
        thread.join()


def _formatting() -> Callable[[], object]:
    from voiceflow.events import Measured, Stage
    from voiceflow.metrics.exporters import to_json
    from voiceflow.metrics.view import View

    stages = tuple(Stage(name, 1.0, 2.0) for name in ("recognition", "history", "insertion"))
    traces = tuple(Measured(f"{number}", 0.0, "done", stages) for number in range(200))
    view = View(0.0, 3600, traces, {}, {}, (), (), (), ())
    return lambda: to_json(view)


def dictations(folder: Path, rounds: int) -> tuple[Times, Times]:
    """Release-to-text of each way, and the UI thread's work in it, in milliseconds; the same round at the same place.
    Qt is on this thread."""
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    cores = {name: _core(folder / name, name == "off") for name in ("off", "on")}
    try:
        window = _window(cores["on"])
        times, drawn = _rounds(cores, window, rounds, lambda call: _beside(app, call))
        refresh_ms = _refreshes(window.profiler.panel)
        sample_ms = _samples(cores["on"])
    finally:
        for core in cores.values():
            core.close()
    print(f"a refresh of the profiler: {refresh_ms:.1f} ms of the UI thread each second, none while words are awaited")
    print(f"a sample: {sample_ms[0]:.2f} ms thorough, {sample_ms[1]:.2f} ms while somebody speaks")
    return times, drawn


def _core(home: Path, without: bool) -> Any:
    from voiceflow.core import Core
    from voiceflow.paths import paths
    from voiceflow.selftest import SpokenSource

    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text(CONFIG)
    with Core() as voice:
        blocks = list(voice.tts().synthesize(TEXT))
    import numpy as np

    pcm, rate_hz = np.concatenate([block.pcm for block in blocks]), blocks[0].rate_hz
    os.environ["VOICEFLOW_HOME"] = str(home)
    core = _Unmeasured(paths()) if without else Core(paths())
    del os.environ["VOICEFLOW_HOME"]

    def release() -> None:
        core.ui_at_release_ms = ui_thread_ms()
        core.command("stop")

    core.start_dictation("recording", "manual", lambda on_block, _: SpokenSource(pcm, rate_hz, on_block, release))
    return core


def _unmeasured() -> Any:
    from voiceflow.core import Core

    class Unmeasured(Core):
        metrics = None  # type: ignore[assignment]

    return Unmeasured


_Unmeasured: Any = _unmeasured()


def _window(core: Any) -> Any:
    from voiceflow.events import State
    from voiceflow.ui import theme
    from voiceflow.ui.bridge import Bridge
    from voiceflow.ui.choices import Choices
    from voiceflow.ui.control import Control
    from voiceflow.ui.notices import Notices
    from voiceflow.ui.window import Window
    from voiceflow.ui.work import Work

    bridge, work = Bridge(core.events), Work()
    control = Control(core, bridge, Notices(), work)
    control._state = State.IDLE  # dictation runs already
    window = Window(control, Choices(core, work), theme.DARK, lambda: True)
    window.connect_to(bridge)
    window.resize(960, 1400)
    return window


def _beside(app: Any, call: Callable[[], Any]) -> Any:
    """On a thread, while Qt goes on here."""
    from PySide6.QtCore import QCoreApplication, QEvent

    answer: Future[Any] = Future()

    def run() -> None:
        try:
            answer.set_result(call())
        except BaseException as error:
            answer.set_exception(error)
        QCoreApplication.postEvent(app, QEvent(QEvent.Type.Quit))

    threading.Thread(target=run).start()
    app.exec()
    return answer.result()


def ui_thread_ms() -> float:
    """Processor time of the main thread so far; from any."""
    main_thread = threading.main_thread().ident
    assert main_thread
    return time.clock_gettime(time.pthread_getcpuclockid(main_thread)) * 1000


def _rounds(cores: dict[str, Any], window: Any, rounds: int, beside: Callable[..., Any]) -> tuple[Times, Times]:
    from voiceflow.ui.window import NOTICES, PROFILER

    times: Times = {"off": [], "closed": [], "open": []}
    drawn: Times = {way: [] for way in times}
    for number in range(rounds + 1):
        ways = list(times)
        random.Random(number).shuffle(ways)
        for way in ways:
            window.setVisible(way != "off")
            window.open_page(PROFILER if way == "open" else NOTICES)
            core = cores["off" if way == "off" else "on"]
            time_ms, drawn_ms = beside(lambda core=core: _dictate(core))
            if number:  # the first loads the model and the curves
                times[way].append(time_ms)
                drawn[way].append(drawn_ms)
    return times, drawn


def _dictate(core: Any) -> tuple[float, float]:
    """Release-to-text, and the UI thread's work in it, in milliseconds."""
    from voiceflow.events import Measured
    from voiceflow.metrics.figures import release_to_text_ms

    ended: Future[Measured] = Future()
    stop = core.events.subscribe(Measured, ended.set_result)
    core.command("start")
    time_ms = release_to_text_ms(ended.result(_DEADLINE_S))
    drawn_ms = ui_thread_ms() - core.ui_at_release_ms
    stop()
    assert time_ms is not None
    time.sleep(1.2)  # a refresh in between
    return time_ms, drawn_ms


def _refreshes(page: Any) -> float:
    """With all its curves, drawn."""
    view = page._control.core.metrics.view().result(_DEADLINE_S)
    page.window().show()
    page.show()
    page.grab()

    def refresh() -> float:
        begun_s = time.thread_time()
        page._show(view)
        page.grab()
        return (time.thread_time() - begun_s) * 1000

    return statistics.median(refresh() for _ in range(20))


def _samples(core: Any) -> tuple[float, float]:
    from voiceflow.metrics.resources import Sampler

    sampler = Sampler(core.paths.data)

    def took(thorough: bool) -> float:
        begun_s = time.perf_counter()
        sampler.sample(thorough)
        return (time.perf_counter() - begun_s) * 1000

    return statistics.median(took(True) for _ in range(20)), statistics.median(took(False) for _ in range(20))


def surely(slow: list[float], fast: list[float]) -> float:
    """The lower end of the 95 % interval of the median ratio of pairs, by bootstrap with a fixed seed."""
    return _interval(slow, fast)[0]


def _interval(slow: list[float], fast: list[float]) -> tuple[float, float]:
    ratios = [one / other for one, other in zip(slow, fast, strict=True)]
    draw = random.Random(0)
    medians = sorted(statistics.median(draw.choices(ratios, k=len(ratios))) for _ in range(2000))
    return medians[50], medians[-51]


def print_table(times: Times, drawn: Times) -> None:
    print("\n| release to text | median, ms | p95, ms | against another page (95 %) | UI thread's work in it, ms |")
    print("|---|---|---|---|---|")
    words = {"off": "without metrics and window", "closed": "another page open", "open": "profiler open"}
    for way, values in times.items():
        low, high = _interval(values, times["closed"])
        ordered = sorted(values)
        p95 = ordered[round(0.95 * (len(ordered) - 1))]
        pairs = [one / other for one, other in zip(values, times["closed"], strict=True)]
        against = f"{statistics.median(pairs):.3f} ({low:.3f} to {high:.3f})"
        cells = (words[way], f"{statistics.median(values):.1f}", f"{p95:.1f}", against, f"{fmean(drawn[way]):.2f}")
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    sys.exit(main())
