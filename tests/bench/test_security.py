"""What protection costs: that what is compared differs in its protection only, and that shares are of a dictation."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from voiceflow.bench.figures import CannotRunError, Figure
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.suite import suite
from voiceflow.bench.suites.security import profiles
from voiceflow.bench.suites.security.protection import OTHERWISE, PLAIN, PRODUCT, PROFILES, WIPES, Protection
from voiceflow.bench.suites.security.share import of_a_dictation
from voiceflow.bench.suites.security.workers import workers
from voiceflow.bench.targets import targets_of
from voiceflow.core import Core
from voiceflow.history import database

SQLITE = b"SQLite format 3\0"


@pytest.fixture
def core() -> Iterator[Core]:
    with Core() as made:
        yield made


@pytest.fixture
def results() -> Results:
    return Results("", True, "")


def run_of(name: str, core: Core, folder: Path, results: Results, quick_s: float | None = None) -> Run:
    into = PartResult("security", name, "")
    results.parts.append(into)
    part = next(each for each in suite("security").parts if each.name == name)
    part = replace(part, quick_s=part.quick_s if quick_s is None else quick_s)
    (folder / "no speech").mkdir(exist_ok=True)
    return Run(Wishes(core, folder, quick=True, speech=folder / "no speech"), part, results, into)


def a_dictation(results: Results) -> None:
    """Of 500 ms of the processor."""
    values = {"processor time p50": 500.0, "speech": 3.0, "log lines": 2.0}
    figures = [Figure(f"security/dictation/{name}", value, "ms") for name, value in values.items()]
    results.parts.append(PartResult("security", "dictation", "", figures=figures))


def values_of(run: Run) -> dict[str, float]:
    return {figure.name.split("/", 2)[2]: figure.value for figure in run.into.figures}


def test_the_product_is_measured_as_it_is() -> None:
    assert (database_setting("cipher_memory_security"), database_setting("secure_delete")) == (WIPES, True)
    assert Protection("encrypted", True, True, WIPES) == PRODUCT
    assert PROFILES[-1] == Protection("all protection", True, True, WIPES, True, True)


def database_setting(name: str) -> bool:
    return f"{name} = ON" in database.SETTINGS


def test_a_share_is_of_the_dictation_that_was_measured_before(core: Core, tmp_path: Path, results: Results) -> None:
    run = run_of("journal", core, tmp_path, results)
    assert of_a_dictation(run).told(5) == ""
    a_dictation(results)
    assert of_a_dictation(run).told(5) == "1 % of a dictation"
    assert of_a_dictation(run).log_lines == 2


def test_without_speech_there_is_no_dictation_to_take_shares_of(core: Core, tmp_path: Path, results: Results) -> None:
    run = run_of("dictation", core, tmp_path, results)
    with pytest.raises(CannotRunError):
        run.part.measure(run)


def test_each_protection_has_a_process_and_a_history_of_its_own(core: Core, tmp_path: Path, results: Results) -> None:
    run = run_of("database", core, tmp_path, results)
    with workers(run, (PRODUCT, OTHERWISE, PLAIN), rows=60) as asked:
        asked.ask(do="operation", name="add", repeats=3)
        asked.ask(do="journal")
        files = {each.name: tmp_path / "security" / "database" / each.name / "history.db" for each in (PRODUCT, PLAIN)}
        assert files["plain"].read_bytes().startswith(SQLITE)
        assert not files["encrypted"].read_bytes().startswith(SQLITE)
        assert sqlite3.connect(files["plain"]).execute("SELECT count(*) FROM dictation").fetchone() == (64,)
    for side in (PRODUCT, OTHERWISE, PLAIN):
        assert len(asked.wall_ms(side.name, "add")) == 3
        assert len(asked.cpu_ms(side.name, "150 ms of sound")) == 70


def test_all_protection_is_told_beside_the_published_figure(
    core: Core, tmp_path: Path, results: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profiles, "PROFILES", (PROFILES[0], PROFILES[-1]))
    a_dictation(results)
    run = run_of("profiles", core, tmp_path, results, quick_s=0.01)
    run.part.measure(run)
    values = values_of(run)
    share = values["all protection, share of a dictation"]
    assert share == pytest.approx(values["all protection, added processor time"] / 500 * 100)
    assert targets_of("security/profiles/all protection, share of a dictation")


@pytest.mark.parametrize(
    ("part", "target"),
    [
        ("callers", "who calls: one question to the kernel, where another system checked a token"),
        ("input", "input validation"),
        ("logs", ""),
        ("keys", ""),
    ],
)
def test_checks_are_measured_beside_their_targets(
    part: str, target: str, core: Core, tmp_path: Path, results: Results
) -> None:
    run = run_of(part, core, tmp_path, results, quick_s=0.01)
    run.part.measure(run)
    assert values_of(run)
    told = {beside.says for figure in run.into.figures for beside in targets_of(figure.name)}
    assert told == ({target} if target else set())
