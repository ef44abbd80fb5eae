"""How long the text rules take: `python -m tests.benchmarks.text_rules [--quick]`.

Issue 6: 100,000 characters under 1 s for the whole pipeline, 30 characters under 1 ms, ten times the text at most 12
times as long. Every rule is on, with a vocabulary of 100 names; the text has fillers, marks, numbers and misheard names
in it. The processor's time, the mean of the fastest round: the rules wait for nothing, and other programs do not count.
Exit code 1 when a limit is missed."""

import argparse
import sys
from statistics import fmean

from voiceflow.bench.suites.core.rules import SPOKEN, cpu_ms, round_ms, text_of, wishes

SHORT, LONG, LONGEST = 30, 10_000, 100_000
MOST_SHORT_MS, MOST_LONGEST_MS, MOST_TIMES_AS_LONG = 1.0, 1000.0, 12.0


def measure_ms(language: str, rounds: int) -> dict[int, float]:
    """By the number of characters. Lengths take turns, so that a slow moment of the machine slows all of them."""
    fastest: dict[int, float] = {}
    for _ in range(rounds):
        for characters, ms in round_ms(language, wishes()).items():
            fastest[characters] = min(fmean(ms), fastest.get(characters, fmean(ms)))
    return fastest


def _held(what: str, value: float, most: float, unit: str) -> bool:
    held = value <= most
    print(f"  {what:<38} {value:9.3f} {unit:<6} at most {most:g}  {'holds' if held else 'MISSED'}")
    return held


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="two rounds instead of seven")
    rounds = 2 if parser.parse_args().quick else 7
    held = []
    for language in sorted(SPOKEN):
        first_ms = cpu_ms(text_of(language, SHORT), language, wishes())
        print(f"{language}: the first text, tables and libraries loaded: {first_ms:.0f} ms")
        found = measure_ms(language, rounds)
        print(*(f"  {characters:>7} characters: {ms:9.3f} ms" for characters, ms in found.items()), sep="\n")
        held += [
            _held("30 characters", found[SHORT], MOST_SHORT_MS, "ms"),
            _held("100,000 characters", found[LONGEST], MOST_LONGEST_MS, "ms"),
            _held("100,000 to 10,000 characters", found[LONGEST] / found[LONG], MOST_TIMES_AS_LONG, "times"),
        ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
