"""The performance suites on this machine."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

Suites = Annotated[list[str] | None, typer.Argument(metavar="[SUITE]...", help="All of them where none is named.")]
Quick = Annotated[bool, typer.Option("--quick", help="Ends within 10 minutes on two cores.")]
OutputDir = Annotated[Path, typer.Option("--output-dir", help="Where the report is written.")]
SaveRaw = Annotated[bool, typer.Option("--save-raw", help="Every sample in results.json, too.")]
Speech = Annotated[
    Path | None, typer.Option("--speech", help="A folder of recordings, each with a text file of the same name.")
]


def bench(
    suites: Suites = None,
    quick: Quick = False,
    output_dir: OutputDir = Path("voiceflow-bench"),
    save_raw: SaveRaw = False,
    speech: Speech = None,
) -> None:
    """Measure VoiceFlow on this machine: speed, memory, what protection costs, and whether it is ready."""
    from voiceflow.bench import results
    from voiceflow.bench.run import Wishes
    from voiceflow.bench.runner import run
    from voiceflow.bench.suite import SUITES, suite
    from voiceflow.core import Core

    chosen = [suite(name) for name in suites or SUITES]
    output_dir.mkdir(parents=True, exist_ok=True)
    with Core() as core, tempfile.TemporaryDirectory(prefix="voiceflow-bench-") as scratch:
        found = run(chosen, Wishes(core, Path(scratch), quick=quick, speech=speech))
    results.write(found, output_dir / "results.json", raw=save_raw)
    typer.echo(f"Written: {output_dir}/results.json")
