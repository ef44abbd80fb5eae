"""Recognition, on one thread: so its processor time is the same on any number of cores."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.bench.calibration import clock, cost_s, decoder
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.replay import RATE_HZ, Replay
from voiceflow.bench.run import Run
from voiceflow.bench.samples import Sample
from voiceflow.bench.suites.regression.measure import Measure, Shape, measure
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.engines import catalogue
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, ModelInfo, Recognizer
from voiceflow.errors import VoiceFlowError
from voiceflow.settings import Stt

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

STARTER = "tiny.en"
_SAID = "Please send the report to the office before the end of the week, and call me when it is done."
_DECODED_S = 5.0
_NOISE = 1e-4
_KEY_UP_S = 0.1
_CALIBRATION = (800, 15)
"""Frames and tokens: about those of five seconds of speech."""
_NOMINAL_S = 0.25
"""On the virtual clock the calibration takes so long, whatever it takes really: pauses, guesses and answers come in the
same order on a slow machine as on a fast one."""


class Timed(Recognizer):
    """Knows what its last decode cost."""

    def __init__(self, recognizer: Recognizer) -> None:
        self._recognizer = recognizer
        self.last_s = 0.0

    @property
    def info(self) -> ModelInfo:
        return self._recognizer.info

    def decode(self, request: DecodeRequest) -> Hypothesis:
        began_s = clock()
        hypothesis = self._recognizer.decode(request)
        self.last_s = clock() - began_s
        return hypothesis

    def close(self) -> None:
        self._recognizer.close()


@contextmanager
def random_decode(run: Run) -> Iterator[Measure]:
    threads, folder = threads_of(run), random_model(run)
    recognizer = _forced(folder, threads)
    request = DecodeRequest(phrase(_DECODED_S), options(run))
    try:
        yield measure(
            "decode",
            "One decode of five seconds, a model of random weights in the shape of tiny",
            decoder(folder, *_CALIBRATION),
            lambda: recognizer.decode(request),
            {"model": "random tiny", "threads": threads, "beam_size": request.options.beam_size},
        )
    finally:
        recognizer.close()


@contextmanager
def release_to_text(run: Run) -> Iterator[Measure]:
    """A dictation with pauses on a virtual clock: what is left to do when the key goes up."""
    threads, folder = threads_of(run), random_model(run)
    timed, calibration = Timed(_forced(folder, threads)), decoder(folder, *_CALIBRATION)
    vad = catalogue.engine("vad", "energy").load()()
    listening = ListeningOptions(decode=options(run))
    given = dictated()

    def work(calibration_s: float) -> float:
        scale = _NOMINAL_S / calibration_s
        replay = Replay(timed, vad, listening, work_s=lambda _: timed.last_s * scale)
        return replay.dictate(given.sound, given.key_up_s).wait_s / scale

    calibration()
    work(cost_s(calibration))
    shape: Shape = {"model": "random tiny", "threads": threads, "beam_size": listening.decode.beam_size}
    title = "From the key going up to the text, a model of random weights in the shape of tiny"
    try:
        yield Measure("release to text", title, lambda: cost_s(calibration), work, shape)
    finally:
        timed.close()


@contextmanager
def real_decode(run: Run) -> Iterator[Measure]:
    """The model of the settings, else the starter model, on a sentence of espeak, which says it always the same way.
    The rest, such as the type of its numbers, is as it is set from the start: so was the baseline's."""
    settings = run.wishes.core.settings
    model, threads = settings.stt.model or STARTER, threads_of(run)
    request = DecodeRequest(spoken(run), options(run))
    here = Stt(threads=threads, device="cpu", isolated=False)  # another process has another clock
    with run.core("decode", replace(settings, stt=here)) as core:
        try:
            recognizer = core.engines.recognizer("whisper", model)
        except VoiceFlowError as error:
            raise CannotRunError(error.title, error.hint) from error
        try:
            heard = recognizer.decode(request)
            yield measure(
                "decode, real model",
                "One decode of a sentence by the model in use, else the starter model",
                decoder(random_model(run), *_CALIBRATION),
                lambda: recognizer.decode(request),
                {
                    "model": model,
                    "threads": threads,
                    "beam_size": request.options.beam_size,
                    "words heard": len(heard.text.split()),
                    "attempts": heard.attempts,
                },
            )
        finally:
            recognizer.close()


def _forced(folder: Path, threads: int) -> Recognizer:
    from voiceflow.bench.forced import ForcedRecognizer

    return ForcedRecognizer(folder, Stt(threads=threads, device="cpu", compute_type="int8"))


def threads_of(run: Run) -> int:
    return run.wishes.core.settings.stt.threads or 1


def options(run: Run) -> DecodeOptions:
    return DecodeOptions(language="en", beam_size=run.wishes.core.settings.stt.beam_size)


def random_model(run: Run) -> Path:
    from voiceflow.bench.random_whisper import random_whisper

    return random_whisper("tiny", run.wishes.scratch)


def phrase(length_s: float, pitch_hz: float = 120.0) -> "Pcm":
    """A voice without words: harmonics that fall by 6 dB an octave."""
    import numpy as np

    times = np.arange(int(length_s * RATE_HZ)) / RATE_HZ
    waves = [np.sin(2 * np.pi * pitch_hz * number * times) / number for number in range(1, 26)]
    return np.asarray(0.1 * np.sum(waves, axis=0), dtype=np.float32)


def dictated() -> Sample:
    """Two phrases with a pause in which the first one is decoded; the key goes up before a guess could be made."""
    import numpy as np

    draw = np.random.default_rng(1)

    def silence(length_s: float) -> "Pcm":
        return (draw.standard_normal(int(length_s * RATE_HZ)) * _NOISE).astype(np.float32)

    sound = np.concatenate([silence(0.3), phrase(2.5, 110.0), silence(0.7), phrase(2.5, 130.0), silence(1.0)])
    return Sample(sound, len(sound) / RATE_HZ - 1.0 + _KEY_UP_S, 5.0)


def spoken(run: Run) -> "Pcm":
    import numpy as np
    import soxr

    try:
        speaker = run.wishes.core.engines.tts("espeak")
        blocks = list(speaker.synthesize(_SAID, voice="en-us"))
    except VoiceFlowError as error:
        raise CannotRunError(f"There is no sentence to recognize: {error.title}", error.hint) from error
    pcm = np.concatenate([block.pcm for block in blocks])
    return np.asarray(soxr.resample(pcm, blocks[0].rate_hz, RATE_HZ), dtype=np.float32)
