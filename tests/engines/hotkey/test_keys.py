"""Key names as users write them."""

import pytest

from voiceflow.engines.hotkey.keys import KEYS, Combination, parse, parse_cancel
from voiceflow.errors import HotkeyError


@pytest.mark.parametrize(
    ("text", "modifiers", "key"),
    [
        ("F9", (), "f9"),
        ("f24", (), "f24"),
        ("ctrl+alt+d", ("ctrl", "alt"), "d"),
        ("Alt + Control + D", ("ctrl", "alt"), "d"),
        ("super+space", ("super",), "space"),
        ("Win+Shift+Space", ("shift", "super"), "space"),
        ("cmd+option+.", ("alt", "super"), "."),
        ("ctrl+-", ("ctrl",), "-"),
        ("ctrl+minus", ("ctrl",), "-"),
        ("Right Ctrl", (), "ctrl_r"),
        ("RightCtrl", (), "ctrl_r"),
        ("ctrl_r", (), "ctrl_r"),
        ("Control_R", (), "ctrl_r"),
        ("control-right", (), "ctrl_r"),
        ("Left Win", (), "super_l"),
        ("AltGr", (), "altgr"),
        ("pause", (), "pause"),
        ("Break", (), "pause"),
        ("Page Up", (), "page_up"),
        ("PageUp", (), "page_up"),
        ("shift+Insert", ("shift",), "insert"),
        ("Scroll Lock", (), "scroll_lock"),
        ("Print Screen", (), "print"),
        ("ctrl+numpad 0", ("ctrl",), "numpad_0"),
    ],
)
def test_a_name_is_understood(text: str, modifiers: tuple[str, ...], key: str) -> None:
    assert parse(text) == Combination(modifiers, key)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("F25", "There is no key F25. Did you mean f"),
        ("paus", "Did you mean pause"),
        ("contrl+d", "There is no key contrl. Did you mean ctrl"),
        ("xyzzy", "There is no key xyzzy. Keys are written like"),
        ("", "is no key"),
        ("ctrl+", "is no key"),
        ("ctrl", "ctrl has no key of its own. Add one .ctrl.d., or take one side: ctrl_r"),
        ("ctrl+alt", "has no key of its own"),
        ("d", "you could not type it any more. Take ctrl.alt.d"),
        ("shift+d", "could not type"),
        ("space", "could not type"),
        ("enter", "could not type"),
    ],
)
def test_what_cannot_be_a_global_key_is_refused_with_a_cure(text: str, message: str) -> None:
    with pytest.raises(HotkeyError, match=message):
        parse(text)


@pytest.mark.parametrize(
    ("text", "key"), [("Escape", "escape"), ("esc", "escape"), ("x", "x"), ("Right Shift", "shift_r")]
)
def test_any_key_may_cancel(text: str, key: str) -> None:
    assert parse_cancel(text) == Combination((), key)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("alt+ctrl+d", "Ctrl+Alt+D"),
        ("f9", "F9"),
        ("ctrl_r", "Right Ctrl"),
        ("pgup", "Page Up"),
        ("super+space", "Super+Space"),
    ],
)
def test_a_key_is_shown_as_it_is_printed_on_keyboards(text: str, shown: str) -> None:
    assert str(parse(text)) == shown


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_known_by_the_name_that_it_is_shown_with(key: str) -> None:
    combination = Combination(("ctrl",), key)
    assert parse(str(combination)) == combination
