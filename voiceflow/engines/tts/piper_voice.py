"""One loaded Piper voice: phonemes in, sound out, given up at once when nobody wants it any more."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voiceflow.engines.tts.contract import SpeechBlock
from voiceflow.engines.tts.piper_network import Network, Run
from voiceflow.errors import EngineError
from voiceflow.settings import Tts

if TYPE_CHECKING:
    from piper import PiperVoice

_SOON_PHONEMES = 120
"""8 s of sound. A first sentence that is longer is cut at its first pause: its frames, a quarter of the work, are made
before any sound is (`tests.benchmarks.speech_out`)."""
_MOST_PHONEMES = 250
"""20 s of sound: no step of the network takes longer than 30 ms, so that it can be stopped."""
_PAUSES = (",", ";", ":", "—", "–")
_LEAST_PHONEMES = 20


class LoadedVoice:
    """Made in about a second."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.folder = folder
        self._voice, self._network = _load(folder, threads)

    def parts(self, text: str, soon: bool) -> list[list[str]]:
        """Phonemes of the text's sentences; long ones in parts, and with `soon` the first one, for it is waited for."""
        found: list[list[str]] = []
        for phonemes in self._voice.phonemize(_without_phoneme_marks(text)):
            while cut := _cut(phonemes, soon and not found):
                found.append(phonemes[:cut])
                phonemes = phonemes[cut:]
            if any(phoneme.isalnum() for phoneme in phonemes):
                found.append(phonemes)
        return found

    def speak(self, phonemes: list[str], settings: Tts, run: Run) -> Iterator[SpeechBlock]:
        import numpy as np

        ids = self._voice.phonemes_to_ids(phonemes)
        for made in self._network.speak(self._inputs(ids, settings), run):
            yield SpeechBlock(np.clip(made, -1.0, 1.0).astype(np.float32), self._voice.config.sample_rate)

    def _inputs(self, ids: list[int], settings: Tts) -> dict[str, Any]:
        """A zero in the settings is the voice's own value."""
        import numpy as np

        config = self._voice.config
        scales = (
            settings.noise_scale or config.noise_scale,
            settings.length_scale or config.length_scale,
            settings.noise_w or config.noise_w_scale,
        )
        inputs = {
            "input": np.array([ids], np.int64),
            "input_lengths": np.array([len(ids)], np.int64),
            "scales": np.array(scales, np.float32),
        }
        if config.num_speakers > 1:
            inputs["sid"] = np.array([min(settings.speaker, config.num_speakers - 1)], np.int64)
        return inputs


def _cut(phonemes: list[str], soon: bool) -> int:
    """Where the first part ends: 0 for one that is short enough. `soon`: after the first pause of a sentence that is
    not short; else after the last pause that fits, else between words."""
    if len(phonemes) <= (_SOON_PHONEMES if soon else _MOST_PHONEMES):
        return 0
    pauses = [at + 1 for at, phoneme in enumerate(phonemes) if phoneme in _PAUSES]
    fitting = [at for at in pauses if _LEAST_PHONEMES <= at <= min(_MOST_PHONEMES, len(phonemes) - _LEAST_PHONEMES)]
    if fitting:
        return fitting[0] if soon else fitting[-1]
    return _between_words(phonemes) if len(phonemes) > _MOST_PHONEMES else 0


def _between_words(phonemes: list[str]) -> int:
    spaces = [at + 1 for at, phoneme in enumerate(phonemes[:_MOST_PHONEMES]) if phoneme == " "]
    return spaces[-1] if spaces else _MOST_PHONEMES


def _load(folder: Path, threads: int) -> "tuple[PiperVoice, Network]":
    """`EngineError` for a voice whose phonemes would need packages or downloads of their own (Chinese by g2pW, Hebrew,
    Japanese, Thai), and for files that onnxruntime does not take."""
    from piper import PhonemeType, PiperConfig, PiperVoice

    logging.getLogger("piper").setLevel(logging.INFO)  # below it, Piper logs the text that it speaks
    model = next(iter(sorted(folder.glob("*.onnx"))))
    try:
        config = PiperConfig.from_dict(json.loads(model.with_name(f"{model.name}.json").read_text(encoding="utf-8")))
        if config.phoneme_type not in (PhonemeType.ESPEAK, PhonemeType.TEXT):
            title = f"The voice {model.stem} needs phonemes that VoiceFlow does not make ({config.phoneme_type.value})"
            raise EngineError("tts.voice_failed", title, "Choose another voice: voiceflow models list")
        network = Network(model, threads)
    except EngineError:
        raise
    except Exception as error:  # onnxruntime's errors share no base class
        title = f"The voice {model.stem} does not load ({type(error).__name__})"
        raise EngineError("tts.voice_failed", title, f"Run: voiceflow models verify {model.stem}") from error
    return PiperVoice(network.encoder, config), network


def _without_phoneme_marks(text: str) -> str:
    """Piper takes what stands in double brackets for phonemes; here it is text."""
    return text.replace("[[", "[ [")
