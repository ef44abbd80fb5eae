"""What a process and all that it started hold of the machine's memory."""

import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

_MB = 1e6


@dataclass(frozen=True, slots=True)
class Held:
    """Of a tree of processes, in MB. `pss`: each page divided by the number of processes that map it (proc(5)); `own`:
    what no file can give back, that is Linux' Pss_Anon, Pss_Shmem and SwapPss. Programs beside us come and go, and
    with each of them `pss` changes, for they map the same libraries; `own` does not. Elsewhere than on Linux `pss` and
    `own` are what psutil calls USS: what is freed when the process ends."""

    rss: float
    pss: float
    own: float


def held(root: int) -> Held:
    """A few milliseconds; processes that end meanwhile are left out."""
    total = Held(0.0, 0.0, 0.0)
    for pid in (root, *descendants(root)):
        try:
            one = _of_linux(pid) if sys.platform == "linux" else _of_psutil(pid)
        except (OSError, psutil.Error):
            continue
        total = Held(total.rss + one.rss, total.pss + one.pss, total.own + one.own)
    return total


def descendants(root: int) -> list[int]:
    return [child.pid for child in psutil.Process(root).children(recursive=True)]


def _of_linux(pid: int) -> Held:
    kb = dict[str, int]()
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, _, rest = line.partition(":")
        kb[name] = int(rest.split()[0])
    own = kb.get("Pss_Anon", kb["Anonymous"]) + kb.get("Pss_Shmem", 0) + kb.get("SwapPss", 0)
    return Held(*(size * 1024 / _MB for size in (kb["Rss"], kb["Pss"], own)))


def _of_psutil(pid: int) -> Held:
    told = psutil.Process(pid).memory_full_info()
    return Held(told.rss / _MB, told.uss / _MB, told.uss / _MB)
