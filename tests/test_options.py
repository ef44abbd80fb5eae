"""The settings as the parts want them."""

import pytest

from voiceflow.errors import VoiceFlowError
from voiceflow.options import check, listening_options
from voiceflow.settings import Settings, Stt


@pytest.mark.parametrize("speculate", [True, False])
def test_who_wants_no_guesses_gets_none(speculate: bool) -> None:
    assert listening_options(Settings(stt=Stt(speculate=speculate))).window.speculate is speculate


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("hotkey.key", "d", "hotkey.refused"),
        ("hotkey.key", "F99", "hotkey.unknown_key"),
        ("hotkey.cancel_key", "nothing such", "hotkey.unknown_key"),
        ("tts.hotkey", "d", "hotkey.refused"),
        ("routing.stt_then", "openai, wisper", "engine.unknown"),
        ("routing.tts_then", ["whisper"], "engine.unknown"),
        ("text.replacements", ["gonna is going to"], "text.bad_replacement"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(name: str, value: object, code: str) -> None:
    with pytest.raises(VoiceFlowError) as told:
        check(name, value)
    assert told.value.code == code


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hotkey.key", "ctrl+alt+d"),
        ("hotkey.cancel_key", "d"),
        ("tts.hotkey", ""),
        ("routing.stt_then", "openai"),
        ("ui.theme", ""),
    ],
)
def test_other_values_pass(name: str, value: str) -> None:
    check(name, value)
