"""The virtual desktop as a fixture."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.end_to_end.rig import Desktop
from voiceflow.audio.codecs import write_wav

SENTENCE = "Please send the report to the office before the end of the week."

MakeDesktop = Callable[..., Desktop]


@pytest.fixture
def make_desktop() -> Iterator[MakeDesktop]:
    """A desktop with the parts that the test asks for, as in `Desktop`; gone when the test ends."""
    with ExitStack() as stack:

        def make(**parts: Any) -> Desktop:
            desktop = Desktop(**parts)
            if missing := desktop.missing():
                pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
            return stack.enter_context(desktop)

        yield make


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> Desktop:
    """All parts."""
    return make_desktop()


@pytest.fixture(scope="session")
def spoken(starter_voice: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A text in the starter voice, with the little pauses that people leave around what they say."""
    from piper import PiperVoice

    voice = PiperVoice.load(starter_voice)

    def speak(text: str) -> Path:
        pause = np.zeros(4_000, np.float32)
        pcm = np.concatenate([pause, *(chunk.audio_float_array for chunk in voice.synthesize(text)), pause])
        path = tmp_path_factory.mktemp("sound") / "spoken.wav"
        write_wav(path, pcm, 22_050)
        return path

    return speak


@pytest.fixture(scope="session")
def sentence_wav(spoken: Callable[[str], Path]) -> Path:
    return spoken(SENTENCE)
