"""What a report says, in its order. `report_markdown` and `report_html` write it down."""

from collections.abc import Iterator
from itertools import groupby

from voiceflow.bench.compare import Change, changes, other_conditions
from voiceflow.bench.document import Block, Bullets, Cell, Code, Heading, Picture, State, Summary, Table, Text
from voiceflow.bench.figures import Figure
from voiceflow.bench.machine import BUSY_PERCENT
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.units import duration, number
from voiceflow.bench.verdicts import Beside, of_figure, published, reason

_HOW_TO_READ = (
    "Times are as they were felt (wall clock) unless a name says processor time. p50, p95 and p99 are percentiles. "
    "Intervals are of 95 % confidence; those of percentiles take the samples as independent. Published figures are "
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
    lines += _worries(results)
    return lines + ([_change_sentence(list(changes(earlier, results)))] if earlier else [])


# the first screen


def _summary(results: Results, beside: list[Beside]) -> Summary:
    measured, missed = [row for row in beside if row.measured], _missed(beside)
    ran, planned = sum(part.ran for part in results.parts), len(results.planned)
    met: State = "warn" if missed else "good" if measured else ""
    facts = (
        ("targets met", Cell(f"{len(measured) - len(missed)} of {len(measured)}", met)),
        ("wrong things found", Cell(f"{len(results.findings)}", "bad" if results.findings else "good")),
        ("parts measured", Cell(f"{ran} of {planned}", "" if ran == planned else "warn")),
        ("took", Cell(duration(results.took_s) + (", quick" if results.quick else ""))),
    )
    return Summary(_state(results, missed), _sentence(results, beside), facts)


def _state(results: Results, missed: list[Beside]) -> State:
    if results.findings or any(part.failed for part in results.parts):
        return "bad"
    return "warn" if missed or not results.finished else "good"


def _sentence(results: Results, beside: list[Beside]) -> str:
    measured, missed = [row for row in beside if row.measured], _missed(beside)
    said = []
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
        f"{_counted(found, 'wrong thing')} {'was' if found == 1 else 'were'} found"
        if found
        else "Nothing wrong was found"
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
    yield Heading("Published figures and targets, beside ours")
    measured = [
        (_says(row), row.target.told, row.told, row.margin, row.verdict, _made_by(row))
        for row in beside
        if row.measured
    ]
    missing = [(_says(row), row.target.told, row.why) for row in beside if not row.measured]
    if measured:
        columns = ("figure", "published or wanted", "ours", "", "", "measured as")
        yield Table(columns, tuple(measured), (1, 2, 3))
    if missing:
        yield Table(("figure", "published or wanted", "why there is none of ours"), tuple(missing), (1,))
    yield Text(_HOW_TO_READ)


def _says(row: Beside) -> str:
    return f"{row.target.says} (our own limit)" if row.target.ours else row.target.says


def _made_by(row: Beside) -> Cell | str:
    others = len(row.figures) - 1
    name = row.nearest.name
    return Cell(name, code=True) if not others else f"{name}, the worst of {others + 1}"


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
            _value(change.before),
            _value(change.now),
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
    if part.figures:
        yield _figures(part.figures)
    if part.notes:
        yield Bullets(tuple(part.notes))
    for plot in part.plots:
        yield Picture(part, plot)


def _figures(figures: list[Figure]) -> Table:
    """Columns that would be empty are left out."""
    rows: list[tuple[Cell | str, ...]] = []
    for figure in figures:
        target, verdict = of_figure(figure)
        rows.append((figure.name.split("/", 2)[-1], _value(figure), _interval(figure), target, verdict, figure.note))
    columns = ("figure", "value", "95 % interval", "target", "", "note")
    used = [at for at in range(len(columns)) if at < 2 or any(_said(row[at]) for row in rows)]
    return Table(
        tuple(columns[at] for at in used),
        tuple(tuple(row[at] for at in used) for row in rows),
        tuple(used.index(at) for at in (1, 2, 3) if at in used),
    )


def _machine(results: Results) -> Iterator[Block]:
    yield Heading("How it was measured")
    yield Code(results.command)
    facts = dict(results.machine)
    packages = ", ".join(f"{name} {version}" for name, version in facts.pop("packages", {}).items())
    facts.pop("saves_battery", None)
    rows = [("begun", results.began), ("took", duration(results.took_s))]
    rows += [(key.replace("memory_gb", "memory, GB"), str(value)) for key, value in facts.items()]
    yield Table(("", ""), (*rows, ("packages", packages)))


def _value(figure: Figure) -> str:
    return f"{number(figure.value)} {figure.unit}".strip()


def _interval(figure: Figure) -> str:
    return f"{number(figure.interval[0])} to {number(figure.interval[1])}" if figure.interval else ""


def _said(cell: Cell | str) -> str:
    return cell.text if isinstance(cell, Cell) else cell


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _met(measured: int, missed: int) -> str:
    if measured == 1:
        return f"The one target that could be looked at is {'missed' if missed else 'met'}"
    return f"{'All' if not missed else f'{measured - missed} of'} {measured} targets that could be looked at are met"
