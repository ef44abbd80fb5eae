"""How often each engine was asked, and how that went."""

from dataclasses import dataclass


@dataclass(slots=True)
class EngineCounts:
    """Since the program began. `failed` includes `too_slow`; `cached` answers needed no engine; `stood_in`: it answered
    in the place of the first engine; `hedges` were begun because another was slow, `hedges_won` answered first."""

    family: str
    engine: str
    answered: int = 0
    failed: int = 0
    too_slow: int = 0
    cached: int = 0
    stood_in: int = 0
    retried: int = 0
    hedges: int = 0
    hedges_won: int = 0
