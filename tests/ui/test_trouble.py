"""A history that does not open: the real window on real broken databases says what happened, offers what helps, and
loses nothing."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.history.test_key import Keyring
from tests.history.test_repair import PAGE_BYTES, SCHEMA_PAGES
from tests.history.test_trouble import files_no_bigger_than
from tests.ui.conftest import DEADLINE_MS, Face, QuietCore
from voiceflow.errors import HistoryError
from voiceflow.ui.conditions import Condition
from voiceflow.ui.trouble import TroubleBanner
from voiceflow.ui.window import Window

PASSPHRASE = "correct horse battery staple"


def shut(core: QuietCore) -> Path:
    core.history.close()
    del core.history
    return core.paths.database


def open_window(qtbot: QtBot, face: Face, code: str) -> Window:
    window = face.window(qtbot)
    window.bring_to_front()
    face.control.start()
    qtbot.waitUntil(lambda: face.control.trouble is not None, timeout=DEADLINE_MS)
    assert face.control.trouble
    assert face.control.trouble.code == code
    assert banner(window).isVisible()
    assert banner(window).accessibleName() == face.control.trouble.title
    return window


def banner(window: Window) -> TroubleBanner:
    found = window.findChild(TroubleBanner)
    assert found
    return found


def offered(window: Window) -> list[str]:
    return [each.text() for each in banner(window).findChildren(QPushButton) if each.isVisible()]


def click(window: Window, text: str) -> None:
    next(each for each in banner(window).findChildren(QPushButton) if each.text() == text).click()


def comes_up(qtbot: QtBot, face: Face, window: Window) -> None:
    qtbot.waitUntil(lambda: face.control.is_ready, timeout=DEADLINE_MS)
    assert not banner(window).isVisible()


def agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click())


def aside(database: Path) -> list[Path]:
    return sorted(database.parent.glob(f"{database.stem}-2*.db"))


def test_after_a_wrong_key_a_new_history_can_begin_and_the_old_one_stays(
    qtbot: QtBot, new_face: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_face.keep("these words are precious")
    database, key = shut(new_face.core), new_face.core.paths.key_file
    key.write_text("0" * 64)
    before = database.read_bytes()
    window = open_window(qtbot, new_face, "history.wrong_key")
    assert offered(window) == ["Try again", "Start anew…"]
    assert database.read_bytes() == before
    agree(monkeypatch)
    click(window, "Start anew…")
    comes_up(qtbot, new_face, window)
    (kept,) = aside(database)
    assert kept.read_bytes() == before
    assert any(str(kept) in told.notice.hint for told in new_face.notices)


def test_a_wrong_key_that_is_put_right_needs_nothing_else(qtbot: QtBot, new_face: Face) -> None:
    record = new_face.keep("these words are precious")
    _, key = shut(new_face.core), new_face.core.paths.key_file
    right = key.read_text()
    key.write_text("0" * 64)
    window = open_window(qtbot, new_face, "history.wrong_key")
    key.write_text(right)
    click(window, "Try again")
    comes_up(qtbot, new_face, window)
    assert new_face.kept(record) == record


def test_a_history_that_cannot_be_read_at_all_is_left_as_it_is(qtbot: QtBot, new_face: Face) -> None:
    new_face.keep("these words are precious")
    database = shut(new_face.core)
    with database.open("r+b") as file:
        file.seek(16)
        file.write(os.urandom(PAGE_BYTES - 16))
    before = database.read_bytes()
    window = open_window(qtbot, new_face, "history.damaged")
    assert offered(window) == ["Try again", "Repair", "Start anew…"]
    click(window, "Repair")
    qtbot.waitUntil(lambda: "Repair" in offered(window) and is_enabled(window, "Repair"), timeout=DEADLINE_MS)
    assert banner(window).isVisible()
    assert database.read_bytes() == before


def is_enabled(window: Window, text: str) -> bool:
    return next(each for each in banner(window).findChildren(QPushButton) if each.text() == text).isEnabled()


def test_a_damaged_history_is_repaired_from_the_window(qtbot: QtBot, new_face: Face) -> None:
    """As it is met at the start; here the app has been told, for it opens lazily what is damaged further down."""
    records = [new_face.keep(f"sentence {number} " + "and some more words " * 40) for number in range(40)]
    database = damage_below(shut(new_face.core))
    before = database.read_bytes()
    window = new_face.window(qtbot)
    window.bring_to_front()
    new_face.control.fail(HistoryError("history.damaged", f"The history {database} is damaged", "Repair it"))
    click(window, "Repair")
    comes_up(qtbot, new_face, window)
    (kept,) = aside(database)
    assert kept.read_bytes() == before
    assert len(new_face.core.history.list(limit=-1)) >= len(records) - 8
    assert any("dictations were saved" in told.notice.title for told in new_face.notices)


def damage_below(database: Path) -> Path:
    """Where texts are: it opens."""
    with database.open("r+b") as file:
        for page in range(SCHEMA_PAGES, database.stat().st_size // PAGE_BYTES, 7):
            file.seek(page * PAGE_BYTES + 100)
            file.write(os.urandom(200))
    return database


def test_damage_that_is_met_while_dictation_runs_is_repaired_while_it_runs(qtbot: QtBot, new_face: Face) -> None:
    records = [new_face.keep(f"sentence {number} " + "and some more words " * 40) for number in range(40)]
    database = damage_below(shut(new_face.core))
    with qtbot.waitSignal(new_face.control.ready, timeout=DEADLINE_MS):
        new_face.control.start()
    window, running = new_face.window(qtbot), new_face.core.dictation
    window.bring_to_front()
    for _ in range(5):
        with pytest.raises(HistoryError):
            new_face.core.history.list(limit=-1)
    qtbot.waitUntil(banner(window).isVisible, timeout=DEADLINE_MS)
    assert offered(window) == ["Repair"]
    assert new_face.control.condition is Condition.PROBLEM
    told = [each for each in new_face.notices if each.notice.code == "history.damaged"]
    assert all(each.count == 1 for each in told)
    assert len(told) <= 2, "who reads tells it once, who writes once"
    with qtbot.waitSignal(new_face.bridge.history, timeout=DEADLINE_MS):
        click(window, "Repair")
    qtbot.waitUntil(lambda: not banner(window).isVisible(), timeout=DEADLINE_MS)
    new_face.keep("said after the repair")
    texts = [record.text for record in new_face.core.history.list(limit=-1)]
    assert texts[0] == "said after the repair"
    assert len(texts) >= len(records) - 8
    assert new_face.core.dictation is running
    assert len(aside(database)) == 1


@pytest.mark.parametrize("fault", ["locked", "unopened", "bus died"])
def test_a_keyring_that_does_not_open_is_asked_again_and_no_key_is_made(
    qtbot: QtBot, new_face: Face, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    keyring = Keyring(tmp_path / "keyring.json", monkeypatch)
    new_face.core.change("history.key_storage", "keyring")
    record = new_face.keep("these words are precious")
    database = shut(new_face.core)
    before, keys = database.read_bytes(), keyring.entries
    keyring.fail(fault)
    window = open_window(qtbot, new_face, f"history.keyring_{'failed' if fault == 'bus died' else fault}")
    assert offered(window) == ["Try again"]
    assert (database.read_bytes(), keyring.entries) == (before, keys)
    keyring.fail("")
    click(window, "Try again")
    comes_up(qtbot, new_face, window)
    assert new_face.kept(record) == record


def test_a_full_disk_is_told_and_costs_no_word(qtbot: QtBot, face: Face) -> None:
    window = face.window(qtbot)
    window.bring_to_front()
    size = sum(file.stat().st_size for file in face.core.paths.data.glob("history.db*"))
    with files_no_bigger_than(size // 2):
        with pytest.raises(HistoryError):
            face.keep("these words are precious")
        qtbot.waitUntil(lambda: len(face.notices) > 0, timeout=DEADLINE_MS)
        assert "refuses to work" in sentence(window)
        assert "kept in memory" in next(iter(face.notices)).notice.hint
    qtbot.waitUntil(lambda: face.core.history.backlog == 0, timeout=DEADLINE_MS)
    assert [record.text for record in face.core.history.list()] == ["these words are precious"]


def sentence(window: Window) -> str:
    """What the first page says."""
    return " ".join(label.text() for label in window.home.findChildren(QLabel) if label.isVisible())


def test_a_passphrase_is_asked_for_in_the_window(qtbot: QtBot, new_face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    new_face.core.change("history.key_storage", "passphrase")
    window = open_window(qtbot, new_face, "history.passphrase_needed")
    asked = banner(window)
    assert asked.again.isVisible()
    asked.passphrase.setText(PASSPHRASE)
    asked.again.setText(PASSPHRASE[:-1])
    qtbot.keyClick(asked.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _code(new_face) == "history.passphrase_differs", timeout=DEADLINE_MS)
    asked.passphrase.setText(PASSPHRASE)
    asked.again.setText(PASSPHRASE)
    click(window, "Unlock")
    comes_up(qtbot, new_face, window)
    assert new_face.core.passphrases == ()


def test_a_wrong_passphrase_is_asked_for_again(qtbot: QtBot, new_face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    new_face.core.change("history.key_storage", "passphrase")
    new_face.core.passphrases = (PASSPHRASE, PASSPHRASE)
    record = new_face.keep("these words are precious")
    shut(new_face.core)
    window = open_window(qtbot, new_face, "history.passphrase_needed")
    asked = banner(window)
    assert not asked.again.isVisible()
    asked.passphrase.setText("something else")
    click(window, "Unlock")
    qtbot.waitUntil(lambda: _code(new_face) == "history.wrong_passphrase", timeout=DEADLINE_MS)
    asked.passphrase.setText(PASSPHRASE)
    click(window, "Unlock")
    comes_up(qtbot, new_face, window)
    assert new_face.kept(record) == record


def _code(face: Face) -> str:
    return face.control.trouble.code if face.control.trouble else ""


def test_with_a_banner_above_it_the_first_page_is_not_squeezed(qtbot: QtBot, new_face: Face) -> None:
    window = new_face.window(qtbot)
    window.bring_to_front()
    window.resize(window.minimumSize())
    new_face.control.fail(HistoryError("history.damaged", "The history is damaged", "a hint of two lines " * 10))
    qtbot.waitUntil(banner(window).isVisible, timeout=DEADLINE_MS)
    QApplication.processEvents()
    parts = [each for kind in (QComboBox, QPushButton) for each in window.home.findChildren(kind) if each.isVisible()]
    assert parts
    assert [each.accessibleName() for each in parts if each.height() < each.minimumSizeHint().height()] == []
