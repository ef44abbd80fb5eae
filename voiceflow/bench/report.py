"""What a report says, in its order. `report_markdown` and `report_html` write it down."""

from collections.abc import Iterator
from itertools import groupby

from voiceflow.bench.compare import Change, changes, other_conditions
from voiceflow.bench.document import Block, Bullets, Cell, Code, Heading, Picture, State, Summary, Table, Text
from voiceflow.bench.figure_table import figure_table, told_value
from voiceflow.bench.machine import BUSY_PERCENT
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.units import duration
from voiceflow.bench.verdicts import Beside, published, reason

_HOW_TO_READ = (
    "Times are as they were felt (wall clock) unless a name says processor time. p50, p95 and p99 are percentiles. "
    "Intervals are of 95 % confidence; beside percentiles stands that of the first, which takes the samples as "
    "independent. Where there are few, a note tells how many: of fewer than 20 p95 is the greatest, of fewer than 100 "
    "p99. Published figures are "
    "those of other systems on other machines, measured in their way."
)
_OUTCOMES = ("worse", "better", "changed", "not known", "same")


def blocks(results: Results, earlier: Results | None = None) -> Iterator[Block]:
    beside = published(results)
    yield Heading("VoiceFlow, measured", 1)
    yield _summary(results, beside)
    yield from (Text(worry, "warn") for worry in _worries(results))
    yield from _findings(results)
    yield from _published(beside)
    yield from _compared(results, earlier)
    yield from _not_measured(results)
    for name, parts in groupby(results.parts, key=lambda part: part.suite):
        title, about = results.suites.get(name, [name, ""])
        yield Heading(title)
        yield Text(about)
        for part in parts:
            if part.figures or part.notes or part.plots:
                yield from _part(part)
    yield from _machine(results)


def summary(results: Results, earlier: Results | None = None) -> list[str]:
    """For a terminal."""
    beside = published(results)
    lines = [_sentence(results, beside)]
    lines += [f"  {row.target.says}: {row.told}, wanted {row.target.told}" for row in _missed(beside)]
    lines += [f"  {finding.what.rstrip('.')}. {finding.cure}" for finding in results.findings]
    lines += [f"Readiness: {ready.text}" for _, ready in _readiness(results)]
    if left_out := [f"{part.suite}/{part.name}" for part in results.parts if part.skipped]:
        lines.append(f"Not measured: {', '.join(left_out)}. The report says why")
    lines += _worries(results)
    return lines + ([_change_sentence(list(changes(earlier, results)))] if earlier else [])


# the first screen

Facts = tuple[tuple[str, Cell], ...]


def _summary(results: Results, beside: list[Beside]) -> Summary:
    measured, missed = [row for row in beside if row.measured], _missed(beside)
    ran, planned = sum(part.ran for part in results.parts), len(results.planned)
    met: State = "warn" if missed else "good" if measured else ""
    facts = (
        ("targets met", Cell(f"{len(measured) - len(missed)} of {len(measured)}", met)),
        ("faults found", Cell(f"{len(results.findings)}", "bad" if results.findings else "good")),
        ("parts measured", Cell(f"{ran} of {planned}", "" if ran == planned else "warn")),
        *_readiness(results),
        ("took", Cell(duration(results.took_s) + (", quick" if results.quick else ""))),
    )
    return Summary(_state(results, missed), _sentence(results, beside), facts)


def _readiness(results: Results) -> Facts:
    """The score, and the verdict in words, where that suite ran."""
    score = results.figure("readiness/score/score")
    failed = any(finding.code.startswith("readiness.") for finding in results.findings)
    return (("readiness", Cell(f"{score.value:.0f} %, {score.note}", "bad" if failed else "good")),) if score else ()


def _state(results: Results, missed: list[Beside]) -> State:
    if results.findings or any(part.failed for part in results.parts):
        return "bad"
    return "warn" if missed or not results.finished else "good"


def _sentence(results: Results, beside: list[Beside]) -> str:
    measured, missed = [row for row in beside if row.measured], _missed(beside)
    said = []
    if results.finished and not any(part.ran for part in results.parts):
        said.append("Nothing could be measured to its end")
    if not results.finished:
        done = sum(part.ran for part in results.parts)
        said.append(f"The run was interrupted when {done} of {len(results.planned)} parts were measured")
    if measured:
        said.append(_met(len(measured), len(missed)))
    failed = [f"{part.suite}/{part.name}" for part in results.parts if part.failed]
    if failed:
        said.append(f"{_counted(len(failed), 'part')} failed: {', '.join(failed)}")
    found = len(results.findings)
    said.append(
        f"{_counted(found, 'fault')} {'was' if found == 1 else 'were'} found" if found else "No fault was found"
    )
    return ". ".join(said) + "."


def _missed(beside: list[Beside]) -> list[Beside]:
    return [row for row in beside if row.measured and not row.met]


def _worries(results: Results) -> list[str]:
    """Why the figures mean less than they could."""
    shares = [part.others_percent * part.took_s for part in results.parts if part.others_percent is not None]
    told_s = sum(part.took_s for part in results.parts if part.others_percent is not None)
    busy_percent = sum(shares) / told_s if told_s else 0.0
    worries = []
    if busy_percent > BUSY_PERCENT:
        worries.append(
            f"Measured on a machine that other programs kept {busy_percent:.0f} % busy: times are longer than they are "
            "by themselves. Make the report anew on a quiet one."
        )
    if results.machine.get("saves_battery"):
        worries.append("Measured while the battery was saved: the processor was slower than it can be.")
    return worries


def _findings(results: Results) -> Iterator[Block]:
    if results.findings:
        yield Heading("What is wrong")
        found = [(part, finding) for part in results.parts for finding in part.findings]
        rows = [(Cell(f"{part.suite}/{part.name}", code=True), finding.what, finding.cure) for part, finding in found]
        yield Table(("found by", "what", "cure"), tuple(rows))


# beside others


def _published(beside: list[Beside]) -> Iterator[Block]:
    yield Heading("Published figures, beside ours")
    yield from _beside([row for row in beside if not row.target.ours], "published")
    yield Text(_HOW_TO_READ)
    yield Heading("Our own limits")
    yield from _beside([row for row in beside if row.target.ours], "limit")


def _beside(rows: list[Beside], wanted: str) -> Iterator[Block]:
    measured = [
        (row.target.says, row.target.told, row.told, row.margin, row.verdict, _made_by(row))
        for row in rows
        if row.measured
    ]
    missing = [(row.target.says, row.target.told, row.why) for row in rows if not row.measured]
    if measured:
        yield Table(("", wanted, "ours", "", "", "measured as"), tuple(measured), (1, 2, 3))
    if missing:
        yield Table(("", wanted, "why there is none of ours"), tuple(missing), (1,))


def _made_by(row: Beside) -> Cell:
    count = len(row.figures)
    return Cell(row.nearest.name, code=True, after=f"(the worst of {count})" if count > 1 else "")


def _compared(results: Results, earlier: Results | None) -> Iterator[Block]:
    if earlier is None:
        return
    found = list(changes(earlier, results))
    yield Heading("Beside the earlier run")
    yield Text(f"Earlier: {earlier.command}, {earlier.began}. {_change_sentence(found)}")
    if differ := other_conditions(earlier, results):
        yield Text(f"What differs is not only the program: {', '.join(differ)}.", "warn")
    states: dict[str, State] = {"better": "good", "worse": "bad"}
    rows = [
        (
            Cell(change.now.name, code=True),
            told_value(change.before),
            told_value(change.now),
            f"{change.ratio:.2f}" if change.ratio is not None else "",
            Cell(change.outcome, states.get(change.outcome, "")),
        )
        for change in sorted(found, key=lambda change: _OUTCOMES.index(change.outcome))
    ]
    yield Table(("figure", "earlier", "now", "ratio", ""), tuple(rows), (1, 2, 3))


def _change_sentence(found: list[Change]) -> str:
    counts = {
        outcome: sum(change.outcome == outcome for change in found) for outcome in ("better", "worse", "not known")
    }
    return (
        f"Of {_counted(len(found), 'figure')} in both runs {counts['better']} became better and {counts['worse']} "
        f"worse beyond noise; of {counts['not known']} that is not known, for they have no intervals."
    )


# what was measured


def _not_measured(results: Results) -> Iterator[Block]:
    left_out = [part for part in results.parts if not part.ran]
    reached = {f"{part.suite}/{part.name}" for part in results.parts}
    never = [name for name in results.planned if name not in reached]
    if left_out or never:
        yield Heading("Not measured")
        rows = [(Cell(f"{part.suite}/{part.name}", code=True), part.title, reason(part)) for part in left_out]
        rows += [(Cell(name, code=True), "", "the run ended before") for name in never]
        yield Table(("part", "what", "why, and what would change it"), tuple(rows))


def _part(part: PartResult) -> Iterator[Block]:
    yield Heading(part.title or part.name, 3)
    if not part.ran:
        yield Text(f"Not measured to its end: {reason(part)}", "warn")
    if part.others_percent is not None and part.others_percent > BUSY_PERCENT:
        yield Text(f"Other programs kept {part.others_percent:.0f} % of the processors busy meanwhile.", "warn")
    if part.figures:
        yield figure_table(part.figures)
    if part.notes:
        yield Bullets(tuple(part.notes))
    for plot in part.plots:
        yield Picture(part, plot)


def _machine(results: Results) -> Iterator[Block]:
    yield Heading("How it was measured")
    yield Code(results.command)
    facts = dict(results.machine)
    packages = ", ".join(f"{name} {version}" for name, version in facts.pop("packages", {}).items())
    facts.pop("saves_battery", None)
    rows = [("begun", results.began), ("took", duration(results.took_s))]
    rows += [(key.replace("memory_gb", "memory, GB"), str(value)) for key, value in facts.items()]
    yield Table(("", ""), (*rows, ("packages", packages)))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _met(measured: int, missed: int) -> str:
    if measured == 1:
        return f"The one target that could be looked at is {'missed' if missed else 'met'}"
    return f"{'All' if not missed else f'{measured - missed} of'} {measured} targets that could be looked at are met"
