"""Text to better text: what was said goes in, what should be written comes out, or an error and the text stays as it
is."""

from abc import ABC, abstractmethod
from concurrent.futures import Future
from dataclasses import dataclass, field

from voiceflow.errors import VoiceFlowError

STYLES = ("as_is", "tidy", "formal", "notes", "code_comment")


def deadline_s(text: str) -> float:
    """How long a user would wait for it: issue 7 point 6."""
    return min(30.0, 4.0 + 0.020 * len(text))


@dataclass(frozen=True, slots=True)
class RewriteRequest:
    """`style`: one of `STYLES`. With an `instruction`, which is what a user asks for in words ("make it shorter"), the
    style counts for nothing, and the result may differ from the text as much as it likes. `language`: code such as
    `en`, empty when unknown. `deadline_s` None: `deadline_s(text)`. `wanted` is cancelled, from any thread, when nobody
    waits for the result any more: then `rewrite` fails at once."""

    text: str
    style: str = "tidy"
    instruction: str = ""
    language: str = ""
    deadline_s: float | None = None
    wanted: "Future[None]" = field(default_factory=Future, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """White space at both ends is that of the text that was given. `model` is empty where none was needed."""

    text: str
    engine: str
    model: str = ""
    cached: bool = False
    elapsed_ms: float = 0.0


class Rewriter(ABC):
    """Cheap to make; any number of threads at a time may call it."""

    @abstractmethod
    def unavailable(self) -> VoiceFlowError | None:
        """Why it cannot run here and what to do, or None."""

    @abstractmethod
    def rewrite(self, request: RewriteRequest) -> Rewritten:
        """Waits at most for the deadline. `EngineError` when it is unavailable, late or failed, and `rewriter.refused`
        when what came back cannot be meant: the caller goes on with the text that it has."""

    @abstractmethod
    def close(self) -> None: ...
