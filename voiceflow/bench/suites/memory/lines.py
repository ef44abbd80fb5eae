"""Which lines of Python hold more than before: file and number, never what they hold."""

import tracemalloc
from collections import Counter
from pathlib import PurePath

Lines = Counter[tuple[str, int]]


def lines() -> Lines:
    """Bytes by line. Costs about a second where all of the program is traced; holds far less than a snapshot."""
    held: Lines = Counter()
    for trace in tracemalloc.take_snapshot().traces:
        frame = trace.traceback[-1]
        held[frame.filename, frame.lineno] += trace.size
    return held


def grown(before: Lines, after: Lines, dictations: int, count: int = 5) -> list[str]:
    """Those that grew most, in kB per dictation."""
    more = Counter({line: size - before[line] for line, size in after.items() if size > before[line]})
    for line in [line for line in more if PurePath(line[0]).parent == PurePath(__file__).parent]:
        del more[line]  # what measuring holds itself
    return [
        f"{_told(file)}:{number} (+{size / 1000 / max(1, dictations):.1f} kB per dictation)"
        for (file, number), size in more.most_common(count)
    ]


def _told(file: str) -> str:
    """From the package on, so that nobody's folders are told."""
    parts = PurePath(file).parts
    for root in ("site-packages", "voiceflow", "tests"):
        if root in parts[:-1]:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at + (root == "site-packages") :])
    return "/".join(parts[-2:])
