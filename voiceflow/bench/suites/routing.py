"""A chain of engines when one of them fails, stalls or is slow."""

from voiceflow.bench.suite import Suite
from voiceflow.bench.suites import routing_breaker, routing_fallback, routing_hedging, routing_ordering

SUITE = Suite(
    "routing",
    "Routing",
    "How soon another engine answers, what a second question wins, how an engine rests and comes back. The "
    "chains are the real ones; the engines in them are scripted: they wait, answer and fail as they are told.",
    (*routing_fallback.PARTS, *routing_hedging.PARTS, *routing_breaker.PARTS, *routing_ordering.PARTS),
)
