"""Sound of sentences that were said before: in memory, and as Opus in the encrypted store."""

import time
from collections.abc import Callable, Sequence

from voiceflow.bench.figures import Plot
from voiceflow.bench.mixes import FEW, MANY, USUAL, Mix, most_possible_percent
from voiceflow.bench.run import Run
from voiceflow.bench.speech_texts import sentence
from voiceflow.bench.suite import Part
from voiceflow.engines.tts.contract import Speaking, SpeechBlock
from voiceflow.reading.cache import SpeechCache
from voiceflow.reading.synthesizer import joined

SPEAKING = Speaking("invented", "noise")
CHARACTERS = 40
_RATE_HZ = 22_050
_SAID_S, _SAID_QUICK_S = 2.7, 0.4
_HITS = 50


def measure(run: Run) -> None:
    rates: dict[str, float] = {}
    said_s = _SAID_QUICK_S if run.quick else _SAID_S
    with run.core() as core:
        tts = core.settings.tts
        store = core.history.spoken(1_000_000 * tts.cache_mb, tts.cache_days)
        for number, mix in enumerate((USUAL, FEW, MANY)):
            cache, texts = SpeechCache(lambda: store), [sentence(CHARACTERS) for _ in range(mix.phrases)]
            if ask(cache, mix, texts, said_s, time.monotonic() + 0.8 * run.left_s):
                rates[mix.name] = 100 * cache.hits.rate
                _record(run, mix, cache)
            else:
                run.note(f"There was no time for the mix of {mix.name}.")
            core.history.flush()
            if mix is USUAL:
                _record_times(run, cache, SpeechCache(lambda: store, memory_bytes=0), texts[:_HITS])
            run.progress((number + 1) / 3)
    if rates:
        run.plot(Plot("Speech output: hits by mix", "mix", "%", {"hits": (list(rates), list(rates.values()))}, "bar"))
    run.note(f"What is kept is {said_s:g} s of noise for each sentence, instead of a voice.")


def _record_times(run: Run, cache: SpeechCache, without_memory: SpeechCache, texts: Sequence[str]) -> None:
    for where, samples in (
        ("in memory", hits_ms(cache, texts, again=True)),
        ("in the encrypted store", hits_ms(without_memory, texts)),
    ):
        if samples:
            run.record_samples(f"a hit {where}", samples, "ms", (50, 95))
        else:
            run.note(f"There was no time for a hit {where}.")


def _record(run: Run, mix: Mix, cache: SpeechCache) -> None:
    told = f"{mix.told}; {cache.hits.memory:,} from memory, {cache.hits.store:,} from the store; at most "
    told += f"{most_possible_percent(mix.draw()):.1f} % is possible"
    run.record(
        "speech out hit rate" if mix is USUAL else f"hit rate, {mix.name}", 100 * cache.hits.rate, "%", note=told
    )


def ask(
    cache: SpeechCache, mix: Mix, texts: Sequence[str], said_s: float = _SAID_S, until_s: float = float("inf")
) -> bool:
    """Whether there was time for all of them, until `until_s` of the monotonic clock."""
    for place in mix.draw():
        if time.monotonic() > until_s:
            return False
        kept = cache.find(SPEAKING, texts[place])
        if kept is not None:
            joined(list(kept))
        else:
            cache.keep(SPEAKING, texts[place], _said(place, said_s))
    return True


def _said(seed: int, length_s: float) -> SpeechBlock:
    import numpy as np

    noise = np.random.default_rng(seed).normal(0, 0.1, int(_RATE_HZ * length_s))
    return SpeechBlock(noise.astype(np.float32), _RATE_HZ)


def hits_ms(
    cache: SpeechCache, texts: Sequence[str], again: bool = False, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Until the first sound is there. `again`: the second time, when it is in memory."""
    times_ms = []
    for text in [*texts] * 4:
        if again:
            joined(list(cache.find(SPEAKING, text) or ()))
        began_s = clock()
        found = cache.find(SPEAKING, text)
        if found is not None:
            times_ms.append((clock() - began_s) * 1000)
    return times_ms


PARTS = (Part("speech_out", "Sound of sentences", measure, 7, 20),)
