"""Remote control of the running app: for a compositor's own key bindings, scripts, and people."""

import json as json_module
from typing import Annotated, Any

import typer

from voiceflow.control import call
from voiceflow.errors import ControlError
from voiceflow.paths import paths

Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]


def _ask(command: str) -> dict[str, Any]:
    return call(paths().control_socket, {"command": command}, timeout_s=3.0)


def start() -> None:
    """Begin a dictation in the running app."""
    _ask("start")


def stop() -> None:
    """End the dictation: its text goes into the window that has the focus."""
    _ask("stop")


def toggle() -> None:
    """Begin a dictation, or end the one that runs."""
    _ask("toggle")


def cancel() -> None:
    """End the dictation without inserting it; its sound stays in the history."""
    _ask("cancel")


def status(json: Json = False) -> None:
    """What the running app does: state, engine and model in use, the last dictation's stage times, memory."""
    try:
        answer = _ask("status")
    except ControlError as error:
        if error.code != "control.not_running":
            raise
        answer = {"running": False, "state": "not running"}
    if json:
        typer.echo(json_module.dumps(answer, indent=2))
        return
    for line in lines(answer):
        typer.echo(line)


def lines(answer: dict[str, Any]) -> list[str]:
    if not answer.get("running"):
        return ["VoiceFlow is not running. Start it with: voiceflow"]
    shown = [f"State      {answer['state']}", f"Model      {_model(answer)}", f"Hotkey     {answer['hotkey']}"]
    for stand_in in answer.get("stand_ins", []):
        did = "spoke" if stand_in["family"] == "tts" else "answered"
        shown.append(f"Engine     {stand_in['engine']} {did} because {stand_in['reason']}")
    shown.append(f"Context    {answer['context']['summary']}")
    shown.append(f"Microphone {answer['microphone']}")
    shown.append(f"Memory     {answer['memory_mb']:.0f} MB")
    if answer["interrupted"]:
        shown.append(f"Recovery   {answer['interrupted']} interrupted by a crash. Run: voiceflow history recover")
    last = answer.get("last")
    if last:
        stages = ", ".join(f"{name} {value:.0f} ms" for name, value in last["stages_ms"].items())
        shown.append(f"Last       {last['state']}, {last['way']}: {stages}")
    if spoken := answer.get("spoken"):
        shown.append(f"Speech     {_speech(spoken)}")
    shown += [f"Alert      {alert['level']}: {alert['title']}. {alert['hint']}" for alert in answer.get("alerts", [])]
    return shown + [f"Problem    {problem}" for problem in answer.get("problems", [])]


def _speech(spoken: dict[str, Any]) -> str:
    """The last sentence's figures."""
    made = "known already" if spoken["cached"] else f"real-time factor {spoken['real_time_factor']:.2f}"
    heard = f"{spoken['loudness_lufs']:.1f} LUFS, {spoken['clipped']:.1%} clipped, {spoken['silent']:.0%} silence"
    return f"{spoken['engine']} {spoken['voice']}: {spoken['sound_s']:.1f} s, {made}, {heard}"


def _model(answer: dict[str, Any]) -> str:
    model = answer["model"]
    text = f"{model['name'] or 'none'} ({model['state']}"
    text += f", {model['device']} {model['compute_type']})" if model["device"] else ")"
    return f"{text}: {model['reason']}" if model["reason"] else text
