"""The program is killed in the middle of dictations: what was said until half a second before is there, and offered."""

import json
import random
import threading

import pytest

from tests.end_to_end.program import Keyboard, VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until

pytestmark = [pytest.mark.desktop, pytest.mark.slow, pytest.mark.timeout(400)]

KILLS = 20
LOST_AT_MOST_S = 0.5
CONFIG = """
[audio]
start_cue = false
[stt]
engine = "scripted"
[ui]
show_window_at_start = false
"""


def test_twenty_kills_cost_at_most_half_a_second_each(desktop: Desktop) -> None:
    moments = random.Random(0)
    app = VoiceFlow(desktop, CONFIG)
    recorded_s: list[float] = []
    for count in range(KILLS):
        app.start()
        wait_until(lambda count=count: app.ask("status")["interrupted"] == count, "the offer to recover")
        recorded_s.append(_killed_after(app, moments.uniform(0.0, 2.0)))
    with app:
        history = app.history()
    assert [kept["state"] for kept in history] == ["interrupted"] * KILLS
    for kept, said_s in zip(reversed(history), recorded_s, strict=True):
        shown = json.loads(app.command("history", "show", kept["id"], "--json").stdout)
        assert shown["sound_s"] >= said_s - LOST_AT_MOST_S


def _killed_after(app: VoiceFlow, seconds: float) -> float:
    """How much the app had recorded, by its own word, right before its end."""
    with Keyboard(app.desktop) as keyboard:
        keyboard.press("F9")
        app.wait_for_state("listening")
        threading.Event().wait(seconds)
        recorded_s = float(app.ask("status")["recording_s"])
        app.process.kill()
        app.process.wait(10)
        keyboard.release("F9")
    return recorded_s
