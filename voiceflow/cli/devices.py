"""`voiceflow devices`: microphones and speakers, by the names that the settings take."""

import json as json_module
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from voiceflow.audio.devices import Device

Json = Annotated[bool, typer.Option("--json", help="As JSON.")]


def devices(json: Json = False) -> None:
    """List microphones and speakers."""
    from voiceflow.audio.devices import list_devices

    found = list_devices()
    if json:
        rows = [{key: value for key, value in asdict(device).items() if key != "index"} for device in found]
        typer.echo(json_module.dumps(rows, indent=2, ensure_ascii=False))
        return
    _show("Microphones", [(device, device.inputs, device.default_input) for device in found if device.inputs])
    _show("Speakers", [(device, device.outputs, device.default_output) for device in found if device.outputs])
    typer.echo("* the system's default. To choose another: voiceflow config set audio.device NAME")


def _show(title: str, rows: "list[tuple[Device, int, bool]]") -> None:
    typer.echo(f"{title}:")
    if not rows:
        typer.echo("  none was found: plug one in, or switch it on in the system's sound settings")
    width = max((len(device.name) for device, _, _ in rows), default=0)
    for device, channels, default in rows:
        mark = "*" if default else " "
        format_ = f"{channels} channel{'s' if channels > 1 else ''}, {device.default_rate_hz} Hz"
        typer.echo(f"{mark} {device.name:<{width}}  {device.host_api:<16}{format_}")
    typer.echo()
