"""The settings as the parts want them."""

import pytest

from voiceflow.options import listening_options
from voiceflow.settings import Settings, Stt


@pytest.mark.parametrize("speculate", [True, False])
def test_who_wants_no_guesses_gets_none(speculate: bool) -> None:
    assert listening_options(Settings(stt=Stt(speculate=speculate))).window.speculate is speculate
