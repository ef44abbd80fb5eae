"""A machine for parts of the suite `core`: no model and no voice of Piper, espeak's speech as its recordings."""

from pathlib import Path

import pytest

from tests.bench.measured import run_of
from voiceflow.audio.codecs import write_wav
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.suite import Part
from voiceflow.core import Core
from voiceflow.engines.models import ModelEntry, ModelStore
from voiceflow.engines.tts.espeak import EspeakEngine
from voiceflow.settings import Settings, Tts

WORDS = "The river runs through a green valley. People walk along its bank in the evening, when the light is soft."


class NoModels(ModelStore):
    def list(self) -> list[ModelEntry]:
        return []


def bare_core(settings: Settings | None = None) -> Core:
    core = Core(settings=settings or Settings())
    core.__dict__["models"] = NoModels(core.paths, [])
    return core


def core_run(part: Part, scratch: Path, settings: Settings | None = None, speech: Path | None = None) -> Run:
    wishes = Wishes(bare_core(settings), scratch, quick=True, speech=speech)
    return run_of("core", part, wishes)


def recordings(folder: Path) -> Path:
    engine = EspeakEngine(Tts(), None)
    if reason := engine.unavailable():
        pytest.skip(str(reason))
    import numpy as np

    blocks = list(engine.synthesize(WORDS, language="en"))
    folder.mkdir()
    write_wav(folder / "valley.wav", np.concatenate([block.pcm for block in blocks]), blocks[0].rate_hz)
    (folder / "valley.txt").write_text(WORDS, encoding="utf-8")
    return folder
