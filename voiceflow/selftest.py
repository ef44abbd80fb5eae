"""VoiceFlow listens to itself: the installed voice speaks, the whole path from blocks of sound to delivered text runs
as in a dictation, and the words are compared. No microphone, no window, and a history that is thrown away."""

import difflib
import itertools
import math
import queue
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.core import Core
from voiceflow.events import Delivered, Event, wait_for
from voiceflow.paths import Paths
from voiceflow.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.audio.frames import Block
    from voiceflow.engines.tts.contract import SpeechBlock

OnBlock = Callable[["Block"], None]
OnRelease = Callable[[], None]

SENTENCES = (
    "The quick brown fox jumps over the lazy dog near the river bank.",
    "Please send the report to the office before the end of the week.",
    "Every morning she walks to the market and buys bread and fresh fruit.",
)
ENOUGH_WORDS = 0.8
"""The share of words that must come back: the starter voice never says a sentence twice the same way, and `tiny.en`
now and then mishears two of its words."""
_BLOCK_S = 0.01
_KEY_UP_S = 0.3
"""How long after the last word people let go of the key (LATENCY section 3: 0.1 to 0.5 s)."""
_DEADLINE_S = 120.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """`words`: the share of the sentence's words that came back, in order."""

    sentence: str
    text: str
    words: float
    speech_s: float
    stages_ms: dict[str, float]

    @property
    def passed(self) -> bool:
        return self.words >= ENOUGH_WORDS


class SpokenSource:
    """A source of sound like the microphone: one sentence in real time, then silence until it is closed. `on_release`
    is called when people let go of the key; it must only post."""

    def __init__(self, pcm: "NDArray[np.float32]", rate_hz: int, on_block: OnBlock, on_release: OnRelease) -> None:
        self._pcm = pcm
        self._rate_hz = rate_hz
        self._on_block = on_block
        self._on_release = on_release
        self._closed = threading.Event()

    def open(self) -> None:
        threading.Thread(target=self._run, name="spoken", daemon=True).start()

    def close(self) -> None:
        self._closed.set()

    def _run(self) -> None:
        from voiceflow.audio.frames import Block

        samples = int(self._rate_hz * _BLOCK_S)
        silence = bytes(4 * samples)
        last = math.ceil(len(self._pcm) / samples) + int(_KEY_UP_S / _BLOCK_S)
        begun_s = time.monotonic()
        for block in itertools.count():
            if self._closed.wait(max(0.0, begun_s + block * _BLOCK_S - time.monotonic())):
                return
            data = self._pcm[block * samples : (block + 1) * samples].tobytes()
            self._on_block(Block(data or silence, 1, self._rate_hz, time.monotonic()))
            if block == last:
                self._on_release()


def run(core: Core, model: str = "", rounds: int = 1) -> Iterator[Spoken]:
    """Each sentence when it is done. `ModelError` or `EngineError` when the voice or the model is missing."""
    core.models.folder(model or core.engines.model_name())
    voice = core.engines.tts()
    with tempfile.TemporaryDirectory(prefix="voiceflow-selftest-") as folder:
        where = replace(core.paths, data=Path(folder), logs=Path(folder), runtime=Path(folder))
        settings = _settings(core, model)
        for sentence in SENTENCES * rounds:
            blocks = list(voice.synthesize(sentence, language="en"))
            yield _dictate(where, settings, sentence, blocks)
    voice.close()


def _settings(core: Core, model: str) -> Settings:
    """The user's, but nothing sounds and the key of the history goes with its folder."""
    settings = core.settings
    return replace(
        settings,
        audio=replace(settings.audio, start_cue=False),
        stt=replace(settings.stt, model=model or settings.stt.model),
        history=replace(settings.history, key_storage="file"),
    )


def share_of_words(expected: str, heard: str) -> float:
    """1 when every word came back in order; letters' case and punctuation do not count."""
    want, got = (re.findall(r"[\w']+", text.lower()) for text in (expected, heard))
    same = sum(block.size for block in difflib.SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks())
    return same / max(len(want), len(got), 1)


def _dictate(where: Paths, settings: Settings, sentence: str, blocks: "list[SpeechBlock]") -> Spoken:
    import numpy as np

    pcm = np.concatenate([block.pcm for block in blocks])
    rate_hz = blocks[0].rate_hz
    happened: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with Core(where, settings) as core:
        core.events.subscribe(Event, happened.put)

        def source(on_block: OnBlock, _: object) -> SpokenSource:
            return SpokenSource(pcm, rate_hz, on_block, lambda: core.command("stop"))

        core.start_dictation(inserter="recording", hotkey="manual", source=source).begin()
        delivered = wait_for(Delivered, happened, len(pcm) / rate_hz + _DEADLINE_S)
    words = share_of_words(sentence, delivered.text)
    return Spoken(sentence, delivered.text.strip(), words, len(pcm) / rate_hz, delivered.stages_ms)
