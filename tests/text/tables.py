"""The tables of cases: `said<TAB>written`, one case a line; `\\n` is a line break, `#` begins a comment.

`# text.numbers = digits` sets a setting for the lines below it, `# vocabulary: Anna; Siobhan = shivon, shavon` adds
words with what they sound like. The file's name begins with the language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from voiceflow.options import text_wishes
from voiceflow.settings import Settings
from voiceflow.settings_keys import key
from voiceflow.settings_toml import with_values
from voiceflow.text.pipeline import Wishes
from voiceflow.text.vocabulary import Entry, entry

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    where: str
    language: str
    said: str
    written: str
    wishes: Wishes


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.tsv")):
        yield from _cases(path)


def _cases(path: Path) -> Iterator[Case]:
    wishes, vocabulary = _wishes({}), tuple[Entry, ...]()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("# text."):
            name, _, value = line[2:].partition(" = ")
            wishes = replace(_wishes({name: key(name).parse(value)}), vocabulary=vocabulary)
        elif line.startswith("# vocabulary: "):
            vocabulary += tuple(map(_entry, line.partition(": ")[2].split(";")))
            wishes = replace(wishes, vocabulary=vocabulary)
        elif line and not line.startswith("#"):
            said, _, written = line.partition("\t")
            yield Case(f"{path.name}:{number}", path.name[:2], _shown(said), _shown(written or said), wishes)


def _wishes(values: dict[str, object]) -> Wishes:
    return replace(text_wishes(with_values(Settings(), values)), trailing_space=False)


def _entry(written: str) -> Entry:
    spelling, _, sounds_like = written.partition("=")
    return entry(spelling, sounds_like.split(",") if sounds_like else ())


def _shown(text: str) -> str:
    return text.replace("\\n", "\n")
