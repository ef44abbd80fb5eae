"""What a report says: the verdict first, published figures beside ours, and why something is missing."""

from html import escape
from pathlib import Path

import pytest

from voiceflow.bench import report_html, report_markdown
from voiceflow.bench.document import Cell
from voiceflow.bench.figure_table import figure_table
from voiceflow.bench.figures import CannotRunError, Figure, spread
from voiceflow.bench.output import Output
from voiceflow.bench.report import summary
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.runner import run
from voiceflow.bench.suite import Part, Suite
from voiceflow.bench.targets import Target, targets
from voiceflow.bench.verdicts import published
from voiceflow.core import Core


def _overhead(run: Run) -> None:
    run.record("recognition mean", 4.2, "µs", interval=(4.0, 4.4))
    run.record("synthesis mean", 20, "µs", note="<b>slow</b> | today")
    run.record("a figure without a target", 3, "pieces")
    run.plot_lines("Rate by callers", "callers", "/s", {"null": ([1.0, 2.0], [10.0, 19.0])})
    run.note("Null engines.")


def _api(_: Run) -> None:
    raise CannotRunError("There is no local server", "Start one: voiceflow serve")


def _leak(run: Run) -> None:
    run.find("leak", "Memory grows", "Tell us")


CORE = Suite(
    "core",
    "Baseline",
    "How fast.",
    (Part("overhead", "Own cost", _overhead, 1, 2), Part("api", "API", _api, 1, 2)),
)
LEAKING = Suite("memory", "Memory", "", (Part("leak", "Growth", _leak, 1, 2),))


def _run(tmp_path: Path, *suites: Suite) -> Results:
    with Core() as core:
        return run(suites, Wishes(core, tmp_path, quick=True), "voiceflow bench --quick")


def test_the_first_sentence_is_the_verdict(tmp_path: Path) -> None:
    assert summary(_run(tmp_path, CORE))[:2] == [
        "1 of 2 targets that could be looked at are met. No fault was found.",
        "  mean null synthesis: 0.0200 ms, wanted ≤ 0.01 ms",
    ]
    assert summary(_run(tmp_path, LEAKING))[:2] == ["1 fault was found.", "  Memory grows. Tell us"]


def test_every_published_figure_stands_in_every_report(tmp_path: Path) -> None:
    found = _run(tmp_path, CORE)
    markdown, html = report_markdown.written(found), report_html.written(found)
    for target in targets():
        assert f"| {target.says}" in markdown
        assert escape(target.says) in html
    assert (
        "| mean null recognition | ≤ 0.01 ms | 0.00420 ms | 2.38 × better | met | `core/overhead/recognition mean` |"
        in markdown
    )
    assert "| memory at rest | ≤ 93.8 MB | memory was not asked for |" in markdown


@pytest.mark.parametrize(
    ("figure", "unit", "why"),
    [
        ("core/api/request p95", "ms", "There is no local server. Start one: voiceflow serve"),
        ("core/overhead/nothing", "ms", "core/overhead gave no such figure in its quick form"),
        ("core/nowhere/x", "ms", "no part of core measures it"),
        ("load/*/memory", "MB", "load was not asked for"),
        ("core/overhead/recognition mean", "MB", "measured in µs, which is not MB"),
    ],
)
def test_what_was_not_measured_says_why(tmp_path: Path, figure: str, unit: str, why: str) -> None:
    (row,) = published(_run(tmp_path, CORE), [Target(figure, "", unit, at_most=1)])
    assert (row.measured, row.why) == (False, why)


def test_of_several_figures_the_worst_one_counts(tmp_path: Path) -> None:
    (row,) = published(_run(tmp_path, CORE), [Target("core/overhead/*mean", "", "ms", at_most=0.01)])
    assert (row.nearest.name, row.met, row.margin) == ("core/overhead/synthesis mean", False, "2.00 × worse")


def test_markdown_keeps_its_shape_whatever_a_text_holds(tmp_path: Path) -> None:
    row = next(line for line in report_markdown.written(_run(tmp_path, CORE)).splitlines() if "today" in line)
    assert row == r"| synthesis mean | 20 µs |  | ≤ 0.01 ms | **missed** | \<b\>slow\</b\> \| today |"


def test_percentiles_of_one_thing_stand_in_one_row() -> None:
    figures = [*spread("core/x/wait", [1.0, 2.0, 3.0] * 10, "ms", (50, 95)), Figure("core/x/late", 4, "ms")]
    table = figure_table(figures)
    assert table.columns == ("", "value", "p50", "p95", "95 % interval")
    assert table.rows == (("wait", "", "2 ms", "3 ms", "1 to 3"), ("late", "4 ms", "", "", ""))
    assert table.numbers == (1, 2, 3, 4)


def test_a_limit_of_one_percentile_names_it() -> None:
    figures = spread("core/cleanup/whole", [2.0] * 30, "s", (50, 95))
    assert [cell.text if isinstance(cell, Cell) else cell for cell in figure_table(figures).rows[0]][-2:] == [
        "p95 < 1 s",
        "missed",
    ]


def test_commands_in_a_sentence_stay_commands() -> None:
    part = PartResult("core", "x", "", notes=["Run `voiceflow doctor --json` *first*"])
    found = Results("", True, "", parts=[part])
    assert r"- Run `voiceflow doctor --json` \*first\*" in report_markdown.written(found)
    assert "<code>voiceflow doctor --json</code> *first*" in report_html.written(found)


def test_the_page_is_one_file_that_asks_nobody(tmp_path: Path) -> None:
    page = report_html.written(_run(tmp_path, CORE))
    assert "&lt;b&gt;slow&lt;/b&gt;" in page
    assert "<svg" in page and "Rate by callers" in page
    for link in ("src=", "<link", "@import", "url(http", "<script"):
        assert link not in page


def test_an_interrupted_run_says_what_was_not_reached(tmp_path: Path) -> None:
    def interrupted(_: Run) -> None:
        raise KeyboardInterrupt

    ends = Suite("security", "", "", (Part("key", "Key", interrupted, 1, 1), Part("token", "Token", _leak, 1, 1)))
    found = _run(tmp_path, CORE, ends)
    assert summary(found)[0].startswith("The run was interrupted when 1 of 4 parts were measured.")
    assert "| `security/token` |  | the run ended before |" in report_markdown.written(found)


def test_a_busy_machine_is_told_of(tmp_path: Path) -> None:
    found = _run(tmp_path, CORE)
    for part in found.parts:
        part.others_percent, part.took_s = 60.0, 1.0
    told = report_markdown.written(found)
    assert "other programs kept 60 % busy" in told
    assert "Other programs kept 60 % of the processors busy meanwhile." in told


def test_a_run_without_a_part_that_ran_is_no_clean_one(tmp_path: Path) -> None:
    nothing = Suite("core", "Baseline", "", (Part("api", "API", _api, 1, 2),))
    assert summary(_run(tmp_path, nothing))[0] == "Nothing could be measured to its end. No fault was found."


def test_an_earlier_run_stands_beside(tmp_path: Path) -> None:
    output = Output.checked(tmp_path / "out")
    output.finish(_run(tmp_path, CORE))
    later = Output.checked(tmp_path / "out", earlier=tmp_path / "out" / "results.json")
    place = later.finish(_run(tmp_path, CORE))
    assert "Of 3 figures in both runs 0 became better and 0 worse" in (place / "report.md").read_text("utf-8")
    assert {file.name for file in place.iterdir()} == {
        "plots",
        "report.html",
        "report.md",
        "results.json",
        "results.earlier.json",
    }
    assert [file.name for file in (place / "plots").iterdir()] == ["core-overhead-rate-by-callers.svg"]
