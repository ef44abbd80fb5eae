"""Looks for plain text and sound in files."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SOUND_FORMATS = (b"RIFF", b"OpusHead", b"fLaC")
RUN_BYTES = 64


def findings(folders: Iterable[Path], words: Iterable[str] = (), pcm: bytes = b"") -> list[str]:
    """Every file with one of the words (UTF-8, or UTF-16 of either order), the name of a sound format, or 64 bytes of
    `pcm` in a row, as `path: what`."""
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    needles = {word.encode(code): f"the word {word}" for word in words for code in codes}
    needles |= {name: name.decode() for name in SOUND_FORMATS}
    files = [path for folder in folders for path in _files(folder)]
    return [f"{path}: {what}" for path in files for what in _in_file(path.read_bytes(), needles, pcm)]


def _files(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (path for name in names if (path := Path(parent, name)).is_file() and not path.is_symlink())


def _in_file(content: bytes, needles: dict[bytes, str], pcm: bytes) -> Iterator[str]:
    yield from (what for needle, what in needles.items() if needle in content)
    half = RUN_BYTES // 2  # any 64 bytes of the sound hold one of these pieces whole, wherever they begin
    pieces = {pcm[start : start + half] for start in range(0, len(pcm) - half + 1, half)}
    pieces.discard(bytes(half))
    if any(content[start : start + half] in pieces for start in range(len(content) - half + 1)):
        yield "recorded samples"
