"""What is asked for twice: how much of it is known, and how soon."""

from voiceflow.bench.suite import Suite
from voiceflow.bench.suites import cache_cleanup, cache_recognition, cache_speech

SUITE = Suite(
    "cache",
    "Caches",
    "How many of the requests of a stated mix the real caches know, with the user's settings, and how long a hit "
    "takes. The engines behind them are scripted: only the caches are measured.",
    (*cache_recognition.PARTS, *cache_speech.PARTS, *cache_cleanup.PARTS),
)
