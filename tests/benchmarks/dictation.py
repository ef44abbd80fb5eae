"""How long each step of a dictation of five seconds takes, with everything real: X server, hotkey, microphone, model,
history, clipboard and another program's window. `python -m tests.benchmarks.dictation [--rounds 20] [--json]`"""

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

from tests.end_to_end.program import VoiceFlow
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import Editor

TEXT = "Please send the report to the office before the end of the week, and tell me when it is done."
STAGES = {
    "first_sample": "key down to first sample",
    "recognition": "key up to recognized text",
    "last_decode": "the last decode, part of it or before it",
    "rules": "rules",
    "history": "history",
    "receipt": "insertion: the window has read the text",
    "insertion": "insertion: the clipboard is back",
    "key_up_to_window": "key up to text in the window",
}
CONFIG = '[stt]\nmodel = "{model}"\nlanguage = "en"\nkeep_loaded = true\n[ui]\nshow_window_at_start = false\n'


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=20)
    arguments.add_argument("--json", action="store_true")
    wanted = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clip = speech(Path(folder) / "speech.wav")
        measured = {model: measure(model, clip, wanted.rounds) for model in models()}
    if wanted.json:
        json.dump(measured, sys.stdout, indent=2)
    else:
        sys.stdout.write(table(measured, wanted.rounds))


def models() -> list[str]:
    from voiceflow.engines.models import ModelStore
    from voiceflow.paths import paths

    here = {entry.name for entry in ModelStore(paths()).list() if entry.usable}
    return [name for name in ("tiny.en", "base") if name in here]


def speech(path: Path) -> Path:
    from voiceflow.audio.codecs import write_wav
    from voiceflow.core import Core

    with Core() as core:
        blocks = list(core.engines.tts().synthesize(TEXT))
    import numpy as np

    write_wav(path, np.concatenate([block.pcm for block in blocks]), blocks[0].rate_hz)
    return path


def measure(model: str, clip: Path, rounds: int) -> list[dict[str, float]]:
    """One warm-up, then the rounds; stage times in milliseconds."""
    with Desktop() as desktop, VoiceFlow(desktop, CONFIG.format(model=model)) as app, Editor(desktop) as editor:
        return [_dictated(app, editor, clip) for _ in range(rounds + 1)][1:]


def _dictated(app: VoiceFlow, editor: Editor, clip: Path) -> dict[str, float]:
    before = app.ask("status")["last"]
    app.dictate(clip)
    last = app.wait_for_delivery(before)
    editor.clear()
    stages = dict(last["stages_ms"])
    stages["key_up_to_window"] = stages["recognition"] + stages["rules"] + stages["history"] + stages["receipt"]
    return stages


def table(measured: dict[str, list[dict[str, float]]], rounds: int) -> str:
    lines = [f"| step, ms ({rounds} dictations) | " + " | ".join(f"{m} median | {m} p95" for m in measured) + " |"]
    lines.append("|---" * (1 + 2 * len(measured)) + "|")
    for stage, words in STAGES.items():
        cells = []
        for dictations in measured.values():
            values = sorted(dictation[stage] for dictation in dictations)
            cells += [f"{statistics.median(values):.0f}", f"{values[round(0.95 * (len(values) - 1))]:.0f}"]
        lines.append(f"| {words} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
