"""How long the text rules take: `python -m tests.benchmarks.text_rules [--quick]`.

Issue 6: 100,000 characters under 1 s for the whole pipeline, 30 characters under 1 ms, ten times the text at most 12
times as long. Every rule is on, with a vocabulary of 100 names; the text has fillers, marks, numbers and misheard names
in it. The processor's time, the mean of the fastest round: the rules wait for nothing, and other programs do not count.
Exit code 1 when a limit is missed."""

import argparse
import sys
import time

from tests.benchmarks.vocabulary import names_of
from voiceflow.options import text_wishes
from voiceflow.settings import Settings
from voiceflow.text.guards import Evidence
from voiceflow.text.pipeline import Wishes, apply
from voiceflow.text.vocabulary import Entry

SPOKEN = {
    "en": "Um, we met the the the team at five thirty pm comma and twenty three people paid five dollars each period "
    "The one on the left said it was a difficult period. New line. Call Shevonne Graphana on Monday, question mark? ",
    "de": "Äh, wir trafen die die die Gruppe um zwanzig Uhr dreißig Komma und dreiundzwanzig Leute zahlten fünf Euro "
    "Punkt Der eine links sagte, das ist ein guter Punkt. Neue Zeile. Ruf Graffana Torsten an, Fragezeichen? ",
}
SHORT, LONG, LONGEST = 30, 10_000, 100_000
MOST_SHORT_MS, MOST_LONGEST_MS, MOST_TIMES_AS_LONG = 1.0, 1000.0, 12.0


def text_of(language: str, characters: int) -> str:
    spoken = SPOKEN[language]
    return (spoken * (characters // len(spoken) + 1))[:characters]


def measure_ms(language: str, rounds: int) -> dict[int, float]:
    """By the number of characters. Lengths take turns, so that a slow moment of the machine slows all of them, and
    short texts come as often as a long one has room for them: what Python tidies up now and then counts for all."""
    wishes = text_wishes(Settings(), [Entry(name) for name in names_of("measured")])
    fastest = {}
    for _ in range(rounds):
        for characters, times in ((SHORT, 200), (1_000, 100), (LONG, 10), (LONGEST, 1)):
            text = text_of(language, characters)
            found = sum(_cpu_ms(text, language, wishes) for _ in range(times)) / times
            fastest[characters] = min(found, fastest.get(characters, found))
    return fastest


def _cpu_ms(text: str, language: str, wishes: Wishes) -> float:
    begin_s = time.thread_time()
    apply(text, language, wishes, Evidence(len(text) / 15, len(text) / 18))
    return (time.thread_time() - begin_s) * 1000


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
        first_ms = _cpu_ms(text_of(language, SHORT), language, text_wishes(Settings(), [Entry("Grafana")]))
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
