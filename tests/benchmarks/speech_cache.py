"""Of 2,000 requests by Zipf's law, how many are known already, and how long a hit takes until its first sound is
there."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from voiceflow.bench.scoring import percentile
from voiceflow.bench.speech_texts import sentence
from voiceflow.engines.tts.espeak import EspeakEngine
from voiceflow.history.store import History
from voiceflow.paths import Paths
from voiceflow.reading.cache import SpeechCache
from voiceflow.reading.synthesizer import joined
from voiceflow.settings import History as HistorySettings
from voiceflow.settings import Tts

REQUESTS, PHRASES, EXPONENT, SEED = 2_000, 300, 1.0, 7
LEAST_HITS = 0.82
MOST_MEMORY_MS, MOST_STORE_MS = 1.0, 5.0
_STORE_BYTES, _DAYS = 50_000_000, 30


def measure(folder: Path, line) -> None:
    history = History.open(Paths(folder, folder, folder, folder, folder), HistorySettings(key_storage="file"))
    try:
        store = history.spoken(_STORE_BYTES, _DAYS)
        cache = SpeechCache(lambda: store)
        phrases = [sentence(40) for _ in range(PHRASES)]
        _ask(cache, phrases)
        hits = cache.hits
        line(f"cache: hits of {REQUESTS} requests", f"{hits.rate:.1%}", f">= {LEAST_HITS:.0%}", hits.rate >= LEAST_HITS)
        line("cache: of these from the store", f"{hits.store}")
        history.flush()
        memory_ms = _times_ms(cache, phrases[:50], again=True)
        store_ms = _times_ms(SpeechCache(lambda: store, memory_bytes=0), phrases[:50], again=False)
        own = _times_ms(SpeechCache(lambda: store, memory_bytes=0), phrases[:50], False, time.thread_time)
        line("cache: a hit, encrypted store, processor time, p95, ms", f"{percentile(own, 95):.2f}")
        both = (("memory", memory_ms, MOST_MEMORY_MS), ("encrypted store", store_ms, MOST_STORE_MS))
        for what, times_ms, limit_ms in both:
            p95 = percentile(times_ms, 95)
            line(f"cache: a hit, {what}, p95, ms", f"{p95:.2f}", f"< {limit_ms:.0f}", p95 < limit_ms)
    finally:
        history.close()


def _ask(cache: SpeechCache, phrases: list[str]) -> None:
    engine = EspeakEngine(Tts(), None)
    weights = [1 / rank**EXPONENT for rank in range(1, PHRASES + 1)]
    for text in random.Random(SEED).choices(phrases, weights, k=REQUESTS):
        speaking = engine.speaking(language="en")
        kept = cache.find(speaking, text)
        if kept is not None:
            joined(list(kept))
        else:
            cache.keep(speaking, text, joined(list(engine.synthesize(text, language="en"))))


def _times_ms(
    cache: SpeechCache, phrases: list[str], again: bool, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """`again`: the second time, when it is in memory."""
    speaking = EspeakEngine(Tts(), None).speaking(language="en")
    times_ms = []
    for text in phrases * 4:
        if again:
            joined(list(cache.find(speaking, text) or ()))
        began_s = clock()
        found = cache.find(speaking, text)
        if found is not None:
            times_ms.append((clock() - began_s) * 1000)
    return times_ms
