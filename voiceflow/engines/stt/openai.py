"""Any server that speaks OpenAI's protocol: OpenAI itself, Groq, speaches, LocalAI, whisper.cpp and others. Fields as
in OpenAI's API reference, "Create transcription"."""

import math
import secrets
from statistics import fmean
from typing import Any

from voiceflow.cloud import answers
from voiceflow.cloud.cloud import Cloud, Upload
from voiceflow.cloud.services import SOUND, use_of
from voiceflow.engines.stt.cloud import (
    CloudRecognizer,
    CloudStt,
    as_flac,
    as_one_segment,
    as_opus,
    timed,
    total_s,
)
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeOptions, DecodeRequest, Hypothesis, Segment, Word

_PLAIN_ONLY = "gpt-4o"
"""Models of that name answer with text and nothing else."""
_CODES = {
    "arabic": "ar", "chinese": "zh", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "finnish": "fi",
    "french": "fr", "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "italian": "it",
    "japanese": "ja", "korean": "ko", "norwegian": "no", "polish": "pl", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk", "vietnamese": "vi",
}  # fmt: skip
"""Whisper's names of languages, which its answers have instead of codes."""


class OpenAiStt(CloudStt):
    service = "openai"

    def _recognizer(self, cloud: Cloud, model: str) -> CloudRecognizer:
        return OpenAiRecognizer(cloud, model or cloud.settings.cloud.openai_stt_model)

    def hotwords_that_fit(self, options: DecodeOptions, model: str = "") -> int:
        """All are sent; how many the service looks at is its own affair."""
        return len(options.hotwords)


class OpenAiRecognizer(CloudRecognizer):
    service = "openai"

    def _upload(self, request: DecodeRequest) -> Upload:
        translate = request.options.task == "translate"
        here = use_of(self.service, SOUND).address(self._cloud.settings).here
        # To this machine size counts for nothing, and servers at home read FLAC without further libraries.
        sound = ("speech.flac", as_flac(request.pcm)) if here else ("speech.ogg", as_opus(request.pcm))
        boundary = secrets.token_hex(16)
        return Upload(
            "audio/translations" if translate else "audio/transcriptions",
            _form(boundary, self._fields(request, translate), sound),
            f"multipart/form-data; boundary={boundary}",
            total_s(request.pcm),
            idle_s=total_s(request.pcm),
        )

    def _fields(self, request: DecodeRequest, translate: bool) -> list[tuple[str, str]]:
        options = request.options
        plain = self._model.startswith(_PLAIN_ONLY)
        prompt = " ".join(part for part in (", ".join(options.hotwords), options.prompt) if part)
        fields = [
            ("model", self._model),
            ("response_format", "json" if plain else "verbose_json"),
            ("temperature", "0"),
        ]
        fields += [("prompt", prompt)] if prompt else []
        fields += [("language", options.language)] if options.language and not translate else []
        if options.word_times and not plain and not translate:
            fields += [("timestamp_granularities[]", kind) for kind in ("word", "segment")]
        return fields

    def _heard(self, answer: bytes, request: DecodeRequest) -> Hypothesis:
        host, told = self.host, answers.json_object(self.host, answer)
        duration_s = len(request.pcm) / SAMPLE_RATE_HZ
        text = " ".join(answers.field(host, told, "text", str).split())
        parts = answers.objects(host, told, "segments")
        spoken = [
            Word(answers.seconds(word.get("start")), answers.seconds(word.get("end")), str(word.get("word", "")))
            for word in answers.objects(host, told, "words")
        ]
        words = timed(text, spoken, duration_s) if request.options.word_times else ()
        named = answers.field(host, told, "language", str, "").lower()
        return Hypothesis(
            text,
            request.options.language or _CODES.get(named, named if len(named) == 2 else ""),
            words,
            _segments(parts, text, duration_s) or as_one_segment(text, words, duration_s),
            fmean(values) if (values := _numbers(parts, "avg_logprob")) else 0.0,
            min(_numbers(parts, "no_speech_prob"), default=0.0),
        )


def _segments(parts: list[dict[str, Any]], text: str, duration_s: float) -> tuple[Segment, ...]:
    """The service's own, where together they are the text."""
    segments = [
        Segment(
            min(answers.seconds(part.get("start")), duration_s),
            min(answers.seconds(part.get("end")), duration_s),
            " ".join(str(part.get("text", "")).split()),
        )
        for part in parts
    ]
    segments = [segment for segment in segments if segment.text]
    return tuple(segments) if " ".join(segment.text for segment in segments) == text else ()


def _numbers(parts: list[dict[str, Any]], name: str) -> list[float]:
    values = [float(part[name]) for part in parts if isinstance(part.get(name), int | float)]
    return [value for value in values if math.isfinite(value)]


def _form(boundary: str, fields: list[tuple[str, str]], sound: tuple[str, bytes]) -> bytes:
    """RFC 7578."""
    name, data = sound
    parts = [
        f'--{boundary}\r\ncontent-disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields
    ]
    kind = "audio/flac" if name.endswith("flac") else "audio/ogg"
    head = f'content-disposition: form-data; name="file"; filename="{name}"\r\ncontent-type: {kind}'
    return f"{''.join(parts)}--{boundary}\r\n{head}\r\n\r\n".encode() + data + f"\r\n--{boundary}--\r\n".encode()
