"""Which microphone the system calls its default: PortAudio learns of a change only when it is re-initialised."""

import shutil
import subprocess
import sys


def default_input() -> str | None:
    """A name or id to compare with an earlier answer; None where the system does not tell. Takes some 5 ms, 0.5 s
    at most."""
    if sys.platform == "darwin":
        return _core_audio_default()
    if sys.platform == "win32":
        return _windows_default()
    return _pulse_default()


def has_no_microphone() -> bool:
    """The sound server knows none: what it offers then is what the speakers play. False where nobody tells."""
    sources = _pactl("list", "short", "sources") if sys.platform == "linux" else None
    return sources is not None and all(".monitor" in line for line in sources.splitlines())


def _pulse_default() -> str | None:
    return _pactl("get-default-source") or None


def _pactl(*words: str) -> str | None:
    """PulseAudio, and PipeWire in its place."""
    program = shutil.which("pactl")
    if program is None:
        return None
    try:
        answer = subprocess.run([program, *words], capture_output=True, text=True, timeout=0.5, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip()


def _core_audio_default() -> str | None:
    """AudioHardware.h: property `dIn ` of object 1, the system, in scope `glob`, element 0; a device's number."""
    import ctypes

    class Address(ctypes.Structure):
        _fields_ = [("selector", ctypes.c_uint32), ("scope", ctypes.c_uint32), ("element", ctypes.c_uint32)]

    library = ctypes.CDLL("/System/Library/Frameworks/CoreAudio.framework/CoreAudio")
    address = Address(int.from_bytes(b"dIn "), int.from_bytes(b"glob"), 0)
    device, size = ctypes.c_uint32(0), ctypes.c_uint32(4)
    failed = library.AudioObjectGetPropertyData(
        1, ctypes.byref(address), 0, None, ctypes.byref(size), ctypes.byref(device)
    )
    return None if failed or not device.value else str(device.value)


def _windows_default() -> str | None:
    """The wave mapper's preferred device (mmsystem.h): DRVM_MAPPER_PREFERRED_GET, then its capabilities' name."""
    import ctypes

    winmm = ctypes.WinDLL("winmm")  # type: ignore[attr-defined,unused-ignore]
    preferred, flags = ctypes.c_uint32(0), ctypes.c_uint32(0)
    wave_mapper, preferred_get = ctypes.c_void_p(-1 & (2 ** (8 * ctypes.sizeof(ctypes.c_void_p)) - 1)), 0x2015
    if winmm.waveInMessage(wave_mapper, preferred_get, ctypes.byref(preferred), ctypes.byref(flags)):
        return None
    capabilities = ctypes.create_string_buffer(80)  # WAVEINCAPSW: ids and version (8 bytes), then 32 wide characters
    if winmm.waveInGetDevCapsW(ctypes.c_void_p(preferred.value), capabilities, len(capabilities)):
        return None
    return capabilities.raw[8:72].decode("utf-16-le").split("\0", 1)[0] or None
