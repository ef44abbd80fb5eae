"""What was spoken, heard again by the speech model: the share of words that it gets wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.transcription.again import KeptSound
from voiceflow.transcription.transcriber import Transcriber, TranscriptionOptions

if TYPE_CHECKING:
    from voiceflow.core import Core
    from voiceflow.reading.recording import Recording

_RATE_HZ = 16_000


@dataclass(frozen=True, slots=True)
class Heard:
    text: str
    word_error_rate: float
    model: str


def round_trip(core: "Core", spoken: "Recording", text: str) -> Heard:
    """Numbers that are spoken as words and recognized as digits count as errors. `ModelError`, `EngineError`."""
    import soxr

    from voiceflow.audio.codecs import to_int16
    from voiceflow.options import decode_options

    pcm = soxr.resample(spoken.pcm, spoken.rate_hz, _RATE_HZ)
    recognizer = core.recognizer()
    transcriber = Transcriber(recognizer, core.vad(), TranscriptionOptions(decode_options(core.settings)))
    transcript = transcriber.transcribe(KeptSound("spoken text", to_int16(pcm)))
    return Heard(transcript.text.strip(), word_error_rate(text, transcript.text), recognizer.info.model)


def word_error_rate(said: str, heard: str) -> float:
    """Substituted, missing and added words for each word that was said; letters' case and punctuation do not count."""
    want, got = (re.findall(r"[\w']+", text.lower()) for text in (said, heard))
    return _distance(want, got) / max(1, len(want))


def _distance(want: Sequence[str], got: Sequence[str]) -> int:
    """Levenshtein's."""
    row = list(range(len(got) + 1))
    for number, word in enumerate(want, 1):
        before, row[0] = row[0], number
        for at, other in enumerate(got, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (word != other))
    return row[-1]
