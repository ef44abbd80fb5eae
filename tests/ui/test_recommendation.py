"""The better model for this machine is offered with its reason, and comes only with the user's word. The hub is an
imitation on loopback."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from tests.engines.hub_imitation import HubImitation
from tests.ui.conftest import DEADLINE_MS, Face
from voiceflow.engines.hardware import Hardware
from voiceflow.ui.recommendation import RecommendationCard

SMALL_MACHINE = Hardware(cores=2, memory_bytes=24 << 30)


@pytest.fixture
def card(qtbot: QtBot, new_face: Face) -> RecommendationCard:
    """On a small machine that uses the smallest model."""
    new_face.core.models.hardware = SMALL_MACHINE
    new_face.core.change("stt.model", "tiny.en")
    card = RecommendationCard(new_face.control)
    qtbot.addWidget(card)
    card.refresh()
    qtbot.waitUntil(card.isVisible, timeout=DEADLINE_MS)
    return card


def words(card: RecommendationCard) -> str:
    return "\n".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())


def named(card: RecommendationCard, name: str) -> QPushButton:
    return next(each for each in card.findChildren(QPushButton) if each.text() == name)


def install(card: RecommendationCard, name: str) -> list[str]:
    """Asks for the model and answers with that button; gives back what was asked."""
    asked: list[str] = []
    timer = QTimer(card, interval=20)

    def look() -> None:
        for question in card.findChildren(QMessageBox):
            timer.stop()
            asked.extend((question.text(), question.informativeText()))
            next(button for button in question.buttons() if button.accessibleName() == name).click()

    timer.timeout.connect(look)
    timer.start()
    named(card, "Install…").click()
    return asked


def test_it_says_which_and_why(card: RecommendationCard) -> None:
    assert "Recommended: the model base" in words(card)
    assert "2 processor cores with 24 GB of memory" in words(card)
    assert "148 MB" in words(card)
    assert "Now: tiny.en." in words(card)


def test_nothing_is_offered_to_who_has_it_or_better(qtbot: QtBot, new_face: Face, card: RecommendationCard) -> None:
    new_face.core.change("stt.model", "large-v3-turbo")
    card.refresh()
    qtbot.waitUntil(lambda: not card.isVisible(), timeout=DEADLINE_MS)


def test_nothing_comes_before_the_user_agrees(hub: HubImitation, card: RecommendationCard) -> None:
    title, information = install(card, "Cancel")
    assert title == "Download the model base?"
    for fact in ("148 MB", "MIT", "huggingface.co"):
        assert fact in information
    assert hub.requests == []
    assert named(card, "Install…").isVisible()


def test_with_the_users_word_it_comes_and_is_used(
    qtbot: QtBot, hub: HubImitation, new_face: Face, card: RecommendationCard
) -> None:
    with qtbot.waitSignal(card.installed, timeout=DEADLINE_MS):
        install(card, "Download")
    assert new_face.core.models.entry("base").usable
    assert new_face.core.settings.stt.model == "base"
    assert not card.isVisible()


def test_while_it_comes_it_can_be_cancelled(
    qtbot: QtBot, hub: HubImitation, new_face: Face, card: RecommendationCard
) -> None:
    install(card, "Download")
    bar = card.findChild(QProgressBar)
    assert bar and bar.isVisible()
    assert not named(card, "Install…").isVisible()
    named(card, "Cancel the download").click()
    qtbot.waitUntil(named(card, "Install…").isVisible, timeout=DEADLINE_MS)
    assert not new_face.core.models.entry("base").usable
    assert new_face.core.settings.stt.model == "tiny.en"
    assert len(new_face.notices) == 0, "what the user wanted is no problem"


def test_a_hub_that_cannot_be_reached_is_told_with_the_cure(
    qtbot: QtBot, hub: HubImitation, new_face: Face, card: RecommendationCard
) -> None:
    hub.broken = {"model.bin"}
    install(card, "Download")
    qtbot.waitUntil(lambda: len(new_face.notices) == 1, timeout=DEADLINE_MS)
    told = next(iter(new_face.notices)).notice
    assert told.title in words(card)
    assert told.hint and told.hint in words(card)
    assert named(card, "Install…").isVisible()
    hub.broken = set()
    with qtbot.waitSignal(card.installed, timeout=DEADLINE_MS):
        install(card, "Download")


def test_progress_is_told_in_numbers(card: RecommendationCard) -> None:
    card._on_progress(37_000_000, 148_000_000, 3_000_000.0)
    assert "37.0 MB of 148.0 MB" in words(card)
    assert "3.0 MB a second" in words(card)
    assert "0:37 left" in words(card)


def test_a_download_that_was_asked_for_elsewhere_is_shown_and_can_be_cancelled(
    qtbot: QtBot, hub: HubImitation, new_face: Face, card: RecommendationCard
) -> None:
    installing = new_face.control.installing
    with qtbot.waitSignal(installing.ended, timeout=DEADLINE_MS) as ended:
        installing.start("base")
        installing.progress.emit(1, 100, 1.0)
        assert named(card, "Cancel the download").isVisible()
        named(card, "Cancel the download").click()
    assert ended.args and ended.args[0].code == "models.cancelled"
    assert len(new_face.notices) == 0
