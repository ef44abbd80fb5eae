"""What processes take of the machine, together with all that they started."""

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psutil import Process


def family(pid: int) -> "list[Process]":
    """This process first; empty when it is gone."""
    import psutil

    try:
        root = psutil.Process(pid)
        return [root, *root.children(recursive=True)]
    except psutil.Error:
        return []


def rss_bytes(pid: int) -> int:
    """Of all of them; what they share counts for each."""
    import psutil

    total = 0
    for process in family(pid):
        with suppress(psutil.Error):
            total += process.memory_info().rss
    return total


def cpu_s() -> float:
    """Ours so far, and of all that we started, also of those that have ended, but for Windows, which forgets them."""
    import psutil

    total_s = sum(os.times()[:4])
    for child in family(os.getpid())[1:]:
        with suppress(psutil.Error):
            times = child.cpu_times()
            total_s += times.user + times.system
    return total_s
