"""A Whisper in a process of its own: requests and hypotheses as messages."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

from voiceflow.engines.process import EngineProcess, Header
from voiceflow.engines.stt.contract import (
    DecodeOptions,
    DecodeRequest,
    Hypothesis,
    ModelInfo,
    Recognizer,
    Segment,
    Word,
)
from voiceflow.settings import Stt

MALLOC = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "2147483647"}
"""mallopt(3): the encoder's big buffers are kept instead of mapped anew at every call; page faults would cost more
than its arithmetic. Given back when idle."""


class IsolatedRecognizer(Recognizer):
    """The same answers as the recognizer in its process; a crash of that costs the caller nothing but time."""

    target = f"{__name__}:serve_whisper"

    def __init__(self, folder: Path, name: str, settings: Stt) -> None:
        opening = {"folder": str(folder), "name": name, "settings": asdict(settings)}
        self._process = EngineProcess(self.target, opening, MALLOC)
        self._info = _info(self._process.start()["info"])

    @property
    def info(self) -> ModelInfo:
        return self._info

    @property
    def pid(self) -> int:
        return self._process.pid

    def decode(self, request: DecodeRequest) -> Hypothesis:
        return self._ask([request], "decode")[0]

    def decode_many(self, requests: Sequence[DecodeRequest]) -> list[Hypothesis]:
        return self._ask(requests, "decode_many") if requests else []

    def _ask(self, requests: Sequence[DecodeRequest], work: str) -> list[Hypothesis]:
        import numpy as np

        sound = np.concatenate([request.pcm for request in requests]).astype(np.float32, copy=False)
        header = {"work": work, "requests": [_request_to_message(request) for request in requests]}
        answer, _ = self._process.ask(header, sound.data.cast("B") if len(sound) else b"")
        self._info = _info(answer["info"])
        return [_hypothesis(message) for message in answer["hypotheses"]]

    def stop(self) -> None:
        self._process.stop()

    def close(self) -> None:
        self._process.close()


def serve_whisper(opening: Header) -> "ServedRecognizer":
    from voiceflow.engines.stt.whisper import open_whisper

    return ServedRecognizer(open_whisper(Path(opening["folder"]), opening["name"], Stt(**opening["settings"])))


class ServedRecognizer:
    def __init__(self, recognizer: Recognizer) -> None:
        self._recognizer = recognizer

    def answer(self, header: Header, data: memoryview) -> tuple[Header, bytes]:
        answer: Header = {"hypotheses": [asdict(hypothesis) for hypothesis in self._decoded(header, data)]}
        return {**answer, "info": asdict(self._recognizer.info)}, b""

    def _decoded(self, header: Header, data: memoryview) -> list[Hypothesis]:
        if not header:
            return []
        requests = _requests(header["requests"], data)
        if header["work"] == "decode":
            return [self._recognizer.decode(requests[0])]
        return self._recognizer.decode_many(requests)

    def stop(self) -> None:
        self._recognizer.stop()

    def idle(self) -> None:
        from voiceflow.engines.stt.whisper_memory import give_back

        give_back()


def _request_to_message(request: DecodeRequest) -> Header:
    """The sound itself travels as bytes."""
    names = [known.name for known in fields(request) if known.name not in ("pcm", "options")]
    rest = {name: getattr(request, name) for name in names}
    return {"samples": len(request.pcm), "rest": {**rest, "options": asdict(request.options)}}


def _requests(messages: Sequence[Header], data: memoryview) -> list[DecodeRequest]:
    import numpy as np

    sound = np.frombuffer(data, dtype=np.float32)
    requests: list[DecodeRequest] = []
    at = 0
    for message in messages:
        pcm = sound[at : at + message["samples"]]
        at += message["samples"]
        requests.append(DecodeRequest(pcm, **{**message["rest"], "options": _options(message["rest"]["options"])}))
    return requests


def _options(message: Header) -> DecodeOptions:
    tuples = {name: tuple(message[name]) for name in ("languages", "hotwords")}
    return DecodeOptions(**{**message, **tuples})


def _hypothesis(message: Header) -> Hypothesis:
    words = tuple(Word(**word) for word in message.pop("words"))
    segments = tuple(Segment(**segment) for segment in message.pop("segments"))
    return Hypothesis(words=words, segments=segments, **message)


def _info(message: Header) -> ModelInfo:
    return ModelInfo(**{**message, "languages": tuple(message["languages"])})
