"""Running text that nobody here wrote: the documentation of the packages that are installed, read and not included."""

import ast
import re
import warnings
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

_LEAST_WORDS = 12
_LEAST_SHARE_OF_PLAIN_WORDS = 0.85
_PLAIN = re.compile(r"[(\"']*[A-Za-z][a-z]*(?:['’-][a-z]+)*[.,;:!?)\"']*")
_ENDS = re.compile(r"\n\s*\n")


def paragraphs(words: int) -> list[str]:
    """Of English prose, so many words in all; the same on every machine with the same packages."""
    found: dict[str, None] = {}
    count = 0
    for text in _documents():
        for paragraph in _ENDS.split(text):
            tidy = " ".join(paragraph.split())
            if tidy not in found and _is_prose(tidy):
                found[tidy] = None
                count += len(tidy.split())
                if count >= words:
                    return list(found)
    return list(found)


def _is_prose(paragraph: str) -> bool:
    words = paragraph.split()
    plain = sum(bool(_PLAIN.fullmatch(word)) for word in words)
    return len(words) >= _LEAST_WORDS and plain >= _LEAST_SHARE_OF_PLAIN_WORDS * len(words)


def _documents() -> Iterator[str]:
    """Descriptions of packages first, then what their modules say of themselves."""
    packages = sorted(metadata.distributions(), key=lambda package: package.name.lower())
    for package in packages:
        yield str(package.metadata.get_payload())
    for package in packages:
        for file in sorted(package.files or (), key=str):
            if file.suffix == ".py" and "test" not in str(file):
                yield from _docstrings(Path(str(file.locate())))


def _docstrings(file: Path) -> Iterator[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(file.read_text("utf-8"))
    except (OSError, SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""
