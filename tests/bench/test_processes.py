"""What processes take of the machine."""

import os
import subprocess
import sys

from voiceflow.bench.processes import cpu_s, family, rss_bytes

WORKS = "sum(number * number for number in range(2_000_000))"


def test_processor_time_and_memory_are_those_of_this_process_at_least() -> None:
    before_s = cpu_s()
    sum(number * number for number in range(2_000_000))
    assert cpu_s() > before_s
    assert rss_bytes(os.getpid()) > 20_000_000


def test_a_child_counts_while_it_runs_and_its_work_when_it_has_ended() -> None:
    before_s, program = cpu_s(), f"{WORKS}; print(); input()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin and child.stdout
        child.stdout.readline()
        assert child.pid in {process.pid for process in family(os.getpid())}
        child.stdin.close()
    assert cpu_s() - before_s > 0.02
    assert family(child.pid) == []
    assert rss_bytes(child.pid) == 0
