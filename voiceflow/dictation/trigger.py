"""What pressing and releasing the key means, by mode: pure, without a clock."""

from enum import StrEnum


class Action(StrEnum):
    BEGIN = "begin"
    FINISH = "finish"
    NONE = "none"


class Trigger:
    """`hold`: speak while the key is down. `toggle` and `hands_free`: press to begin, press to end. `hybrid`: both on
    one key, a press shorter than `tap_ms` toggles. Times in seconds on any one clock."""

    def __init__(self, mode: str, tap_ms: int) -> None:
        self._mode = mode
        self._tap_s = tap_ms / 1000
        self._pressed_s: float | None = None

    @property
    def held(self) -> bool:
        """The key keeps the dictation going, so a lost release would never end it."""
        return self._pressed_s is not None and self._mode in ("hold", "hybrid")

    def press(self, time_s: float, active: bool) -> Action:
        if active:
            self._pressed_s = None
            return Action.NONE if self._mode == "hold" else Action.FINISH
        self._pressed_s = time_s
        return Action.BEGIN

    def release(self, time_s: float, active: bool) -> Action:
        pressed_s, self._pressed_s = self._pressed_s, None
        if not active or pressed_s is None:
            return Action.NONE
        tapped = time_s - pressed_s < self._tap_s
        ends = self._mode == "hold" or (self._mode == "hybrid" and not tapped)
        return Action.FINISH if ends else Action.NONE

    def reset(self) -> None:
        self._pressed_s = None
