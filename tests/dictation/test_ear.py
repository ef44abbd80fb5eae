"""When the microphone is open."""

from collections.abc import Callable

import pytest

from voiceflow.audio import troubles
from voiceflow.dictation.ear import Ear
from voiceflow.dictation.listening import Listening
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.errors import VoiceFlowError


class Microphones:
    """Every source that was made, and whether it is open."""

    def __init__(self) -> None:
        self.open: list[int] = []
        self.made = 0
        self.broken = False
        self.on_trouble: Callable[[VoiceFlowError, bool], None] = lambda error, lost: None

    def __call__(self, on_block: object, on_trouble: Callable[[VoiceFlowError, bool], None]) -> "_Microphone":
        self.made += 1
        self.on_trouble = on_trouble
        return _Microphone(self, self.made)


class _Microphone:
    def __init__(self, all_of_them: Microphones, number: int) -> None:
        self._all, self._number = all_of_them, number

    def open(self) -> None:
        if self._all.broken:
            raise troubles.no_microphone()
        self._all.open.append(self._number)

    def close(self) -> None:
        self._all.open.remove(self._number)


class Kept:
    def __init__(self, preroll_ms: int) -> None:
        self.microphones = Microphones()
        self.told: list[str] = []
        listening = Listening(lambda: None, None, ListeningOptions(), lambda report: None)  # type: ignore[arg-type]
        self.ear = Ear(listening, self.microphones, lambda *_: None, lambda: None, self._tell)  # type: ignore[arg-type]
        self.ear.use(ListeningOptions(preroll_ms=preroll_ms))
        self.ear.rest()

    def _tell(self, error: VoiceFlowError, lost: bool) -> None:
        self.told.append(error.code)


@pytest.fixture
def kept() -> Kept:
    return Kept(preroll_ms=300)


def test_without_a_preroll_it_is_open_for_a_dictation_only() -> None:
    kept = Kept(preroll_ms=0)
    assert kept.microphones.open == []
    kept.ear.open("d1")
    assert kept.microphones.open == [1]
    kept.ear.close("d1")
    assert kept.microphones.open == []


def test_with_a_preroll_one_stays_open_for_all_dictations(kept: Kept) -> None:
    for dictation in ("d1", "d2"):
        kept.ear.open(dictation)
        kept.ear.close(dictation)
    assert kept.microphones.open == [1]


def test_one_that_went_away_between_dictations_is_replaced_without_a_word(kept: Kept) -> None:
    kept.microphones.on_trouble(troubles.gone("the microphone"), True)
    kept.ear.open("d1")
    assert (kept.microphones.open, kept.told) == ([2], [])


def test_one_that_goes_away_in_a_dictation_is_told_of(kept: Kept) -> None:
    kept.ear.open("d1")
    kept.microphones.on_trouble(troubles.gone("the microphone"), True)
    assert len(kept.told) == 1


def test_none_at_all_is_told_by_the_dictation_that_needs_it(kept: Kept) -> None:
    kept.ear.shut()
    kept.microphones.broken = True
    kept.ear.rest()
    with pytest.raises(VoiceFlowError):
        kept.ear.open("d1")


def test_after_a_dictation_that_found_none_it_is_open_again_once_there_is_one(kept: Kept) -> None:
    kept.ear.shut()
    kept.microphones.broken = True
    with pytest.raises(VoiceFlowError):
        kept.ear.open("d1")
    kept.ear.close("d1")
    kept.microphones.broken = False
    kept.ear.renew()
    assert len(kept.microphones.open) == 1


def test_other_settings_make_another_one_or_none(kept: Kept) -> None:
    kept.ear.renew()
    assert kept.microphones.open == [2]
    kept.ear.use(ListeningOptions(preroll_ms=0))
    kept.ear.renew()
    assert kept.microphones.open == []
