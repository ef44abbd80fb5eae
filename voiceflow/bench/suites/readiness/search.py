"""Looks for what was said in files: words, sound, bytes."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SQLITE = b"SQLite format 3\0"
_SOUND_FORMATS = (b"RIFF", b"OpusHead", b"fLaC")
_CODES = ("utf-8", "utf-16-le", "utf-16-be")
_RUN_BYTES = 32
_RUNS = 64


class Said:
    """`words`: in small letters, each so rare that it stands nowhere by chance. `sounds`: 16 bit samples. `pieces`:
    anything else that must not be found."""

    def __init__(self, words: Iterable[str], sounds: Iterable[bytes] = (), pieces: Iterable[bytes] = ()) -> None:
        self._words = {word.encode(code): word for word in words for code in _CODES}
        self._runs = tuple(run for sound in sounds for run in _runs(sound))
        self._pieces = tuple(pieces)

    def in_bytes(self, content: bytes) -> str:
        """What of it stands there, or nothing. 64 runs of 32 bytes are looked for in the whole: enough for any part
        of the sound that is longer than a sixty-fourth of it."""
        small = content.lower()
        if any(word in small for word in self._words):
            return "words"
        if any(run in content for run in self._runs):
            return "sound"
        return "what was stored" if any(piece in content for piece in self._pieces) else ""

    def in_files(self, folders: Iterable[Path]) -> dict[Path, str]:
        """Each file with some of it, and what; a file of sound counts, too."""
        found = {}
        for file in _files(folders):
            if what := self._in_file(file):
                found[file] = what
        return found

    def _in_file(self, file: Path) -> str:
        try:
            content = file.read_bytes()
        except OSError:  # gone meanwhile
            return ""
        return self.in_bytes(content) or ("a file of sound" if content.startswith(_SOUND_FORMATS) else "")


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for parent, _, names in os.walk(folder):
            yield from (path for name in names if (path := Path(parent, name)).is_file() and not path.is_symlink())


def _runs(sound: bytes) -> tuple[bytes, ...]:
    """Of even places in it; runs that silence has too are left out."""
    step = max(_RUN_BYTES, len(sound) // _RUNS // 2 * 2)
    runs = (sound[at : at + _RUN_BYTES] for at in range(0, len(sound) - _RUN_BYTES + 1, step))
    return tuple(run for run in runs if len(set(run)) > _RUN_BYTES // 2)
