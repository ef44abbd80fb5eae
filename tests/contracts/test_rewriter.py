"""What everything that rewrites text promises; each engine is a subclass."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.imitations.allowed import allowed
from tests.imitations.chat import Chat
from voiceflow.engines.rewriter.contract import STYLES, Rewriter, RewriteRequest, deadline_s
from voiceflow.engines.rewriter.openai_compatible import OpenAiCompatibleRewriter
from voiceflow.engines.rewriter.unchanged import UnchangedRewriter

SAID = "um so the meeting moves to friday at nine in the morning"


class RewriterContract(ABC):
    @pytest.fixture
    @abstractmethod
    def rewriter(self) -> Rewriter: ...

    def test_it_can_run_here(self, rewriter: Rewriter) -> None:
        assert rewriter.unavailable() is None

    @pytest.mark.parametrize("style", STYLES)
    def test_every_style_gives_the_words_back(self, rewriter: Rewriter, style: str) -> None:
        rewritten = rewriter.rewrite(RewriteRequest(SAID, style))
        assert "friday at nine" in rewritten.text
        assert rewritten.engine

    def test_as_is_is_as_it_is(self, rewriter: Rewriter) -> None:
        assert rewriter.rewrite(RewriteRequest(SAID, "as_is")).text == SAID

    @pytest.mark.parametrize("text", ["", " ", "\n"])
    def test_nothing_stays_nothing(self, rewriter: Rewriter, text: str) -> None:
        assert rewriter.rewrite(RewriteRequest(text)).text == text

    def test_white_space_around_it_stays(self, rewriter: Rewriter) -> None:
        text = rewriter.rewrite(RewriteRequest(f"\n{SAID} ")).text
        assert text[0] == "\n" and text[-1] == " " and text[1:-1] == text.strip()

    def test_it_can_be_closed_twice_and_works_again(self, rewriter: Rewriter) -> None:
        rewriter.close()
        rewriter.close()
        assert rewriter.rewrite(RewriteRequest(SAID)).text


class TestUnchanged(RewriterContract):
    @pytest.fixture
    def rewriter(self) -> Rewriter:
        return UnchangedRewriter()


class TestOpenAiCompatible(RewriterContract):
    @pytest.fixture
    def rewriter(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rewriter]:
        with allowed(Chat(), tmp_path, monkeypatch) as ready:
            ready.settings.cleanup.language_model = "llama"
            yield OpenAiCompatibleRewriter(ready.cloud)


@pytest.mark.parametrize(("characters", "seconds"), [(0, 4.0), (100, 6.0), (1000, 24.0), (1300, 30.0), (99_999, 30.0)])
def test_the_longer_the_text_the_longer_the_patience(characters: int, seconds: float) -> None:
    assert deadline_s("x" * characters) == pytest.approx(seconds)
