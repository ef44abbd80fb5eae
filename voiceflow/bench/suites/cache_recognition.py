"""Answers of recognizers: by the sound itself, in the memory of the chain of engines."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from voiceflow.bench.figures import Plot
from voiceflow.bench.mixes import FEW, MANY, USUAL, Mix, most_possible_percent
from voiceflow.bench.run import Run
from voiceflow.bench.scripted_engines import null, routes
from voiceflow.bench.suite import Part
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeOptions, DecodeRequest
from voiceflow.routing.stt import ChainedStt, SttCandidate
from voiceflow.settings import Routing
from voiceflow.text.language import language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

_PHRASE_S, _SHORT_S = (1.0, 5.0), (0.3, 0.6)
"""Of the mix whose hits are timed, and of the others, where only their number counts."""


def measure(run: Run) -> None:
    wishes = run.wishes.core.settings.routing
    commands = Mix("commands", len(language("en").editing), 1.0, 500)
    rates: dict[str, float] = {}
    for number, mix in enumerate((USUAL, commands, FEW, MANY)):
        if number > 1 and run.left_s < 0.3 * run.budget_s:
            run.note(f"There was no time for the mix of {mix.name}.")
            continue
        drawn = mix.draw()
        sounds = phrases(mix.phrases, _PHRASE_S if mix is USUAL else _SHORT_S)
        hits_ms = asked(drawn, sounds, wishes)
        rates[mix.name] = 100 * len(hits_ms) / len(drawn)
        names = {USUAL: "speech in hit rate", commands: "intent hit rate"}
        told = f"{mix.told}; at most {most_possible_percent(drawn):.1f} % is possible"
        run.record(names.get(mix, f"hit rate, {mix.name}"), rates[mix.name], "%", note=told)
        if mix is USUAL and hits_ms:
            run.record_samples("a hit", hits_ms, "ms", (50, 95))
        run.progress((number + 1) / 4)
    run.plot(Plot("Recognition: hits by mix", "mix", "%", {"hits": (list(rates), list(rates.values()))}, "bar"))
    run.note(
        f"Room for {wishes.cache_entries} answers, as the settings have it. The same sound is the same to the last "
        "sample: a file transcribed again, a dictation recognized again, a client that asks twice. What is spoken anew "
        "never is; so “intent” are spoken commands whose sound is sent again, not said again."
    )


def phrases(count: int, lengths_s: tuple[float, float] = _PHRASE_S) -> "list[Pcm]":
    """Noise, no two alike: a cache asks only whether it is the same."""
    import numpy as np

    chance = np.random.default_rng(7)
    return [
        chance.normal(0, 0.1, int(chance.uniform(*lengths_s) * SAMPLE_RATE_HZ)).astype(np.float32) for _ in range(count)
    ]


def asked(drawn: Sequence[int], sounds: "Sequence[Pcm]", wishes: Routing) -> list[float]:
    """How long each hit took, with its hashing, in milliseconds."""
    known = routes(wishes)
    engines = [SttCandidate(name, False, null) for name in ("null", "other")]
    chain = ChainedStt(known, engines, "").load()
    counts, times_ms = known.record("stt", "null").counts, []
    for place in drawn:
        before = counts.cached
        begin_s = time.perf_counter()
        chain.decode(DecodeRequest(sounds[place], DecodeOptions(language="en")))
        took_ms = (time.perf_counter() - begin_s) * 1e3
        if counts.cached > before:
            times_ms.append(took_ms)
    chain.close()
    return times_ms


PARTS = (Part("recognition", "Answers of recognizers", measure, 4, 8),)
