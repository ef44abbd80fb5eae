"""Which language is taken when several are possible."""

import pytest

from voiceflow.engines.stt.whisper_steps import likeliest

HEARD = {"nl": 0.4, "de": 0.3, "en": 0.2, "fr": 0.1}


@pytest.mark.parametrize(
    ("allowed", "hinted", "language"),
    [
        ([], "", "nl"),
        (["en", "de"], "", "de"),
        (["en", "de"], "en", "en"),
        (["de", "fr"], "fr", "de"),
        (["en", "de"], "fr", "de"),
        ([], "de", "nl"),
    ],
)
def test_the_keyboard_decides_between_near_equals_only(allowed: list[str], hinted: str, language: str) -> None:
    assert likeliest(HEARD, allowed, hinted) == language
