"""Any server that speaks OpenAI's protocol for speech. Fields as in OpenAI's API reference, "Create speech"."""

import json
from collections.abc import Iterator

from voiceflow.cloud.cloud import Upload
from voiceflow.cloud.transfer import Transfer
from voiceflow.engines.tts.cloud import CloudTts, most_bytes, samples, total_s
from voiceflow.engines.tts.contract import SpeechBlock

_RATE_HZ = 24_000
"""Of `pcm`, which has no header: OpenAI's guide, "Supported output formats"."""
_VOICES = (
    *("alloy", "ash", "ballad", "cedar", "coral", "echo", "fable"),
    *("marin", "nova", "onyx", "sage", "shimmer", "verse"),
)


class OpenAiTts(CloudTts):
    """A server of one's own may have other voices: the setting may name any."""

    service = "openai"
    most_characters = 4096

    def _has(self, voice: str) -> bool:
        return voice in (*_VOICES, self._own_voice(""))

    def _own_voice(self, language: str) -> str:
        return self._cloud.settings.cloud.openai_voice

    def _options(self, language: str) -> str:
        return self._cloud.settings.cloud.openai_tts_model

    def _upload(self, text: str, voice: str, language: str) -> Upload:
        model = self._cloud.settings.cloud.openai_tts_model
        body = {"model": model, "input": text, "voice": voice, "response_format": "pcm"}
        return Upload(
            "audio/speech",
            json.dumps(body).encode(),
            "application/json",
            total_s(text),
            types=("audio/", "application/octet-stream"),
            most_bytes=most_bytes(text, 2 * _RATE_HZ),
        )

    def _blocks(self, transfer: Transfer) -> Iterator[SpeechBlock]:
        return samples(transfer, _RATE_HZ, self.host)
