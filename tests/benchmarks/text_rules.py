"""How long the text rules take: `python -m tests.benchmarks.text_rules [--language de]`.

Issue 6: 100,000 characters under 1 s for the whole pipeline, 30 characters under 1 ms, ten times the text at most 12
times as long. Every rule is on; the text has fillers, marks, numbers and names in it."""

import argparse
import statistics
import time

from voiceflow.options import text_wishes
from voiceflow.settings import Settings
from voiceflow.text.pipeline import apply

SPOKEN = {
    "en": "Um, we met the the the team at five thirty pm comma and twenty three people paid five dollars each period "
    "The one on the left said it was a difficult period. New line. Call me on Monday, question mark? ",
    "de": "Äh, wir trafen die die die Gruppe um zwanzig Uhr dreißig Komma und dreiundzwanzig Leute zahlten fünf Euro "
    "Punkt Der eine links sagte, das ist ein guter Punkt. Neue Zeile. Ruf mich an, Fragezeichen? ",
}


def text_of(language: str, characters: int) -> str:
    spoken = SPOKEN[language]
    return (spoken * (characters // len(spoken) + 1))[:characters]


def measure_ms(language: str, characters: int, rounds: int) -> float:
    """The median, of the processor's time: the rules wait for nothing, and other programs do not count."""
    text, wishes = text_of(language, characters), text_wishes(Settings())
    apply(text, language, wishes)
    times = []
    for _ in range(rounds):
        begin_s = time.thread_time()
        apply(text, language, wishes)
        times.append((time.thread_time() - begin_s) * 1000)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=sorted(SPOKEN), default="en")
    language = parser.parse_args().language
    begin_s = time.perf_counter()
    apply(text_of(language, 30), language, text_wishes(Settings()))
    print(f"the first text, tables and libraries loaded: {(time.perf_counter() - begin_s) * 1000:.1f} ms")
    for characters, rounds in ((30, 500), (300, 200), (1_000, 50), (10_000, 20), (100_000, 5)):
        print(f"{characters:>8} characters: {measure_ms(language, characters, rounds):9.3f} ms")
    ratio = measure_ms(language, 100_000, 5) / measure_ms(language, 10_000, 20)
    print(f"100,000 to 10,000 characters: {ratio:.1f} times as long")


if __name__ == "__main__":
    main()
