"""What is decoded again while nobody waits, and what comes of it; answers are given by hand."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from voiceflow.dictation.proving import Prover
from voiceflow.dictation.tally import Tally
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeOptions, DecodeRequest, Hypothesis, ModelInfo
from voiceflow.settings_file import StateFile

TINY = ModelInfo("whisper", "tiny.en", "cpu", "int8", context_frames=500)
ON_GPU = replace(TINY, device="cuda", context_frames=0)


NOISE = np.random.default_rng(0)


def said(seconds: float = 4.0, **options: object) -> DecodeRequest:
    pcm = NOISE.normal(0, 0.1, int(seconds * SAMPLE_RATE_HZ)).astype(np.float32)
    return DecodeRequest(pcm, DecodeOptions(language="en", **options), prefix="known words")


class Desk:
    """A prover with a clock that stands still, and its file."""

    def __init__(self, folder: Path) -> None:
        self.now_s = 0.0
        self.file = folder / "context.json"
        self.prover = self.opened()

    def opened(self) -> Prover:
        return Prover(StateFile(self.file), lambda: self.now_s)

    def hear(self, request: DecodeRequest, info: ModelInfo = TINY) -> None:
        self.prover.heard(request, info)

    def answer(self, *texts: str) -> list[DecodeOptions]:
        """What was asked for, one after the other."""
        asked = []
        for text in texts:
            request = self.prover.next()
            assert request is not None
            asked.append(request.options)
            self.prover.found(Hypothesis(text, language="en"), TINY)
        return asked

    def compare(self, short: str, full: str, reference: str) -> None:
        self.hear(said())
        self.answer(short, full, reference)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_same_words_need_no_third_decode(desk: Desk) -> None:
    desk.hear(said())
    asked = desk.answer("Open the door.", "open the door")
    assert [(options.full_context, options.beam_size) for options in asked] == [(False, 1), (True, 1)]
    assert desk.prover.next() is None
    assert desk.prover.tally("tiny.en").words == 3


def test_how_digits_are_grouped_is_no_difference(desk: Desk) -> None:
    desk.hear(said())
    desk.answer("1-70-9, call 66", "1 7 0 9. Call 6 6")
    assert desk.prover.next() is None


def test_a_stronger_decode_tells_who_is_right(desk: Desk) -> None:
    desk.hear(said())
    asked = desk.answer("open the door the door", "open the door", "open the door")
    assert [(options.full_context, options.beam_size) for options in asked] == [(False, 1), (True, 1), (True, 5)]
    assert desk.prover.tally("tiny.en").lost == pytest.approx(1.5)


def test_the_same_beam_and_the_same_hotwords_without_what_was_known(desk: Desk) -> None:
    desk.hear(said(beam_size=2, hotwords=("Qt",), word_times=True))
    request = desk.prover.next()
    assert request is not None
    assert (request.prefix, request.options.word_times) == ("", False)
    assert [options.beam_size for options in desk.answer("a", "b", "a")] == [2, 2, 5]


@pytest.mark.parametrize(
    ("request_", "info"),
    [
        pytest.param(said(0.5), TINY, id="too short"),
        pytest.param(said(9), TINY, id="too long to be decoded between two dictations"),
        pytest.param(said(full_context=True), TINY, id="the whole context is set"),
        pytest.param(replace(said(), excerpt=True), TINY, id="only the end of what is compared anyway"),
        pytest.param(said(), ON_GPU, id="a GPU looks at the whole anyway"),
    ],
)
def test_what_is_not_compared(desk: Desk, request_: DecodeRequest, info: ModelInfo) -> None:
    desk.hear(request_, info)
    assert not desk.prover.has_work


def test_only_what_was_said_last_is_kept(desk: Desk) -> None:
    for number in range(30):
        desk.hear(said(8, prompt=str(number)))
    kept = []
    while request := desk.prover.next():
        kept.append(request)
        desk.prover.skip()
    assert sum(request.pcm.nbytes for request in kept) <= 8_000_000
    assert [request.options.prompt for request in kept] == [str(number) for number in range(15, 30)]


def test_a_sample_that_goes_takes_what_was_found_of_it_along(desk: Desk) -> None:
    desk.hear(said(prompt="first"))
    desk.answer("first")
    for _ in range(16):
        desk.hear(said(8, prompt="later"))
    assert [options.full_context for options in desk.answer("a", "a")] == [False, True]


def test_of_a_window_that_grew_only_the_longest_decode_counts(desk: Desk) -> None:
    whole = said(4)
    desk.hear(replace(whole, pcm=whole.pcm[: 2 * SAMPLE_RATE_HZ], final=False))
    desk.answer("the first half")
    desk.hear(whole)
    assert [options.full_context for options in desk.answer("a", "a")] == [False, True]
    assert not desk.prover.has_work


def test_of_a_window_that_grew_too_long_the_last_pause_counts(desk: Desk) -> None:
    whole = said(15)
    desk.hear(replace(whole, pcm=whole.pcm[: 7 * SAMPLE_RATE_HZ], final=False))
    desk.hear(whole)
    request = desk.prover.next()
    assert request is not None
    assert len(request.pcm) == 7 * SAMPLE_RATE_HZ


def test_what_is_old_is_forgotten(desk: Desk) -> None:
    desk.hear(said())
    desk.now_s = 1000
    assert desk.prover.next() is None
    assert not desk.prover.has_work


def test_with_the_model_goes_the_sound(desk: Desk) -> None:
    desk.hear(said())
    desk.prover.forget()
    assert desk.prover.next() is None


def test_a_context_that_loses_words_grows_for_this_model_and_stays_so_after_a_restart(desk: Desk) -> None:
    for _ in range(100):
        desk.compare("go go go go go go go go go", "please go to the market with me now", "please go to the market now")
        if desk.prover.tally("tiny.en").floor_frames:
            break
    assert desk.prover.tally("tiny.en") == Tally(1000)
    assert desk.opened().tally("tiny.en") == Tally(1000)
    assert desk.prover.prepared(said(), TINY).options.floor_frames == 1000
    assert desk.prover.prepared(said(), replace(TINY, model="base")).options.floor_frames == 0


def test_what_was_heard_before_it_grew_is_forgotten(desk: Desk) -> None:
    desk.file.write_text(json.dumps({"tiny.en": asdict(Tally(0, words=1000, lost=500, squares=10))}))
    desk.prover = desk.opened()
    desk.hear(said())
    desk.hear(said())
    desk.answer("a b c", "a b c")
    assert desk.prover.tally("tiny.en").floor_frames == 1000
    assert not desk.prover.has_work


def test_the_whole_context_needs_no_proof_any_more(desk: Desk) -> None:
    desk.file.write_text(json.dumps({"tiny.en": asdict(Tally(3000))}))
    desk.prover = desk.opened()
    desk.hear(said())
    assert not desk.prover.has_work


def test_the_file_holds_counts_and_no_words(desk: Desk) -> None:
    desk.compare("attack at dawn", "attack at noon", "attack at noon")
    assert json.loads(desk.file.read_text()) == {
        "tiny.en": {"floor_frames": 0, "words": 3, "lost": 0.75, "squares": pytest.approx(0.72**2)}
    }


def test_a_disk_that_is_full_does_not_stop_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "folder").write_text("in the way")
    desk = Desk(tmp_path / "folder")
    desk.hear(said())
    desk.answer("a", "a")
    assert not desk.prover.has_work
    assert "not kept" in caplog.text
