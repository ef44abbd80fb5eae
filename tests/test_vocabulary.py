"""The vocabulary of the program: what is in it is used, what is corrected twice is in it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from voiceflow.core import Core
from voiceflow.errors import SettingsError
from voiceflow.events import Notice
from voiceflow.history.records import Dictation, DictationState
from voiceflow.options import decode_options, text_wishes
from voiceflow.settings import Settings, Stt
from voiceflow.text.pipeline import apply
from voiceflow.text.vocabulary import Entry


@pytest.fixture
def core(private_home: object) -> Iterator[Core]:
    settings = Settings()
    with Core(settings=replace(settings, history=replace(settings.history, key_storage="file"))) as core:
        yield core


def said(core: Core, text: str, app: str = "editor", title: str = "Notes") -> str:
    """A dictation in the history; its id."""
    dictation = Dictation(
        f"{core.history.count():08x}",
        1_700_000_000.0 + core.history.count(),
        DictationState.DONE,
        text=text,
        raw_text=text,
        language="en",
        app=app,
        window_title=title,
    )
    core.history.begin(dictation).result(10)
    return dictation.id


def written(core: Core, text: str) -> str:
    return apply(text, "en", text_wishes(core.settings, core.vocabulary.entries())).text.strip()


def test_what_is_added_is_written_and_told_to_the_recognizer(core: Core) -> None:
    core.vocabulary.add([Entry("Siobhan", ("shivon",), weight=8), Entry("Grafana"), Entry("the", ("teh",), exact=True)])
    assert written(core, "I met shivon.") == "I met Siobhan."
    options = decode_options(replace(core.settings, stt=Stt(hotwords=["VoiceFlow"])), core.vocabulary.entries())
    assert options.hotwords == ("VoiceFlow", "Siobhan", "Grafana")


def test_what_is_removed_is_forgotten(core: Core) -> None:
    core.vocabulary.add([Entry("Siobhan", ("shivon",))])
    core.vocabulary.remove(["siobhan"])
    assert core.vocabulary.entries() == ()
    with pytest.raises(SettingsError):
        core.vocabulary.remove(["siobhan"])


def test_the_second_correction_teaches(core: Core) -> None:
    told: list[Notice] = []
    core.events.subscribe(Notice, told.append)
    core.past.correct(said(core, "I met shivon today."), "I met Siobhan today.")
    assert core.vocabulary.entries() == ()
    assert [(lesson.meant, lesson.times) for lesson in core.vocabulary.lessons()] == [("Siobhan", 1)]
    core.past.correct(said(core, "Ask shivon."), "Ask Siobhan.")
    assert core.vocabulary.entries() == (Entry("Siobhan", ("shivon",), learned=True),)
    assert written(core, "Is shivon here?") == "Is Siobhan here?"
    core.events.stop()
    assert [notice.code for notice in told] == ["vocabulary.learned"]


def test_one_dictation_corrected_twice_teaches_nothing(core: Core) -> None:
    dictation_id = said(core, "I met shivon today.")
    core.past.correct(dictation_id, "I met Siobhan today.")
    core.past.correct(dictation_id, "I met shivon today.")
    core.past.correct(dictation_id, "I met Siobhan today.")
    assert core.vocabulary.entries() == ()


@pytest.mark.parametrize(("app", "title"), [("keepassxc", "Vault"), ("firefox", "Sign in to Example")])
def test_nothing_is_learned_from_windows_that_keep_secrets(core: Core, app: str, title: str) -> None:
    for text in ("I met shivon today.", "Ask shivon."):
        core.past.correct(said(core, text, app, title), text.replace("shivon", "Siobhan"))
    assert core.vocabulary.lessons() == []
    assert core.vocabulary.entries() == ()


def test_a_lesson_that_is_forgotten_begins_anew(core: Core) -> None:
    core.past.correct(said(core, "I met shivon today."), "I met Siobhan today.")
    assert core.vocabulary.forget("shivon", "Siobhan")
    core.past.correct(said(core, "Ask shivon."), "Ask Siobhan.")
    assert core.vocabulary.entries() == ()


def test_a_proposal_can_be_accepted_at_once(core: Core) -> None:
    core.past.correct(said(core, "I met shivon today."), "I met Siobhan today.")
    core.vocabulary.accept("shivon", "Siobhan", "en")
    assert core.vocabulary.entries() == (Entry("Siobhan", ("shivon",), learned=True),)
    with pytest.raises(SettingsError):
        core.vocabulary.accept("shivon", "Anna", "en")
