"""Google Text-to-Speech, REST v1: `text:synthesize`, at most 5,000 bytes at a time. Fields as in its reference."""

import base64
import binascii
import json
import re
from collections.abc import Iterator

from voiceflow.audio.frames import RATE_HZ
from voiceflow.cloud import answers, failures
from voiceflow.cloud.cloud import Upload
from voiceflow.cloud.transfer import Transfer
from voiceflow.engines.regions import with_region
from voiceflow.engines.tts.cloud import CloudTts, decoded, most_bytes, total_s
from voiceflow.engines.tts.contract import SpeechBlock
from voiceflow.engines.tts.languages import wanted

_MOST_BYTES_PER_S = 30_000
"""Opus at its highest useful rate, in base64."""
_VOICE = re.compile(r"([a-z]{2,3}-[A-Z]{2})-\w+(?:-\w+)*")


class GoogleTts(CloudTts):
    """A voice's name begins with its language: `de-DE-Neural2-B`. Where none is named, Google chooses."""

    service = "google"
    most_characters = 1200  # of four bytes each

    def _has(self, voice: str) -> bool:
        return _VOICE.fullmatch(voice) is not None

    def _own_voice(self, language: str) -> str:
        voice, spoken = self._cloud.settings.cloud.google_voice, self._language(language)
        return voice if voice.partition("-")[0] == spoken.partition("-")[0] else ""

    def _options(self, language: str) -> str:
        return self._language(language)

    def _language(self, language: str) -> str:
        return with_region(wanted(self._settings, language), self._cloud.settings.cloud.google_language)

    def _upload(self, text: str, voice: str, language: str) -> Upload:
        named = _VOICE.fullmatch(voice)
        chosen = {"languageCode": named[1], "name": voice} if named else {"languageCode": self._language(language)}
        # The decoder gives 16 kHz: more would only take longer to come.
        sound = {"audioEncoding": "OGG_OPUS", "sampleRateHertz": RATE_HZ}
        body = {"input": {"text": text}, "voice": chosen, "audioConfig": sound}
        return Upload(
            "text:synthesize",
            json.dumps(body).encode(),
            "application/json",
            total_s(text),
            key_header="x-goog-api-key",
            key_prefix="",
            most_bytes=most_bytes(text, _MOST_BYTES_PER_S),
        )

    def _blocks(self, transfer: Transfer) -> Iterator[SpeechBlock]:
        host = self.host
        content = answers.field(host, answers.json_object(host, transfer.whole()), "audioContent", str)
        try:
            sound = base64.b64decode(content, validate=True)
        except binascii.Error as error:
            raise failures.malformed(host, "sound that is no base64") from error
        yield decoded(sound, RATE_HZ, host)
