"""The X11 inserter between real programs: targets, owners of the clipboard, clipboard managers."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.target_programs import OLD_TEXT, RICH_HTML
from tests.end_to_end.targets import ClipboardManager, ClipboardOwner, Editor, Terminal
from tests.engines.inserter.clipboards import contents, read
from voiceflow.engines.inserter.contract import Inserted, InsertOptions, Target, Way
from voiceflow.engines.inserter.x11 import X11Inserter
from voiceflow.engines.inserter.x11_loan import SETTLE_S
from voiceflow.engines.inserter.x11_owner import SelectionOwner
from voiceflow.errors import InsertionError

pytestmark = pytest.mark.desktop

TEXT = "dictated: é Ж 漢字 😀"
QUICK = InsertOptions(receipt_timeout_s=0.4)


def insert(inserter: X11Inserter, text: str = TEXT, options: InsertOptions = QUICK) -> Inserted:
    return inserter.insert(text, inserter.focus(), options)


@pytest.mark.parametrize("kind", ["text", "rich", "image", "files", "large"])
def test_the_clipboard_holds_again_what_it_held(
    kind: str,
    desktop: Desktop,
    editor: Editor,
    inserter: X11Inserter,
    put_on_clipboard: Callable[[str], ClipboardOwner],
) -> None:
    owner = put_on_clipboard(kind)
    before, selected = contents(desktop), contents(desktop, "primary")
    inserter.snapshot()
    assert insert(inserter).received
    owner.stop()
    assert editor.wait_for(TEXT) == TEXT
    after = contents(desktop)
    assert before
    assert after.keys() == before.keys()
    assert after == before
    assert contents(desktop, "primary") == selected


def test_an_empty_clipboard_is_empty_again(desktop: Desktop, editor: Editor, inserter: X11Inserter) -> None:
    assert contents(desktop) == {}
    assert insert(inserter).received
    assert contents(desktop) == {}


def test_texts_in_a_row_keep_the_first_original(
    desktop: Desktop, editor: Editor, inserter: X11Inserter, put_on_clipboard: Callable[[str], ClipboardOwner]
) -> None:
    put_on_clipboard("rich")
    for word in ("one ", "two ", "three"):
        inserter.snapshot()
        insert(inserter, word)
    assert editor.wait_for("one two three") == "one two three"
    assert read(desktop, "text/html").decode() == RICH_HTML


def test_what_was_copied_after_the_snapshot_is_kept(
    desktop: Desktop, editor: Editor, inserter: X11Inserter, put_on_clipboard: Callable[[str], ClipboardOwner]
) -> None:
    put_on_clipboard("text")
    inserter.snapshot()
    put_on_clipboard("rich")
    insert(inserter)
    assert read(desktop, "text/html").decode() == RICH_HTML


def test_what_another_program_copies_meanwhile_is_left_alone(
    desktop: Desktop, inserter: X11Inserter, put_on_clipboard: Callable[[str], ClipboardOwner]
) -> None:
    owner = SelectionOwner()
    loan = owner.lend(TEXT, None, owner.selections)
    put_on_clipboard("rich")
    owner.end(loan, {})
    assert read(desktop, "text/html").decode() == RICH_HTML
    owner.close()


def test_a_long_text_goes_in_pieces(editor: Editor, inserter: X11Inserter) -> None:
    text = "漢字 and more, line after line\n" * 9500
    insert(inserter, text, InsertOptions())
    assert len(text.encode()) > 300_000
    assert editor.wait_for(text) == text


def test_dictated_text_asks_managers_not_to_keep_it(
    desktop: Desktop, inserter: X11Inserter, put_on_clipboard: Callable[[str], ClipboardOwner]
) -> None:
    owner = SelectionOwner()
    loan = owner.lend(TEXT, None, owner.selections)
    assert read(desktop, "x-kde-passwordManagerHint") == b"secret"
    owner.end(loan, {})
    owner.close()


@pytest.mark.parametrize("habit", ["", "steal"])
def test_a_clipboard_manager_does_not_disturb(
    habit: str,
    desktop: Desktop,
    editor: Editor,
    inserter: X11Inserter,
    put_on_clipboard: Callable[[str], ClipboardOwner],
) -> None:
    put_on_clipboard("text")
    with ClipboardManager(desktop, habit) as manager, ThreadPoolExecutor(1) as thread:
        editor.freeze()
        inserted = thread.submit(insert, inserter, TEXT, InsertOptions(receipt_timeout_s=5.0))
        assert manager.next() == TEXT  # it has read, the target has not
        editor.thaw()
        assert inserted.result(10).way is Way.PASTE
        assert editor.wait_for(TEXT) == TEXT
        assert read(desktop).decode() == OLD_TEXT


@pytest.mark.parametrize("copied", [True, False], ids=["copied", "not copied"])
def test_a_window_that_wakes_late_gets_the_dictated_text(
    copied: bool,
    desktop: Desktop,
    editor: Editor,
    inserter: X11Inserter,
    put_on_clipboard: Callable[[str], ClipboardOwner],
) -> None:
    put_on_clipboard("text")
    editor.freeze()
    with pytest.raises(InsertionError, match="did not take"):
        insert(inserter)
    assert read(desktop).decode() == OLD_TEXT
    if copied:
        inserter.copy(TEXT)
    editor.thaw()
    assert editor.wait_for(TEXT) == TEXT
    assert read(desktop).decode() == (TEXT if copied else OLD_TEXT)


def test_a_terminal_that_wakes_late_gets_each_text_once(desktop: Desktop, inserter: X11Inserter) -> None:
    with Terminal(desktop) as terminal:
        terminal.freeze()
        for word in ("first ", "second "):
            with pytest.raises(InsertionError):
                insert(inserter, word)
        terminal.thaw()
        assert terminal.wait_for("first second ") == "first second "


def test_the_users_own_paste_after_a_late_one_is_the_old_text(
    desktop: Desktop, editor: Editor, inserter: X11Inserter, put_on_clipboard: Callable[[str], ClipboardOwner]
) -> None:
    put_on_clipboard("text")
    editor.freeze()
    with pytest.raises(InsertionError):
        insert(inserter)
    editor.thaw()
    assert editor.wait_for(TEXT) == TEXT
    assert editor.settled(SETTLE_S * 2) == TEXT
    desktop.run(["xdotool", "key", "ctrl+v"])
    assert editor.wait_for(TEXT + OLD_TEXT) == TEXT + OLD_TEXT


def test_a_terminal_gets_one_line(desktop: Desktop, inserter: X11Inserter) -> None:
    with Terminal(desktop) as terminal:
        window = inserter.focus()
        assert window is not None and window.terminal and window.app == "xterm"
        insert(inserter, "echo one\necho two\n")
        assert terminal.wait_for("echo one echo two") == "echo one echo two"
        insert(inserter, "\nkept", InsertOptions(keep_newlines=True))
        assert terminal.wait_for("echo one echo two\nkept") == "echo one echo two\nkept"
        insert(inserter, " ж 漢", InsertOptions(way=Way.TYPED))
        assert terminal.wait_for("echo one echo two\nkept ж 漢") == "echo one echo two\nkept ж 漢"


def test_the_focus_names_the_program(editor: Editor, inserter: X11Inserter) -> None:
    assert inserter.focus() == Target(
        inserter.focus().window,
        "target_programs.py",
        "Target editor",
        editor.process.pid,
        False,  # type: ignore[union-attr]
    )


def test_without_a_window_manager_the_focus_is_unknown_but_text_arrives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Desktop(window_manager=False, audio=False, tray=False, keyring=False) as bare:
        monkeypatch.setenv("DISPLAY", bare.env["DISPLAY"])
        inserter = X11Inserter()
        with Editor(bare) as editor:
            assert inserter.focus() is None
            assert inserter.insert(TEXT, None, QUICK).received
            assert editor.wait_for(TEXT) == TEXT
        inserter.close()


def test_text_for_a_window_that_lost_the_focus_is_refused(editor: Editor, inserter: X11Inserter) -> None:
    with pytest.raises(InsertionError, match="window changed"):
        inserter.insert(TEXT, Target("0x1"), QUICK)
    assert editor.settled(0.1) == ""


def test_a_frozen_owner_of_the_clipboard_is_not_waited_for_long(
    desktop: Desktop, editor: Editor, inserter: X11Inserter, put_on_clipboard: Callable[[str], ClipboardOwner]
) -> None:
    owner = put_on_clipboard("text")
    owner.freeze()
    inserter.snapshot()
    inserted = insert(inserter, "hello", InsertOptions())
    assert editor.wait_for("hello") == "hello"
    owner.thaw()
    assert inserted.way is Way.TYPED  # so the clipboard, which could not be saved, stays as it is
    assert read(desktop).decode() == OLD_TEXT


def test_selected_text_is_replaced_in_a_gtk_editor(desktop: Desktop, inserter: X11Inserter) -> None:
    if shutil.which("mousepad") is None:
        pytest.skip("mousepad is not installed")
    file = desktop.folder / "letter.txt"
    file.write_text("wrong word")
    mousepad = desktop.popen(["mousepad", "--disable-server", str(file)])
    wait_until(lambda: (window := inserter.focus()) and window.app == "mousepad", "mousepad's window")
    desktop.run(["xdotool", "key", "ctrl+Home", "ctrl+shift+Right"])
    wait_until(lambda: read(desktop, selection="primary") == b"wrong", "the selection")
    insert(inserter, "right")

    def saved() -> bool:
        desktop.run(["xdotool", "key", "ctrl+s"])
        return file.read_text().strip() == "right word"

    wait_until(saved, "the replaced word in the file")
    mousepad.terminate()
    mousepad.wait(10)


def test_a_clipboard_manager_takes_over_at_the_end(
    desktop: Desktop, editor: Editor, inserter: X11Inserter, put_on_clipboard: Callable[[str], ClipboardOwner]
) -> None:
    put_on_clipboard("text")
    with ClipboardManager(desktop, "keeper"):
        insert(inserter)
        inserter.close()
        assert read(desktop).decode() == OLD_TEXT


def test_the_text_stays_on_the_clipboard_if_wanted(desktop: Desktop, editor: Editor, inserter: X11Inserter) -> None:
    insert(inserter, TEXT, InsertOptions(restore_clipboard=False))
    assert editor.wait_for(TEXT) == TEXT
    assert read(desktop).decode() == TEXT


def test_a_copied_text_stays(desktop: Desktop, inserter: X11Inserter) -> None:
    inserter.copy(TEXT)
    assert read(desktop).decode() == TEXT


def test_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "Wayland" in str(X11Inserter.unavailable())
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setenv("DISPLAY", ":4711")
    assert "DISPLAY" in str(X11Inserter.unavailable())
