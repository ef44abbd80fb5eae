"""Real recordings with their transcripts, found through `VOICEFLOW_TEST_SPEECH` or in `shared/speech` beside the
checkout. They are no part of the project: without them the tests that need them skip."""

import json
import os
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

# References that the recordings' README does not admit to word error rates: approximate or unconfirmed texts, markers,
# and clips that were joined from others.
_NOT_FOR_WORD_ERROR_RATE = (
    "fleursdumal_*",
    "cold_corpus3*",
    "long_libri_*_concat10",
    "mfa_breathy*",
    "mfa_creaky*",
    "mfa_long*",
    "sb_spk2_snt5*",
)


@dataclass(frozen=True, slots=True)
class SpeechClip:
    """`spoken` is the reference for scoring: numbers as they were read, where that is known. `tags` and `group` as in
    the manifest."""

    path: Path
    language: str
    duration_s: float
    transcript: str
    spoken: str
    group: str
    sample_rate_hz: int
    channels: int
    tags: tuple[str, ...] = field(default=())
    speaker: str = "unknown"

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def counts_for_word_error_rate(self) -> bool:
        return not any(fnmatch(self.name, pattern) for pattern in _NOT_FOR_WORD_ERROR_RATE)


@dataclass(frozen=True, slots=True)
class SpeechClips:
    folder: Path
    clips: tuple[SpeechClip, ...]

    def __getitem__(self, name: str) -> SpeechClip:
        """By file name without suffix."""
        return next(clip for clip in self.clips if clip.name == name)

    def in_group(self, group: str) -> list[SpeechClip]:
        return [clip for clip in self.clips if clip.group == group]

    def in_language(self, language: str) -> list[SpeechClip]:
        return [clip for clip in self.clips if clip.language == language]

    def for_word_error_rate(self, language: str = "en") -> list[SpeechClip]:
        return [clip for clip in self.in_language(language) if clip.counts_for_word_error_rate]


def speech_folder() -> Path:
    beside = Path(__file__).parents[2] / "shared" / "speech"
    return Path(os.environ.get("VOICEFLOW_TEST_SPEECH") or beside)


def read_manifest(folder: Path) -> SpeechClips:
    lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return SpeechClips(folder, tuple(_clip(folder, json.loads(line)) for line in lines if line.strip()))


def _clip(folder: Path, row: dict) -> SpeechClip:
    return SpeechClip(
        path=folder / row["file"],
        language=row["language"],
        duration_s=row["duration_s"],
        transcript=row["transcript"],
        spoken=row.get("spoken", row["transcript"]),
        group=row["group"],
        sample_rate_hz=row["sample_rate"],
        channels=row["channels"],
        tags=tuple(row["tags"]),
        speaker=row["speaker"],
    )
