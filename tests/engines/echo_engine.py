"""An engine for tests of its process: it answers what it is told, in every way that an engine can."""

import os
import signal
import threading
from typing import Any

from voiceflow.errors import EngineError, ModelError


class Echo:
    def __init__(self, opening: dict[str, Any]) -> None:
        self._name = opening["name"]
        self._stopped = threading.Event()

    def answer(self, header: dict[str, Any], data: memoryview) -> tuple[dict[str, Any], bytes]:
        match header.get("do"):
            case "die":
                os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
            case "fail":
                raise EngineError("echo.failed", "It failed", "Try again")
            case "bug":
                raise ValueError("what was said")
            case "print":
                print("a library that prints", flush=True)
            case "work":
                return {"stopped": self._stopped.wait(10)}, b""
            case "core":
                import resource

                return {"limit": list(resource.getrlimit(resource.RLIMIT_CORE))}, b""
        return {"name": self._name, "pid": os.getpid(), "same": header}, bytes(data)

    def stop(self) -> None:
        self._stopped.set()

    def idle(self) -> None:
        pass


def serve(opening: dict[str, Any]) -> Echo:
    if opening["name"] == "missing":
        raise ModelError("echo.missing", "There is no such model", "Install it")
    return Echo(opening)
