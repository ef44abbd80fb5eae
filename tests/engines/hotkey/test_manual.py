"""No global key at all."""

import pytest

from tests.contracts.test_hotkey import HotkeyContract
from voiceflow.engines.hotkey.contract import check_key, no_global_key
from voiceflow.engines.hotkey.manual import ManualHotkey
from voiceflow.errors import HotkeyError


class Fingers:
    tells_down = False

    def make(self, key: str = "") -> ManualHotkey:
        self.hotkey = ManualHotkey(key or "F9")
        return self.hotkey

    def press(self) -> None:
        self.hotkey.press()

    def release(self) -> None:
        self.hotkey.release()

    def hold_until_it_repeats(self) -> None:
        self.hotkey.press()
        self.hotkey.press()

    def tap_cancel(self) -> None:
        self.hotkey.cancel()

    def occupy(self) -> None:
        pytest.skip("nothing is taken from anybody")


class TestManual(HotkeyContract):
    @pytest.fixture
    def keyboard(self) -> Fingers:
        return Fingers()


def test_the_way_without_a_global_key_is_told() -> None:
    assert "voiceflow toggle" in no_global_key().hint


def test_a_key_is_checked_before_it_is_used() -> None:
    assert check_key("alt+ctrl+d") == "Ctrl+Alt+D"
    with pytest.raises(HotkeyError):
        check_key("F99")
