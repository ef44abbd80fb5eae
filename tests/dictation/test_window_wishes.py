"""What a window's profile changes in a dictation into it: the words that are listened for, the text, Enter."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.dictation.spelled_sound import Reader, say, silence, word
from tests.dictation.stage import Stage
from tests.dictation.test_dictation import SCRIPT, Desk
from tests.room import DeafCore
from voiceflow.dictation.reports import Recognized
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.engines.inserter.recording import RecordingInserter
from voiceflow.engines.stt.contract import DecodeOptions
from voiceflow.events import ProfileChosen
from voiceflow.settings import Profile, Settings

MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[MakeDesk]:
    script = tmp_path / "script.txt"
    script.write_text(SCRIPT)
    cores = []

    def make(*profiles: Profile) -> Desk:
        settings = Settings()
        settings = replace(
            settings,
            stt=replace(settings.stt, engine="scripted", model=str(script)),
            history=replace(settings.history, key_storage="file"),
            audio=replace(settings.audio, start_cue=False),
            hotkey=replace(settings.hotkey, mode="hold"),
            profiles=profiles,
        )
        cores.append(DeafCore(settings=settings))
        return Desk(cores[-1])

    yield make
    for core in cores:
        core.close()


def window_of(desk: Desk) -> RecordingInserter:
    inserter = desk.dictation._parts.delivery.inserter
    assert isinstance(inserter, RecordingInserter)
    return inserter


def test_the_profile_of_the_window_is_told_and_used(make_desk: MakeDesk) -> None:
    shell = Profile("Shell", app=("recording",), settings={"text.trailing_space": False, "insertion.press_enter": True})
    desk = make_desk(shell)
    delivered = desk.dictate()
    assert delivered.text == SCRIPT
    assert window_of(desk).texts == [SCRIPT, "\n"]


def test_its_name_comes_while_the_dictation_runs(make_desk: MakeDesk) -> None:
    desk = make_desk(Profile("Elsewhere", app=("other",)), Profile("Here", app=("recording",)))
    desk.press()
    assert desk.wait_for(ProfileChosen).name == "Here"


def test_a_kept_text_follows_the_profile_of_the_window_that_it_goes_into(make_desk: MakeDesk) -> None:
    desk = make_desk(Profile("Typed", app=("recording",), settings={"insertion.way": "clipboard"}))
    delivered = desk.dictate()
    desk.dictation.insert_again(delivered.dictation_id)
    desk.dictation._parts.delivery.flush()
    assert (window_of(desk).texts, window_of(desk).clipboard) == ([], delivered.text)


def test_words_and_language_of_a_profile_reach_the_recognizer() -> None:
    stage = Stage()
    stage.hear(say(1))
    stage.utterance.adapt(DecodeOptions(language="de", hotwords=("Zürich",)))
    stage.hear(say(2))
    stage.finish()
    stage.hear(silence(0.3))
    assert stage.reader.requests[-1].options == DecodeOptions(language="de", hotwords=("Zürich",))
    assert stage.last(Recognized).language == "de"


@pytest.mark.parametrize(("anew", "asked_for"), [(False, "en"), (True, None)])
def test_each_window_may_have_a_language_of_its_own(anew: bool, asked_for: str | None) -> None:
    options = ListeningOptions(decode=DecodeOptions(language_per_segment=anew))
    stage = Stage(options, reader=Reader(language="en"))
    stage.hear(*(word(number) for number in range(1, 16)), silence(2.0))
    stage.reader.language = "de"
    stage.dictate(*(word(number) for number in range(16, 30)))
    assert stage.reader.requests[-1].options.language == asked_for
    assert stage.last(Recognized).language == ("de" if anew else "en")
