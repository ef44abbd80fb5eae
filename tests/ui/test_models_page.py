"""The models page: what this machine should have and has; models come, go and are switched while VoiceFlow runs. The
hub is an imitation on loopback."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.engines.hub_imitation import HubImitation
from tests.ui.conftest import DEADLINE_MS, Face
from tests.ui.test_window import named, nameless
from voiceflow.engines.hardware import Hardware
from voiceflow.errors import ModelError
from voiceflow.events import ModelChanged
from voiceflow.ui import models_panel, theme
from voiceflow.ui.model_row import ModelRow
from voiceflow.ui.models_panel import ModelsPanel
from voiceflow.ui.widgets import Card
from voiceflow.ui.window import MODELS, Window

SMALL_MACHINE = Hardware(cores=2, memory_bytes=24 << 30)


@pytest.fixture
def panel(qtbot: QtBot, new_face: Face) -> ModelsPanel:
    """On a small machine that uses the smallest model."""
    new_face.core.models.hardware = SMALL_MACHINE
    new_face.core.change("stt.model", "tiny.en")
    panel = ModelsPanel(new_face.control)
    new_face.bridge.settings.connect(lambda _: panel.refresh())
    new_face.bridge.model.connect(lambda _: panel.show_model())
    qtbot.addWidget(panel)
    panel.show()
    listed(qtbot, panel)
    return panel


def listed(qtbot: QtBot, panel: ModelsPanel) -> None:
    qtbot.waitUntil(panel.is_complete, timeout=DEADLINE_MS)


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def shown(panel: ModelsPanel) -> list[str]:
    return [name for name, made in panel.rows.items() if made.isVisible()]


def buttons(made: ModelRow) -> list[str]:
    return [each.text() for each in made.findChildren(QPushButton) if each.isVisibleTo(made)]


def answer(panel: ModelsPanel, button: QPushButton, wanted: str) -> list[str]:
    """Clicks, and answers the question that comes; gives back what was asked."""
    asked: list[str] = []
    timer = QTimer(panel, interval=20)

    def look() -> None:
        for question in panel.findChildren(QMessageBox):
            timer.stop()
            asked.extend((question.text(), question.informativeText()))
            next(each for each in question.buttons() if each.accessibleName() == wanted).click()

    timer.timeout.connect(look)
    timer.start()
    button.click()
    return asked


def test_no_card_is_ever_squeezed_while_the_rows_come(
    qtbot: QtBot, new_face: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is painted after a turn that made rows."""
    squeezed: list[str] = []
    turns = []

    def make_next(panel: ModelsPanel) -> None:
        make(panel)
        cards = [card for card in panel.findChildren(Card) if card.isVisible()]
        squeezed.extend(card.accessibleName() for card in cards if card.height() < card.heightForWidth(card.width()))
        turns.append(len(cards))

    make = ModelsPanel._make_next
    monkeypatch.setattr(ModelsPanel, "_make_next", make_next)
    monkeypatch.setattr(models_panel, "_LONGEST_S", 0.0001)
    panel = ModelsPanel(new_face.control)
    qtbot.addWidget(panel)
    panel.resize(760, 420)
    panel.show()
    listed(qtbot, panel)
    assert squeezed == []
    assert len(turns) > 5


def install_base(qtbot: QtBot, panel: ModelsPanel) -> ModelRow:
    base = panel.rows["base"]
    answer(panel, named(base, "Install…"), "Download")
    qtbot.waitUntil(lambda: "in use" in words(base), timeout=DEADLINE_MS)
    return base


def test_the_machine_and_what_it_should_have_are_told(panel: ModelsPanel) -> None:
    told = words(panel)
    assert "2 processor cores · 24 GB of memory · no NVIDIA graphics card" in told
    assert "Recommended: base, a good balance for 2 processor cores with 24 GB of memory." in told
    assert "No model is in memory" in told
    assert "No model was downloaded so far" in told
    assert "are free on that disk" in told


def test_every_model_has_its_facts(panel: ModelsPanel) -> None:
    assert "recommended" in words(panel.rows["base"])
    assert "about 148 MB · many languages · licence MIT · not installed" in words(panel.rows["base"])
    assert "English · licence MIT · came with VoiceFlow" in words(panel.rows["tiny.en"])
    assert "in use" in words(panel.rows["tiny.en"])
    assert buttons(panel.rows["tiny.en"]) == [], "it is in use already and no download of ours"
    assert buttons(panel.rows["small"]) == ["Install…"]


def test_what_is_recommended_and_used_stands_first(panel: ModelsPanel) -> None:
    assert set(shown(panel)[:2]) == {"base", "tiny.en"}


def test_voices_have_a_list_of_their_own(qtbot: QtBot, panel: ModelsPanel) -> None:
    assert "de_DE-thorsten-high" not in shown(panel)
    panel._family.setCurrentIndex(1)
    listed(qtbot, panel)
    assert "de_DE-thorsten-high" in shown(panel)
    assert "base" not in shown(panel)


@pytest.mark.parametrize(
    ("typed", "family", "expected"),
    [
        ("turbo", 0, ["large-v3-turbo"]),
        ("recommended", 0, ["base"]),
        ("german high", 1, ["de_DE-thorsten-high"]),
        ("no such thing", 0, []),
    ],
)
def test_search_looks_at_names_and_facts(
    qtbot: QtBot, panel: ModelsPanel, typed: str, family: int, expected: list[str]
) -> None:
    panel._family.setCurrentIndex(family)
    panel.search.setText(typed)
    listed(qtbot, panel)
    assert shown(panel) == expected
    assert ("No model is called that." in words(panel)) == (not expected)


def test_nothing_comes_before_the_user_agrees(hub: HubImitation, panel: ModelsPanel) -> None:
    asked = answer(panel, named(panel.rows["base"], "Install…"), "Cancel")
    assert asked[0] == "Download the model base?"
    assert all(fact in asked[1] for fact in ("148 MB", "MIT", "huggingface.co"))
    assert hub.requests == []
    assert buttons(panel.rows["base"]) == ["Install…"]


def test_it_comes_and_is_used(qtbot: QtBot, hub: HubImitation, new_face: Face, panel: ModelsPanel) -> None:
    base = install_base(qtbot, panel)
    assert new_face.core.settings.stt.model == "base"
    assert buttons(base) == ["Remove…"]
    assert buttons(panel.rows["tiny.en"]) == ["Use"]
    qtbot.waitUntil(lambda: "Downloaded models take" in words(panel), timeout=DEADLINE_MS)


def test_switching_needs_no_restart(qtbot: QtBot, hub: HubImitation, new_face: Face, panel: ModelsPanel) -> None:
    install_base(qtbot, panel)
    named(panel.rows["tiny.en"], "Use").click()
    qtbot.waitUntil(lambda: buttons(panel.rows["base"]) == ["Use", "Remove…"], timeout=DEADLINE_MS)
    assert new_face.core.settings.stt.model == "tiny.en"


def test_a_change_made_elsewhere_is_shown(qtbot: QtBot, new_face: Face, panel: ModelsPanel) -> None:
    new_face.core.change("stt.model", "small")
    qtbot.waitUntil(lambda: "in use" in words(panel.rows["small"]), timeout=DEADLINE_MS)
    assert "in use" not in words(panel.rows["tiny.en"])


def test_progress_speed_and_time_left_are_told(panel: ModelsPanel) -> None:
    base = panel.rows["base"]
    base.start()
    base.show_progress(37_000_000, 148_000_000, 3_000_000.0)
    assert "37.0 MB of 148.0 MB · 3.0 MB a second · 0:37 left" in words(base)
    panel._show_rows()
    assert buttons(base) == ["Cancel"]
    assert "0:37 left" in words(base), "a look at the list takes nothing away"


def test_while_it_comes_it_can_be_cancelled(
    qtbot: QtBot, hub: HubImitation, new_face: Face, panel: ModelsPanel
) -> None:
    base = panel.rows["base"]
    answer(panel, named(base, "Install…"), "Download")
    assert not named(panel.rows["small"], "Install…").isEnabled(), "one at a time"
    named(base, "Cancel").click()
    qtbot.waitUntil(lambda: not base.running and "Cancel" not in buttons(base), timeout=DEADLINE_MS)
    assert new_face.core.settings.stt.model == "tiny.en"
    assert len(new_face.notices) == 0, "what the user wanted is no problem"
    qtbot.waitUntil(named(panel.rows["small"], "Install…").isEnabled, timeout=DEADLINE_MS)


def test_a_hub_that_fails_is_told_beside_the_model(
    qtbot: QtBot, hub: HubImitation, new_face: Face, panel: ModelsPanel
) -> None:
    hub.broken = {"model.bin"}
    base = panel.rows["base"]
    answer(panel, named(base, "Install…"), "Download")
    qtbot.waitUntil(lambda: len(new_face.notices) == 1, timeout=DEADLINE_MS)
    assert next(iter(new_face.notices)).notice.title in words(base)
    qtbot.waitUntil(lambda: buttons(base) == ["Go on…", "Remove…"], timeout=DEADLINE_MS)
    assert "partly here" in words(base)


def test_one_that_is_removed_is_used_no_more(
    qtbot: QtBot, hub: HubImitation, new_face: Face, panel: ModelsPanel
) -> None:
    base = install_base(qtbot, panel)
    asked = answer(panel, named(base, "Remove…"), "Cancel")
    assert asked[0] == "Remove the model base?"
    assert new_face.core.models.entry("base").usable
    answer(panel, named(base, "Remove…"), "Remove")
    qtbot.waitUntil(lambda: buttons(base) == ["Install…"], timeout=DEADLINE_MS)
    assert not new_face.core.models.entry("base").usable
    assert new_face.core.settings.stt.model == ""
    qtbot.waitUntil(lambda: "in use" in words(panel.rows["tiny.en"]), timeout=DEADLINE_MS)


def test_one_that_cannot_be_removed_says_why(
    qtbot: QtBot, hub: HubImitation, new_face: Face, panel: ModelsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str) -> int:
        raise ModelError("models.busy", f"Another VoiceFlow is installing or removing {name}", "Wait until it is done")

    base = install_base(qtbot, panel)
    monkeypatch.setattr(new_face.core.models, "remove", refuse)
    answer(panel, named(base, "Remove…"), "Remove")
    qtbot.waitUntil(lambda: "Wait until it is done" in words(base), timeout=DEADLINE_MS)


def test_the_one_in_memory_is_told_with_its_device(qtbot: QtBot, new_face: Face, panel: ModelsPanel) -> None:
    reason = "cuBLAS 12 is missing"
    assert new_face.core.status
    new_face.core.events.publish(ModelChanged("loaded", "tiny.en", "cpu", "int8", reason))
    qtbot.waitUntil(lambda: "In memory: tiny.en, on CPU · int8." in words(panel), timeout=DEADLINE_MS)
    assert reason in words(panel)
    assert "in memory" in words(panel.rows["tiny.en"])
    new_face.core.events.publish(ModelChanged("unloaded", "tiny.en"))
    qtbot.waitUntil(lambda: "No model is in memory" in words(panel), timeout=DEADLINE_MS)


def test_in_the_window_everything_has_a_name_and_is_reached_by_keyboard(qtbot: QtBot, new_face: Face) -> None:
    window: Window = new_face.window(qtbot)
    window.bring_to_front()
    window.open_page(MODELS)
    qtbot.waitUntil(lambda: window.models.panel is not None, timeout=DEADLINE_MS)
    panel = window.models.panel
    assert panel
    listed(qtbot, panel)
    assert nameless(window) == []
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in panel.findChildren(QPushButton))
    light = window.grab().toImage()
    window.set_colours(theme.DARK)
    qtbot.wait(1)
    assert window.grab().toImage() != light
