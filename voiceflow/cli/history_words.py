"""How `voiceflow history` asks and tells."""

import json as json_module
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from voiceflow.errors import VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.history.records import Dictation, EarlierText
    from voiceflow.history.statistics import Said, Statistics


def tell(value: Any) -> None:
    """As JSON."""
    typer.echo(json_module.dumps(value, indent=2, ensure_ascii=False))


def tell_one(dictation: "Dictation", json: bool) -> None:
    from voiceflow.history.export import as_record

    if json:
        tell(as_record(dictation))
    else:
        typer.echo(dictation.text)


def show_many(found: "Sequence[Dictation]", json: bool) -> None:
    from voiceflow.history.export import as_record, when

    if json:
        tell([as_record(dictation) for dictation in found])
    elif sys.stdout.isatty():
        _table(found)
    else:
        for dictation in found:
            line = (dictation.id, f"{when(dictation):%Y-%m-%d %H:%M}", str(dictation.state), _one_line(dictation))
            typer.echo("\t".join(line))


def show_facts(record: dict[str, Any]) -> None:
    """What is neither empty nor told elsewhere."""
    stages = record.pop("stages_ms")
    for name, value in record.items():
        if value not in ("", False):
            typer.echo(f"{name + ':':<14}{value}")
    if stages:
        typer.echo(f"{'stages:':<14}{', '.join(f'{name} {ms:.0f} ms' for name, ms in stages.items())}")


def earlier_record(earlier: "EarlierText") -> dict[str, Any]:
    names = ("number", "engine", "model", "text", "raw_text", "corrected")
    return {name: getattr(earlier, name) for name in names}


def show_earlier(texts: "Sequence[EarlierText]") -> None:
    for each in texts:
        source = "your correction" if each.corrected else each.model or "unknown model"
        typer.echo(f"\nEarlier text {each.number} ({source}):\n{each.text}")


def statistics_record(found: "Statistics") -> dict[str, Any]:
    from voiceflow.history.statistics import TYPED_WORDS_PER_MINUTE

    return {
        "typed_words_per_minute": TYPED_WORDS_PER_MINUTE,
        "total": _said(found.total),
        "by_day": {day.isoformat(): _said(said) for day, said in found.by_day},
        "by_app": {app: _said(said) for app, said in found.by_app},
    }


def show_statistics(found: "Statistics") -> None:
    from voiceflow.history.statistics import TYPED_WORDS_PER_MINUTE

    lines = [("total", found.total), *((app or "unknown", said) for app, said in found.by_app)]
    lines += [(day.isoformat(), said) for day, said in found.by_day]
    typer.echo(f"{'':<24}{'dictations':>10}{'words':>10}{'minutes':>10}{'saved min':>10}")
    for name, said in lines:
        minutes, saved = f"{said.speech_s / 60:.1f}", f"{said.saved_s / 60:.1f}"
        typer.echo(f"{name[:23]:<24}{said.dictations:>10}{said.words:>10}{minutes:>10}{saved:>10}")
    typer.echo(f"saved: the words at {TYPED_WORDS_PER_MINUTE} typed words a minute, less the time spoken")


def number(dictations: int) -> str:
    return "1 dictation" if dictations == 1 else f"{dictations} dictations"


def agrees(question: str) -> bool:
    if not sys.stdin.isatty():
        raise VoiceFlowError("history.not_confirmed", "There is no terminal to ask on", "Give --yes to go ahead.")
    return typer.confirm(question, err=True)


def say(line: str) -> None:
    if sys.stderr.isatty():
        typer.echo(line, err=True)


def _said(said: "Said") -> dict[str, Any]:
    return {
        "dictations": said.dictations,
        "words": said.words,
        "speech_s": round(said.speech_s, 1),
        "saved_s": round(said.saved_s, 1),
    }


def _table(found: "Sequence[Dictation]") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from voiceflow.history.export import when

    table = Table(box=None, pad_edge=False)
    for heading, width in (("ID", 8), ("When", 16), ("State", 11), ("Into", 16)):
        table.add_column(heading, width=width, no_wrap=True)
    table.add_column("Text", overflow="ellipsis", no_wrap=True)
    for dictation in found:
        row = (dictation.id[:8], f"{when(dictation):%Y-%m-%d %H:%M}", str(dictation.state), dictation.app)
        table.add_row(*map(Text, row), Text(_one_line(dictation)))
    Console().print(table)


def _one_line(dictation: "Dictation") -> str:
    star = "★ " if dictation.starred else ""
    return star + " ".join((dictation.text or dictation.raw_text or dictation.error).split())
