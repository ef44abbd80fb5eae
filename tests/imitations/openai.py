"""An OpenAI-compatible server: `/v1/audio/transcriptions`, `/v1/audio/translations`, `/v1/audio/speech`, by OpenAI's
API reference. Wants `Authorization: Bearer KEY`; errors are `{"error": {"message", "type", "param", "code"}}`."""

import json
from dataclasses import dataclass
from email import message_from_bytes
from typing import Any

from tests.imitations.server import Asked, Reply, json_reply
from tests.imitations.sounds import heard_samples, in_pieces, tone
from voiceflow.errors import AudioError

KNOWN_FILES = ("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm")
PLAIN_MODELS = ("gpt-4o-transcribe", "gpt-4o-mini-transcribe")
MOST_CHARACTERS = 4096
_RATE_HZ = 24_000


@dataclass
class OpenAi:
    """`says`: what it hears in any sound that is not silent. `key` empty: it wants none."""

    says: str = "Drop the two when you add the figures."
    key: str = "sk-key"

    def answer(self, asked: Asked) -> Reply:
        if self.key and asked.headers.get("authorization") != f"Bearer {self.key}":
            return self.error(401)
        actions = {"/v1/audio/transcriptions": self._transcribe, "/v1/audio/translations": self._transcribe}
        action = (actions | {"/v1/audio/speech": self._speak}).get(asked.path)
        return action(asked) if action and asked.method == "POST" else self.error(404)

    def error(self, status: int) -> Reply:
        kind, code = {
            400: ("invalid_request_error", "invalid_value"),
            401: ("invalid_request_error", "invalid_api_key"),
            404: ("invalid_request_error", "unknown_url"),
            429: ("requests", "rate_limit_exceeded"),
        }.get(status, ("server_error", None))
        told = {"message": f"Something about {self.says} and {self.key}", "type": kind, "param": None, "code": code}
        return json_reply({"error": told}, status)

    def _transcribe(self, asked: Asked) -> Reply:
        fields, (name, sound) = form(asked)
        model, answer = fields.get("model", [""])[0], fields.get("response_format", ["json"])[0]
        if not model or name.rpartition(".")[2] not in KNOWN_FILES:
            return self.error(400)
        if answer not in ("json", "verbose_json") or (model in PLAIN_MODELS and answer != "json"):
            return self.error(400)
        try:
            samples = heard_samples(sound)
        except AudioError:
            return self.error(400)
        text = self.says if samples else ""
        if answer == "json":
            return json_reply({"text": text, "usage": {"type": "duration", "seconds": samples // 16_000}})
        return json_reply(_verbose(text, samples / 16_000, fields.get("timestamp_granularities[]", ["segment"])))

    def _speak(self, asked: Asked) -> Reply:
        told = json.loads(asked.body)
        if not {"model", "input", "voice"} <= told.keys() or len(told["input"]) > MOST_CHARACTERS:
            return self.error(400)
        if told.get("response_format") != "pcm":
            return self.error(400)
        return Reply(200, "audio/pcm", in_pieces(tone(told["input"], _RATE_HZ)))


def form(asked: Asked) -> tuple[dict[str, list[str]], tuple[str, bytes]]:
    """The fields of a form, and the name and contents of its file."""
    head = f"content-type: {asked.headers['content-type']}\r\n\r\n".encode()
    fields: dict[str, list[str]] = {}
    file = ("", b"")
    for part in message_from_bytes(head + asked.body).get_payload():  # type: ignore[union-attr]
        payload = part.get_payload(decode=True)  # type: ignore[union-attr]
        assert isinstance(payload, bytes)
        name = str(part.get_param("name", header="content-disposition"))  # type: ignore[union-attr]
        if found := part.get_filename():  # type: ignore[union-attr]
            file = (found, payload)
        else:
            fields.setdefault(name, []).append(payload.decode())
    return fields, file


def _verbose(text: str, duration_s: float, kinds: list[str]) -> dict[str, Any]:
    """Words come without marks, as the real service gives them."""
    words, step_s = text.split(), duration_s / max(1, len(text.split()))
    answer: dict[str, Any] = {"task": "transcribe", "language": "english", "duration": duration_s, "text": text}
    if "segment" in kinds:
        segment = {"id": 0, "seek": 0, "start": 0.0, "end": duration_s, "text": f" {text}", "tokens": [1, 2]}
        evidence = {"temperature": 0.0, "avg_logprob": -0.2, "compression_ratio": 1.1, "no_speech_prob": 0.01}
        answer["segments"] = [segment | evidence] if text else []
    if "word" in kinds:
        answer["words"] = [
            {"word": word.strip(".,?!"), "start": i * step_s, "end": (i + 1) * step_s} for i, word in enumerate(words)
        ]
    return answer
