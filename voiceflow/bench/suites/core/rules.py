"""The text rules on spoken texts of many lengths, and how fast a command is told from a text."""

import itertools
import time
from statistics import fmean

from voiceflow.bench.run import Run
from voiceflow.bench.scoring import percentile
from voiceflow.bench.suite import Part
from voiceflow.options import text_wishes
from voiceflow.selftest import SENTENCES
from voiceflow.settings import Settings
from voiceflow.text.commands import command_of
from voiceflow.text.guards import Evidence
from voiceflow.text.language import Language, language
from voiceflow.text.pipeline import Wishes, apply
from voiceflow.text.vocabulary import Entry

SPOKEN = {
    "en": "Um, we met the the the team at five thirty pm comma and twenty three people paid five dollars each period "
    "The one on the left said it was a difficult period. New line. Call Shevonne Graphana on Monday, question mark? ",
    "de": "Äh, wir trafen die die die Gruppe um zwanzig Uhr dreißig Komma und dreiundzwanzig Leute zahlten fünf Euro "
    "Punkt Der eine links sagte, das ist ein guter Punkt. Neue Zeile. Ruf Graffana Torsten an, Fragezeichen? ",
}
LENGTHS = {30: 60, 300: 20, 1_000: 8, 10_000: 2, 100_000: 1}
"""Characters, and how many such texts make a round: short ones come as often as a long one has room for them."""
_BEGINNINGS = ("Sio", "Thor", "Agni", "Pri", "Olu", "Fatou", "Yev", "Lak", "Mar", "Gra")
_ENDINGS = ("bhan", "sten", "eszka", "yanka", "waseun", "mata", "geny", "shmi", "cella", "fana")
_LONGEST_QUICK = 10_000
_MOST_ROUNDS = 200
_TIMES = 100


def text_of(tongue: str, characters: int) -> str:
    spoken = SPOKEN[tongue]
    return (spoken * (characters // len(spoken) + 1))[:characters]


def wishes() -> Wishes:
    """Every rule is on, and a vocabulary of 100 names."""
    names = [first + last for first, last in itertools.product(_BEGINNINGS, _ENDINGS)]
    return text_wishes(Settings(), [Entry(name) for name in names])


def cpu_ms(text: str, tongue: str, wanted: Wishes) -> float:
    """The processor's time: the rules wait for nothing, and what else the machine does is not theirs."""
    begin_s = time.thread_time()
    apply(text, tongue, wanted, Evidence(len(text) / 15, len(text) / 18))
    return (time.thread_time() - begin_s) * 1000


def round_ms(tongue: str, wanted: Wishes, longest: int = max(LENGTHS)) -> dict[int, list[float]]:
    """By the number of characters."""
    return {
        characters: [cpu_ms(text_of(tongue, characters), tongue, wanted) for _ in range(times)]
        for characters, times in LENGTHS.items()
        if characters <= longest
    }


def text_rules(run: Run) -> None:
    wanted, longest = wishes(), _LONGEST_QUICK if run.quick else max(LENGTHS)
    first_ms = {tongue: cpu_ms(text_of(tongue, 30), tongue, wanted) for tongue in SPOKEN}
    took: dict[str, dict[int, list[float]]] = {tongue: {} for tongue in SPOKEN}
    for number in range(_MOST_ROUNDS):
        for tongue, samples in took.items():
            for characters, ms in round_ms(tongue, wanted, longest).items():
                samples.setdefault(characters, []).extend(ms)
        run.progress(max(number / _MOST_ROUNDS, run.spent))
        if run.left_s < run.budget_s / 4:
            break
    for tongue, samples in took.items():
        run.record(f"{tongue}, the first text, with loading its tables", first_ms[tongue], "ms")
        for characters, ms in samples.items():
            run.record_samples(f"{tongue}, {characters:,} characters", ms, "ms", (50, 95))
    run.plot_lines(
        "The text rules by length, 95th percentile",
        "characters",
        "ms",
        {
            tongue: ([float(each) for each in samples], [percentile(ms, 95) for ms in samples.values()])
            for tongue, samples in took.items()
        },
    )
    if run.quick:
        run.note(f"The longest text, of {max(LENGTHS):,} characters, is in the full run only.")
    run.note("All rules, a vocabulary of 100 names, texts with fillers, marks, numbers and misheard names.")
    _record_intents(run)


def _record_intents(run: Run) -> None:
    """Whole utterances: all commands of the language, and as many sentences, which are none."""
    tongue = language("en")
    said = [" ".join(words) for words in tongue.editing]
    for name, texts in (
        ("a command", said),
        ("a sentence", SENTENCES),
        ("a long text", [text_of("en", 1_000)]),
        ("intent detection, half of them commands", [*said, *itertools.islice(itertools.cycle(SENTENCES), len(said))]),
    ):
        run.record(f"{name}, mean", fmean(_detected_us(text, tongue) for text in texts), "µs")


def _detected_us(text: str, tongue: Language) -> float:
    """The best of five, as timeit advises: what is above it is the machine's."""
    return min(_us(text, tongue) for _ in range(5))


def _us(text: str, tongue: Language) -> float:
    begin_s = time.perf_counter()
    for _ in range(_TIMES):
        command_of(text, tongue)
    return (time.perf_counter() - begin_s) / _TIMES * 1e6


PARTS = (Part("text_rules", "Text rules and commands", text_rules, 6, 40),)
