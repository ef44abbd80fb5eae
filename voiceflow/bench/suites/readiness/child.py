"""What the checks start as a process of its own: one that is killed in the middle of a dictation, and one whose files
may not grow. `EngineProcess` starts it."""

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voiceflow.core import Core
from voiceflow.engines.process import Header, Served
from voiceflow.errors import HistoryError
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.paths import Paths
from voiceflow.selftest import OnBlock, SpokenSource
from voiceflow.settings import History as Wishes
from voiceflow.settings import Settings, Stt

if TYPE_CHECKING:
    from voiceflow.audio.frames import Block

SPEAKING = "voiceflow.bench.suites.readiness.child:speaking"
LIMITED = "voiceflow.bench.suites.readiness.child:limited"
RATE_HZ = 16_000
_ROOM_BYTES = 60_000


def where(folder: Path) -> Paths:
    return Paths(folder, folder, folder / "models", folder, folder)


def settings() -> Settings:
    """Nothing sounds, no words are recognized, the key lies beside the history."""
    made = Settings(stt=Stt(engine="scripted", model=""), history=Wishes(key_storage="file"))
    return replace(made, audio=replace(made.audio, start_cue=False))


class Speaking:
    """`Served`. A dictation of the given sound (32 bit floats at 16 kHz), in real time; each answer says how many
    samples were heard."""

    def __init__(self, opening: Header) -> None:
        self._core = Core(where(Path(opening["folder"])), settings())
        self._heard = 0

    def answer(self, header: Header, data: memoryview) -> tuple[Header, bytes]:
        if header.get("do") == "speak":
            self._speak(bytes(data))
        return {"heard": self._heard}, b""

    def stop(self) -> None:
        """It ends by being killed."""

    def idle(self) -> None:
        """It is never idle."""

    def _speak(self, sound: bytes) -> None:
        import numpy as np

        pcm = np.frombuffer(sound, np.float32)

        def source(on_block: OnBlock, _: object) -> SpokenSource:
            def counted(block: "Block") -> None:
                on_block(block)
                self._heard += len(block.data) // 4

            return SpokenSource(pcm, RATE_HZ, counted, lambda: None)

        self._core.start_dictation(inserter="recording", hotkey="manual", source=source).begin()


class Limited:
    """`Served`. Speaks into a history whose files may not grow by more than 60 kB, as under a quota; then they may."""

    def __init__(self, opening: Header) -> None:
        self._where = where(Path(opening["folder"]))

    def answer(self, header: Header, data: memoryview) -> tuple[Header, bytes]:
        return (self._spoken(bytes(data)) if header.get("do") == "speak" else {}), b""

    def stop(self) -> None:
        """Its work is short."""

    def idle(self) -> None:
        """Nothing to give back."""

    def _spoken(self, sound: bytes) -> dict[str, Any]:
        if sys.platform == "win32":
            raise AssertionError("no limits of files on Windows")
        import resource

        told: list[HistoryError] = []
        history = History.open(self._where, settings().history)
        history.trouble = told.append
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._where.database.stat().st_size + _ROOM_BYTES, before[1]))
        history.begin(Dictation("spoken", time.time(), DictationState.RECORDING))
        history.append_audio("spoken", sound)
        refused = _refusal(history)
        kept = history.audio("spoken") == sound
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        saved = _saved(history)
        history.close()
        return {
            "codes": [error.code for error in told],
            "hint": refused.hint if refused else "",
            "kept": kept,
            "saved": saved,
        }


def _refusal(history: History) -> HistoryError | None:
    try:
        history.flush()
    except HistoryError as error:
        return error
    return None


def _saved(history: History, deadline_s: float = 10.0) -> bool:
    """Whether all is written again by then."""
    until_s = time.monotonic() + deadline_s
    while time.monotonic() < until_s:
        if history.backlog == 0 and _refusal(history) is None:
            return True
        time.sleep(0.05)
    return False


def speaking(opening: Header) -> Served:
    return Speaking(opening)


def limited(opening: Header) -> Served:
    return Limited(opening)
