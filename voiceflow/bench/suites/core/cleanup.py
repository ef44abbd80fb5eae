"""Clean-up through the real rewriter, its gate and its HTTP client, against an imitation of a language model."""

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from statistics import median

from voiceflow.bench.endpoint import Endpoint
from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part
from voiceflow.core import Core
from voiceflow.engines.rewriter.contract import RewriteRequest
from voiceflow.options import text_wishes
from voiceflow.selftest import SENTENCES
from voiceflow.settings import Settings
from voiceflow.text.pipeline import apply

_THINKS_S = 0.3
_LEAST, _MOST = 20, 1_000


def cleanup(run: Run) -> None:
    texts = spoken()
    with ExitStack() as parts:
        pooled, anew = (
            parts.enter_context(_Asked(run, Endpoint(keep_alive=keep_alive))) for keep_alive in (True, False)
        )
        took = _in_turn(run, {"pooled": pooled, "anew": anew}, texts)
        thinking = parts.enter_context(_Asked(run, Endpoint(_THINKS_S)))
        whole_s = _until(run, lambda: thinking.whole_s(next(texts)))
    run.record_samples("whole", whole_s, "s", (50, 95))
    run.record_samples("own time, connection kept", took["pooled"], "ms", (50, 95))
    run.record_samples("own time, new connection each time", took["anew"], "ms", (50, 95))
    saved = 100 * (1 - median(took["pooled"]) / median(took["anew"]))
    run.record("pooled connections save", saved, "%", note="of the own time, medians; plain HTTP on loopback")
    run.note(
        "The language model is an imitation on loopback, part of this process, and no text goes anywhere. “Whole” is "
        f"the text rules and the rewriter with a model that takes {_THINKS_S * 1e3:g} ms; “own time” is the rewriter "
        "with one that answers at once, the imitation's work included. Kept and new connections took turns. To another "
        "machine a new connection costs two round trips and a TLS handshake more than here."
    )


def spoken() -> Iterator[str]:
    """No text comes twice, for the rewriter remembers what it made."""
    for number, sentence in enumerate(itertools.cycle(SENTENCES)):
        yield f"number {number} {sentence[:1].lower()}{sentence[1:].rstrip('.')}"


def settings_for(users: Settings, url: str) -> Settings:
    cleaning = replace(users.cleanup, style="tidy", url=url, language_model="imitation")
    return replace(users, cleanup=cleaning)


class _Asked(ExitStack):
    """A core of its own with an endpoint of its own."""

    def __init__(self, run: Run, endpoint: Endpoint) -> None:
        super().__init__()
        self.endpoint = self.enter_context(endpoint)
        settings = settings_for(run.wishes.core.settings, endpoint.url)
        name = f"cleanup {endpoint.url.rpartition(':')[2].partition('/')[0]}"
        self._core: Core = self.enter_context(run.core(name, settings))
        self._wishes = text_wishes(settings)
        self._rewrite("this one opens the connection, and loads what it needs")

    def own_ms(self, text: str) -> float:
        begun_s = time.perf_counter()
        self._rewrite(text)
        return (time.perf_counter() - begun_s) * 1e3

    def whole_s(self, text: str) -> float:
        begun_s = time.perf_counter()
        self._rewrite(apply(text, "en", self._wishes).text)
        return time.perf_counter() - begun_s

    def _rewrite(self, text: str) -> None:
        self._core.engines.rewriter().rewrite(RewriteRequest(text, "tidy", language="en"))


def _in_turn(run: Run, asked: dict[str, _Asked], texts: Iterator[str]) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {name: [] for name in asked}
    for number in range(_MOST):
        if number >= _LEAST and run.left_s < 0.5 * run.budget_s:
            break
        for name in sorted(asked, reverse=number % 2 == 1):
            took[name].append(asked[name].own_ms(next(texts)))
        run.progress(min(0.5, run.spent))
    return took


def _until(run: Run, measure: Callable[[], float]) -> list[float]:
    found: list[float] = []
    while len(found) < _MOST and (len(found) < 3 or run.left_s > 0.1 * run.budget_s):
        found.append(measure())
        run.progress(run.spent)
    return found


PARTS = (Part("cleanup", "Clean-up by a language model", cleanup, 6, 30),)
