"""What a tree of processes holds of the machine's memory (Linux), and whether it grows."""

import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True)
class Footprint:
    """`pss_mb`: each page divided by the number of processes on the machine that map it (proc(5)). `alone_mb`: as if
    nobody else ran Python, Qt or the C library; the most that PSS can be on any machine. `private_mb`: what a process
    shares with none, by pid; others that come and go do not change it."""

    pss_mb: float
    alone_mb: float
    private_mb: dict[int, float]


def footprint(root: int) -> Footprint:
    pss_mb, private_mb, shared_mb = 0.0, dict[int, float](), defaultdict[str, float](float)
    for pid in (root, *descendants(root)):
        private_mb[pid] = 0.0
        for place, pss, rss, own in _mappings(pid):
            pss_mb += pss
            private_mb[pid] += own
            shared_mb[place] = max(shared_mb[place], rss - own)
    return Footprint(pss_mb, sum(private_mb.values()) + sum(shared_mb.values()), private_mb)


def descendants(root: int) -> list[int]:
    return [child.pid for child in psutil.Process(root).children(recursive=True)]


def _mappings(pid: int) -> list[tuple[str, float, float, float]]:
    """Of each: which part of which file, PSS, RSS and private, in MB."""
    found: list[tuple[str, float, float, float]] = []
    place, sizes = "", dict[str, float]()
    for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
        name, _, rest = line.partition(":")
        if " " in name:
            words = line.split(maxsplit=5)
            place = f"{words[5]} {words[2]}" if len(words) > 5 else ""
        elif name == "VmFlags":
            own = sizes["Private_Clean"] + sizes["Private_Dirty"]
            found.append((place, sizes["Pss"], sizes["Rss"], own))
        elif rest.endswith("kB"):
            sizes[name] = int(rest.split()[0]) * 1024 / 1e6
    return found


def slope(places: Sequence[float], values: Sequence[float]) -> tuple[float, float, float]:
    """Theil and Sen: the median of the slopes between all pairs, and the tenth and ninetieth percentile of those
    between pairs that are at least a third of the whole apart. One outlier in four changes nothing."""
    pairs = list(combinations(zip(places, values, strict=True), 2))
    rises = [(late - early) / (there - here) for (here, early), (there, late) in pairs]
    span = (max(places) - min(places)) / 3
    far = [rise for rise, ((here, _), (there, _)) in zip(rises, pairs, strict=True) if there - here >= span]
    deciles = statistics.quantiles(far, n=10)
    return statistics.median(rises), deciles[0], deciles[-1]
