"""What a report is made of, before it is Markdown or HTML."""

from dataclasses import dataclass
from typing import Literal

from voiceflow.bench.figures import Plot
from voiceflow.bench.results import PartResult

State = Literal["good", "warn", "bad", ""]


@dataclass(frozen=True, slots=True)
class Cell:
    """`code`: a name to be copied, with words `after` it that are none of it."""

    text: str
    state: State = ""
    code: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    state: State = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A command."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`numbers` are the columns that stand right-aligned."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    part: PartResult
    plot: Plot


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first screen says: a verdict in a sentence, and a few facts as label and value."""

    state: State
    sentence: str
    facts: tuple[tuple[str, Cell], ...]


Block = Heading | Text | Code | Bullets | Table | Picture | Summary
