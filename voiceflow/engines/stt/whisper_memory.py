"""Memory that the allocator holds though nobody uses it."""

import ctypes
import sys


def give_back() -> None:
    """glibc's malloc_trim(3), a few milliseconds; nothing where there is another allocator."""
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
