"""Yandex SpeechKit, REST v1: `tts:synthesize`, at most 5,000 characters at a time. Fields as in its reference."""

from collections.abc import Iterator
from urllib.parse import urlencode

from voiceflow.cloud.cloud import Upload
from voiceflow.cloud.transfer import Transfer
from voiceflow.engines.regions import with_region
from voiceflow.engines.tts.cloud import CloudTts, most_bytes, samples, total_s
from voiceflow.engines.tts.contract import SpeechBlock
from voiceflow.engines.tts.languages import wanted

_RATE_HZ = 48_000
_VOICES = (
    *("alena", "amira", "ermil", "filipp", "jane", "john", "lea"),
    *("madi", "madirus", "naomi", "nigora", "omazh", "zahar"),
)


class YandexTts(CloudTts):
    """Samples without a header (`lpcm`) come while they are made."""

    service = "yandex"
    most_characters = 4000

    def _has(self, voice: str) -> bool:
        return voice in (*_VOICES, self._own_voice(""))

    def _own_voice(self, language: str) -> str:
        return self._cloud.settings.cloud.yandex_voice

    def _options(self, language: str) -> str:
        preferred = self._cloud.settings.cloud.yandex_language
        return with_region(wanted(self._settings, language), "" if preferred == "auto" else preferred)

    def _upload(self, text: str, voice: str, language: str) -> Upload:
        fields = {"text": text, "lang": self._options(language), "voice": voice}
        fields |= {"format": "lpcm", "sampleRateHertz": str(_RATE_HZ)}
        folder = self._cloud.settings.cloud.yandex_folder
        fields |= {"folderId": folder} if folder else {}
        return Upload(
            "tts:synthesize",
            urlencode(fields).encode(),
            "application/x-www-form-urlencoded",
            total_s(text),
            types=("audio/", "application/octet-stream"),
            key_prefix="Api-Key ",
            most_bytes=most_bytes(text, 2 * _RATE_HZ),
        )

    def _blocks(self, transfer: Transfer) -> Iterator[SpeechBlock]:
        return samples(transfer, _RATE_HZ, self.host)
