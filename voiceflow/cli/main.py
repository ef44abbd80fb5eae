"""The commands."""

import typer

from voiceflow.cli import (
    bench,
    cloud,
    config,
    devices,
    dictate,
    doctor,
    history,
    models,
    phrases,
    profiles,
    remote,
    say,
    selftest,
    transcribe,
    vocabulary,
)
from voiceflow.cli.entry import FIRST_STEPS

app = typer.Typer(
    name="voiceflow",
    help="Hold a key, speak, let go: the words stand in the window that has the focus.",
    epilog=f"Without a command the desktop app starts; with {FIRST_STEPS} it shows its first steps (again).",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
config.app.add_typer(profiles.app, name="profiles")
app.add_typer(cloud.app, name="cloud")
app.add_typer(config.app, name="config")
app.add_typer(history.app, name="history")
app.add_typer(models.app, name="models")
app.add_typer(phrases.replacements, name="replacements")
app.add_typer(phrases.snippets, name="snippets")
app.add_typer(vocabulary.app, name="vocabulary")
app.command()(transcribe.transcribe)
app.command()(dictate.dictate)
app.command()(say.say)
app.command()(devices.devices)
app.command()(doctor.doctor)
app.command()(selftest.selftest)
app.command()(bench.bench)
for command in (remote.start, remote.stop, remote.toggle, remote.cancel, remote.status):
    app.command()(command)
