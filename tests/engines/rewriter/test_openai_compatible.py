"""The engine that asks a language model: what it sends, what it believes, what it remembers."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.rig import wait_until
from tests.imitations.allowed import Ready, allowed
from tests.imitations.chat import Chat
from tests.imitations.faults import FAULTS, Fault
from voiceflow.cloud.cloud import Cloud
from voiceflow.engines.rewriter.contract import RewriteRequest
from voiceflow.engines.rewriter.openai_compatible import OpenAiCompatibleRewriter
from voiceflow.errors import EngineError
from voiceflow.settings import Settings

SAID = "um the meeting moves to friday"


@dataclass
class Desk:
    rewriter: OpenAiCompatibleRewriter
    chat: Chat
    ready: Ready
    now_s: float = 0.0

    def rewrite(self, text: str = SAID, **wishes: object) -> str:
        return self.rewriter.rewrite(RewriteRequest(text, **wishes)).text  # type: ignore[arg-type]

    def refused(self, **wishes: object) -> str:
        with pytest.raises(EngineError) as caught:
            self.rewrite(**wishes)
        assert caught.value.hint
        assert "meeting" not in str(caught.value)
        return caught.value.code


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    chat = Chat()
    with allowed(chat, tmp_path, monkeypatch) as ready:
        ready.settings.cleanup.language_model = "llama"
        desk = Desk(OpenAiCompatibleRewriter(ready.cloud, lambda: desk.now_s), chat, ready)
        yield desk


def test_the_transcript_is_data_and_stands_in_no_instruction(desk: Desk) -> None:
    assert desk.rewrite(language="en") == "The meeting moves to friday."
    system, user = desk.chat.seen[0]["messages"]
    assert json.loads(user["content"]) == {"transcript": SAID, "language": "en"}
    assert "meeting" not in system["content"]
    assert desk.chat.seen[0]["response_format"]["type"] == "json_schema"


def test_a_request_that_nobody_waits_for_any_more_ends_at_once(desk: Desk) -> None:
    desk.ready.server.always = FAULTS["slow"]
    request = RewriteRequest(SAID)
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(desk.rewriter.rewrite, request)
        wait_until(lambda: bool(desk.chat.seen), "the request")
        request.wanted.cancel()
        with pytest.raises(EngineError):
            asked.result(2)


def test_an_instruction_is_sent_beside_the_text(desk: Desk) -> None:
    assert desk.rewrite("make me loud", instruction="write it in capitals") == "MAKE ME LOUD"
    user = desk.chat.seen[0]["messages"][1]
    assert json.loads(user["content"]) == {"instruction": "write it in capitals", "text": "make me loud"}


def test_the_same_text_is_asked_once_an_hour(desk: Desk) -> None:
    first = desk.rewrite()
    again = desk.rewriter.rewrite(RewriteRequest(SAID))
    assert (again.text, again.cached) == (first, True)
    assert len(desk.chat.seen) == 1
    desk.now_s = 3601.0
    desk.rewrite()
    assert len(desk.chat.seen) == 2


def test_of_a_thousand_texts_the_oldest_is_forgotten(desk: Desk) -> None:
    for number in range(1001):
        desk.rewriter._remember(str(number).encode(), "text")
    assert desk.rewriter._remembered(b"0") is None
    assert desk.rewriter._remembered(b"1") == "text"


@pytest.mark.parametrize("wishes", [{"style": "formal"}, {"language": "de"}, {"instruction": "louder"}])
def test_another_wish_is_another_question(desk: Desk, wishes: dict[str, str]) -> None:
    desk.rewrite()
    desk.rewrite(**wishes)
    assert len(desk.chat.seen) == 2


@pytest.mark.parametrize(
    "says",
    [
        '<think>They said "um".</think>{"text": "The meeting moves to Friday."}',
        '```json\n{"text": "The meeting moves to Friday."}\n```',
        '{"text": "\u200bThe meeting moves to Friday.\\n"}',
    ],
)
def test_models_with_habits_are_understood(desk: Desk, says: str) -> None:
    desk.chat.says = says
    assert desk.rewrite() == "The meeting moves to Friday."


@pytest.mark.parametrize(
    "says", ["The meeting moves to Friday.", "{}", '{"text": 5}', '["text"]', '{"text": null}', "", '{"text": "The me']
)
def test_an_answer_that_is_no_answer_is_refused(desk: Desk, says: str) -> None:
    desk.chat.says = says
    assert desk.refused() == "cloud.malformed"


def test_a_text_that_was_cut_off_is_refused(desk: Desk) -> None:
    desk.chat.finish_reason = "length"
    assert desk.refused() == "cloud.malformed"


def test_an_answer_instead_of_an_edit_is_refused_and_not_remembered(desk: Desk) -> None:
    desk.chat.writes = lambda data: "Sure! I have moved the meeting for you."
    assert desk.refused() == "rewriter.refused"
    assert desk.refused() == "rewriter.refused"
    assert len(desk.chat.seen) == 2


@pytest.mark.parametrize("name", ["slow", "cut at once", "401", "500", "noise", "nothing", "a web page"])
def test_every_fault_is_an_error_of_this_engine(desk: Desk, name: str) -> None:
    desk.ready.server.faults.append(FAULTS[name])
    assert desk.refused(deadline_s=0.5 if name.startswith("slow") else None).startswith("cloud.")
    desk.ready.server.faults.clear()  # the clock may have run out before the server was reached
    assert desk.rewrite() == "The meeting moves to friday."


def test_a_model_that_the_server_has_not(desk: Desk) -> None:
    desk.ready.settings.cleanup.language_model = "unknown"
    assert desk.refused() == "cloud.rejected"


def test_no_model_is_named(desk: Desk) -> None:
    desk.ready.settings.cleanup.language_model = ""
    assert desk.refused() == "rewriter.no_model"


def test_without_an_address_nobody_is_asked() -> None:
    problem = OpenAiCompatibleRewriter(Cloud(Settings)).unavailable()
    assert problem is not None
    assert problem.code == "cloud.no_address"


def test_a_model_on_another_computer_needs_consent(desk: Desk) -> None:
    desk.ready.settings.cloud.allowed = []
    assert desk.refused() == "cloud.not_allowed"
    assert desk.chat.seen == []


def test_it_is_late(desk: Desk) -> None:
    desk.ready.server.always = Fault(before_s=60.0)
    assert desk.refused(deadline_s=0.2) == "cloud.slow"
