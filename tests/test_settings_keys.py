"""What a setting may hold."""

import pytest

from voiceflow.errors import SettingsError
from voiceflow.settings_keys import did_you_mean, key, keys


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("stt.model", "base", "base"),
        ("stt.prompt", "  spaces stay ", "  spaces stay "),
        ("stt.beam_size", " 5 ", 5),
        ("stt.keep_loaded", "yes", True),
        ("stt.keep_loaded", "OFF", False),
        ("stt.hotwords", "Zürich, VoiceFlow ,", ["Zürich", "VoiceFlow"]),
        ("stt.hotwords", "", []),
        ("hotkey.mode", "toggle", "toggle"),
    ],
)
def test_text_from_a_command_line_becomes_a_value(name: str, text: str, value: object) -> None:
    assert key(name).parse(text) == value


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("stt.beam_size", "many", "It must be a whole number from 1 to 10."),
        ("stt.beam_size", "11", "It must be a whole number from 1 to 10."),
        ("stt.beam_size", "0", "It must be a whole number from 1 to 10."),
        ("stt.beam_size", "2.5", "It must be a whole number from 1 to 10."),
        ("stt.keep_loaded", "perhaps", "It must be true or false."),
        ("stt.device", "gpu", "It must be one of auto, cpu, cuda."),
    ],
)
def test_a_wrong_value_is_told_what_is_allowed(name: str, text: str, hint: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} cannot be") as caught:
        key(name).parse(text)
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("stt.beam_size", True),
        ("stt.beam_size", 2.0),
        ("stt.keep_loaded", 1),
        ("stt.model", 3),
        ("stt.hotwords", "one"),
        ("stt.hotwords", ["one", 2]),
    ],
)
def test_a_value_of_another_type_is_refused(name: str, value: object) -> None:
    assert not key(name).accepts(value)


def test_every_default_is_allowed_and_every_setting_has_a_help_line() -> None:
    for entry in keys().values():
        assert entry.accepts(entry.default), entry.name
        assert entry.help and not entry.help.endswith("."), entry.name


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("stt.modle", "Did you mean stt.model?"),
        ("sttt.model", "Did you mean stt.model?"),
        ("beam_size", "Did you mean stt.beam_size?"),
        ("xyz", "voiceflow config get lists all settings."),
    ],
)
def test_an_unknown_name_gets_the_nearest(name: str, hint: str) -> None:
    assert did_you_mean(name, keys()) == hint
    with pytest.raises(SettingsError, match="There is no setting"):
        key(name)


def test_a_long_value_is_shortened_in_the_message() -> None:
    assert len(key("stt.device").refusal("x" * 500).title) < 100
