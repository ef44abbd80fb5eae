"""What a cost is of a real dictation."""

from dataclasses import dataclass

from voiceflow.bench.run import Run


@dataclass(frozen=True, slots=True)
class OfADictation:
    """Processor time of a real dictation and its length, from this run's part `dictation`; zero where it did not run.
    `log_lines`: of level INFO and above."""

    work_ms: float = 0.0
    speech_s: float = 4.0
    log_lines: int = 0

    def percent(self, cost_ms: float) -> float:
        return 100 * cost_ms / self.work_ms if self.work_ms else 0.0

    def told(self, cost_ms: float) -> str:
        """For a figure's note: the share in words, or nothing."""
        return f"{self.percent(cost_ms):.2g} % of a dictation" if self.work_ms else ""


def of_a_dictation(run: Run) -> OfADictation:
    work, speech, lines = (
        run.results.figure(f"security/dictation/{name}") for name in ("processor time p50", "speech", "log lines")
    )
    if work is None or speech is None or lines is None:
        return OfADictation()
    return OfADictation(work.value, speech.value, round(lines.value))
