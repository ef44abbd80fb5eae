"""From the key going down to the first sample that will be recognized, with the model not loaded: the app just started,
and the model unloaded for want of work. `python -m tests.benchmarks.cold [--rounds 20] [--model tiny.en]`

Everything is real, as in `dictation.py`; the sentence begins to play as soon as the app says that it hears. Exits with
1 when the 95th percentile is above the limit or when a text misses words: sound from before the model was loaded."""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.dictation import TEXT, speech
from tests.end_to_end.program import VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.targets import Editor
from voiceflow.bench.suites.memory.held import descendants
from voiceflow.selftest import share_of_words

MOST_MS = 150.0
ALMOST_ALL_WORDS = 0.8
CONFIG = '[stt]\nmodel = "{model}"\nlanguage = "en"\nunload_after_s = 1\n[ui]\nshow_window_at_start = false\n'


@dataclass(frozen=True, slots=True)
class Cold:
    """`words`: share of the sentence's words in the text."""

    first_sample_ms: float
    recognition_ms: float
    words: float


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=20)
    arguments.add_argument("--model", action="append")
    wanted = arguments.parse_args()
    measured: dict[str, list[Cold]] = {}
    with tempfile.TemporaryDirectory() as folder:
        clip = speech(Path(folder) / "speech.wav")
        for model in wanted.model or ["tiny.en"]:
            with Desktop() as desktop, Editor(desktop) as editor:
                app = VoiceFlow(desktop, CONFIG.format(model=model))
                for words, run in (("just started", _started), ("model unloaded", _unloaded)):
                    measured[f"{model}, {words}"] = run(
                        app, lambda app=app: _dictated(app, editor, clip), wanted.rounds
                    )
    print(table(measured))
    runs = [run for runs in measured.values() for run in runs]
    late = any(_p95([run.first_sample_ms for run in runs]) > MOST_MS for runs in measured.values())
    return int(late or min(run.words for run in runs) < ALMOST_ALL_WORDS)


def _started(app: VoiceFlow, dictated: Callable[[], Cold], rounds: int) -> list[Cold]:
    """The key goes down as soon as it is watched."""
    runs = []
    for _ in range(rounds):
        with app:
            runs.append(dictated())
    return runs


def _unloaded(app: VoiceFlow, dictated: Callable[[], Cold], rounds: int) -> list[Cold]:
    with app:
        dictated()
        return [_after_unloading(app, dictated) for _ in range(rounds)]


def _after_unloading(app: VoiceFlow, dictated: Callable[[], Cold]) -> Cold:
    wait_until(lambda: not descendants(app.process.pid), "the model's end", 60)
    return dictated()


def _dictated(app: VoiceFlow, editor: Editor, clip: Path) -> Cold:
    before = app.ask("status")["last"]
    app.dictate(clip)
    last = app.wait_for_delivery(before)
    text = editor.settled()
    editor.clear()
    return Cold(last["stages_ms"]["first_sample"], last["stages_ms"]["recognition"], share_of_words(TEXT, text))


def table(measured: dict[str, list[Cold]]) -> str:
    lines = ["| cold | key down to first sample, ms: p50 | p95 | most | key up to text, ms: p50 | words, least |"]
    lines.append("|---" * 6 + "|")
    for words, runs in measured.items():
        first = [run.first_sample_ms for run in runs]
        waits = statistics.median(run.recognition_ms for run in runs)
        cells = [f"{statistics.median(first):.0f}", f"{_p95(first):.0f}", f"{max(first):.0f}", f"{waits:.0f}"]
        lines.append(f"| {words} ({len(runs)}) | {' | '.join(cells)} | {min(run.words for run in runs):.0%} |")
    return "\n".join(lines)


def _p95(values: list[float]) -> float:
    return sorted(values)[round(0.95 * (len(values) - 1))]


if __name__ == "__main__":
    sys.exit(main())
