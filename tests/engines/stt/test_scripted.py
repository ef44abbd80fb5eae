"""The engine that says what its script says."""

from pathlib import Path

import numpy as np
import pytest

from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeOptions, DecodeRequest, Hypothesis, Recognizer
from voiceflow.engines.stt.scripted import ScriptedEngine
from voiceflow.errors import ModelError
from voiceflow.settings import Stt

SCRIPT = [f"word{number}" for number in range(20)]


def decode(recognizer: Recognizer, seconds: float, final: bool = False, prompt: str = "") -> Hypothesis:
    sound = np.full(int(seconds * SAMPLE_RATE_HZ), 0.1, np.float32)
    options = DecodeOptions(word_times=True, prompt=prompt)
    return recognizer.decode(DecodeRequest(sound, options, final=final))


@pytest.fixture
def recognizer() -> Recognizer:
    return ScriptedEngine(Stt(), script=SCRIPT).load()


@pytest.mark.parametrize(("seconds", "words"), [(0.1, 0), (1.0, 2), (4.0, 10), (30.0, 20)])
def test_tentatively_it_hears_what_fits_the_sound(recognizer: Recognizer, seconds: float, words: int) -> None:
    assert decode(recognizer, seconds).text.split() == SCRIPT[:words]


def test_finally_it_hears_all(recognizer: Recognizer) -> None:
    heard = decode(recognizer, 2.0, final=True)

    assert heard.text.split() == SCRIPT
    assert heard.words[-1].end_s == pytest.approx(2.0)


def test_it_goes_on_after_the_words_before(recognizer: Recognizer) -> None:
    assert decode(recognizer, 1.0, prompt="So: word0 word1 word2").text == "word3 word4"


def test_without_a_script_it_is_the_null_engine() -> None:
    assert decode(ScriptedEngine(Stt()).load(), 5.0, final=True).text == ""


def test_the_script_may_be_a_file(tmp_path: Path) -> None:
    file = tmp_path / "script.txt"
    file.write_text("Grüße aus\nder Datei", encoding="utf-8")

    assert decode(ScriptedEngine(Stt(model=str(file))).load(), 5.0).text == "Grüße aus der Datei"


def test_a_script_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"missing\.txt"):
        ScriptedEngine(Stt(model=str(tmp_path / "missing.txt"))).load()
