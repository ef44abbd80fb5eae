"""A part's figures as a table: percentiles of one thing in one row, columns that would be empty left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from voiceflow.bench.document import Cell, Table
from voiceflow.bench.figures import Figure
from voiceflow.bench.units import number
from voiceflow.bench.verdicts import limits_of

_VALUE = "value"


@dataclass(slots=True)
class _Row:
    """`figures` by column: `value`, or `p50`, `p95`…"""

    name: str
    figures: dict[str, Figure] = field(default_factory=dict)


def figure_table(figures: Sequence[Figure]) -> Table:
    rows = [_alone(row) for row in _rows(figures)]
    percentiles = {column for row in rows for column in row.figures} - {_VALUE}
    values = [_VALUE, *sorted(percentiles, key=lambda column: int(column[1:]))]
    columns = ["", *values, "95 % interval", "target", "", "note"]
    cells = [_cells(row, values) for row in rows]
    used = [at for at in range(len(columns)) if at == 0 or any(_said(line[at]) for line in cells)]
    numbers = range(1, len(values) + 3)
    return Table(
        tuple(columns[at] for at in used),
        tuple(tuple(line[at] for at in used) for line in cells),
        tuple(used.index(at) for at in numbers if at in used),
    )


def _rows(figures: Sequence[Figure]) -> Iterator[_Row]:
    row: _Row | None = None
    for figure in figures:
        name = figure.name.split("/", 2)[-1]
        percentile = re.fullmatch(r"(.+) (p\d+)", name)
        if row and percentile and row.name == percentile[1] and percentile[2] not in row.figures:
            row.figures[percentile[2]] = figure
            continue
        if row:
            yield row
        row = _Row(percentile[1], {percentile[2]: figure}) if percentile else _Row(name, {_VALUE: figure})
    if row:
        yield row


def _alone(row: _Row) -> _Row:
    """A single percentile is a value like others."""
    (column, figure), *others = row.figures.items()
    return row if others or column == _VALUE else _Row(f"{row.name} {column}", {_VALUE: figure})


def _cells(row: _Row, values: list[str]) -> list[Cell | str]:
    told = [told_value(row.figures[column]) if column in row.figures else "" for column in values]
    first = next(iter(row.figures.values()))
    interval = f"{number(first.interval[0])} to {number(first.interval[1])}" if first.interval else ""
    target, verdict = _beside(row)
    note = ". ".join(dict.fromkeys(figure.note for figure in row.figures.values() if figure.note))
    return [row.name, *told, interval, target, verdict, note]


def _beside(row: _Row) -> tuple[str, Cell]:
    limits = [(column, figure, target) for column, figure in row.figures.items() for target in limits_of(figure)]
    if not limits:
        return "", Cell("")
    told = [target.told if column == _VALUE else f"{column} {target.told}" for column, _, target in limits]
    met = all(target.met(figure.value, figure.unit) for _, figure, target in limits)
    return ", ".join(told), Cell("met", "good") if met else Cell("missed", "warn")


def told_value(figure: Figure) -> str:
    return f"{number(figure.value)} {figure.unit}".strip()


def _said(cell: Cell | str) -> str:
    return cell.text if isinstance(cell, Cell) else cell
