"""What the key means in each mode, as stories of presses (P), releases (R) and the time between them."""

import pytest

from voiceflow.dictation.trigger import Action, Trigger

BEGIN, FINISH, NONE = Action.BEGIN, Action.FINISH, Action.NONE

STORIES = {
    "hold: speak while it is down": ("hold", [("P", 0.0, BEGIN), ("R", 2.0, FINISH)]),
    "hold: a tap ends at once": ("hold", [("P", 0.0, BEGIN), ("R", 0.1, FINISH)]),
    "toggle: press to begin, press to end": (
        "toggle",
        [("P", 0.0, BEGIN), ("R", 0.1, NONE), ("P", 3.0, FINISH), ("R", 3.1, NONE)],
    ),
    "hybrid: held, it is push-to-talk": ("hybrid", [("P", 0.0, BEGIN), ("R", 0.4, FINISH)]),
    "hybrid: tapped, it toggles": (
        "hybrid",
        [("P", 0.0, BEGIN), ("R", 0.39, NONE), ("P", 5.0, FINISH), ("R", 5.1, NONE), ("P", 6.0, BEGIN)],
    ),
    "hands-free: press to begin, press to end": (
        "hands_free",
        [("P", 0.0, BEGIN), ("R", 2.0, NONE), ("P", 9.0, FINISH)],
    ),
    "a release that nobody pressed for does nothing": ("hold", [("R", 0.0, NONE)]),
}


@pytest.mark.parametrize("story", STORIES)
def test_the_key_means(story: str) -> None:
    mode, steps = STORIES[story]
    trigger = Trigger(mode, tap_ms=400)
    active = False
    for key, time_s, expected in steps:
        action = trigger.press(time_s, active) if key == "P" else trigger.release(time_s, active)
        assert action is expected, (key, time_s)
        active = action is BEGIN or (active and action is not FINISH)


def test_only_a_key_that_is_held_needs_the_watchdog() -> None:
    trigger = Trigger("hybrid", tap_ms=400)
    trigger.press(0.0, active=False)
    assert trigger.held
    trigger.release(0.1, active=True)
    assert not trigger.held
