"""`voiceflow vocabulary`: names and terms, how they are spelt and what they sound like."""

import json as json_module
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voiceflow.cli.config import tell_app
from voiceflow.errors import SettingsError, VoiceFlowError
from voiceflow.text.vocabulary import MOST_WEIGHT, USUAL_WEIGHT, Entry, entry, with_hotwords
from voiceflow.text.vocabulary_files import written

if TYPE_CHECKING:
    from voiceflow.core import Core

app = typer.Typer(help="Names and terms: how they are spelt, what they sound like.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]
Spelling = Annotated[str, typer.Argument(metavar="SPELLING", help="As it should stand in your text.")]
Sounds = Annotated[
    list[str] | None, typer.Option("--sounds-like", "-s", help="How it is misheard; may be given several times.")
]
Category = Annotated[str, typer.Option("--category", "-c", help="Such as: people, tools.")]
Weight = Annotated[
    int, typer.Option("--weight", "-w", help=f"1 to {MOST_WEIGHT}; the recognizer hears of the heaviest.")
]
Exact = Annotated[bool, typer.Option("--exact", help="Only for what it sounds like, nothing similar.")]
Format = Annotated[str, typer.Option("--format", "-f", help="txt or csv; empty: by the file's name.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="A file; without it: stdout.")]


@app.command("list")
def list_words(category: Category = "", json: Json = False) -> None:
    """All of them, most important first, and how many of them the recognizer is told."""
    from voiceflow.core import Core

    with Core() as core:
        entries = [each for each in _ordered(core) if not category or each.category == category]
        told = _told(core)
    if json:
        typer.echo(json_module.dumps([asdict(each) for each in entries], ensure_ascii=False, indent=2))
        return
    for each in entries:
        typer.echo(_line(each))
    if told or not entries:
        typer.echo(told if entries else "There are none yet: voiceflow vocabulary add SPELLING", err=True)


@app.command()
def add(
    spelling: Spelling,
    sounds_like: Sounds = None,
    category: Category = "",
    weight: Weight = USUAL_WEIGHT,
    exact: Exact = False,
) -> None:
    """Add a word, or change what is known of it. The running app takes it over at once."""
    from voiceflow.core import Core

    added = entry(spelling, sounds_like or (), category, weight, exact)
    with Core() as core:
        core.vocabulary.add([added])
    tell_app()


@app.command()
def remove(spellings: Annotated[list[str], typer.Argument(metavar="SPELLING...")]) -> None:
    """Take words away, with what corrections taught of them."""
    from voiceflow.core import Core

    with Core() as core:
        core.vocabulary.remove(spellings)
    tell_app()


@app.command("import")
def import_words(file: Path, kind: Format = "") -> None:
    """Add the words of a txt file (one a line) or csv file (spelling, sounds_like, category, weight, exact)."""
    from voiceflow.core import Core

    with Core() as core:
        words = core.vocabulary.add_file(file, kind)
    tell_app()
    typer.echo(f"{words} words", err=True)


@app.command()
def export(output: Output = None, kind: Format = "") -> None:
    """Write them to a file or to stdout. What is written is no longer encrypted."""
    from voiceflow.core import Core

    with Core() as core:
        if output:
            core.vocabulary.write_file(output, kind)
        else:
            typer.echo(written(core.vocabulary.entries(), kind or "csv"), nl=False)


@app.command()
def lessons(json: Json = False) -> None:
    """What corrections taught: it counts from the second dictation on in which the same was corrected."""
    from voiceflow.core import Core

    with Core() as core:
        found = core.vocabulary.lessons()
        spellings = {each.spelling for each in core.vocabulary.entries()}
    if json:
        typer.echo(json_module.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        state = "learned" if each.meant in spellings else "seen once"
        typer.echo(f"{each.heard} → {each.meant}  ({state})")
    if not found:
        typer.echo("Nothing was corrected yet", err=True)


@app.command()
def accept(heard: str, meant: str) -> None:
    """Learn at once what was corrected once."""
    from voiceflow.core import Core

    with Core() as core:
        core.vocabulary.accept(heard, meant, core.settings.stt.language)
    tell_app()


@app.command()
def forget(heard: str, meant: str) -> None:
    """Take a lesson back. A word that was learned already goes with: voiceflow vocabulary remove."""
    from voiceflow.core import Core

    with Core() as core:
        if not core.vocabulary.forget(heard, meant):
            raise SettingsError(
                "vocabulary.no_lesson",
                f"Nothing was taught of {heard!r} and {meant!r}",
                "See: voiceflow vocabulary lessons",
            )


def _ordered(core: "Core") -> tuple[Entry, ...]:
    """As the recognizer is told of them: those of the setting stt.hotwords first."""
    return with_hotwords(core.settings.stt.hotwords, core.vocabulary.entries())


def _told(core: "Core") -> str:
    try:
        told, of = core.vocabulary.told(core.settings, core.engines)
    except VoiceFlowError:  # no model yet: the words are no worse for it
        return ""
    if not told:
        return "This recognizer cannot be told of words: they are corrected afterwards" if of else ""
    if told == of:
        return f"The recognizer is told of all {of}"
    return f"The recognizer is told of the first {told} of {of}: it has no room for more. All are corrected afterwards."


def _line(each: Entry) -> str:
    sounds = f"  sounds like: {', '.join(each.sounds_like)}" if each.sounds_like else ""
    notes = [note for note, wanted in (("exact", each.exact), ("learned", each.learned)) if wanted]
    about = ", ".join([*([each.category] if each.category else []), f"weight {each.weight}", *notes])
    return f"{each.spelling}{sounds}  ({about})"
