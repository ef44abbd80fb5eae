"""`voiceflow say`: speech output.

The running app speaks where there is one: its voice is loaded, it speaks one text at a time, and it falls silent when a
dictation begins. Without it, and for files, the command speaks by itself."""

import inspect
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from voiceflow.control import call
from voiceflow.errors import ControlError, VoiceFlowError
from voiceflow.paths import paths

if TYPE_CHECKING:
    from voiceflow.core import Core
    from voiceflow.reading.recording import Recording

Text = Annotated[str, typer.Argument(metavar="[TEXT]", help="What to say; - is stdin.")]
Selection = Annotated[bool, typer.Option("--selection", help="Read what is selected in any window.")]
Last = Annotated[bool, typer.Option("--last", help="Read the last dictation back.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Write a .wav, .flac or .opus file instead.")]
Engine = Annotated[str, typer.Option("--engine", help="Instead of the one in the settings.")]
Voice = Annotated[str, typer.Option("--voice", help="By name, instead of the one in the settings.")]
Language = Annotated[str, typer.Option("--language", help="Such as en or de; without it the letters decide.")]
Speed = Annotated[float, typer.Option("--speed", help="From 0.5 to 3; 0 is the settings' one.", min=0, max=3)]
Check = Annotated[bool, typer.Option("--check", help="Recognize what was made, and tell how good it is.")]
Command = Annotated[str, typer.Option("--do", help="To what is being read: pause, next, back, again or stop.")]

COMMANDS = ("pause", "next", "back", "again", "stop")
_LOOK_AGAIN_S = 0.1
_ANSWER_S = 5.0


@dataclass(frozen=True, slots=True)
class Options:
    text: Text = ""
    selection: Selection = False
    last: Last = False
    output: Output = None
    engine: Engine = ""
    voice: Voice = ""
    language: Language = ""
    speed: Speed = 0.0
    check: Check = False
    do: Command = ""


def _run(options: Options) -> None:
    if options.do:
        _command(options.do)
        return
    if sum([bool(options.text), options.selection, options.last]) != 1:
        raise typer.BadParameter("say what: TEXT, - for stdin, --selection or --last")
    if 0 < options.speed < 0.5:
        raise typer.BadParameter("from 0.5 to 3", param_hint="--speed")
    request = _request(options)
    if options.output or options.check:
        _make(options, request)
    elif not _said_by_app(request):
        _say(request)


def say(**options: Any) -> None:
    """Read a text aloud, or make a sound file of it."""
    _run(Options(**options))


# typer reads a command's options from its signature: here they are the fields of `Options`.
say.__signature__ = inspect.signature(Options)  # type: ignore[attr-defined]
say.__annotations__ = get_type_hints(Options, include_extras=True)


def _request(options: Options) -> dict[str, Any]:
    text = options.text
    if text == "-":
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    what = "selection" if options.selection else "last" if options.last else "text"
    return {
        "what": what,
        "text": text,
        "engine": options.engine,
        "voice": options.voice,
        "language": options.language,
        "speed": options.speed,
    }


def _command(name: str) -> None:
    if name not in COMMANDS:
        raise typer.BadParameter(f"there is {', '.join(COMMANDS)}", param_hint="--do")
    _ask({"command": "speech", "do": name})


def _said_by_app(request: dict[str, Any]) -> bool:
    """Whether there is an app to say it; waits until it has."""
    try:
        number = _ask({"command": "say"} | request)["reading"]
    except ControlError as error:
        if error.code == "control.not_running":
            return False
        raise
    pause = threading.Event()
    with _stopping(lambda: _ask({"command": "speech", "do": "stop"})):
        while _ask({"command": "reading", "reading": number})["going_on"]:
            pause.wait(_LOOK_AGAIN_S)
    return True


def _ask(request: dict[str, Any]) -> dict[str, Any]:
    return call(paths().control_socket, request, timeout_s=_ANSWER_S)


def _say(request: dict[str, Any]) -> None:
    from voiceflow.core import Core

    with Core() as core:
        reading = core.speech.read(core.speech.wish(request))
        with _stopping(reading.stop):
            while not reading.wait(_LOOK_AGAIN_S):
                pass
        if reading.error:
            raise as_told(reading.error)


def _make(options: Options, request: dict[str, Any]) -> None:
    from voiceflow.audio.encoding import check_suffix, save
    from voiceflow.core import Core

    if options.output:
        check_suffix(options.output)
    with Core() as core:
        wish = core.speech.wish(request)
        made = core.speech.record(wish)
        if options.output:
            save(options.output, made.pcm, made.rate_hz)
        if options.check:
            _tell(core, made, wish.text)


def _tell(core: "Core", made: "Recording", text: str) -> None:
    from voiceflow.round_trip import round_trip

    figures = made.quality
    typer.echo(f"Voice            {made.speaking.engine} {made.speaking.voice}")
    typer.echo(f"Sound            {figures.sound_s:.1f} s")
    typer.echo(f"Real-time factor {figures.real_time_factor:.3f}")
    typer.echo(f"Loudness         {figures.loudness_lufs:.1f} LUFS")
    typer.echo(f"Clipped          {figures.clipped:.2%} of the samples")
    typer.echo(f"Silence          {figures.silent:.0%} of the time")
    heard = round_trip(core, made, text)
    typer.echo(f"Heard            {heard.text}")
    typer.echo(f"Word error rate  {heard.word_error_rate:.1%} ({heard.model})")


@contextmanager
def _stopping(stop: Any) -> Iterator[None]:
    """Ctrl+C ends the speech too."""
    try:
        yield
    except KeyboardInterrupt:
        stop()
        raise


def as_told(error: Exception) -> Exception:
    if isinstance(error, VoiceFlowError):
        return error
    return VoiceFlowError(
        "reading.broken", f"It could not be read ({type(error).__name__})", "See: voiceflow --debug say"
    )
