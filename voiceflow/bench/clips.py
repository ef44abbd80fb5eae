"""Speech with its words: a folder of recordings, or sentences that the installed voice speaks."""

import time
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.scoring import normalized
from voiceflow.core import Core
from voiceflow.errors import VoiceFlowError
from voiceflow.paths import resources_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.engines.tts.contract import TtsEngine

    Pcm = NDArray[np.float32]

RATE_HZ = 16_000
_SOUND = (".wav", ".flac", ".mp3", ".ogg", ".opus", ".m4a")
_FEW = 8
"""Sentences: half a minute of speech, which a voice makes in a few seconds."""
_LEAST = 3
_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Clip:
    """`sound`: mono at 16 kHz, -1 to 1. `words` is what is said in it."""

    name: str
    sound: "Pcm"
    words: str

    @property
    def length_s(self) -> float:
        return len(self.sound) / RATE_HZ


def clips(core: Core, folder: Path | None, sentences: int = _FEW, seconds: float = _SECONDS) -> list[Clip]:
    """All recordings of the folder, or so many sentences, fewer where they would take more than these seconds to make.
    `CannotRunError`: nothing usable in the folder, or no voice."""
    return list(_recordings(folder)) if folder else _voice_of(core).first(sentences, seconds)


def sentences() -> list[str]:
    """English, without digits, none of them from anywhere."""
    return (resources_folder() / "bench" / "sentences.txt").read_text(encoding="utf-8").split("\n")[:-1]


@lru_cache(maxsize=1)
def _recordings(folder: Path) -> tuple[Clip, ...]:
    """Each sound file with a text file of the same name beside it, unless that has no words: nobody knows what is said
    then."""
    files = (file for file in sorted(folder.rglob("*")) if file.suffix.lower() in _SOUND)
    texts = ((file, _words(file.with_suffix(".txt"))) for file in files if file.with_suffix(".txt").is_file())
    found = tuple(Clip(file.stem, _sound(file), words) for file, words in texts if normalized(words))
    if not found:
        raise CannotRunError(
            f"{folder} has no recordings with their words", "Beside each sound file put a text file of the same name"
        )
    return found


def _words(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRunError(f"{file.name} cannot be read", "It must be a text file in UTF-8") from error


def _sound(file: Path) -> "Pcm":
    from voiceflow.audio.codecs import decode_bytes

    try:
        return decode_bytes(file.read_bytes())
    except (OSError, VoiceFlowError) as error:
        raise CannotRunError(f"{file.name} cannot be read", "It must be a sound file") from error


class _Voice:
    """Speaks a sentence when it is first wanted, and never again."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._spoken: list[Clip] = []

    def first(self, count: int, seconds: float) -> list[Clip]:
        until_s = time.monotonic() + seconds
        if wanted := sentences()[len(self._spoken) : count]:
            try:
                with closing(self._core.engines.tts()) as voice:
                    for sentence in wanted:
                        if len(self._spoken) >= _LEAST and time.monotonic() > until_s:
                            break
                        self._spoken.append(_spoken(voice, sentence))
            except VoiceFlowError as error:
                raise CannotRunError(f"There is no speech to recognize: {error.title}", error.hint) from error
        return self._spoken[:count]


@lru_cache(maxsize=1)
def _voice_of(core: Core) -> _Voice:
    return _Voice(core)


def _spoken(voice: "TtsEngine", sentence: str) -> Clip:
    import numpy as np
    import soxr

    blocks = list(voice.synthesize(sentence, language="en"))
    pcm = soxr.resample(np.concatenate([block.pcm for block in blocks]), blocks[0].rate_hz, RATE_HZ)
    return Clip(sentence, pcm.astype(np.float32), sentence)
