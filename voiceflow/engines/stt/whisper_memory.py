"""Memory that would be held though nobody uses it."""

import ctypes
import logging
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path

log = logging.getLogger(__name__)


def give_back() -> None:
    """glibc's malloc_trim(3), a few milliseconds; nothing where there is another allocator."""
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


@contextmanager
def as_folder(files: Mapping[str, BytesIO]) -> Iterator[str | None]:
    """A folder that holds these files while the context lasts, without a byte of them on disk; None where there is no
    memfd_create(2), or no room for a folder of links. CTranslate2 keeps a copy of what it is given as `files`, and none
    of what it reads itself: 75 MB less for tiny.en, and a peak 150 MB lower."""
    with ExitStack() as opened:
        yield _folder(files, opened)


def _folder(files: Mapping[str, BytesIO], opened: ExitStack) -> str | None:
    if not hasattr(os, "memfd_create") or not Path("/proc/self/fd").is_dir():
        return None
    try:
        with ExitStack() as made:
            folder = made.enter_context(tempfile.TemporaryDirectory(prefix="voiceflow."))
            for name, content in files.items():
                file = made.enter_context(os.fdopen(os.memfd_create(name), "wb", buffering=0))
                rest = content.getbuffer()
                while rest:
                    rest = rest[file.write(rest) :]
                Path(folder, name).symlink_to(f"/proc/self/fd/{file.fileno()}")
            opened.push(made.pop_all())
    except OSError as error:
        log.warning("the model is handed over in memory: %s", error.strerror)
        return None
    return folder
