"""What a tree of processes holds of the machine's memory, mapping by mapping (Linux)."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from voiceflow.bench.suites.memory.held import descendants


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


def _mappings(pid: int) -> list[tuple[str, float, float, float]]:
    """Of each: which part of which file, PSS, RSS and private, in MB."""
    found: list[tuple[str, float, float, float]] = []
    place, sizes = "", dict[str, float]()
    for line in Path(f"/proc/{pid}/smaps").read_text("utf-8", "replace").splitlines():
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
