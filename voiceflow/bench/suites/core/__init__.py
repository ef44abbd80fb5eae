"""Baseline performance: what one dictation, one text read aloud and one start take on this machine."""

from voiceflow.bench.suite import Suite
from voiceflow.bench.suites.core import (
    api,
    arithmetic,
    cleanup,
    database,
    key_down,
    models,
    overhead,
    recognition,
    rules,
    speech_out,
    startup,
    uploads,
    words,
)

SUITE = Suite(
    "core",
    "Baseline performance",
    "How long people wait: for their words, for a voice, for the program. Real engines, but where a figure says null.",
    (
        *recognition.PARTS,
        *arithmetic.PARTS,
        *words.PARTS,
        *models.PARTS,
        *speech_out.PARTS,
        *rules.PARTS,
        *cleanup.PARTS,
        *uploads.PARTS,
        *database.PARTS,
        *api.PARTS,
        *key_down.PARTS,
        *startup.PARTS,
        *overhead.PARTS,
    ),
)
