"""What is asked for again, and how often: requests drawn by Zipf's law, where the phrase of rank r comes with a
probability that goes as 1 / r ** exponent."""

import random
from dataclasses import dataclass

SEED = 7


@dataclass(frozen=True, slots=True)
class Mix:
    name: str
    phrases: int
    exponent: float
    requests: int = 2_000

    def draw(self, seed: int = SEED) -> list[int]:
        """Which phrase each request is for; 0 is the most frequent."""
        weights = [1 / rank**self.exponent for rank in range(1, self.phrases + 1)]
        return random.Random(seed).choices(range(self.phrases), weights, k=self.requests)

    @property
    def told(self) -> str:
        return f"{self.requests:,} requests for {self.phrases:,} phrases, Zipf with exponent {self.exponent:g}"


FEW = Mix("100 phrases", 100, 1.0)
USUAL = Mix("300 phrases", 300, 1.0)
MANY = Mix("1,000 phrases, flatter", 1_000, 0.8)


def most_possible_percent(drawn: list[int]) -> float:
    """The hits of a cache that never forgets."""
    return 100 * (1 - len(set(drawn)) / len(drawn))
