"""The X11 global key on a real X server, with keys pressed through XTEST."""

import gc
import sys
import time
from collections.abc import Iterator

import pytest

if sys.platform != "linux":
    pytest.skip("X11", allow_module_level=True)

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from tests.contracts.test_hotkey import CANCEL, PRESS, RELEASE, Heard, HotkeyContract
from tests.end_to_end.rig import Desktop, wait_until
from voiceflow.engines.hotkey.contract import KeyAction, KeyEvent
from voiceflow.engines.hotkey.x11 import KeyWatch, X11Hotkey
from voiceflow.errors import HotkeyError

CAPS, NUM = "Caps_Lock", "Num_Lock"


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    desktop = Desktop(window_manager=False, tray=False, audio=False, keyring=False)
    if missing := desktop.missing():
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with desktop:
        yield desktop


class XKeyboard:
    """A connection of its own that presses keys and sees, as the program with the focus, what is left for it."""

    tells_down = True

    def __init__(self, display_name: str, key: str, keysyms: tuple[str, ...]) -> None:
        self._display_name = display_name
        self._key = key
        self._keysyms = keysyms
        self.display = Display(display_name)
        self.window = self.display.screen().root.create_window(0, 0, 100, 100, 0, X.CopyFromParent)
        self.window.change_attributes(event_mask=X.KeyPressMask | X.KeyReleaseMask, override_redirect=True)
        self.window.map()
        self.display.sync()
        self.window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self.display.sync()

    def make(self, key: str = "") -> X11Hotkey:
        return X11Hotkey(key or self._key, display=self._display_name)

    def key(self, action: int, *names: str) -> None:
        for name in names:
            xtest.fake_input(self.display, action, self.display.keysym_to_keycode(XK.string_to_keysym(name)))
        self.display.sync()

    def press(self) -> None:
        self.key(X.KeyPress, *self._keysyms)

    def release(self) -> None:
        self.key(X.KeyRelease, *reversed(self._keysyms))
        self._hand_moves()

    def _hand_moves(self) -> None:
        """No finger is as fast as auto-repeat, which presses in the millisecond in which it releases."""
        end_s = time.monotonic() + 0.025
        wait_until(lambda: time.monotonic() > end_s, "25 ms")

    def tap(self, name: str) -> None:
        self.key(X.KeyPress, name)
        self.key(X.KeyRelease, name)

    def tap_cancel(self) -> None:
        self.tap("Escape")

    def hold_until_it_repeats(self) -> None:
        self.press()
        end_s = time.monotonic() + 0.9  # the server repeats after 660 ms, then 25 times a second
        wait_until(lambda: time.monotonic() > end_s, "the repeats")

    def occupy(self) -> None:
        """One variant is enough to take a key."""
        root = self.display.screen().root
        code = self.display.keysym_to_keycode(XK.string_to_keysym(self._keysyms[-1]))
        mask = sum({"Control_L": X.ControlMask, "Alt_L": X.Mod1Mask}[name] for name in self._keysyms[:-1])
        root.grab_key(code, mask | X.LockMask, False, X.GrabModeAsync, X.GrabModeAsync)
        self.display.sync()

    def seen(self) -> list[tuple[int, int]]:
        self.display.sync()
        events = [self.display.next_event() for _ in range(self.display.pending_events())]
        return [(event.type, event.detail) for event in events if event.type in (X.KeyPress, X.KeyRelease)]

    def close(self) -> None:
        self.key(X.KeyRelease, *self._keysyms)
        self.window.destroy()
        self.display.close()


@pytest.mark.desktop
class TestX11(HotkeyContract):
    @pytest.fixture(autouse=True)
    def on_the_desktop(self, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DISPLAY", desktop.env["DISPLAY"])
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)

    @pytest.fixture(
        params=[("F9", ("F9",)), ("ctrl+alt+d", ("Control_L", "Alt_L", "d")), ("Right Ctrl", ("Control_R",))]
    )
    def keyboard(self, request: pytest.FixtureRequest, desktop: Desktop) -> Iterator[XKeyboard]:
        keyboard = XKeyboard(desktop.env["DISPLAY"], *request.param)
        yield keyboard
        keyboard.close()


@pytest.mark.desktop
class TestX11Only:
    @pytest.fixture
    def keyboard(self, desktop: Desktop) -> Iterator[XKeyboard]:
        keyboard = XKeyboard(desktop.env["DISPLAY"], "F9", ("F9",))
        yield keyboard
        keyboard.close()

    @pytest.fixture
    def heard(self) -> Heard:
        return Heard()

    @pytest.fixture
    def hotkey(self, keyboard: XKeyboard, heard: Heard) -> Iterator[X11Hotkey]:
        hotkey = keyboard.make()
        hotkey.start(heard)
        yield hotkey
        hotkey.stop()

    def test_the_program_with_the_focus_never_sees_the_key(
        self, hotkey: X11Hotkey, keyboard: XKeyboard, heard: Heard
    ) -> None:
        keyboard.hold_until_it_repeats()
        keyboard.release()
        assert [heard.next(), heard.next()] == [PRESS, RELEASE]
        assert keyboard.seen() == []
        keyboard.tap("a")
        assert len(keyboard.seen()) == 2

    @pytest.mark.parametrize("locks", [(CAPS,), (NUM,), (CAPS, NUM)])
    def test_lock_keys_do_not_matter(
        self, hotkey: X11Hotkey, keyboard: XKeyboard, heard: Heard, locks: tuple[str, ...]
    ) -> None:
        for lock in locks:
            keyboard.tap(lock)
        keyboard.press()
        keyboard.release()
        for lock in locks:
            keyboard.tap(lock)
        assert [heard.next(), heard.next()] == [PRESS, RELEASE]

    def test_with_another_modifier_it_is_another_key(
        self, hotkey: X11Hotkey, keyboard: XKeyboard, heard: Heard
    ) -> None:
        keyboard.key(X.KeyPress, "Shift_L")
        keyboard.tap("F9")
        keyboard.key(X.KeyRelease, "Shift_L")
        assert heard.nothing()

    def test_modifiers_may_be_let_go_first(self, desktop: Desktop, heard: Heard) -> None:
        keyboard = XKeyboard(desktop.env["DISPLAY"], "ctrl+alt+d", ("Control_L", "Alt_L", "d"))
        hotkey = keyboard.make()
        hotkey.start(heard)
        keyboard.press()
        keyboard.key(X.KeyRelease, "Control_L", "Alt_L")
        assert heard.next() is PRESS
        assert heard.nothing()
        keyboard.key(X.KeyRelease, "d")
        assert heard.next() is RELEASE
        hotkey.stop()
        keyboard.close()

    def test_a_key_can_be_tried_before_it_is_taken(
        self, desktop: Desktop, keyboard: XKeyboard, heard: Heard, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DISPLAY", desktop.env["DISPLAY"])
        assert X11Hotkey.conflict("F9") is None
        keyboard.tap("F9")
        assert len(keyboard.seen()) == 2, "trying it takes it from nobody"
        keyboard.occupy()
        told = X11Hotkey.conflict("F9")
        assert told is not None
        assert told.code == "hotkey.taken"

    def test_cancel_works_while_the_key_is_held(self, hotkey: X11Hotkey, keyboard: XKeyboard, heard: Heard) -> None:
        keyboard.press()
        assert heard.next() is PRESS
        hotkey.watch_cancel(True)
        hotkey.is_down()
        keyboard.tap("Escape")
        assert heard.next() is CANCEL
        keyboard.release()
        assert heard.next() is RELEASE

    def test_the_cancel_key_belongs_to_others_while_nothing_runs(
        self, hotkey: X11Hotkey, keyboard: XKeyboard, heard: Heard
    ) -> None:
        hotkey.watch_cancel(True)
        hotkey.watch_cancel(False)
        hotkey.is_down()
        keyboard.tap("Escape")
        assert len(keyboard.seen()) == 2

    def test_a_cancel_key_of_another_program_does_no_harm(
        self, hotkey: X11Hotkey, keyboard: XKeyboard, heard: Heard, caplog: pytest.LogCaptureFixture
    ) -> None:
        code = keyboard.display.keysym_to_keycode(XK.string_to_keysym("Escape"))
        keyboard.display.screen().root.grab_key(code, 0, False, X.GrabModeAsync, X.GrabModeAsync)
        keyboard.display.sync()
        hotkey.watch_cancel(True)
        hotkey.is_down()
        assert "another program has the cancel key" in caplog.text
        keyboard.press()
        assert heard.next() is PRESS

    def test_after_a_change_of_the_layout_the_key_is_taken_at_its_new_place(
        self, hotkey: X11Hotkey, keyboard: XKeyboard, heard: Heard
    ) -> None:
        display = keyboard.display
        code = display.keysym_to_keycode(XK.string_to_keysym("F9"))
        free = display.keysym_to_keycode(XK.string_to_keysym("F10"))
        old, other = display.get_keyboard_mapping(code, 1)[0], display.get_keyboard_mapping(free, 1)[0]
        display.change_keyboard_mapping(code, [other])
        display.change_keyboard_mapping(free, [old])
        display.sync()
        try:

            def told_at_the_new_place() -> bool:
                for action in (X.KeyPress, X.KeyRelease):
                    xtest.fake_input(display, action, free)
                display.sync()
                return not heard.nothing(0.05)

            wait_until(told_at_the_new_place, "the key at its new place")
            while not heard.nothing():
                pass
            for action in (X.KeyPress, X.KeyRelease):
                xtest.fake_input(display, action, code)
            display.sync()
            assert heard.nothing()
        finally:
            display.change_keyboard_mapping(code, [old])
            display.change_keyboard_mapping(free, [other])
            display.sync()

    def test_a_key_that_the_keyboard_lacks_is_told(self, keyboard: XKeyboard, heard: Heard) -> None:
        with pytest.raises(HotkeyError, match="has no key F24"):
            keyboard.make("F24").start(heard)

    def test_press_and_release_are_told_within_milliseconds(
        self, hotkey: X11Hotkey, keyboard: XKeyboard, heard: Heard
    ) -> None:
        delays_ms = []
        for _ in range(10):
            for action in (X.KeyPress, X.KeyRelease):
                began = time.monotonic()
                keyboard.key(action, "F9")
                heard.next()
                delays_ms.append((time.monotonic() - began) * 1000)
        print(f"key to event: median {sorted(delays_ms)[10]:.2f} ms, worst {max(delays_ms):.2f} ms")
        assert sorted(delays_ms)[10] < 20


@pytest.mark.desktop
def test_the_thread_ends_when_the_server_goes() -> None:
    desktop = Desktop(window_manager=False, tray=False, audio=False, keyring=False)
    if missing := desktop.missing():
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with desktop:
        hotkey = X11Hotkey("F9", display=desktop.env["DISPLAY"])
        hotkey.start(Heard())
        desktop.process("xvfb").kill()
        wait_until(lambda: hotkey.is_down() is None, "the end of the thread")
        hotkey.watch_cancel(True)
        hotkey.stop()


# python-xlib leaves sockets that it could not connect to the garbage collector, so that is run before the test ends.
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
@pytest.mark.parametrize(
    ("environment", "title"),
    [
        ({"DISPLAY": ":77", "WAYLAND_DISPLAY": "wayland-0"}, "On Wayland an X11 program"),
        ({"DISPLAY": ":77", "XDG_SESSION_TYPE": "wayland"}, "On Wayland an X11 program"),
        ({"DISPLAY": ":77"}, "The X11 display :77 does not answer"),
        ({}, "There is no X11 display"),
    ],
)
def test_where_it_cannot_work_it_says_why(
    environment: dict[str, str], title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    reason = X11Hotkey.unavailable()
    assert reason and reason.title.startswith(title)
    del reason
    gc.collect()


P, R = "press", "release"


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ("press 1, up, release 5", [P, R]),
        ("press 1, release 5, press 5, release 6, press 6, up, release 9", [P, R]),
        ("press 1, release 5, press 6, release 9, press 20, up, release 40", [P, R]),
        ("press 1, release 5, press 35, up, release 39", [P, R, P, R]),
        ("press 1, press 7, up, release 9", [P, R, P, R]),
        ("press 1, release 5, up, settle", [P, R]),
        ("press 1, release 5, settle, press 5, up, release 9", [P, R]),
        ("up, release 5", []),
    ],
)
def test_repeats_are_told_from_presses(steps: str, told: list[str]) -> None:
    events: list[KeyAction] = []
    down = True

    def hear(event: KeyEvent) -> None:
        events.append(event.action)

    watch = KeyWatch(hear, lambda: down)
    for step in steps.split(", "):
        name, _, time_ms = step.partition(" ")
        if name == "up":
            down = False
        elif name == "settle":
            assert watch.in_doubt
            watch.settle()
        else:
            getattr(watch, name)(int(time_ms))
    assert events == told
    assert not watch.in_doubt
