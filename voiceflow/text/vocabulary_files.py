"""A vocabulary as a file: `txt` has a spelling on each line; `csv` has all that is known of a word, with a heading."""

import csv
import io
from collections.abc import Iterable, Sequence

from voiceflow.errors import SettingsError
from voiceflow.text.vocabulary import USUAL_WEIGHT, Entry, entry

FORMATS = ("txt", "csv")
COLUMNS = ("spelling", "sounds_like", "category", "weight", "exact")
_BETWEEN = ";"
_YES = ("1", "true", "yes")


def written(entries: Iterable[Entry], kind: str) -> str:
    """`txt` leaves everything but the spelling out."""
    if kind == "txt":
        return "".join(f"{each.spelling}\n" for each in entries)
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for each in entries:
        sounds_like = f"{_BETWEEN} ".join(each.sounds_like)
        table.writerow((each.spelling, sounds_like, each.category, each.weight, "yes" if each.exact else ""))
    return text.getvalue()


def read(text: str, kind: str) -> list[Entry]:
    """`SettingsError` with the line of the first that is wrong."""
    return _read_csv(text) if kind == "csv" else _read_txt(text)


def _read_txt(text: str) -> list[Entry]:
    """Empty lines and those that begin with `#` are no words."""
    lines = enumerate(text.lstrip("\ufeff").splitlines(), 1)
    return [_checked(number, [line]) for number, line in lines if line.strip() and not line.startswith("#")]


def _read_csv(text: str) -> list[Entry]:
    """Columns by their names in any order, where there is a heading; else in the order of `COLUMNS`. Semicolons or tabs
    between them will do."""
    text = text.lstrip("\ufeff")
    first = text.partition("\n")[0]
    delimiter = next((mark for mark in ("\t", ";") if mark in first and "," not in first), ",")
    table = csv.reader(io.StringIO(text), delimiter=delimiter)
    order: tuple[str, ...] = COLUMNS
    found = []
    for row in table:
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if table.line_num == 1 and "spelling" in map(str.lower, cells):
            order = tuple(map(str.lower, cells))
            continue
        named = dict(zip(order, cells, strict=False))
        found.append(_checked(table.line_num, [named.get(column, "") for column in COLUMNS]))
    return found


def _checked(line: int, cells: Sequence[str]) -> Entry:
    spelling, sounds_like, category, weight, exact = (*cells, *("",) * (len(COLUMNS) - len(cells)))
    try:
        weight_or_usual = int(weight) if weight else USUAL_WEIGHT
        return entry(spelling, sounds_like.split(_BETWEEN), category, weight_or_usual, exact.lower() in _YES)
    except ValueError as error:
        raise _wrong(line, f"{weight!r} is no weight", "A weight is a whole number from 1 to 10.") from error
    except SettingsError as error:
        raise _wrong(line, error.title, error.hint) from error


def _wrong(line: int, title: str, hint: str) -> SettingsError:
    return SettingsError("vocabulary.bad_line", f"Line {line}: {title}", hint)
