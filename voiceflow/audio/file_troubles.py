"""What can be wrong with a sound file, each with its cure."""

import os
from pathlib import Path
from typing import IO

from voiceflow.errors import AudioError


def not_opened(path: Path, error: OSError) -> AudioError:
    if isinstance(error, FileNotFoundError):
        return AudioError("audio.file_missing", f'There is no file "{path}"', "Check the name and the folder")
    if isinstance(error, PermissionError):
        return AudioError(
            "audio.file_refused", f'You may not read "{path}"', "Ask its owner, or copy it to your own folder"
        )
    if isinstance(error, IsADirectoryError):
        return AudioError("audio.file_is_folder", f'"{path}" is a folder', "Name a file in it")
    return AudioError(
        "audio.file_failed", f'"{path}" could not be read ({error.strerror})', "Copy it to another disk and try that"
    )


def unreadable(name: str, source: IO[bytes]) -> AudioError:
    """Not a sound file; says so where it is just empty."""
    if source.seekable() and source.seek(0, os.SEEK_END) == 0:
        return AudioError("audio.file_empty", f'"{name}" is empty', "Record or download it again")
    return AudioError("audio.file_format", f'"{name}" is not a sound file that can be read, whatever its name says',
                      "Save it as WAV, FLAC, MP3, Opus or M4A; M4A not from a pipe")  # fmt: skip


def no_audio(name: str) -> AudioError:
    return AudioError("audio.file_without_audio", f'There is no sound track in "{name}"', "Choose a file that has one")


def no_sound(name: str) -> AudioError:
    return AudioError("audio.file_no_sound", f'"{name}" holds 0 seconds of sound', "Record or download it again")


def cut_short(name: str, heard_s: float, promised_s: float) -> AudioError:
    return AudioError("audio.file_cut_short", f'"{name}" ends after {heard_s:.1f} of {promised_s:.1f} seconds',
                      "What is there was used; the file may have been cut while it was copied")  # fmt: skip


def damaged(name: str) -> AudioError:
    return AudioError("audio.file_damaged", f'Parts of "{name}" are damaged', "They were left out")
