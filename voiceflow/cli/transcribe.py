"""`voiceflow transcribe`: files to text and subtitles."""

import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from voiceflow.cli.unfinished_files import UnfinishedFiles
from voiceflow.errors import VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.core import Core
    from voiceflow.transcription.transcriber import Progress, Transcriber
    from voiceflow.transcription.transcript import Transcript

Files = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="Sound or film files, folders of them; - is stdin.")
]
Folder = Annotated[
    Path | None, typer.Option("-o", "--output", help="Write into this folder; else the text is printed.")
]
Formats = Annotated[str, typer.Option("--format", help="Of txt, srt, vtt and json, with commas between them.")]
Engine = Annotated[str, typer.Option("--engine", help="Instead of the one in the settings.")]
Model = Annotated[str, typer.Option("--model", help="Name or folder, instead of the one in the settings.")]
Language = Annotated[str, typer.Option("--language", help="Such as en or de; without it the first speech decides.")]
Translate = Annotated[bool, typer.Option("--translate", help="Into English; needs a multilingual model.")]
Fast = Annotated[bool, typer.Option("--fast", help="Faster, at the price of some words.")]
Restart = Annotated[bool, typer.Option("--restart", help="Begin anew what an earlier run left unfinished.")]

_SUFFIXES = frozenset(
    f".{suffix}"
    for kind in (
        "aac ac3 aif aiff amr caf flac m4a m4b mka mp3 oga ogg opus wav wma",
        "avi flv m4v mkv mov mp4 mpeg mpg mts ogv ts webm wmv",
    )
    for suffix in kind.split()
)
"""What is taken from a folder; a file that is named is read whatever its suffix."""


@dataclass(frozen=True, slots=True)
class Options:
    files: Files
    output: Folder = None
    format: Formats = "txt"
    engine: Engine = ""
    model: Model = ""
    language: Language = ""
    translate: Translate = False
    fast: Fast = False
    restart: Restart = False


def _run(options: Options) -> None:
    formats = _formats(options.format, printed=options.output is None)
    from voiceflow.core import Core

    with Core() as core:
        word_times = bool({"srt", "vtt", "json"} & set(formats))
        unfinished = UnfinishedFiles(lambda: core.history, options.restart)
        output = _Output(options.output, formats)
        job = _Job(cache(lambda: _transcriber(core, options, word_times)), output, unfinished)
        failures = [path for path in _expanded(options.files) if not job.run(path)]
        unfinished.forget()
    if failures:
        raise typer.Exit(1)


def transcribe(**options: Any) -> None:
    """Transcribe files of any format."""
    _run(Options(**options))


# typer reads a command's options from its signature: here they are the fields of `Options`.
transcribe.__signature__ = inspect.signature(Options)  # type: ignore[attr-defined]
transcribe.__annotations__ = get_type_hints(Options, include_extras=True)


def _transcriber(core: "Core", wanted: Options, word_times: bool) -> "Transcriber":
    from voiceflow.options import decode_options
    from voiceflow.transcription.transcriber import Transcriber, TranscriptionOptions

    decode = replace(decode_options(core.settings), task="translate" if wanted.translate else "transcribe")
    if wanted.language:
        decode = replace(decode, language=wanted.language)
    options = TranscriptionOptions(decode, wanted.fast, word_times)
    return Transcriber(core.recognizer(wanted.engine, wanted.model), core.vad(), options)


class _Job:
    """Each file on its own: what goes wrong with one is told, and the next one gets its turn. The model is loaded for
    the first file that can be read."""

    def __init__(
        self, transcriber: "Callable[[], Transcriber]", output: "_Output", unfinished: UnfinishedFiles
    ) -> None:
        self._transcriber = transcriber
        self._output = output
        self._unfinished = unfinished

    def run(self, path: str) -> bool:
        """Whether all of it became text: of a file that was cut, what is there is delivered all the same."""
        from voiceflow.audio.files import read

        try:
            file = read(path)
        except VoiceFlowError as error:
            return self._failed(error)
        with file:
            transcriber = self._transcriber()
            kept = self._unfinished.kept(path, file, transcriber)
            try:
                with _progress(file.name) as progress:
                    transcript = transcriber.transcribe(file, progress, kept=kept)
                if transcript.words:
                    self._output.deliver(transcript)
                self._unfinished.delivered(kept)
            except VoiceFlowError as error:
                return self._failed(error)
            except KeyboardInterrupt:
                self._unfinished.interrupted(file.name, kept)
                raise
        troubles = list(transcript.warnings)
        if not transcript.words and not troubles:
            troubles.append(f'No speech was heard in "{file.name}". Listen to it: it may be the wrong file')
        for trouble in troubles:
            typer.echo(f"voiceflow: {trouble}", err=True)
        return not troubles

    def _failed(self, error: VoiceFlowError) -> bool:
        typer.echo(f"voiceflow: {error}", err=True)
        return False


class _Output:
    """Into a folder, or printed where there is none."""

    def __init__(self, folder: Path | None, formats: list[str]) -> None:
        self._folder = folder
        self._formats = formats
        self._taken: set[Path] = set()

    def deliver(self, transcript: "Transcript") -> None:
        from voiceflow.transcription.formats import FORMATS

        for name in self._formats:
            text = FORMATS[name](transcript)
            if self._folder is None:
                typer.echo(text, nl=False)
            else:
                _write(self._place(self._folder, transcript.name, name), text)

    def _place(self, folder: Path, name: str, format_: str) -> Path:
        """`talk.srt`; a second `talk` of another kind becomes `talk.mp3.srt`."""
        stems = chain((Path(name).stem, name), (f"{name}.{number}" for number in count(2)))
        place = next(place for stem in stems if (place := folder / f"{stem}.{format_}") not in self._taken)
        self._taken.add(place)
        return place


def _write(place: Path, text: str) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    except OSError as error:
        title = f'"{place}" could not be written ({error.strerror})'
        raise VoiceFlowError("transcription.not_written", title, "Choose another folder with -o") from error


def _formats(text: str, printed: bool) -> list[str]:
    from voiceflow.transcription.formats import FORMATS

    formats = [part.strip().lower() for part in text.split(",") if part.strip()]
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise typer.BadParameter(
            f"{', '.join(unknown) or 'empty'}: choose of {', '.join(FORMATS)}", param_hint="--format"
        )
    if printed and len(formats) > 1:
        raise typer.BadParameter("several formats need a folder to go to: -o", param_hint="--format")
    return formats


def _expanded(files: list[str]) -> Iterator[str]:
    """A folder stands for the sound files in it and under it, in the order of their names."""
    for name in files:
        if Path(name).is_dir():
            yield from (str(path) for path in sorted(Path(name).rglob("*")) if path.suffix.lower() in _SUFFIXES)
        else:
            yield name


@contextmanager
def _progress(name: str) -> "Iterator[Progress | None]":
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: list[TaskID] = []

        def tell(done_s: float, whole_s: float | None) -> None:
            """What an earlier run did is there from the start: it says nothing about the time that is left."""
            if not tasks:
                tasks.append(bar.add_task(name, total=whole_s, completed=int(done_s)))
            bar.update(tasks[0], completed=done_s, total=whole_s)

        yield tell
