"""What snippets ask the desktop for: what was copied, what is selected, how far back the cursor goes."""

from voiceflow.engines import catalogue
from voiceflow.engines.inserter.contract import graphemes
from voiceflow.engines.selection.contract import Selection
from voiceflow.errors import VoiceFlowError
from voiceflow.text.snippets import CLIPBOARD


def beside(name: str) -> str:
    """The text of `CLIPBOARD` or `SELECTION`; empty where there is none or it cannot be read."""
    try:
        selection: Selection = catalogue.first_available("selection").kind()
        return selection.copied() if name == CLIPBOARD else selection.text()
    except VoiceFlowError:
        return ""


def places_back(text: str, behind: str) -> int:
    """From the end of `text` to before `behind`, which it may have lost some of: a final period, spaces."""
    core, whole = text.rstrip(" "), behind.rstrip(" ")
    kept = next((each for each in (whole, whole.removesuffix(".")) if core.endswith(each)), "")
    return graphemes(text[len(core) - len(kept) :]) if kept else 0
