"""The X11 inserter and the keyboard: held keys, layouts, and text as key presses."""

import shutil
import signal
import threading
from collections.abc import Callable, Iterator

import pytest

from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.targets import Editor
from voiceflow.engines.inserter import x11 as x11_module
from voiceflow.engines.inserter.contract import Inserted, InsertOptions, Way
from voiceflow.engines.inserter.x11 import X11Inserter
from voiceflow.errors import InsertionError

pytestmark = pytest.mark.desktop

ISO_NEXT_GROUP = 0xFE08  # the keysym of the key that switches layouts
TEXT = "dictated: é Ж 漢字 😀"


def insert(inserter: X11Inserter, text: str = TEXT, options: InsertOptions = InsertOptions()) -> Inserted:  # noqa: B008
    return inserter.insert(text, inserter.focus(), options)


@pytest.mark.parametrize("key", ["shift", "ctrl", "super", "F8"])
def test_a_held_key_is_waited_for(key: str, desktop: Desktop, editor: Editor, inserter: X11Inserter) -> None:
    desktop.run(["xdotool", "keydown", key])
    release = threading.Timer(0.2, desktop.run, (["xdotool", "keyup", key],))
    release.start()
    insert(inserter)
    release.join()
    assert editor.wait_for(TEXT) == TEXT


def test_a_key_that_stays_down_is_released(
    desktop: Desktop, editor: Editor, inserter: X11Inserter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(x11_module, "_HELD_KEYS_S", 0.1)
    desktop.run(["xdotool", "keydown", "alt"])
    insert(inserter)
    assert editor.wait_for(TEXT) == TEXT


@pytest.fixture
def layout(desktop: Desktop) -> Iterator[Callable[[str], None]]:
    def use(name: str) -> None:
        desktop.run(["setxkbmap", "-layout", name, "-option", "", "-option", "grp:menu_toggle"])

    yield use
    use("us")


@pytest.mark.parametrize("way", [Way.PASTE, Way.TYPED])
@pytest.mark.parametrize("name", ["de", "fr", "ru", "gr"])
def test_the_keyboard_layout_does_not_matter(
    name: str, way: Way, editor: Editor, inserter: X11Inserter, layout: Callable[[str], None]
) -> None:
    layout(name)
    text = f"{TEXT} Hello, world! 123 ёй ως"
    insert(inserter, text, InsertOptions(way=way))
    assert editor.wait_for(text) == text


def test_typing_knows_the_active_layout_of_several(
    desktop: Desktop, editor: Editor, inserter: X11Inserter, layout: Callable[[str], None]
) -> None:
    layout("us,ru")
    keys = inserter._keyboard
    for keysym in (ISO_NEXT_GROUP, ord("q")):
        keys.press([next(code for code, row in keys.mapping().items() if row[0] == keysym)])
    assert editor.wait_for("й") == "й"
    insert(inserter, "Hello, привет", InsertOptions(way=Way.TYPED))
    assert editor.wait_for("йHello, привет") == "йHello, привет"


def test_typing_with_caps_lock_on_keeps_the_case(desktop: Desktop, editor: Editor, inserter: X11Inserter) -> None:
    desktop.run(["xdotool", "key", "Caps_Lock"])
    insert(inserter, "Ab é É ж", InsertOptions(way=Way.TYPED))
    assert editor.wait_for("Ab é É ж") == "Ab é É ж"
    desktop.run(["xdotool", "key", "Caps_Lock"])
    desktop.run(["xdotool", "key", "b"])
    assert editor.wait_for("Ab é É жb") == "Ab é É жb"


def test_typing_gives_the_layout_back(editor: Editor, inserter: X11Inserter) -> None:
    before = inserter._keyboard.mapping()
    insert(inserter, "漢字 😀 Ж", InsertOptions(way=Way.TYPED))
    assert inserter._keyboard.mapping() == before


def test_nothing_is_typed_into_a_program_that_hangs(desktop: Desktop, inserter: X11Inserter) -> None:
    """GTK programs answer the window manager's ping, so for them it is known before the first key."""
    if shutil.which("mousepad") is None:
        pytest.skip("mousepad is not installed")
    mousepad = desktop.popen(["mousepad", "--disable-server"])
    wait_until(lambda: (window := inserter.focus()) and window.app == "mousepad", "mousepad's window")
    assert insert(inserter, "漢字 Ж", InsertOptions(way=Way.TYPED)).received
    mousepad.send_signal(signal.SIGSTOP)
    with pytest.raises(InsertionError, match="does not respond"):
        insert(inserter, "more", InsertOptions(way=Way.TYPED, receipt_timeout_s=0.3))
    mousepad.kill()
    mousepad.wait(10)
