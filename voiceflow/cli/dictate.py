"""Dictation in the terminal: Enter ends it, the text goes to stdout."""

import json as json_module
import queue
import sys
import threading
from collections.abc import Callable
from typing import Annotated

import typer

from voiceflow.errors import VoiceFlowError
from voiceflow.events import Delivered, Event, Notice, Severity, State, StateChanged

Seconds = Annotated[float, typer.Option("--seconds", help="End after so many seconds; 0 waits for Enter.", min=0)]
Json = Annotated[bool, typer.Option("--json", help="Text, model and stage times as JSON.")]


def dictate(seconds: Seconds = 0, json: Json = False) -> None:
    """Dictate in the terminal: speak, press Enter, and the text stands on stdout."""
    from voiceflow.core import Core

    happened: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with Core() as core:
        core.events.subscribe(Event, happened.put)
        dictation = core.start_dictation(inserter="recording", hotkey="manual")
        dictation.begin()
        delivered, notices = _follow(happened, lambda: _end_after(seconds, dictation.finish))
        _print(delivered, core.status.answer()["model"] if json else None)
    for notice in notices:
        if notice.severity is Severity.ERROR:
            raise VoiceFlowError(notice.code, notice.title, notice.hint)


def _print(delivered: Delivered, model: dict[str, str] | None) -> None:
    """At once, whatever the history may still have to say."""
    if model is not None:
        answer = {"text": delivered.text, "state": delivered.state, "stages_ms": delivered.stages_ms, "model": model}
        typer.echo(json_module.dumps(answer, ensure_ascii=False))
    elif delivered.text:
        typer.echo(delivered.text.rstrip())


def _follow(happened: "queue.SimpleQueue[Event]", listening: Callable[[], None]) -> tuple[Delivered, list[Notice]]:
    """Tells on stderr what goes on until the dictation has its end."""
    notices: list[Notice] = []
    while True:
        event = happened.get()
        if isinstance(event, Notice):
            notices.append(event)
            if event.dictation_id and event.severity is not Severity.ERROR:
                typer.echo(f"voiceflow: {event.title}. {event.hint}", err=True)
        elif isinstance(event, StateChanged) and event.state is State.LISTENING:
            listening()
        elif isinstance(event, Delivered):
            return event, notices


def _end_after(seconds: float, finish: Callable[[], None]) -> None:
    if seconds:
        typer.echo(f"Listening for {seconds:g} s.", err=True)
        timer = threading.Timer(seconds, finish)
        timer.daemon = True
        timer.start()
        return
    typer.echo("Listening. Press Enter when you have said it.", err=True)
    threading.Thread(target=_on_enter, args=(finish,), name="enter", daemon=True).start()


def _on_enter(finish: Callable[[], None]) -> None:
    sys.stdin.readline()
    finish()
