"""Profiles on the settings page."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from voiceflow.settings import Profile
from voiceflow.ui.profiles import Profiles
from voiceflow.ui.profiles_editor import ProfileEditor
from voiceflow.ui.settings_panel import SettingsPanel


@pytest.fixture
def page(panel: SettingsPanel, qtbot: QtBot) -> Profiles:
    panel.show()
    panel.open_section("profiles")
    qtbot.waitUntil(lambda: bool(panel.profiles.list))
    return panel.profiles


def names(page: Profiles) -> list[str]:
    return [row.profile.name for row in page.list]


def dialog(page: Profiles) -> ProfileEditor:
    assert page.dialog is not None
    return page.dialog


def new(page: Profiles, qtbot: QtBot, name: str, app: str) -> None:
    page.new.click()
    editor = dialog(page)
    editor.name.setText(name)
    editor.app.setPlainText(app)
    editor.save()
    qtbot.waitUntil(lambda: name in names(page))


def test_everybody_sees_the_built_in_ones(page: Profiles) -> None:
    assert names(page)[:2] == ["Terminals", "Code editors"]
    assert "Always digits" in page.list[0].accessibleDescription()


def test_a_new_one_is_saved_and_comes_first(page: Profiles, qtbot: QtBot) -> None:
    new(page, qtbot, "Letters", "soffice*\nabiword")
    assert names(page)[0] == "Letters"
    assert page._control.core.settings.profiles == (Profile("Letters", ("soffice*", "abiword")),)


def test_a_setting_is_added_changed_and_taken_away(page: Profiles, qtbot: QtBot) -> None:
    page.list[0].edit.emit()
    editor = dialog(page)
    editor._add_chosen(editor.more.findData("insertion.press_enter"))
    assert editor.more.findData("insertion.press_enter") == -1
    editor._set("insertion.press_enter", True)
    editor._take_away("text.numbers")
    assert editor.more.findData("text.numbers") > 0
    editor.save()
    qtbot.waitUntil(lambda: bool(page._control.core.settings.profiles))
    (mine,) = page._control.core.settings.profiles
    assert mine.settings["insertion.press_enter"] is True
    assert "text.numbers" not in mine.settings
    assert "xterm" in mine.app


def test_one_is_switched_off(page: Profiles, qtbot: QtBot) -> None:
    page.list[0].on.click()
    qtbot.waitUntil(lambda: bool(page._control.core.settings.profiles))
    assert not page._control.core.settings.profiles[0].on


def test_the_order_is_the_users(page: Profiles, qtbot: QtBot) -> None:
    new(page, qtbot, "One", "a")
    new(page, qtbot, "Two", "b")
    page.list[1].raise_up.emit()
    qtbot.waitUntil(lambda: names(page)[:2] == ["Two", "One"])


def test_one_can_be_renamed_where_it_stands(page: Profiles, qtbot: QtBot) -> None:
    new(page, qtbot, "One", "a")
    new(page, qtbot, "Two", "b")
    page.list[0].edit.emit()
    editor = dialog(page)
    editor.name.setText("Uno")
    editor.save()
    qtbot.waitUntil(lambda: names(page)[:2] == ["Uno", "Two"])


@pytest.mark.parametrize(("name", "app", "told"), [("", "xterm", "needs a name"), ("All", "", "every window")])
def test_what_cannot_be_used_is_told_in_the_dialog(page: Profiles, name: str, app: str, told: str) -> None:
    page.new.click()
    editor = dialog(page)
    editor.name.setText(name)
    editor.app.setPlainText(app)
    editor.save()
    assert editor.isVisible()
    assert told in editor._error.text()
    assert page._control.core.settings.profiles == ()


def test_a_bad_pattern_is_refused_before_it_is_saved(page: Profiles) -> None:
    page.new.click()
    editor = dialog(page)
    editor.name.setText("Mine")
    editor.app.setPlainText("xterm")
    editor._add_chosen(editor.more.findData("text.replacements"))
    editor._set("text.replacements", ["regex: (a => b"])
    editor.save()
    assert "at character 3" in editor._error.text()
    assert QApplication.focusWidget() is None or editor.isVisible()
