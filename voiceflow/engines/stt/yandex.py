"""Yandex SpeechKit, REST v1: `stt:recognize`, at most 30 s and 1 MB of sound. Fields as in its reference."""

from urllib.parse import urlencode

from voiceflow.cloud import answers
from voiceflow.cloud.cloud import Cloud, Upload
from voiceflow.engines.regions import with_region
from voiceflow.engines.stt.cloud import CloudRecognizer, CloudStt, as_one_segment, as_opus, timed, total_s
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeRequest, Hypothesis


class YandexStt(CloudStt):
    service = "yandex"

    def _recognizer(self, cloud: Cloud, model: str) -> CloudRecognizer:
        return YandexRecognizer(cloud, model or "general")


class YandexRecognizer(CloudRecognizer):
    """The model is what the service calls a topic. It tells no times: words share the sound evenly."""

    service = "yandex"

    def _upload(self, request: DecodeRequest) -> Upload:
        wishes = self._cloud.settings.cloud
        language = with_region(request.options.language or "", wishes.yandex_language)
        fields = {"lang": language or "auto", "topic": self._model, "format": "oggopus"}
        fields |= {"folderId": wishes.yandex_folder} if wishes.yandex_folder else {}
        return Upload(
            f"stt:recognize?{urlencode(fields)}",
            as_opus(request.pcm),
            "audio/ogg",
            total_s(request.pcm),
            key_prefix="Api-Key ",
        )

    def _heard(self, answer: bytes, request: DecodeRequest) -> Hypothesis:
        text = " ".join(answers.field(self.host, answers.json_object(self.host, answer), "result", str).split())
        duration_s = len(request.pcm) / SAMPLE_RATE_HZ
        words = timed(text, (), duration_s) if request.options.word_times else ()
        preferred = self._cloud.settings.cloud.yandex_language.partition("-")[0]
        language = request.options.language or ("" if preferred == "auto" else preferred)
        return Hypothesis(text, language, words, as_one_segment(text, words, duration_s))
