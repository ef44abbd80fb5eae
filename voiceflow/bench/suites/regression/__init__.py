"""Whether VoiceFlow became slower: each measure against fixed work in the same process, in turn with it, and that ratio
against a stored baseline's. A part is one measure, but for the last."""

from functools import partial

from voiceflow.bench.suite import Part, Suite
from voiceflow.bench.suites.regression import costs, decoding
from voiceflow.bench.suites.regression.compare import Make, compare
from voiceflow.bench.suites.regression.compared import tell

MEASURES: dict[str, tuple[Make, float, str]] = {
    "decode": (decoding.random_decode, 12, "One decode"),
    "release": (decoding.release_to_text, 8, "Release to text"),
    "real": (decoding.real_decode, 10, "One decode of the real model"),
    "rules": (costs.rules, 2.5, "Text rules"),
    "adding": (costs.adding, 5, "History: adding"),
    "searching": (costs.searching, 5, "History: searching"),
    "listening": (costs.listening, 2.5, "Listening with null engines"),
    "chain": (costs.chain, 2.5, "A chain of null engines"),
    "imports": (costs.importing, 7, "Imports at the start"),
    "speech": (costs.first_sound, 5, "The first sound of speech output"),
}
"""By part: what makes it, seconds of a quick run, title."""

_FULL = 3
"""Times as long."""

SUITE = Suite(
    "regression",
    "Against the baseline",
    "Processor time beside that of a calibration of the same kind in the same process, against a stored baseline.",
    (
        *(
            Part(name, title, partial(compare, make), seconds, _FULL * seconds)
            for name, (make, seconds, title) in MEASURES.items()
        ),
        Part("compared", "What was compared", tell, 0.1, 0.1),
    ),
)
