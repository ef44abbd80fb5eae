"""What is read off one dictation."""

from voiceflow.events import Measured, Stage

STEPS = ("first_sample", "recognition", "last_decode", "rules", "cleanup", "history", "insertion", "receipt")
"""The stages that VoiceFlow is responsible for; `key_held` and `speech` are the speaker's. `last_decode` is a part of
`recognition` or lies before it, `receipt` is a part of `insertion`."""
RELEASE_TO_TEXT = "release_to_text"
REAL_TIME_FACTOR = "real_time_factor"
COUNTS = ("decodes_made", "decodes_redone", "decodes_dropped", "decodes_split", "fallback")


def values(measured: Measured) -> dict[str, float]:
    """By name, for the histograms: stage times and release-to-text in milliseconds, the real-time factor, and how often
    something was needed where it was."""
    found = {stage.name: stage.duration_ms for stage in measured.stages if stage.name in STEPS}
    if (release_ms := release_to_text_ms(measured)) is not None:
        found[RELEASE_TO_TEXT] = release_ms
    if measured.decode_s and measured.audio_s:
        found[REAL_TIME_FACTOR] = measured.decode_s / measured.audio_s
    return found | {name: count for name, count in counts(measured).items() if count}


def counts(measured: Measured) -> dict[str, int]:
    return {
        "decodes_made": measured.decodes_made,
        "decodes_redone": measured.decodes_redone,
        "decodes_dropped": measured.decodes_dropped,
        "decodes_split": measured.decodes_split,
        "fallback": int(bool(measured.fallback_reason)),
    }


def release_to_text_ms(measured: Measured) -> float | None:
    """From the key going up until the window has read the text or, where it does not tell, insertion was done. None
    where no text came."""
    stages = {stage.name: stage for stage in measured.stages}
    released, arrived = stages.get("recognition"), stages.get("receipt") or stages.get("insertion")
    return _end_ms(arrived) - released.start_ms if released and arrived else None


def _end_ms(stage: Stage) -> float:
    return stage.start_ms + stage.duration_ms
