"""Real speech through the whole of VoiceFlow's listening, on the virtual clock of `replay`: clip by clip, joined to
dictations of a minute at most, and torn at random places. `tests.benchmarks.words` prints it beside single decodes."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.scoring import pcm_of, scorable
from tests.speech import SpeechClip
from voiceflow.bench.replay import Replay
from voiceflow.bench.samples import let_go, room
from voiceflow.bench.scoring import percentile, word_errors
from voiceflow.dictation.reports import Decodes
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.dictation.window import WindowOptions
from voiceflow.engines.stt.contract import DecodeOptions, Recognizer
from voiceflow.engines.vad.contract import Vad

Pcm = NDArray[np.float32]

RATE_HZ = 16_000
JOINED_S = 60.0
PAUSE_S = (0.2, 1.5)
_TORN_WINDOW_S = (9.5, 16.0)
"""Of which the last 3 s and the first 3 s are heard by the neighbours, too."""
_TORN_LOOK_BACK_S = 3.2
_NEVER_MS = 1e9


@dataclass(frozen=True, slots=True)
class Spoken:
    """One dictation: clips with pauses between them; `sound` goes on in silence behind `key_up_s`."""

    clips: tuple[SpeechClip, ...]
    sound: Pcm
    key_up_s: float

    @property
    def reference(self) -> str:
        return " ".join(scorable(clip, clip.spoken) for clip in self.clips)

    def score_text(self, text: str) -> str:
        return scorable(self.clips[0], text)


Dictate = Callable[[Spoken], tuple[str, float, Decodes]]
"""The text, the seconds from key-up to it, and the work."""


@dataclass(slots=True)
class Side:
    """One way to make texts of the same dictations."""

    name: str
    dictate: Dictate
    given: list[Spoken] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    waits_s: list[float] = field(default_factory=list)
    work: list[Decodes] = field(default_factory=list)

    def hear(self, spoken: Spoken) -> None:
        text, wait_s, decodes = self.dictate(spoken)
        self.given.append(spoken)
        self.texts.append(spoken.score_text(text))
        self.waits_s.append(wait_s)
        self.work.append(decodes)

    def __str__(self) -> str:
        words = str(word_errors([spoken.reference for spoken in self.given], self.texts))
        p50, p95 = (percentile(self.waits_s, percent) * 1e3 for percent in (50, 95))
        made, redone, torn = (sum(getattr(done, name) for done in self.work) for name in ("made", "redone", "torn"))
        again = f"again {100 * redone / made:4.1f} % of {made}" if made else ""
        return f"{self.name:34} {words:34} wait p50 {p50:5.0f} ms   p95 {p95:5.0f} ms   {again}" + (
            f", cut in speech {torn} times" if torn else ""
        )


def alone(clips: Sequence[SpeechClip]) -> list[Spoken]:
    draw = np.random.default_rng(1)
    return [_spoken((clip,), [pcm_of(clip.path)], draw) for clip in clips]


def joined(clips: Sequence[SpeechClip], mixed: bool = False, seed: int = 7) -> list[Spoken]:
    """In random order, every voice by itself, for one person dictates; or `mixed`, another voice with almost every
    clip. Number clips stay out, because they are scored on digits only."""
    draw = np.random.default_rng(seed)
    words = [clip for clip in clips if not clip.name.startswith("num_")]
    order = [words[at] for at in draw.permutation(len(words))]
    parts = _parts(order) if mixed else (part for voice in _voices(order) for part in _parts(voice))
    return [_joined(part, draw) for part in parts]


def _voices(clips: Sequence[SpeechClip]) -> list[list[SpeechClip]]:
    """An unknown voice is nobody else's."""
    voices: dict[str, list[SpeechClip]] = {}
    for clip in clips:
        voices.setdefault(clip.name if clip.speaker == "unknown" else clip.speaker, []).append(clip)
    return list(voices.values())


def _parts(order: Sequence[SpeechClip]) -> Iterator[list[SpeechClip]]:
    part: list[SpeechClip] = []
    for clip in order:
        if part and sum(each.duration_s for each in part) + clip.duration_s > JOINED_S:
            yield part
            part = []
        part.append(clip)
    yield part


def _joined(clips: Sequence[SpeechClip], draw: np.random.Generator) -> Spoken:
    pieces: list[Pcm] = []
    for clip in clips:
        pcm = pcm_of(clip.path)
        pieces += [room(draw, draw.uniform(*PAUSE_S), pcm), pcm]
    return _spoken(tuple(clips), pieces[1:], draw)


def _spoken(clips: tuple[SpeechClip, ...], pieces: list[Pcm], draw: np.random.Generator) -> Spoken:
    made = let_go(pieces, draw)
    return Spoken(clips, made.sound, made.key_up_s)


def dictation(recognizer: Recognizer, vad: Vad, options: Callable[[], ListeningOptions]) -> Dictate:
    def dictate(spoken: Spoken) -> tuple[str, float, Decodes]:
        replayed = Replay(recognizer, vad, options()).dictate(spoken.sound, spoken.key_up_s)
        return replayed.text, replayed.wait_s, replayed.recognized.decodes

    return dictate


def torn_windows(decode: DecodeOptions) -> Callable[[], ListeningOptions]:
    """Never cut at a pause, but in whatever is said 3 to 10 s after the last cut."""
    draw = np.random.default_rng(3)

    def options() -> ListeningOptions:
        length_s = float(draw.uniform(*_TORN_WINDOW_S))
        window = WindowOptions(guess_ms=_NEVER_MS, longest_s=length_s, look_back_s=_TORN_LOOK_BACK_S)
        return ListeningOptions(decode=decode, window=window)

    return options


def all_at_once(recognize: Callable[[Pcm], str]) -> Dictate:
    """Everything after key-up, as other dictation programs do it."""

    def dictate(spoken: Spoken) -> tuple[str, float, Decodes]:
        began_s = time.perf_counter()
        text = recognize(spoken.sound[: int(spoken.key_up_s * RATE_HZ)])
        return text, time.perf_counter() - began_s, Decodes()

    return dictate


def clip_by_clip(recognize: Callable[[Pcm], str]) -> Dictate:
    """What the clips give without anything beside them: the same wherever they stand."""
    known: dict[str, str] = {}

    def dictate(spoken: Spoken) -> tuple[str, float, Decodes]:
        began_s = time.perf_counter()
        for clip in spoken.clips:
            known[clip.name] = known.get(clip.name) or recognize(pcm_of(clip.path))
        text = " ".join(known[clip.name] for clip in spoken.clips)
        return text, time.perf_counter() - began_s, Decodes()

    return dictate
