"""Texts that the language model has cleaned up before: in the rewriter's memory."""

import time

from voiceflow.bench.endpoint import Endpoint
from voiceflow.bench.mixes import USUAL, most_possible_percent
from voiceflow.bench.run import Run
from voiceflow.bench.speech_texts import sentence
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core.cleanup import settings_for
from voiceflow.engines.rewriter.contract import RewriteRequest


def measure(run: Run) -> None:
    drawn = USUAL.draw()
    texts = [sentence(40) for _ in range(USUAL.phrases)]
    hits_ms, asked = [], 0
    with Endpoint() as endpoint, run.core(settings=settings_for(run.wishes.core.settings, endpoint.url)) as core:
        rewriter = core.engines.rewriter()
        for place in drawn:
            begun_s = time.perf_counter()
            answer = rewriter.rewrite(RewriteRequest(texts[place], "tidy", language="en"))
            asked += 1
            if answer.cached:
                hits_ms.append((time.perf_counter() - begun_s) * 1e3)
            if asked >= len(drawn) // 10 and run.left_s < 0.1 * run.budget_s:
                run.note(f"There was time for {asked:,} of {len(drawn):,} requests.")
                break
            run.progress(asked / len(drawn))
    told = f"{USUAL.told}; at most {most_possible_percent(drawn[:asked]):.1f} % is possible"
    run.record("clean-up hit rate", 100 * len(hits_ms) / asked, "%", note=told)
    run.record_samples("a hit", hits_ms, "ms", (50, 95))


PARTS = (Part("cleanup", "Texts that were cleaned up", measure, 3, 6),)
