"""The performance suites on this machine."""

import inspect
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from voiceflow.bench.suite import SUITES, Suite, suite
from voiceflow.cli.entry import FAILED, INTERRUPTED
from voiceflow.errors import VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.bench.output import Output
    from voiceflow.bench.results import Results
    from voiceflow.cli.bench_progress import Display

Suites = Annotated[
    list[str] | None, typer.Argument(metavar="[SUITE]...", help=f"Of {', '.join(SUITES)}; all where none is named.")
]
Quick = Annotated[bool, typer.Option("--quick", help="Ends within 10 minutes on two cores, else within 45.")]
SaveRaw = Annotated[bool, typer.Option("--save-raw", help="Every sample in results.json, too.")]
OutputDir = Annotated[Path, typer.Option("--output-dir", help="Where the report is written.")]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", help="What `regression` compares with, instead of VoiceFlow's own.")
]
Compare = Annotated[
    Path | None, typer.Option("--compare", help="The results.json of an earlier run, to be set beside this one.")
]
Json = Annotated[bool, typer.Option("--json", help="The results on stdout, too.")]
Speech = Annotated[
    Path | None, typer.Option("--speech", help="A folder of recordings, each with a text file of the same name.")
]
Hours = Annotated[float, typer.Option("--hours", help="A long run of `memory` besides, of that length.", min=0)]


@dataclass(frozen=True, slots=True)
class Options:
    suites: Suites = None
    quick: Quick = False
    save_raw: SaveRaw = False
    output_dir: OutputDir = Path("voiceflow-bench")
    baseline: Baseline = None
    compare: Compare = None
    json: Json = False
    speech: Speech = None
    hours: Hours = 0.0


def bench(**options: Any) -> None:
    """Measure VoiceFlow on this machine: speed, memory, what protection costs, and whether it is ready.

    Exits with 1 where a part failed or something wrong was found; a target that is missed is no fault.
    """
    _run(Options(**options))


# typer reads a command's options from its signature: here they are the fields of `Options`.
bench.__signature__ = inspect.signature(Options)  # type: ignore[attr-defined]
bench.__annotations__ = get_type_hints(Options, include_extras=True)


def _run(options: Options) -> None:
    from voiceflow.bench.output import Output, need_extra
    from voiceflow.bench.report import summary

    chosen = {name: suite(name) for name in options.suites or SUITES}
    need_extra()
    _check(options)
    output = Output.checked(options.output_dir, options.save_raw, options.compare)
    found = _measured(options, [chosen[name] for name in SUITES if name in chosen], output)
    with _signals(signal.SIG_IGN):
        place = output.finish(found)
    if options.json:
        from voiceflow.bench.results import text

        typer.echo(text(found, raw=options.save_raw).encode(), nl=False)
    else:
        _say("\n".join(summary(found, output.earlier)))
    _say(f"Written: {place / 'report.html'}, report.md, results.json", on_stderr=options.json)
    if not found.finished:
        raise typer.Exit(INTERRUPTED)
    if found.findings or any(part.failed for part in found.parts) or place != options.output_dir:
        raise typer.Exit(FAILED)


def _say(text: str, on_stderr: bool = False) -> None:
    """Signs that the terminal's or pipe's encoding lacks (Windows' has no ≤) are `?`."""
    encoding = (sys.stderr if on_stderr else sys.stdout).encoding or "utf-8"
    typer.echo(text.encode(encoding, "replace").decode(encoding), err=on_stderr)


def _check(options: Options) -> None:
    """Before minutes are spent."""
    if options.speech and not options.speech.is_dir():
        raise VoiceFlowError(
            "bench.no_speech",
            f'There is no folder "{options.speech}"',
            "Name one with recordings, and beside each a text file of the same name with its words",
        )
    if options.baseline:
        from voiceflow.bench.suites.regression.baseline import read

        read(options.baseline)
    for option, value, name in (("--baseline", options.baseline, "regression"), ("--hours", options.hours, "memory")):
        if value and options.suites and name not in options.suites:
            title = f"{option} is for the suite {name}, which was not asked for"
            raise VoiceFlowError("bench.idle_option", title, f"Leave it out, or name {name}, too")


def _measured(options: Options, chosen: list[Suite], output: "Output") -> "Results":
    from voiceflow.bench.machine import worries
    from voiceflow.bench.run import Wishes, of_the_user
    from voiceflow.bench.runner import Watch, run
    from voiceflow.cli.bench_progress import Display

    stopped, ended = threading.Event(), threading.Event()
    with Display() as display, _signals(_stopping(stopped, ended)):
        for worry in worries():
            display.say(f"voiceflow: {worry}")

        def on_part(results: "Results") -> None:
            display.on_part(results)
            if trouble := output.keep(results):
                display.say(f"voiceflow: {trouble}")

        with _scratch(display) as scratch, of_the_user(scratch) as core:
            wishes = Wishes(
                core,
                scratch,
                quick=options.quick,
                speech=options.speech,
                baseline=options.baseline,
                hours=options.hours,
            )
            found = run(chosen, wishes, _command(options), Watch(display.on_progress, on_part, stopped))
            ended.set()
        if not found.finished:
            display.say("Interrupted. What was measured is being written.")
    return found


@contextmanager
def _scratch(display: "Display") -> Iterator[Path]:
    """A folder that goes away. Where the system keeps it (Windows: a file that is still open), no result is lost."""
    with tempfile.TemporaryDirectory(prefix="voiceflow-bench-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)
    if Path(folder).exists():
        display.say(f'voiceflow: "{folder}" could not be removed. Delete it')


def _command(options: Options) -> str:
    """As it may be typed again, in the same folder."""
    from voiceflow.bench.as_typed import word

    words = ["voiceflow", "bench", *(options.suites or [])]
    for field in fields(options)[1:]:
        value = getattr(options, field.name)
        if value != field.default:
            words += [f"--{field.name.replace('_', '-')}", *([] if value is True else [word(value)])]
    return " ".join(words)


Handler = Callable[[int, FrameType | None], None] | signal.Handlers


def _stopping(stopped: threading.Event, ended: threading.Event) -> Handler:
    """A run that has `ended` is not disturbed while it clears up."""

    def handler(_number: int, _frame: FrameType | None) -> None:
        stopped.set()
        if not ended.is_set():
            raise KeyboardInterrupt

    return handler


@contextmanager
def _signals(handler: Handler) -> Iterator[None]:
    """What Ctrl-C and a system that ends programs do meanwhile."""
    before = {number: signal.signal(number, handler) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
