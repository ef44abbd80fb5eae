"""Yandex SpeechKit, REST v1, by its reference. Wants `Authorization: Api-Key KEY`; errors are
`{"error_code", "error_message"}`."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from tests.imitations.server import Asked, Reply, json_reply
from tests.imitations.sounds import heard_samples, in_pieces, tone
from voiceflow.errors import AudioError

MOST_BYTES = 1_000_000
MOST_SAMPLES = 30 * 16_000 + 400
MOST_CHARACTERS = 5000


@dataclass
class Yandex:
    says: str = "Drop the two when you add the figures."
    key: str = "sk-key"

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Api-Key {self.key}":
            return self.error(401)
        actions = {"/v1/stt:recognize": self._recognize, "/v1/tts:synthesize": self._synthesize}
        action = actions.get(asked.path)
        return action(asked) if action and asked.method == "POST" else self.error(404)

    def error(self, status: int) -> Reply:
        names = {400: "BAD_REQUEST", 401: "UNAUTHORIZED", 429: "TOO_MANY_REQUESTS"}
        told = {"error_code": names.get(status, "INTERNAL_SERVER_ERROR"), "error_message": f"About {self.says}"}
        return json_reply(told, status)

    def _recognize(self, asked: Asked) -> Reply:
        if asked.query.get("format") != "oggopus" or not asked.query.get("lang") or len(asked.body) > MOST_BYTES:
            return self.error(400)
        try:
            samples = heard_samples(asked.body)
        except AudioError:
            return self.error(400)
        if samples > MOST_SAMPLES:
            return self.error(400)
        return json_reply({"result": self.says if samples else ""})

    def _synthesize(self, asked: Asked) -> Reply:
        told = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        if not told.get("text") or not told.get("lang") or len(told["text"]) > MOST_CHARACTERS:
            return self.error(400)
        if told.get("format") != "lpcm" or told.get("sampleRateHertz") not in ("8000", "16000", "48000"):
            return self.error(400)
        return Reply(200, "audio/x-pcm", in_pieces(tone(told["text"], int(told["sampleRateHertz"]))))
