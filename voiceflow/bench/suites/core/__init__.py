"""Baseline performance: what one dictation, one text read aloud and one start take on this machine."""

from voiceflow.bench.suite import Suite
from voiceflow.bench.suites.core import arithmetic, cleanup, database, models, overhead, recognition, rules, startup, words

SUITE = Suite(
    "core",
    "Baseline performance",
    "How long people wait: for their words, for a voice, for the program. Real engines, but where a figure says null.",
    (
        *recognition.PARTS,
        *arithmetic.PARTS,
        *words.PARTS,
        *models.PARTS,
        *rules.PARTS,
        *database.PARTS,
        *startup.PARTS,
        *overhead.PARTS,
    ),
)
