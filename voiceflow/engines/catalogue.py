"""Every engine that can be exchanged, one line each; nothing is imported before it is asked for."""

import importlib
import sys
from dataclasses import dataclass
from typing import Any

from voiceflow.errors import EngineError, VoiceFlowError


@dataclass(frozen=True, slots=True)
class Engine:
    """`platforms` as in `sys.platform` (empty: all); `extra` is the optional dependency that brings what it needs;
    `asked_only`: never chosen by itself; `cloud`: made with the gate to other computers, and needs leave for it."""

    family: str
    name: str
    target: str
    needs: str = ""
    platforms: tuple[str, ...] = ()
    extra: str = ""
    asked_only: bool = False
    cloud: bool = False

    def load(self) -> Any:
        """The class itself. `ImportError` when the extra is not installed."""
        module, _, attribute = self.target.partition(":")
        return getattr(importlib.import_module(module), attribute)


_LINUX = ("linux",)
_CLOUD: dict[str, Any] = {"needs": "your consent and a key", "asked_only": True, "cloud": True}

ENGINES = (
    Engine("stt", "whisper", "voiceflow.engines.stt.whisper:WhisperEngine", needs="a Whisper model"),
    Engine(
        "stt", "parakeet", "voiceflow.engines.stt.parakeet:ParakeetEngine", needs="a Parakeet model", extra="parakeet"
    ),
    Engine("stt", "scripted", "voiceflow.engines.stt.scripted:ScriptedEngine", asked_only=True),
    Engine("stt", "openai", "voiceflow.engines.stt.openai:OpenAiStt", **_CLOUD),
    Engine("stt", "google", "voiceflow.engines.stt.google:GoogleStt", **_CLOUD),
    Engine("stt", "yandex", "voiceflow.engines.stt.yandex:YandexStt", **_CLOUD),
    Engine("vad", "silero", "voiceflow.engines.vad.silero:SileroVad"),
    Engine("vad", "energy", "voiceflow.engines.vad.energy:EnergyVad"),
    Engine("tts", "piper", "voiceflow.engines.tts.piper:PiperVoiceEngine", needs="a Piper voice", extra="tts"),
    Engine("tts", "espeak", "voiceflow.engines.tts.espeak:EspeakEngine", extra="tts"),
    Engine("tts", "silent", "voiceflow.engines.tts.silent:SilentEngine", asked_only=True),
    Engine("tts", "openai", "voiceflow.engines.tts.openai:OpenAiTts", **_CLOUD),
    Engine("tts", "google", "voiceflow.engines.tts.google:GoogleTts", **_CLOUD),
    Engine("tts", "yandex", "voiceflow.engines.tts.yandex:YandexTts", **_CLOUD),
    Engine(
        "rewriter",
        "openai_compatible",
        "voiceflow.engines.rewriter.openai_compatible:OpenAiCompatibleRewriter",
        needs="a language model's server",
        cloud=True,
    ),
    Engine("rewriter", "unchanged", "voiceflow.engines.rewriter.unchanged:UnchangedRewriter", asked_only=True),
    Engine("inserter", "x11", "voiceflow.engines.inserter.x11:X11Inserter", platforms=_LINUX),
    Engine("inserter", "wayland", "voiceflow.engines.inserter.wayland:WaylandInserter", platforms=_LINUX),
    Engine("inserter", "windows", "voiceflow.engines.inserter.windows:WindowsInserter", platforms=("win32",)),
    Engine("inserter", "macos", "voiceflow.engines.inserter.macos:MacInserter", platforms=("darwin",)),
    Engine("inserter", "clipboard", "voiceflow.engines.inserter.clipboard:ClipboardInserter"),
    Engine("inserter", "recording", "voiceflow.engines.inserter.recording:RecordingInserter", asked_only=True),
    Engine("selection", "x11", "voiceflow.engines.selection.x11:X11Selection", platforms=_LINUX),
    Engine("selection", "wayland", "voiceflow.engines.selection.wayland:WaylandSelection", platforms=_LINUX),
    Engine("selection", "copied", "voiceflow.engines.selection.copied:CopiedText", platforms=("win32", "darwin")),
    Engine("hotkey", "x11", "voiceflow.engines.hotkey.x11:X11Hotkey", platforms=_LINUX),
    Engine("hotkey", "portal", "voiceflow.engines.hotkey.portal:PortalHotkey", platforms=_LINUX),
    Engine("hotkey", "evdev", "voiceflow.engines.hotkey.evdev:EvdevHotkey", platforms=_LINUX, extra="evdev"),
    Engine("hotkey", "windows", "voiceflow.engines.hotkey.windows:WindowsHotkey", platforms=("win32",)),
    Engine("hotkey", "macos", "voiceflow.engines.hotkey.macos:MacHotkey", platforms=("darwin",)),
    Engine("hotkey", "manual", "voiceflow.engines.hotkey.manual:ManualHotkey"),
)


def engines(family: str) -> list[Engine]:
    """Those of this family that this platform can have at all, best first."""
    return [e for e in ENGINES if e.family == family and (not e.platforms or sys.platform in e.platforms)]


def engine(family: str, name: str) -> Engine:
    """`KeyError` for a name that is not in the table."""
    for entry in ENGINES:
        if entry.family == family and entry.name == name:
            return entry
    raise KeyError(f"{family}/{name}")


@dataclass(frozen=True, slots=True)
class Choice:
    """`kind` is the engine's class; `refused` says why better ones, or the one that was asked for, cannot be used."""

    engine: Engine
    kind: Any
    refused: tuple[tuple[str, VoiceFlowError], ...]


def first_available(family: str, wanted: str = "auto") -> Choice:
    """The one that was asked for, else the best one that works on this desktop: for families whose classes can tell
    before they are made (inserter, hotkey). `EngineError` when none does."""
    asked = [entry for entry in engines(family) if entry.name == wanted]
    refused: list[tuple[str, VoiceFlowError]] = []
    for entry in asked + [entry for entry in engines(family) if entry not in asked and not entry.asked_only]:
        try:
            kind = entry.load()
        except ImportError:
            from voiceflow.installation import cure_of_missing

            cure = cure_of_missing(entry.extra) if entry.extra else ""
            refused.append((entry.name, EngineError("engine.not_installed", f"{entry.name} is not installed", cure)))
            continue
        reason = kind.unavailable()
        if reason is None:
            return Choice(entry, kind, tuple(refused))
        refused.append((entry.name, reason))
    reasons = "; ".join(f"{name}: {error}" for name, error in refused)
    raise EngineError(f"{family}.none", f"No {family} works on this desktop", reasons)


def make_first(family: str) -> Any:
    """The best one that loads here, for families without settings of their own (vad)."""
    failures = []
    for entry in engines(family):
        try:
            return entry.load()()
        except (ImportError, VoiceFlowError) as error:
            failures.append(f"{entry.name}: {error}")
    raise EngineError(f"{family}.none", f"No {family} engine loads", "; ".join(failures))
