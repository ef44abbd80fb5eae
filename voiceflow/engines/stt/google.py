"""Google Speech-to-Text, REST v1: `speech:recognize`. Fields as in its reference, `RecognitionConfig`."""

import base64
import json
from typing import Any

from voiceflow.cloud import answers
from voiceflow.cloud.cloud import Cloud, Upload
from voiceflow.engines.regions import with_region
from voiceflow.engines.stt.cloud import CloudRecognizer, CloudStt, as_flac, as_one_segment, timed, total_s
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeOptions, DecodeRequest, Hypothesis, Word

_MOST_OTHER_LANGUAGES = 3
_MOST_PHRASES = 500


class GoogleStt(CloudStt):
    service = "google"

    def _recognizer(self, cloud: Cloud, model: str) -> CloudRecognizer:
        return GoogleRecognizer(cloud, model or "default")

    def hotwords_that_fit(self, options: DecodeOptions, model: str = "") -> int:
        return min(len(options.hotwords), _MOST_PHRASES)


class GoogleRecognizer(CloudRecognizer):
    """Wants to know the language beforehand: the one of the request, the first of those allowed, or the setting's."""

    service = "google"

    def _upload(self, request: DecodeRequest) -> Upload:
        # FLAC: Opus at 16 kHz is read at 48 kHz by some of its models.
        content = base64.b64encode(as_flac(request.pcm)).decode()
        body = json.dumps({"config": self._config(request), "audio": {"content": content}}).encode()
        return Upload(
            "speech:recognize",
            body,
            "application/json",
            total_s(request.pcm),
            key_header="x-goog-api-key",
            key_prefix="",
            idle_s=total_s(request.pcm),
        )

    def _config(self, request: DecodeRequest) -> dict[str, Any]:
        options, preferred = request.options, self._cloud.settings.cloud.google_language
        languages = [options.language] if options.language else [*options.languages] or [""]
        first, *others = [with_region(language, preferred) for language in languages]
        config: dict[str, Any] = {
            "encoding": "FLAC",
            "sampleRateHertz": SAMPLE_RATE_HZ,
            "languageCode": first,
            "enableAutomaticPunctuation": True,
            "enableWordTimeOffsets": options.word_times,
        }
        if others:
            config["alternativeLanguageCodes"] = others[:_MOST_OTHER_LANGUAGES]
        if self._model != "default":
            config["model"] = self._model
        if options.hotwords:
            config["speechContexts"] = [{"phrases": list(options.hotwords)[:_MOST_PHRASES]}]
        return config

    def _heard(self, answer: bytes, request: DecodeRequest) -> Hypothesis:
        host, told = self.host, answers.json_object(self.host, answer)
        duration_s = len(request.pcm) / SAMPLE_RATE_HZ
        results = answers.objects(host, told, "results")
        best = [found[0] for result in results if (found := answers.objects(host, result, "alternatives"))]
        parts = [answers.field(host, alternative, "transcript", str, "").strip() for alternative in best]
        text = " ".join(part for part in parts if part)
        spoken = [_word(word) for alternative in best for word in answers.objects(host, alternative, "words")]
        words = timed(text, spoken, duration_s) if request.options.word_times else ()
        named = next((str(result["languageCode"]) for result in results if result.get("languageCode")), "")
        language = request.options.language or named.partition("-")[0].lower()
        return Hypothesis(text, language, words, as_one_segment(text, words, duration_s))


def _word(told: dict[str, Any]) -> Word:
    return Word(answers.seconds(told.get("startTime")), answers.seconds(told.get("endTime")), str(told.get("word", "")))
