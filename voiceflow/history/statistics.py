"""How much was dictated, and what that saved."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from voiceflow.history.database import Connection
from voiceflow.history.queries import Conditions
from voiceflow.history.records import DictationState

TYPED_WORDS_PER_MINUTE = 52
"""The mean of 168,000 people at a keyboard: Dhakal, Feit, Kristensson and Oulasvirta, "Observations on Typing from 136
Million Keystrokes", CHI 2018."""

Key = TypeVar("Key")

_WITH_TEXT = (DictationState.DONE, DictationState.RECOVERED)


@dataclass(frozen=True, slots=True)
class Said:
    """`words` as `queries.count_words` has them; `speech_s` is the time from key-down to key-up."""

    dictations: int = 0
    words: int = 0
    speech_s: float = 0.0

    @property
    def saved_s(self) -> float:
        """The words at 52 typed words a minute, less the time that it took to say them; below 0 where typing would
        have been faster."""
        return self.words / TYPED_WORDS_PER_MINUTE * 60 - self.speech_s

    def __add__(self, other: "Said") -> "Said":
        return Said(
            self.dictations + other.dictations, self.words + other.words, round(self.speech_s + other.speech_s, 3)
        )


@dataclass(frozen=True, slots=True)
class Statistics:
    """`by_day`: local dates, oldest first, only those with dictations. `by_app`: most words first."""

    total: Said
    by_day: tuple[tuple[dt.date, Said], ...]
    by_app: tuple[tuple[str, Said], ...]


def gather(db: Connection, conditions: Conditions) -> Statistics:
    """Looks at every dictation that fits: a quarter of a second for 100,000."""
    where, values = conditions.sql()
    marks = ", ".join("?" * len(_WITH_TEXT))
    rows = db.execute(
        f"SELECT date(d.started_at, 'unixepoch', 'localtime') AS day, d.app AS app, count(*), sum(d.word_count),"
        f" sum(d.duration_s) FROM dictation d {where or 'WHERE true'} AND d.state IN ({marks}) AND d.text <> ''"
        " GROUP BY day, app",
        (*values, *_WITH_TEXT),
    ).fetchall()
    said = [(dt.date.fromisoformat(row[0]), str(row[1]), Said(row[2], row[3], round(row[4], 3))) for row in rows]
    days = _summed((day, each) for day, _, each in said)
    apps = _summed((app, each) for _, app, each in said)
    total = sum((each for _, _, each in said), Said())
    return Statistics(total, tuple(sorted(days.items())), _most_first(apps))


def _summed(parts: Iterable[tuple[Key, Said]]) -> dict[Key, Said]:
    sums: dict[Key, Said] = {}
    for key, said in parts:
        sums[key] = sums.get(key, Said()) + said
    return sums


def _most_first(apps: dict[str, Said]) -> tuple[tuple[str, Said], ...]:
    words: Callable[[tuple[str, Said]], tuple[int, str]] = lambda each: (-each[1].words, each[0])  # noqa: E731
    return tuple(sorted(apps.items(), key=words))
