"""Speech with its words: a folder of recordings, or sentences that the installed voice speaks."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.bench.figures import CannotRunError
from voiceflow.core import Core
from voiceflow.errors import VoiceFlowError
from voiceflow.selftest import SENTENCES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

RATE_HZ = 16_000
_SOUND = (".wav", ".flac", ".mp3", ".ogg", ".opus", ".m4a")


@dataclass(frozen=True, slots=True)
class Clip:
    """`sound`: mono at 16 kHz, -1 to 1. `words` is what is said in it."""

    name: str
    sound: "Pcm"
    words: str

    @property
    def length_s(self) -> float:
        return len(self.sound) / RATE_HZ


def clips(core: Core, folder: Path | None) -> list[Clip]:
    """`CannotRunError`: nothing usable in the folder, or no voice."""
    return list(_recordings(folder) if folder else _spoken(core))


@lru_cache(maxsize=1)
def _recordings(folder: Path) -> tuple[Clip, ...]:
    """Each sound file with a text file of the same name beside it."""
    found = tuple(
        Clip(file.stem, _sound(file), file.with_suffix(".txt").read_text(encoding="utf-8").strip())
        for file in sorted(folder.rglob("*"))
        if file.suffix.lower() in _SOUND and file.with_suffix(".txt").is_file()
    )
    if not found:
        raise CannotRunError(
            f"{folder} has no recordings with their words", "Beside each sound file put a text file of the same name"
        )
    return found


def _sound(file: Path) -> "Pcm":
    from voiceflow.audio.codecs import decode_bytes

    try:
        return decode_bytes(file.read_bytes())
    except (OSError, VoiceFlowError) as error:
        raise CannotRunError(f"{file.name} cannot be read", "It must be a sound file") from error


@lru_cache(maxsize=1)
def _spoken(core: Core) -> tuple[Clip, ...]:
    import numpy as np
    import soxr

    try:
        voice = core.engines.tts()
    except VoiceFlowError as error:
        raise CannotRunError(f"There is no speech to recognize: {error.title}", error.hint) from error
    try:
        made = []
        for number, sentence in enumerate(SENTENCES):
            blocks = list(voice.synthesize(sentence, language="en"))
            pcm = soxr.resample(np.concatenate([block.pcm for block in blocks]), blocks[0].rate_hz, RATE_HZ)
            made.append(Clip(f"sentence {number + 1}", pcm.astype(np.float32), sentence))
        return tuple(made)
    finally:
        voice.close()
