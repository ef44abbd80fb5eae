"""The null engine: what was said is what is written."""

from voiceflow.engines.rewriter.contract import Rewriter, RewriteRequest, Rewritten
from voiceflow.errors import VoiceFlowError


class UnchangedRewriter(Rewriter):
    def unavailable(self) -> VoiceFlowError | None:
        return None

    def rewrite(self, request: RewriteRequest) -> Rewritten:
        return Rewritten(request.text, "unchanged")

    def close(self) -> None:
        pass
