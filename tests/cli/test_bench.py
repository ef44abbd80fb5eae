"""`voiceflow bench`: what it refuses before minutes are spent, what it writes, what is left of an interrupted run."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from voiceflow.app import run
from voiceflow.bench.results import read
from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part, Suite
from voiceflow.core import Core

CHECKOUT = Path(__file__).parents[2]
INTERRUPTED_RUN = """
import sys, threading
from types import ModuleType
from voiceflow.app import run
from voiceflow.bench.suite import Part, Suite

module = ModuleType("voiceflow.bench.suites.cache")
first = Part("first", "It ends", lambda run: run.record("wait", 1, "ms"), 1, 1)

def lasts(run):
    run.record("half", 1, "ms")
    print("in the midst", file=sys.stderr, flush=True)
    threading.Event().wait(60)

second = Part("second", "It lasts", lasts, 1, 1)
module.SUITE = Suite("cache", "Cache", "", (first, second))
sys.modules[module.__name__] = module
sys.exit(run(["bench", "cache", "--quick", "--output-dir", sys.argv[1]]))
"""


@pytest.fixture
def suite_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Run], None]], None]:
    """Makes `cache` a suite of one part."""

    def make(measure: Callable[[Run], None]) -> None:
        module = ModuleType("voiceflow.bench.suites.cache")
        module.SUITE = Suite("cache", "Cache", "", (Part("one", "One", measure, 1, 1),))  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return make


def _records(run: Run) -> None:
    run.record("intent hit rate", 95, "%")


def _finds(run: Run) -> None:
    run.find("leak", "Memory grows", "Tell us")


def test_a_run_writes_its_reports_and_says_where(
    suite_of: Callable[[Callable[[Run], None]], None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    suite_of(_records)
    monkeypatch.chdir(tmp_path)
    assert run(["bench", "cache", "--quick", "--output-dir", str(tmp_path / "out")]) == 0
    told = capsys.readouterr()
    assert "The one target that could be looked at is met. No fault was found." in told.out
    assert "report.html" in told.out
    assert "[1/1, about 1 s left] cache/one: One" in told.err
    found = read(tmp_path / "out" / "results.json")
    assert found.finished
    assert found.command == "voiceflow bench cache --quick --output-dir out"


def test_json_is_all_that_stands_on_stdout(
    suite_of: Callable[[Callable[[Run], None]], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suite_of(_records)
    assert run(["bench", "cache", "--json", "--output-dir", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["parts"][0]["figures"][0]["value"] == 95


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_a_pipe_that_lacks_a_sign_gets_the_results_all_the_same(
    suite_of: Callable[[Callable[[Run], None]], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: tuple[str]
) -> None:
    suite_of(lambda run: run.record("speech in hit rate", 12, "%", note="≥ 3"))
    piped = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(piped, "cp1252"))
    assert run(["bench", "cache", "--output-dir", str(tmp_path), *how]) == 0
    sys.stdout.flush()
    told = piped.getvalue().decode("utf-8" if how else "cp1252")
    assert ("≥ 3" in told) if how else ("wanted ? 85 %" in told)


def test_what_is_wrong_makes_it_exit_with_1(
    suite_of: Callable[[Callable[[Run], None]], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suite_of(_finds)
    assert run(["bench", "cache", "--output-dir", str(tmp_path)]) == 1
    assert "Memory grows. Tell us" in capsys.readouterr().out


def test_nothing_goes_to_other_computers_or_into_the_users_data(
    suite_of: Callable[[Callable[[Run], None]], None], tmp_path: Path
) -> None:
    home = Path(os.environ["VOICEFLOW_HOME"])
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text("[cloud]\nenabled = true\n\n[stt]\nbeam_size = 3\n", "utf-8")
    seen: list[Core] = []
    suite_of(lambda run: seen.append(run.wishes.core))
    assert run(["bench", "cache", "--output-dir", str(tmp_path / "out")]) == 0
    (core,) = seen
    assert (core.settings.stt.beam_size, core.settings.cloud.enabled) == (3, False)
    assert core.paths.models == home / "models"
    assert not {core.paths.data, core.paths.logs, core.paths.runtime} & {home / "data", home / "logs", home / "run"}
    assert not core.paths.data.parent.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chache"], "There is no suite 'chache'. One of: core, "),
        (["cache", "--compare", "nothing.json"], "No results could be read from nothing.json"),
        (["cache", "--baseline", "nothing.json"], "nothing.json"),
        (["cache", "--hours", "8"], "--hours is for the suite memory, which was not asked for. Leave it out, or"),
        (["cache", "--speech", "nowhere"], 'There is no folder "nowhere"'),
        (
            ["cache", "--output-dir", "pyproject.toml/below"],
            '"pyproject.toml/below" takes no results (Not a directory)',
        ),
    ],
)
def test_what_is_wrong_with_a_wish_is_told_before_anything_runs(
    suite_of: Callable[[Callable[[Run], None]], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    suite_of(lambda _: pytest.fail("it ran"))
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert run(["bench", *arguments]) == 1
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.err.count("\n") == 1 and not printed.out


@contextmanager
def _begun(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A run in the midst of its second part."""
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED_RUN, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
    )
    try:
        assert process.stderr
        assert any("in the midst" in line for line in process.stderr)
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not sent to single processes there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_was_measured_is_written_when_it_is_interrupted(tmp_path: Path, number: signal.Signals) -> None:
    with _begun(tmp_path / "out") as process:
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Interrupted. What was measured is being written." in err
    assert "The run was interrupted when 1 of 2 parts were measured." in out
    assert set(read(tmp_path / "out" / "results.json").figures()) == {"cache/first/wait", "cache/second/half"}
    assert "Not measured to its end: interrupted" in (tmp_path / "out" / "report.md").read_text("utf-8")


def test_what_a_killed_run_had_done_is_there(tmp_path: Path) -> None:
    with _begun(tmp_path / "out") as process:
        process.kill()
        process.wait(30)
    found = read(tmp_path / "out" / "results.json")
    assert (set(found.figures()), found.finished) == ({"cache/first/wait"}, False)
