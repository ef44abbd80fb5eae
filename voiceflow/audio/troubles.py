"""What can go wrong with a sound device, each with its cure."""

import sys
from typing import Any

from voiceflow.errors import AudioError

_LIST = "see `voiceflow devices`"
_SETTINGS_OF_PRIVACY = {
    "win32": "Allow it in Settings > Privacy & security > Microphone, also for desktop apps",
    "darwin": "Allow it in System Settings > Privacy & Security > Microphone, then start VoiceFlow again",
}


def no_library(reason: str) -> AudioError:
    return AudioError(
        "audio.no_portaudio", f"The sound library PortAudio could not be loaded ({reason})",
        "Install it (Debian and Ubuntu: apt install libportaudio2; Fedora: dnf install portaudio)",
    )  # fmt: skip


def no_microphone() -> AudioError:
    return AudioError(
        "audio.no_microphone", "No microphone was found", "Plug one in, or switch it on in the system's sound settings"
    )


def no_speaker() -> AudioError:
    return AudioError(
        "audio.no_speaker", "No speaker was found", "Plug one in, or switch it on in the system's sound settings"
    )


def unknown_device(name: str, known: list[str]) -> AudioError:
    there = ", ".join(known) or "none"
    return AudioError(
        "audio.unknown_device", f'There is no sound device "{name}"', f"Plug it in or choose another; there is: {there}"
    )


def refused(name: str) -> AudioError:
    cure = _SETTINGS_OF_PRIVACY.get(
        sys.platform, "Add your user to the group `audio`, or allow it in the sandbox's settings"
    )
    return AudioError("audio.permission", f'The system does not let VoiceFlow use "{name}"', cure)


def busy(name: str) -> AudioError:
    return AudioError(
        "audio.busy",
        f'Another program holds "{name}" for itself',
        f"Close that program, or choose another device: {_LIST}",
    )


def unsupported(name: str, rate_hz: int, channels: int) -> AudioError:
    return AudioError("audio.format", f'"{name}" refused its own format, {channels} channels at {rate_hz} Hz',
                      f"Choose another device or host API: {_LIST}")  # fmt: skip


def not_opened(name: str, reason: str) -> AudioError:
    return AudioError(
        "audio.device_failed",
        f'"{name}" could not be opened ({reason})',
        f"Plug it in again, or choose another: {_LIST}",
    )


def gone(name: str) -> AudioError:
    return AudioError(
        "audio.device_gone", f'The microphone "{name}" went away', "What was said until then is kept; plug it in again"
    )


def stalled(name: str) -> AudioError:
    return AudioError("audio.stalled", f'No more sound comes from the microphone "{name}"',
                      "What was said until then is kept; plug it in again or restart the sound server")  # fmt: skip


def went_silent(name: str) -> AudioError:
    return AudioError("audio.went_silent", f'The microphone "{name}" turned silent while you spoke',
                      "It was muted or unplugged; VoiceFlow goes on recording")  # fmt: skip


def silent_device(name: str) -> AudioError:
    return AudioError("audio.silent_device", f'The microphone "{name}" gives nothing but digital silence',
                      f"Switch off its mute, allow VoiceFlow to use it, or choose another: {_LIST}")  # fmt: skip


def default_changed(old: str, new: str) -> AudioError:
    return AudioError("audio.default_changed", f'The system\'s microphone changed from "{old}" to "{new}"',
                      "VoiceFlow goes on recording; choose a microphone by name to keep to it")  # fmt: skip


def from_portaudio(error: Exception, name: str, rate_hz: int, channels: int) -> AudioError:
    """`error`: a `sounddevice.PortAudioError`, whose arguments are text, PortAudio's code and the host's
    (API index, code, text)."""
    text, code, host = (*error.args, None, None, None)[:3]
    host_code, host_text = (host[1], str(host[2]).lower()) if host else (0, "")
    if host_code in _REFUSED_CODES or any(
        word in host_text for word in ("permission", "access denied", "access is denied")
    ):
        return refused(name)
    if code == _DEVICE_UNAVAILABLE or host_code in _BUSY_CODES or "busy" in host_text or "in use" in host_text:
        return busy(name)
    if code in _FORMAT_CODES:
        return unsupported(name, rate_hz, channels)
    return not_opened(name, _reason(text, host))


# portaudio.h, PaErrorCode
_DEVICE_UNAVAILABLE = -9985
_FORMAT_CODES = (-9998, -9997, -9994)  # channel count, sample rate, sample format
# errno of ALSA (negative) and audioclient.h (AUDCLNT_E_DEVICE_IN_USE), winerror.h (E_ACCESSDENIED)
_REFUSED_CODES = (-1, -13, -2147024891)
_BUSY_CODES = (-16, -2004287478)


def _reason(text: Any, host: Any) -> str:
    return str(host[2]) if host and host[2] else str(text)
