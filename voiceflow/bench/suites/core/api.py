"""The local API: a request, and words that stream back over a WebSocket."""

from importlib.util import find_spec

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part


def api(run: Run) -> None:
    if find_spec("voiceflow.api") is None:
        raise CannotRunError("This version has no local API", "A version with the command voiceflow serve")
    raise CannotRunError("This suite knows no way to ask this version's local API", "A newer voiceflow bench")


PARTS = (Part("api", "The local API", api, 0, 0),)
