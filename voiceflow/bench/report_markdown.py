"""`report.md`, with its plots in the folder `plots` beside it."""

import re
from collections.abc import Iterator

from voiceflow.bench.document import Block, Bullets, Cell, Code, Heading, Picture, Summary, Table, Text
from voiceflow.bench.plots import svg_name
from voiceflow.bench.report import blocks
from voiceflow.bench.results import Results


def written(results: Results, earlier: Results | None = None) -> str:
    return "\n\n".join(filter(None, (_block(block) for block in blocks(results, earlier)))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {_escaped(text)}"
        case Text(text, state):
            return f"**{_escaped(text)}**" if state and text else _escaped(text)
        case Code(text):
            return f"```\n{text}\n```"
        case Bullets(lines):
            return "\n".join(f"- {_escaped(line)}" for line in lines)
        case Picture(part, plot):
            return f"![{_escaped(plot.title)}](plots/{svg_name(part, plot)})"
        case Summary(_, sentence, facts):
            return f"**{_escaped(sentence)}**\n\n{_summary(facts)}"
        case Table():
            return "\n".join(_table(block))


def _summary(facts: tuple[tuple[str, Cell], ...]) -> str:
    table = Table(tuple(label for label, _ in facts), (tuple(cell for _, cell in facts),))
    return "\n".join(_table(table))


def _table(table: Table) -> Iterator[str]:
    yield _row([_escaped(column) for column in table.columns])
    yield _row(["---:" if at in table.numbers else "---" for at in range(len(table.columns))])
    for row in table.rows:
        yield _row([_cell(cell) for cell in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell | str) -> str:
    if isinstance(cell, str):
        return _escaped(cell)
    if cell.code:
        return f"`{cell.text}` {_escaped(cell.after)}".rstrip()
    return f"**{_escaped(cell.text)}**" if cell.state in ("warn", "bad") and cell.text else _escaped(cell.text)


def _escaped(text: str) -> str:
    """What Markdown would take for a mark, but for `code`; a table's cell is one line."""
    parts = re.split(r"(`[^`|]+`)", " ".join(text.split()))
    return "".join(part if at % 2 else re.sub(r"([\\`*_|<>\[\]])", r"\\\1", part) for at, part in enumerate(parts))
