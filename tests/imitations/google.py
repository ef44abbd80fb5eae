"""Google Speech-to-Text and Text-to-Speech, REST v1, by their references. Wants `X-Goog-Api-Key`; errors are
`{"error": {"code", "message", "status"}}`."""

import base64
import json
from dataclasses import dataclass
from typing import Any

import numpy as np

from tests.imitations.server import Asked, Reply, json_reply
from tests.imitations.sounds import heard_samples, tone
from voiceflow.audio.codecs import encode_opus
from voiceflow.errors import AudioError

MOST_BYTES = 5000


@dataclass
class Google:
    says: str = "Drop the two when you add the figures."
    key: str = "sk-key"

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("x-goog-api-key") != self.key or "key" in asked.query:
            return self.error(403)
        actions = {"/v1/speech:recognize": self._recognize, "/v1/text:synthesize": self._synthesize}
        action = actions.get(asked.path)
        return action(json.loads(asked.body)) if action and asked.method == "POST" else self.error(404)

    def error(self, status: int) -> Reply:
        names = {400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND"}
        name = (names | {429: "RESOURCE_EXHAUSTED", 500: "INTERNAL", 503: "UNAVAILABLE"}).get(status, "UNKNOWN")
        return json_reply({"error": {"code": status, "message": f"About {self.says}", "status": name}}, status)

    def _recognize(self, told: dict[str, Any]) -> Reply:
        config = told["config"]
        wanted = {"encoding": "FLAC", "sampleRateHertz": 16_000}
        if not config.get("languageCode") or any(config.get(name) != value for name, value in wanted.items()):
            return self.error(400)
        try:
            samples = heard_samples(base64.b64decode(told["audio"]["content"], validate=True))
        except (AudioError, ValueError):
            return self.error(400)
        if not samples:
            return json_reply({"totalBilledTime": "1s", "requestId": "1"})
        best: dict[str, Any] = {"transcript": self.says, "confidence": 0.94}
        if config.get("enableWordTimeOffsets"):
            best["words"] = _words(self.says, samples / 16_000)
        result = {"alternatives": [best], "languageCode": config["languageCode"].lower(), "resultEndTime": "2s"}
        return json_reply({"results": [result], "totalBilledTime": "15s", "requestId": "1"})

    def _synthesize(self, told: dict[str, Any]) -> Reply:
        text, sound = told["input"]["text"], told["audioConfig"]
        if len(text.encode()) > MOST_BYTES or not told["voice"].get("languageCode"):
            return self.error(400)
        if sound["audioEncoding"] != "OGG_OPUS":
            return self.error(400)
        rate_hz = sound["sampleRateHertz"]
        opus = encode_opus(np.frombuffer(tone(text, rate_hz), "<i2").astype(np.int16).tobytes(), rate_hz)
        return json_reply({"audioContent": base64.b64encode(opus).decode()})


def _words(text: str, duration_s: float) -> list[dict[str, str]]:
    words = text.split()
    step_s = duration_s / len(words)
    times = [(f"{i * step_s:.3f}s", f"{(i + 1) * step_s:.3f}s") for i in range(len(words))]
    return [{"startTime": start, "endTime": end, "word": word} for word, (start, end) in zip(words, times, strict=True)]
