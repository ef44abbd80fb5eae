"""`report.html`: one file that needs no network, for light and dark screens and for paper."""

import re
from collections.abc import Iterator
from html import escape

from voiceflow.bench.document import Block, Bullets, Cell, Code, Heading, Picture, Summary, Table, Text
from voiceflow.bench.plots import svg
from voiceflow.bench.report import blocks
from voiceflow.bench.results import Results
from voiceflow.paths import resources_folder

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def written(results: Results, earlier: Results | None = None) -> str:
    told = list(blocks(results, earlier))
    style = (resources_folder() / "bench" / "report.css").read_text(encoding="utf-8")
    contents = _contents(told)
    parts = []
    for block in told:
        parts.append(_block(block))
        if isinstance(block, Summary):
            parts.append(contents)
    return _PAGE.format(title="VoiceFlow, measured", style=style, body="\n".join(filter(None, parts)))


def _contents(told: list[Block]) -> str:
    headings = [block.text for block in told if isinstance(block, Heading) and block.level == 2]
    links = "".join(f'<a href="#{_anchor(text)}">{escape(text)}</a>' for text in headings)
    return f"<nav>{links}</nav>"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f'<h{level} id="{_anchor(text)}">{escape(text)}</h{level}>'
        case Text(text, state):
            return f'<p class="{state or "plain"}">{_prose(text)}</p>' if text else ""
        case Code(text):
            return f"<pre>{escape(text)}</pre>"
        case Bullets(lines):
            return f"<ul>{''.join(f'<li>{_prose(line)}</li>' for line in lines)}</ul>"
        case Picture(_, plot):
            caption = f"<figcaption>{escape(plot.title)}</figcaption>"
            return f"<figure>{caption}{svg(plot, alone=False)}</figure>"
        case Summary():
            return _summary(block)
        case Table():
            return "".join(_table(block))


def _summary(summary: Summary) -> str:
    facts = "".join(
        f'<div><dt>{escape(label)}</dt><dd class="{cell.state}">{escape(cell.text)}</dd></div>'
        for label, cell in summary.facts
    )
    return f'<section class="summary {summary.state}"><p>{_prose(summary.sentence)}</p><dl>{facts}</dl></section>'


def _table(table: Table) -> Iterator[str]:
    yield '<div class="table"><table>'
    if any(table.columns):
        heads = (f"<th{_align(table, at)}>{escape(column)}</th>" for at, column in enumerate(table.columns))
        yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td{_align(table, at)}>{_cell(cell)}</td>' for at, cell in enumerate(row))}</tr>"
    yield "</tbody></table></div>"


def _align(table: Table, at: int) -> str:
    return ' class="number"' if at in table.numbers else ""


def _cell(cell: Cell | str) -> str:
    if isinstance(cell, str):
        return _prose(cell)
    if cell.code:  # may be broken behind a slash
        return f"<code>{escape(cell.text).replace('/', '/<wbr>')}</code> {escape(cell.after)}"
    return f'<span class="mark {cell.state}">{escape(cell.text)}</span>' if cell.state else escape(cell.text)


def _prose(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def _anchor(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
