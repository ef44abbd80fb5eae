"""A shape in a process of its own, as the app has its models: the allocator there is told to keep big buffers."""

from dataclasses import asdict
from pathlib import Path

from voiceflow.bench.forced import Bounds, ForcedRecognizer
from voiceflow.engines.process import Header
from voiceflow.engines.stt.isolated import IsolatedRecognizer, ServedRecognizer
from voiceflow.settings import Stt


class ForcedProcess(IsolatedRecognizer):
    target = f"{__name__}:serve_forced"

    def bounds(self, rounds: int = 7) -> Bounds:
        return Bounds(**self._process.ask({"work": "bounds", "rounds": rounds})[0]["bounds"])


def serve_forced(opening: Header) -> "_Served":
    return _Served(ForcedRecognizer(Path(opening["folder"]), Stt(**opening["settings"])))


class _Served(ServedRecognizer):
    def __init__(self, recognizer: ForcedRecognizer) -> None:
        super().__init__(recognizer)
        self._forced = recognizer

    def answer(self, header: Header, data: memoryview) -> tuple[Header, bytes]:
        if header.get("work") == "bounds":
            return {"bounds": asdict(self._forced.bounds(header["rounds"]))}, b""
        return super().answer(header, data)
