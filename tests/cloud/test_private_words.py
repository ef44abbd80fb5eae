"""Names of the vocabulary are not sent with the sound, unless text may be sent there too."""

from pathlib import Path

import pytest

from tests.imitations.allowed import Ready, allowed
from tests.imitations.openai import OpenAi
from tests.imitations.sounds import tone
from voiceflow.audio.codecs import to_float32
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest
from voiceflow.engines.stt.openai import OpenAiStt
from voiceflow.settings import Stt


def asked_with(ready: Ready) -> bytes:
    recognizer = OpenAiStt(Stt(), None, ready.cloud).load()
    options = DecodeOptions(language="en", hotwords=("Siobhan",), prompt="Dear Anna,")
    recognizer.decode(DecodeRequest(to_float32(tone("Hello there.", 16_000)), options))
    return ready.server.asked[-1].body


@pytest.mark.parametrize("text_too", [True, False])
def test_words_go_where_text_may_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text_too: bool) -> None:
    with allowed(OpenAi(), tmp_path, monkeypatch) as ready:
        if not text_too:
            ready.settings.cloud.allowed = [f"sound => {ready.host}"]
        body = asked_with(ready)
        assert (b"Siobhan" in body) is text_too
        assert (b"Dear Anna" in body) is text_too
