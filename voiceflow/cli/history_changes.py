"""`voiceflow history`, the commands that change what was said."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from voiceflow.cli.history_words import agrees, number, say, tell, tell_one

if TYPE_CHECKING:
    from voiceflow.core import Core
    from voiceflow.history.queries import Numbers
    from voiceflow.history.records import Dictation

Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]
Which = Annotated[str, typer.Argument(metavar="ID", help="An id, the beginning of one, or `last`.")]
Some = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Ids; without any: all.")]
These = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids, the beginnings of such, or `last`.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Engine = Annotated[str, typer.Option("--engine", help="Instead of the engine of the settings.")]
Model = Annotated[str, typer.Option("--model", help="Instead of the model of the settings.")]


def delete(
    ids: Some = None,
    everything: Annotated[bool, typer.Option("--all", help="The whole history.")] = False,
    sound: Annotated[bool, typer.Option("--sound", help="Only the sound; the texts stay.")] = False,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Delete dictations with their sound. They are overwritten in the file: there is no way back."""
    from voiceflow.core import Core
    from voiceflow.history.queries import Conditions

    if bool(ids) == everything:
        raise typer.BadParameter("name the dictations, or give --all", param_hint="ID")
    with Core() as core:
        chosen = core.history.numbers(Conditions()) if everything else numbers_of(core, ids or [])
        names = [dictation.id for dictation in core.history.rows(chosen)] if json else []
        what = "the sound of " if sound else ""
        if not yes and not agrees(f"Delete {what}{number(len(chosen))} for good?"):
            raise typer.Abort
        changed = (core.past.delete_sound if sound else core.past.delete)(chosen)
    if json:
        tell({"sound_deleted" if sound else "deleted": names})
    else:
        typer.echo(f"Deleted: {what}{number(changed)}")


def star(ids: These, json: Json = False) -> None:
    """Mark dictations: retention never deletes them."""
    _set_star(ids, True, json)


def unstar(ids: These, json: Json = False) -> None:
    """Take the star away."""
    _set_star(ids, False, json)


def correct(
    which: Which,
    text: Annotated[str, typer.Argument(help="The right text; `-` reads it from stdin.")] = "-",
    json: Json = False,
) -> None:
    """Replace the text of a dictation by the right one. What was recognized is kept beside it."""
    from voiceflow.core import Core

    right = sys.stdin.read().strip() if text == "-" else text
    with Core() as core:
        tell_one(core.past.correct(core.history.find(which).id, right), json)


def retry(which: Which = "last", engine: Engine = "", model: Model = "", json: Json = False) -> None:
    """Recognize the sound of a dictation again. The text is printed and kept beside the one before, not inserted."""
    from voiceflow.core import Core

    with Core() as core:
        tell_one(core.recognize_again(core.history.find(which).id, engine, model), json)


def restore(
    which: Which = "last",
    text: Annotated[int, typer.Option("--text", help="An earlier text, by its number in `show`.")] = 0,
    json: Json = False,
) -> None:
    """Take the text as it was recognized, without what rules and guards made of it, or an earlier text. It is printed,
    not inserted."""
    from voiceflow.core import Core

    with Core() as core:
        dictation_id = core.history.find(which).id
        tell_one(core.past.use_text(dictation_id, text) if text else core.past.restore(dictation_id), json)


def recover(engine: Engine = "", model: Model = "", json: Json = False) -> None:
    """Recognize what a crash left. The texts are printed and kept, not inserted."""
    from voiceflow.core import Core
    from voiceflow.history.export import as_record

    with Core() as core:
        left = core.history.interrupted()
        done: list[Dictation] = []
        for dictation in left:
            say(f"{dictation.id[:8]}: {dictation.duration_s:.1f} s of sound")
            done.append(core.recognize_again(dictation.id, engine, model))
            if not json:
                typer.echo(done[-1].text)
    if json:
        tell([as_record(dictation) for dictation in done])
    elif not left:
        typer.echo("Nothing was interrupted")


def _set_star(ids: list[str], starred: bool, json: bool) -> None:
    from voiceflow.core import Core

    with Core() as core:
        changed = core.past.star(numbers_of(core, ids), starred)
    if json:
        tell({"changed": changed})
    else:
        typer.echo(f"{'Starred' if starred else 'Unstarred'}: {number(changed)}")


def numbers_of(core: "Core", ids: list[str]) -> "Numbers":
    """`HistoryError` where none or several begin so."""
    found = (core.history.number_of(core.history.find(each).id) for each in ids)
    return [each for each in found if each is not None]


COMMANDS = (delete, star, unstar, correct, retry, restore, recover)
