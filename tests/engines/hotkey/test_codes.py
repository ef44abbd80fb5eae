"""Every key name has its code on each platform, or is known to have none there."""

import sys
from collections import Counter
from collections.abc import Callable

import pytest

from voiceflow.engines.hotkey.evdev_keys import CodeWatch, code_name
from voiceflow.engines.hotkey.keys import KEYS, parse, parse_cancel
from voiceflow.engines.hotkey.mac_keycodes import mac_keycode
from voiceflow.engines.hotkey.virtual_keys import virtual_key

NOT_ON_A_MAC = {
    *("f21", "f22", "f23", "f24", "print", "pause", "menu", "scroll_lock", "num_lock"),
    *("play", "stop", "next", "previous", "microphone"),
}


@pytest.mark.parametrize(("code", "missing"), [(virtual_key, {"microphone"}), (mac_keycode, NOT_ON_A_MAC)])
def test_every_key_has_a_code_of_its_own(code: Callable[[str], int | None], missing: set[str]) -> None:
    assert {key for key in KEYS if code(key) in (0, None)} - {"a"} == missing  # on a Mac the code of A is 0
    shared = [number for number, times in Counter(code(key) for key in KEYS).items() if times > 1 and number]
    assert shared == [code("altgr")]  # it is the right Alt


@pytest.mark.skipif(sys.platform != "linux", reason="X11")
def test_every_key_has_a_keysym() -> None:
    from voiceflow.engines.hotkey.x11_grabs import keysym

    numbers = [keysym(key) for key in KEYS]
    assert 0 not in numbers
    assert len(set(numbers)) == len(numbers)


def test_every_key_has_a_code_in_the_kernel() -> None:
    ecodes = pytest.importorskip("evdev", reason="the extra `evdev` is not installed").ecodes.ecodes
    assert {key for key in KEYS if code_name(key) not in ecodes} == set()


CODES = {code_name(key): number for number, key in enumerate(dict.fromkeys((*KEYS, "ctrl_l", "alt_l")), 1)}


@pytest.mark.parametrize(
    ("key", "steps", "told"),
    [
        ("F9", "+f9 -f9", ["press", "release"]),
        ("F9", "+shift_l +f9 -f9", []),
        ("ctrl+alt+d", "+ctrl_l +alt_r +d -ctrl_l -alt_r -d", ["press", "release"]),
        ("ctrl+alt+d", "+d -d +ctrl_l +d -d", []),
        ("ctrl+alt+d", "+ctrl_l +alt_l +shift_l +d -d", []),
        ("ctrl_r", "+ctrl_r -ctrl_r +ctrl_r -ctrl_r", ["press", "release", "press", "release"]),
        ("ctrl_r", "+shift_l +ctrl_r -ctrl_r", []),
        ("F9", "+f9 unplug", ["press", "release"]),
        ("F9", "+ctrl_l unplug +f9 -f9", ["press", "release"]),
        ("F9", "+escape -escape", ["cancel"]),
    ],
)
def test_what_the_kernel_tells_becomes_press_and_release(key: str, steps: str, told: list[str]) -> None:
    watch = CodeWatch(parse(key), parse_cancel("Escape"), CODES)
    actions = [
        watch.all_up() if step == "unplug" else watch.change(CODES[code_name(step[1:])], step[0] == "+")
        for step in steps.split()
    ]
    assert [str(action) for action in actions if action] == told
