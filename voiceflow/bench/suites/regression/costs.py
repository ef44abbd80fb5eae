"""What VoiceFlow costs around the models: rules, history, listening, the chain of engines, starting, speaking."""

import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from voiceflow.bench.calibration import (
    arrays,
    child_s,
    database,
    interpreter_s,
    on_one_processor,
    products,
    python,
    threads,
)
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.replay import Replay
from voiceflow.bench.run import Run
from voiceflow.bench.suites.regression.decoding import dictated, phrase
from voiceflow.bench.suites.regression.measure import Measure, Shape, measure
from voiceflow.engines import catalogue
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest
from voiceflow.engines.stt.scripted import ScriptedRecognizer
from voiceflow.errors import VoiceFlowError
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.settings import Routing, Settings, Stt, Tts

PYTHON: Shape = {"Python": f"{sys.version_info.major}.{sys.version_info.minor}"}
"""Another one is faster here and slower there."""

_SPOKEN = (
    "Um, we met the the the team at five thirty pm comma and twenty three people paid five dollars each period "
    "The one on the left said it was a difficult period. New line. Call Shevonne Graphana on Monday, question mark? "
)
_NAMES = [f"{first}{last}" for first in ("Gra", "Ben", "Kal", "Ste", "Mor") for last in ("fana", "delo", "vist", "ner")]
_TEXT = "The quick brown fox jumps over the lazy dog near the river bank, and then it walks home number"
_KEPT = 300
_ADDED = 10
_SAID = "The first words are what people wait for when a text is read to them."


@contextmanager
def rules(run: Run) -> Iterator[Measure]:
    from voiceflow.options import text_wishes
    from voiceflow.text.guards import Evidence
    from voiceflow.text.pipeline import apply
    from voiceflow.text.vocabulary import Entry

    text, wishes = _SPOKEN * 4, text_wishes(Settings(), [Entry(name) for name in _NAMES])
    evidence = Evidence(len(text) / 15, len(text) / 18)
    yield measure(
        "rules",
        "All text rules on 900 characters",
        python(),
        lambda: apply(text, "en", wishes, evidence),
        PYTHON | {"vocabulary": len(_NAMES)},
    )


@contextmanager
def adding(run: Run) -> Iterator[Measure]:
    with run.core("adding") as core:
        fresh = _filled(core.history)

        def work() -> None:
            for _ in range(_ADDED):
                kept = next(fresh)
                core.history.begin(kept)
                core.history.update(kept.id, state=DictationState.DONE, text=kept.raw_text)
            core.history.flush()

        yield measure("history add", "Ten dictations begun and ended, encrypted", database(_scratch(run, "add")), work)


@contextmanager
def searching(run: Run) -> Iterator[Measure]:
    with run.core("searching") as core:
        _filled(core.history)

        def work() -> None:
            for words in ("fox river", "number 7", "qui", "lazy dog home") * 3:
                core.history.search(words)

        title = f"Twelve searches in {_KEPT} dictations, encrypted"
        yield measure("history search", title, database(_scratch(run, "search")), work)


@contextmanager
def listening(run: Run) -> Iterator[Measure]:
    """The null engine, and speech told by its energy: what is left is VoiceFlow's own work on the sound."""
    vad, recognizer = catalogue.engine("vad", "energy").load()(), ScriptedRecognizer(())
    given = dictated()

    def work() -> None:
        Replay(recognizer, vad).dictate(given.sound, given.key_up_s)

    yield measure("listening", "Six seconds of sound with null engines", arrays(), work, PYTHON)


@contextmanager
def chain(run: Run) -> Iterator[Measure]:
    """Two null engines in a chain, as with a fallback in the settings: what `routing` costs a decode."""
    null = Settings(stt=Stt(engine="scripted"), routing=Routing(stt_then=["parakeet"], cache_entries=0))
    request = DecodeRequest(phrase(0.5), DecodeOptions(language="en"))
    with on_one_processor(), run.core("chain", null) as core:
        recognizer = core.recognizer()

        def work() -> None:
            for _ in range(500):
                recognizer.decode(request)

        yield measure("chain", "Five hundred decodes of a null engine behind a chain", threads(), work, PYTHON)


@contextmanager
def importing(run: Run) -> Iterator[Measure]:
    code = "import voiceflow.cli.main, voiceflow.core"
    interpreter_s()
    child_s(code)  # writes what is compiled
    title = "The processor time of a start: the commands and the core imported"
    yield Measure("imports", title, interpreter_s, lambda _: child_s(code), PYTHON)


@contextmanager
def first_sound(run: Run) -> Iterator[Measure]:
    """On one thread. By Piper's noise a sentence is never said twice the same way, so no round is quite like another.
    Nothing but the voice is the user's: the baseline speaks as it is set from the start."""
    with run.core("speech", replace(run.wishes.core.settings, tts=Tts(threads=1))) as core:
        try:
            voice = core.engines.tts("piper")
            name = voice.speaking(language="en").voice
        except VoiceFlowError as error:
            raise CannotRunError(error.title, error.hint) from error

        def work() -> None:
            speech = voice.synthesize(_SAID, language="en")
            next(speech)
            speech.close()

        try:
            yield measure("first sound", "Speech output to its first block", products(), work, {"voice": name})
        finally:
            voice.close()


def _filled(history: History) -> Iterator[Dictation]:
    """Gives more of the same."""
    numbers = itertools.count()
    fresh = (_dictation(number) for number in numbers)
    for kept in itertools.islice(fresh, _KEPT):
        history.begin(kept)
    history.flush()
    return fresh


def _dictation(number: int) -> Dictation:
    text = f"{_TEXT} {number}"
    return Dictation(f"{number:032x}", 1.7e9 + number, DictationState.DONE, 4.0, text, text, "whisper", "tiny.en", "en")


def _scratch(run: Run, name: str) -> Path:
    folder = run.wishes.scratch / f"calibration-{name}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
