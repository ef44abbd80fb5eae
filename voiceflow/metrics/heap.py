"""What the C library's allocator and Python hold in this process."""

import ctypes
import sys
from dataclasses import dataclass
from functools import cache
from typing import Any

_FIELDS = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")


@dataclass(frozen=True, slots=True)
class Heap:
    """Of glibc (mallinfo(3)), zero elsewhere: `used_bytes` is given out, `free_bytes` is kept for later and not given
    back to the system. `python_blocks`: what Python's own allocator has given out, in pieces of up to 512 bytes."""

    used_bytes: int
    free_bytes: int
    python_blocks: int


class _Mallinfo2(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in _FIELDS]


def heap() -> Heap:
    ask = _mallinfo2()
    told = ask() if ask else _Mallinfo2()
    return Heap(told.uordblks + told.hblkhd, told.fordblks, sys.getallocatedblocks())


@cache
def _mallinfo2() -> Any:
    """glibc 2.33 and later."""
    if sys.platform != "linux":
        return None
    ask = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if ask:
        ask.restype = _Mallinfo2
    return ask
