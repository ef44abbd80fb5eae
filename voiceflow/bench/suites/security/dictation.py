"""Real dictations through the whole path, with the user's engine and model: what the shares of this suite are of."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from voiceflow.bench.clips import clips
from voiceflow.bench.processes import cpu_s
from voiceflow.bench.run import Run, forgetful
from voiceflow.bench.speaking import RATE_HZ, Speaking, model_of
from voiceflow.bench.suites.core.sides import settings_for
from voiceflow.core import Core
from voiceflow.events import Delivered

_SENTENCES = 3
_WARM_UP_S = 0.6
_MOST = 5
_AFTER_KEY_UP = ("recognition", "rules", "history", "insertion")


def measure(run: Run) -> None:
    clip = min(clips(run.wishes.core, run.wishes.speech, _SENTENCES), key=lambda clip: clip.length_s)
    with run.core("dictation", forgetful(settings_for(run))) as core:
        model_of(core)
        speaking = Speaking(core)
        speaking.say(clip.sound[: int(_WARM_UP_S * RATE_HZ)])  # the model is loaded
        with _counted() as lines:
            waits_ms, works_ms = _dictations(run, core, lambda: speaking.say(clip.sound), clip.length_s)
        model = core.status.model.model
    run.record_samples("key-up to text", waits_ms, "ms", (50,))
    run.record_samples("processor time", works_ms, "ms", (50,))
    run.record("speech", clip.length_s, "s")
    run.record("log lines", lines.count / len(waits_ms), "of level INFO and above")
    run.note(
        f"{len(waits_ms)} real dictations of {clip.length_s:.1f} s through the whole path, recognized by {model}. A "
        "share of a dictation is of the processor time of all its stages, of VoiceFlow and the recognizer's process "
        "together."
    )


def _dictations(
    run: Run, core: Core, dictate: Callable[[], Delivered], length_s: float
) -> tuple[list[float], list[float]]:
    """The time that the user waits for, and the processor's, of as many as there is time for."""
    waits_ms: list[float] = []
    works_ms: list[float] = []
    while not waits_ms or (len(waits_ms) < _MOST and run.left_s > length_s + 1):
        before_s = cpu_s()
        delivered = dictate()
        core.history.tidy().result()  # its sound is packed
        works_ms.append((cpu_s() - before_s) * 1000)
        waits_ms.append(sum(delivered.stages_ms.get(stage, 0.0) for stage in _AFTER_KEY_UP))
        run.progress(run.spent)
    return waits_ms, works_ms


class _Lines(logging.Handler):
    """How many there are."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


@contextmanager
def _counted() -> Iterator[_Lines]:
    """The lines that the log file would get."""
    ours, lines = logging.getLogger("voiceflow"), _Lines()
    before = ours.level
    ours.addHandler(lines)
    ours.setLevel(logging.INFO)
    try:
        yield lines
    finally:
        ours.setLevel(before)
        ours.removeHandler(lines)
