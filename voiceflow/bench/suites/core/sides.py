"""The two sides of one model: VoiceFlow's listening with it, and plain faster-whisper as other dictation programs call
it (beam 5, language unknown, everything after the key went up)."""

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from voiceflow.bench.replay import RATE_HZ, Replay, Replayed
from voiceflow.bench.run import Run
from voiceflow.bench.suites.core.subjects import Subject
from voiceflow.engines import catalogue
from voiceflow.engines.stt.contract import Recognizer, SttEngine
from voiceflow.options import listening_options
from voiceflow.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.bench.samples import Sample

    Pcm = NDArray[np.float32]


class Plain(Protocol):
    def transcribe(self, pcm: "Pcm") -> object: ...


@dataclass(frozen=True, slots=True)
class Plainly:
    """`cpu_s`: of all threads together."""

    text: str
    wait_s: float
    cpu_s: float


class Ours:
    """One dictation after another through the listening code, on a virtual clock, with the user's settings."""

    def __init__(self, run: Run, subject: Subject, threads: int = 0, compute_type: str = "") -> None:
        settings = settings_for(run)
        self.recognizer = recognizer(run, subject, threads, compute_type or settings.stt.compute_type)
        self._replay = Replay(self.recognizer, run.wishes.core.vad(), listening_options(settings))

    def dictate(self, sample: "Sample") -> Replayed:
        return self._replay.dictate(sample.sound, sample.key_up_s)

    def close(self) -> None:
        self.recognizer.close()


class Theirs:
    """On the same device with the same arithmetic and as many threads."""

    def __init__(self, run: Run, subject: Subject, beside: Recognizer) -> None:
        self._plain: Plain
        threads = threads_of(run)
        if subject.real:
            self._plain = PlainWhisper(subject, beside, threads)
        else:
            from voiceflow.bench.forced import ForcedPlain

            self._plain = ForcedPlain(subject.folder, threads)

    def transcribe(self, sample: "Sample") -> Plainly:
        began_s, began_cpu_s = time.perf_counter(), time.process_time()
        text = self._plain.transcribe(sample.sound[: int(sample.key_up_s * RATE_HZ)])
        return Plainly(str(text), time.perf_counter() - began_s, time.process_time() - began_cpu_s)


class PlainWhisper:
    def __init__(self, subject: Subject, beside: Recognizer, threads: int) -> None:
        from faster_whisper import WhisperModel

        info = beside.info
        self._model: Any = WhisperModel(
            str(subject.folder), device=info.device, compute_type=info.compute_type, cpu_threads=threads
        )

    def transcribe(self, pcm: "Pcm") -> str:
        segments, _ = self._model.transcribe(pcm, beam_size=5, language=None)
        return "".join(segment.text for segment in segments)


def recognizer(run: Run, subject: Subject, threads: int, compute_type: str) -> Recognizer:
    """As a dictation has it, in a process of its own unless the settings say otherwise; a shape's decodes are given
    their length there. `threads` 0: the settings' choice."""
    if subject.real:
        return as_the_app_loads(run, subject, threads, compute_type)
    from voiceflow.bench.forced import ForcedRecognizer
    from voiceflow.bench.forced_process import ForcedProcess

    stt = run.wishes.core.settings.stt
    compute_type = "int8" if compute_type == "auto" else compute_type
    wishes = replace(stt, device="cpu", threads=threads or threads_of(run), compute_type=compute_type)
    if stt.isolated:
        return ForcedProcess(subject.folder, subject.folder.name, wishes)
    return ForcedRecognizer(subject.folder, wishes)


def as_the_app_loads(run: Run, subject: Subject, threads: int = 0, compute_type: str = "") -> Recognizer:
    """In a process of its own unless the settings say otherwise."""
    core = run.wishes.core
    stt = core.settings.stt
    wishes = replace(stt, threads=threads or stt.threads, compute_type=compute_type or stt.compute_type)
    engine: SttEngine = catalogue.engine("stt", "whisper").load()(wishes, core.models)
    return engine.load(str(subject.folder))


def threads_of(run: Run) -> int:
    from voiceflow.engines.stt.whisper_threads import one_at_a_time, usable_cores

    return one_at_a_time(usable_cores(), run.wishes.core.settings.stt.threads).threads


def settings_for(run: Run) -> Settings:
    """The user's; sentences that the voice speaks are English whatever the user's language is."""
    settings = run.wishes.core.settings
    if run.wishes.speech or not (settings.stt.language or settings.stt.languages):
        return settings
    return replace(settings, stt=replace(settings.stt, language="en"))
