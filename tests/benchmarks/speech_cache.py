"""Of 2,000 requests by Zipf's law, how many are known already, and how long a hit takes until its first sound is
there."""

import time
from pathlib import Path

from voiceflow.bench.mixes import USUAL
from voiceflow.bench.scoring import percentile
from voiceflow.bench.speech_texts import sentence
from voiceflow.bench.suites.cache_speech import CHARACTERS, ask, hits_ms
from voiceflow.history.store import History
from voiceflow.paths import Paths
from voiceflow.reading.cache import SpeechCache
from voiceflow.settings import History as HistorySettings

LEAST_HITS = 0.82
MOST_MEMORY_MS, MOST_STORE_MS = 1.0, 5.0
_STORE_BYTES, _DAYS = 50_000_000, 30


def measure(folder: Path, line) -> None:
    history = History.open(Paths(folder, folder, folder, folder, folder), HistorySettings(key_storage="file"))
    try:
        store = history.spoken(_STORE_BYTES, _DAYS)
        cache = SpeechCache(lambda: store)
        phrases = [sentence(CHARACTERS) for _ in range(USUAL.phrases)]
        ask(cache, USUAL, phrases)
        hits = cache.hits
        line(f"cache: hits of {USUAL.requests} requests", f"{hits.rate:.1%}", f">= {LEAST_HITS:.0%}",
             hits.rate >= LEAST_HITS)  # fmt: skip
        line("cache: of these from the store", f"{hits.store}")
        history.flush()
        memory_ms = hits_ms(cache, phrases[:50], again=True)
        store_ms = hits_ms(SpeechCache(lambda: store, memory_bytes=0), phrases[:50])
        own = hits_ms(SpeechCache(lambda: store, memory_bytes=0), phrases[:50], clock=time.thread_time)
        line("cache: a hit, encrypted store, processor time, p95, ms", f"{percentile(own, 95):.2f}")
        both = (("memory", memory_ms, MOST_MEMORY_MS), ("encrypted store", store_ms, MOST_STORE_MS))
        for what, times_ms, limit_ms in both:
            p95 = percentile(times_ms, 95)
            line(f"cache: a hit, {what}, p95, ms", f"{p95:.2f}", f"< {limit_ms:.0f}", p95 < limit_ms)
    finally:
        history.close()
