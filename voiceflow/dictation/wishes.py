"""How the user wants to dictate."""

from collections.abc import Callable
from dataclasses import dataclass, field

from voiceflow.dictation.delivery import DeliveryOptions, ForWindow
from voiceflow.engines.inserter.contract import Target


@dataclass(frozen=True, slots=True)
class DictationOptions:
    """`for_window`: what counts in that window; without it, `delivery` in each."""

    mode: str = "hybrid"
    tap_ms: int = 400
    hands_free_pause_ms: int = 1500
    cue: bool = True
    unload_after_s: float = 300
    delivery: DeliveryOptions = field(default_factory=DeliveryOptions)
    for_window: Callable[[Target | None], ForWindow] | None = None

    def delivery_into(self, target: Target | None) -> DeliveryOptions:
        return self.for_window(target).delivery if self.for_window else self.delivery
