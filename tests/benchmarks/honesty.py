"""Do the suites see what is wrong, and nothing else? `python -m tests.benchmarks.honesty [--quick]`

The product is made worse in a process of its own, one fault at a time, and the suite that is there for it must find it:
a decoder 30 % slower, 50 kB kept of each dictation, a column of text that is not encrypted, a lock held during
recognition. Then the same suites, cut to less than a minute, look at the product as it is, ten times: they must find
nothing. About 20 minutes; exit code 1 when something was missed, or found where there is nothing."""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from voiceflow.bench.run import Wishes
from voiceflow.bench.runner import run
from voiceflow.bench.suite import Suite, suite
from voiceflow.core import Core

SLOWER = 0.3
KEPT_BYTES = 50_000
DEADLINE_S = 180


@dataclass(frozen=True, slots=True)
class Case:
    """`codes`: one of these must be found with the fault. `found_by` and `parts`: the parts that run, with the fault
    and without, and how many seconds each may take; empty are all of the suite."""

    fault: str
    inject: Callable[[], None]
    codes: tuple[str, ...]
    found_by: dict[str, float]
    parts: dict[str, float]


@dataclass(frozen=True, slots=True)
class Told:
    """What a process says. `ran`: how many parts did. `idle`: those that did not, and why."""

    codes: tuple[str, ...]
    what: tuple[str, ...]
    idle: tuple[str, ...]
    took_s: float
    ran: int = 0


def slower_decoder() -> None:
    """By so much more processor time for each call of the model."""
    from voiceflow.engines.stt.whisper_handle import WhisperHandle

    generate = WhisperHandle.generate

    def slowed(work: Callable[[], Any]) -> Any:
        began_s = time.process_time()
        result = work()
        until_s = time.process_time() + SLOWER * (time.process_time() - began_s)
        while time.process_time() < until_s:
            pass
        return result

    handle: Any = WhisperHandle
    handle.generate = lambda self, *prompts, **options: slowed(lambda: generate(self, *prompts, **options))
    handle.encode = lambda self, features: slowed(lambda: self._handle.encode(features))


def leak() -> None:
    from voiceflow.dictation.delivery import Delivery

    kept: list[bytearray] = []
    deliver = Delivery.deliver

    def keeping(self: Delivery, *given: Any) -> None:
        kept.append(bytearray(os.urandom(KEPT_BYTES)))
        deliver(self, *given)

    patched: Any = Delivery
    patched.deliver = keeping


def plain_column() -> None:
    """The column `text` lies in a database without a key."""
    from voiceflow.history import queries

    update = queries.update

    def also_plain(db: Any, dictation_id: str, values: dict[str, Any]) -> None:
        update(db, dictation_id, values)
        if "text" in values:
            encrypted = next(row[2] for row in db.execute("PRAGMA database_list"))
            plain = sqlite3.connect(Path(encrypted).with_name("texts.db"))
            plain.execute("CREATE TABLE IF NOT EXISTS texts (id, text)")
            plain.execute("INSERT INTO texts VALUES (?, ?)", (dictation_id, values["text"]))
            plain.commit()
            plain.close()

    queries.update = also_plain


def held_lock() -> None:
    """Whoever reads the history waits until a recognition has ended."""
    from voiceflow.history.readers import Readers
    from voiceflow.routing.stt import LoneRecognizer

    lock = threading.Lock()

    def locked(method: Callable[..., Any]) -> Callable[..., Any]:
        def held(*given: Any) -> Any:
            with lock:
                return method(*given)

        return held

    recognizer: Any = LoneRecognizer
    readers: Any = Readers
    recognizer.decode, readers.read = locked(recognizer.decode), locked(readers.read)


CASES = {
    "regression": Case(
        "a decoder 30 % slower",
        slower_decoder,
        ("regression.slower",),
        {"decode": 20, "release": 16, "real": 20},
        {"decode": 8, "release": 6, "real": 8, "rules": 2, "adding": 4, "searching": 4, "listening": 2, "chain": 2}
        | {"imports": 5, "speech": 5},
    ),
    "memory": Case("50 kB kept per dictation", leak, ("memory.leak",), {"leak": 55}, {"leak": 40, "pauses": 5}),
    "readiness": Case(
        "an unencrypted column",
        plain_column,
        ("readiness.everything_said_is_encrypted", "readiness.nothing_said_lies_beside_the_history"),
        {"security": 20},
        {"functional": 10, "reliability": 8, "security": 8},
    ),
    "load": Case(
        "a lock held during recognition", held_lock, ("load.held_lock",), {"held": 30}, {"users": 15, "held": 20}
    ),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clean-runs", type=int, default=10)
    parser.add_argument("--quick", action="store_true", help="no clean run: the faults alone")
    parser.add_argument("--only", choices=CASES, action="append")
    parser.add_argument("--child", choices=CASES, help=argparse.SUPPRESS)
    parser.add_argument("--faulty", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=1, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.child:
        return child(wanted.child, wanted.faulty, wanted.seed)
    names = wanted.only or list(CASES)
    print(f"{'suite':<11} {'product':<32} {'wanted':<9} {'found':<44} {'s':>4}")
    good = [line(name, CASES[name].fault, in_process(name, faulty=True)) for name in names]
    for number in range(0 if wanted.quick else wanted.clean_runs):
        good += [line(name, "", in_process(name, seed=number + 1), number + 1) for name in names]
    print(f"{sum(good)} of {len(good)} as they should be")
    return 0 if all(good) else 1


def line(name: str, fault: str, told: Told, number: int = 0) -> bool:
    """Whether it is as it should be. Where nothing ran, nothing was looked for."""
    good = any(code in told.codes for code in CASES[name].codes) if fault else bool(told.ran) and not told.codes
    found = ", ".join(sorted(set(told.codes))) or "nothing"
    product = fault or f"as it is, {number}"
    print(f"{name:<11} {product:<32} {'a finding' if fault else 'nothing':<9} {found:<44} {told.took_s:>4.0f}", end="")
    print("" if good else "  WRONG", flush=True)
    for more in (() if good else told.what) + told.idle:
        print(f"{'':<11} {more}", flush=True)
    return good


def in_process(name: str, *, faulty: bool = False, seed: int = 1) -> Told:
    began_s = time.monotonic()
    command = [sys.executable, "-m", "tests.benchmarks.honesty", "--child", name, "--seed", str(seed)]
    try:
        with tempfile.TemporaryDirectory(prefix="voiceflow-honesty-") as home:
            ended = subprocess.run(
                [*command, *(["--faulty"] if faulty else [])],
                env={**os.environ, "VOICEFLOW_HOME": home},
                capture_output=True,
                text=True,
                timeout=DEADLINE_S,
                check=False,
            )
    except subprocess.TimeoutExpired:
        return Told(("the process did not end",), (), (), time.monotonic() - began_s)
    if ended.returncode:
        return Told(("the process failed",), tuple(ended.stderr.splitlines()[-3:]), (), time.monotonic() - began_s)
    told = json.loads(ended.stdout.splitlines()[-1])
    lists = map(tuple, (told["codes"], told["what"], told["idle"]))
    return Told(*lists, took_s=time.monotonic() - began_s, ran=told["ran"])


def child(name: str, faulty: bool, seed: int) -> int:
    case = CASES[name]
    if faulty:
        case.inject()
    with tempfile.TemporaryDirectory(prefix="voiceflow-honesty-") as scratch, Core() as core:
        cut_suite = cut(suite(name), case.found_by if faulty else case.parts)
        results = run([cut_suite], Wishes(core, Path(scratch), quick=True, seed=seed))
    findings = results.findings
    failed = [f"{part.name}: {part.failed}" for part in results.parts if part.failed]
    told = {
        "codes": [finding.code for finding in findings] + ["a part failed"] * len(failed),
        "what": [finding.what for finding in findings] + failed,
        "idle": [f"{part.name} did not run: {part.skipped}" for part in results.parts if part.skipped],
        "ran": sum(part.ran for part in results.parts),
    }
    print(json.dumps(told))
    return 0


def cut(whole: Suite, seconds: dict[str, float]) -> Suite:
    named = {part.name: part for part in whole.parts}
    return replace(whole, parts=tuple(replace(named[name], quick_s=most_s) for name, most_s in seconds.items()))


if __name__ == "__main__":
    sys.exit(main())
