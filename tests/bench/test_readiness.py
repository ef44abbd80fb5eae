"""The score, and that the checks see what they are there to see."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from voiceflow.bench.figures import CannotRunError, Figure, Finding
from voiceflow.bench.report import summary
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.suite import suite
from voiceflow.bench.suites.readiness import area, checks, disclosure, score, survival
from voiceflow.bench.suites.readiness.checks import AREAS, Outcome, plan
from voiceflow.bench.suites.readiness.search import Said
from voiceflow.core import Core
from voiceflow.engines.stt.contract import Recognizer
from voiceflow.engines.stt.scripted import ScriptedRecognizer
from voiceflow.errors import VoiceFlowError
from voiceflow.history import opening, store
from voiceflow.history.records import Dictation
from voiceflow.history.store import History
from voiceflow.history.vocabulary import VocabularyShelf
from voiceflow.settings import Settings, Stt

NO_SPEECH = "no speech"


@pytest.fixture
def core() -> Iterator[Core]:
    """Without a model to load."""
    with Core(settings=Settings(stt=Stt(engine="scripted"))) as made:
        yield made


@pytest.fixture
def run(core: Core, tmp_path: Path) -> Callable[[str], Run]:
    """One part's, without a voice: what is kept goes through the history's own doors."""
    results = Results("", True, "")
    (tmp_path / NO_SPEECH).mkdir()
    wishes = Wishes(core, tmp_path / "scratch", quick=True, speech=tmp_path / NO_SPEECH)

    def part(name: str) -> Run:
        into = PartResult("readiness", name, "")
        results.parts.append(into)
        found = next(each for each in suite("readiness").parts if each.name == name)
        return Run(wishes, found, results, into)

    return part


def passed(run: Run) -> dict[str, bool]:
    return {figure.name.rpartition("/")[2]: figure.value > 0 for figure in run.into.figures}


def with_figures(run: Run, part: str, *figures: Figure, findings: tuple[Finding, ...] = ()) -> None:
    of, name = part.split("/")
    run.results.parts.append(PartResult(of, name, "", figures=[*figures], findings=[*findings]))


# The list


def test_there_are_enough_checks_and_each_says_its_cure() -> None:
    assert len(plan().checks) >= 13
    assert {check.area for check in plan().checks} == set(AREAS)
    assert all(check.cure and check.weight > 0 for check in plan().checks)


def test_checks_have_names_of_their_own() -> None:
    names = [check.figure for check in plan().checks]
    assert len(set(names)) == len(names)


JUDGED_BY_FIGURES = [check for check in plan().checks if check.figures and not check.findings]


@pytest.mark.parametrize("check", JUDGED_BY_FIGURES, ids=lambda check: check.name)
def test_what_is_judged_by_figures_has_targets(check: checks.Check) -> None:
    from voiceflow.bench.targets import targets

    known = {target.figure for target in targets()}
    assert set(check.figures) <= known


# The score


def results_with(values: dict[str, float]) -> Results:
    """1 passed, 0 failed; those that are not named did not run."""
    ran = [check for check in plan().checks if check.name in values]
    figures = [Figure(check.figure, check.weight * values[check.name], check.points) for check in ran]
    return Results("", True, "", parts=[PartResult("readiness", "all", "", figures=figures)])


ALL = {check.name: 1.0 for check in plan().checks}


@pytest.mark.parametrize(
    ("values", "percent", "verdict"),
    [
        (ALL, 100, "ready"),
        (ALL | {"speech soon": 0}, 100 * (1 - 3 / sum(each.weight for each in plan().checks)), "ready with remarks"),
        (ALL | {"everything said is encrypted": 0}, None, "not ready: everything said is encrypted"),
        ({"words are delivered": 1}, 100, "ready with remarks (not looked at"),
        ({check.name: 1.0 for check in plan().checks if check.must}, 100, "ready, as far as 6 of "),
        ({"words are delivered": 1, "speech soon": 0, "memory at rest": 0}, 100 * 10 / 17, "not ready"),
    ],
    ids=["all", "a small one failed", "one that must pass failed", "few ran", "all that must pass ran", "too low"],
)
def test_the_verdict(values: dict[str, float], percent: float | None, verdict: str) -> None:
    found = score.score_of(results_with(values), plan())
    assert found.verdict(plan().not_ready_below).startswith(verdict)
    assert percent is None or found.percent == pytest.approx(percent)


def test_the_report_shows_the_formula_with_its_numbers(run: Callable[[str], Run]) -> None:
    run_ = run("score")
    run_.results.parts += results_with({"words are delivered": 1, "memory at rest": 0}).parts
    score.measure(run_)
    assert any("100 * 10 / 14 = 71.4 %" in note for note in run_.into.notes)
    assert [finding.code for finding in run_.into.findings] == ["readiness.not_ready"]
    assert "Readiness: 71 %, not ready: memory at rest" in summary(run_.results)


def test_without_any_check_there_is_no_score(run: Callable[[str], Run]) -> None:
    with pytest.raises(CannotRunError):
        score.measure(run("score"))


# What the suites before have found


def test_alone_nothing_of_other_suites_is_counted_and_the_suites_are_named(run: Callable[[str], Run]) -> None:
    run_ = run("memory")
    area.look_at("memory", {}, run_)
    assert run_.into.figures == []
    assert any("voiceflow bench memory readiness" in note for note in run_.into.notes)


def test_a_suite_that_had_too_little_time_is_not_told_as_absent(run: Callable[[str], Run]) -> None:
    run_ = run("reliability")
    run_.results.parts.append(PartResult("stress", "users", "", figures=[Figure("stress/users/bears", 200, "users")]))
    area.look_at("reliability", {}, run_)
    assert any("the suite stress did not come so far" in note for note in run_.into.notes)


@pytest.mark.parametrize(("value_mb", "good"), [(60.0, True), (120.0, False)])
def test_figures_are_judged_by_their_targets(run: Callable[[str], Run], value_mb: float, good: bool) -> None:
    run_ = run("memory")
    with_figures(run_, "memory/rest", Figure("memory/rest/at rest", value_mb, "MB"))
    area.look_at("memory", {}, run_)
    assert passed(run_) == {"memory at rest": good}
    assert "memory/rest/at rest" in run_.into.figures[0].note


def test_a_suite_that_found_nothing_passes_its_check_where_it_could_tell(run: Callable[[str], Run]) -> None:
    run_ = run("memory")
    with_figures(run_, "memory/leak", Figure("memory/leak/leaks", 0, ""))
    area.look_at("memory", {}, run_)
    assert passed(run_) == {"no leak": True}


def test_a_finding_of_another_suite_fails_its_check(run: Callable[[str], Run]) -> None:
    run_ = run("memory")
    with_figures(run_, "memory/leak", findings=(Finding("memory.leak", "50 kB a dictation", "Restart"),))
    area.look_at("memory", {}, run_)
    assert passed(run_) == {"no leak": False}
    assert run_.into.findings == []  # it is told already


def test_a_part_that_failed_is_told(run: Callable[[str], Run]) -> None:
    run_ = run("functional")
    run_.results.parts.append(PartResult("core", "words", "", failed="ValueError: a fault"))
    area.look_at("functional", {"words are delivered": lambda _: Outcome(True, "")}, run_)
    assert passed(run_) == {"words are delivered": True, "every part ran without a fault": False}
    assert "core/words: ValueError" in run_.into.figures[1].note


def test_an_error_in_a_check_fails_it_with_its_cure(run: Callable[[str], Run]) -> None:
    def look(_: Run) -> Outcome:
        raise VoiceFlowError("history.damaged", "It is damaged", "Repair it")

    run_ = run("functional")
    area.look_at("functional", {"words are delivered": look}, run_)
    assert passed(run_) == {"words are delivered": False}
    assert [(each.code, each.cure) for each in run_.into.findings] == [("readiness.words_are_delivered", "Repair it")]


# What was said, on the disk


def looked_at(run: Callable[[str], Run]) -> tuple[dict[str, bool], str]:
    run_ = run("security")
    area.look_at("security", disclosure.looks(run_), run_)
    return passed(run_), " ".join(figure.note for figure in run_.into.figures)


def test_the_product_keeps_its_secrets(run: Callable[[str], Run]) -> None:
    outcomes, evidence = looked_at(run)
    assert len(outcomes) == 5
    assert all(outcomes.values()), evidence
    assert "in all 38 columns" in evidence


def without_key(path: Path, key: str, create: bool = False) -> Any:
    db = sqlcipher3.connect(path, isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA journal_mode = WAL")
    db.row_factory = sqlcipher3.Row
    return db


def test_a_history_without_a_key_is_seen(run: Callable[[str], Run], monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (opening, store):
        monkeypatch.setattr(module, "connect", without_key)
    outcomes, evidence = looked_at(run)
    assert outcomes["everything said is encrypted"] is False
    assert "without a key" in evidence


def test_one_column_in_a_plain_table_beside_is_seen(run: Callable[[str], Run], monkeypatch: pytest.MonkeyPatch) -> None:
    noted = VocabularyShelf.note

    def note(shelf: VocabularyShelf, dictation_id: str, heard: str, *more: Any) -> Any:
        beside = sqlite3.connect(shelf._readers._path.with_name("lessons.db"))
        with beside:
            beside.execute("CREATE TABLE lesson (heard TEXT)")
            beside.execute("INSERT INTO lesson VALUES (?)", (heard,))
        beside.close()
        return noted(shelf, dictation_id, heard, *more)

    monkeypatch.setattr(VocabularyShelf, "note", note)
    outcomes, evidence = looked_at(run)
    assert outcomes["nothing said lies beside the history"] is False
    assert "lessons.db (words)" in evidence


def test_plain_sound_in_a_temporary_file_is_seen(run: Callable[[str], Run], monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    appended = History.append_audio

    def append(history: History, dictation_id: str, pcm: bytes) -> None:
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(pcm[5000:20_000])
        appended(history, dictation_id, pcm)

    monkeypatch.setattr(History, "append_audio", append)
    outcomes, evidence = looked_at(run)
    assert outcomes["nothing said lies beside the history"] is False
    assert "(sound)" in evidence


def test_a_log_that_quotes_is_seen(run: Callable[[str], Run], monkeypatch: pytest.MonkeyPatch) -> None:
    import logging

    began = History.begin

    def begin(history: History, dictation: Dictation) -> Any:
        logging.getLogger("voiceflow.history").debug("begins: %s", dictation.window_title)
        return began(history, dictation)

    monkeypatch.setattr(History, "begin", begin)
    outcomes, _ = looked_at(run)
    assert outcomes["logs tell nothing that was said"] is False


def test_a_column_that_comes_later_is_filled_too(run: Callable[[str], Run], monkeypatch: pytest.MonkeyPatch) -> None:
    from voiceflow.history import migrations

    more = (*migrations.MIGRATIONS, ("CREATE TABLE later (number INTEGER PRIMARY KEY, said TEXT, heard BLOB)",))
    monkeypatch.setattr(migrations, "MIGRATIONS", more)
    assert "in all 40 columns" in looked_at(run)[1]


def test_what_a_child_reaches_for_is_seen(
    run: Callable[[str], Run], core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user's recognizer may live in one."""
    reach = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))"

    def recognizer() -> Recognizer:
        subprocess.run([sys.executable, "-c", reach], check=False, stderr=subprocess.DEVNULL)
        return ScriptedRecognizer(())

    monkeypatch.setattr(core.engines, "recognizer", recognizer)
    outcomes, evidence = looked_at(run)
    assert outcomes["nothing leaves the machine unasked"] is False
    assert "reached: 192.0.2.1" in evidence


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"a QUOKKAfish", "words"),
        ("quokkafish".encode("utf-16-le"), "words"),
        (b"\1" * 99 + bytes(range(256)) * 8, "sound"),
        (b"only quokkas", ""),
        (bytes(4096), ""),
    ],
)
def test_what_was_said_is_found_in_bytes(content: bytes, what: str) -> None:
    said = Said(("quokkafish",), (bytes(5000) + bytes(range(256)) * 8 + bytes(3000),))
    assert said.in_bytes(content) == what


# What may be lost


def test_a_killed_dictation_comes_back(run: Callable[[str], Run]) -> None:
    outcome = survival.after_a_crash(run("reliability"))
    assert outcome.passed, outcome.evidence


def test_a_journal_that_is_too_slow_is_seen(run: Callable[[str], Run], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survival, "_killed", lambda folder, after_s: 0.8)
    assert not survival.after_a_crash(run("reliability")).passed


def test_damage_is_told_and_repaired(run: Callable[[str], Run]) -> None:
    outcome = survival.damage(run("reliability"))
    assert outcome.passed, outcome.evidence


def test_damage_that_is_not_noticed_fails_the_check(run: Callable[[str], Run], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survival, "_told", lambda folder: None)
    outcome = survival.damage(run("reliability"))
    assert not outcome.passed
    assert "not noticed" in outcome.evidence


def test_a_full_disk_loses_nothing(run: Callable[[str], Run]) -> None:
    outcome = survival.full_disk(run("reliability"))
    assert outcome.passed, outcome.evidence
