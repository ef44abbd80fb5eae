"""The files of each language in resources/translations, made anew from the program's texts: `python -m
tests.translations`. Texts that are new come without a translation and are listed: write it into the .ts file (by hand
or with Qt Linguist), and run this again. Exit code 1 while one is missing. `--check` changes nothing."""

import argparse
import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

from tests.translation_messages import PROGRAM, messages
from voiceflow.settings import Settings
from voiceflow.settings_keys import keys
from voiceflow.ui import settings_words
from voiceflow.ui.messages import CONTEXT

LANGUAGES = ("de",)
FOLDER = PROGRAM.parent / "resources" / "translations"
SENTENCES = FOLDER / "messages.txt"
_TOOLS = Path(PySide6.__file__).parent
_PART = re.compile(r"\{(\w+)\}")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true", help="only say what is missing")
    if not arguments.parse_args().check:
        remake()
    return report()


def remake() -> None:
    FOLDER.mkdir(exist_ok=True)
    SENTENCES.write_text(sentences(), "utf-8")
    for language in LANGUAGES:
        update(ts_file(language))
        compile_to(ts_file(language), qm_file(language))


def report() -> int:
    lacking = 0
    for language in LANGUAGES:
        for problem in problems(language):
            lacking += 1
            print(f"{language}: {problem}")
    print(f"{lacking} texts to be translated" if lacking else "every text is translated")
    return int(lacking > 0)


def ts_file(language: str) -> Path:
    return FOLDER / f"voiceflow_{language}.ts"


def qm_file(language: str) -> Path:
    return FOLDER / f"voiceflow_{language}.qm"


def sentences() -> str:
    return "".join(sentence.replace("\n", "\\n") + "\n" for sentence in messages())


def problems(language: str) -> list[str]:
    """What is missing, by the program's texts of now; what has lost or gained a part such as `{name}`."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / ts_file(language).name
        fresh.write_bytes(ts_file(language).read_bytes() if ts_file(language).exists() else b"")
        update(fresh)
        return [
            f"{context}: {source!r} " + ("has no translation" if not target else f"has other parts in {target!r}")
            for context, source, target in translations(fresh)
            if not target or set(_PART.findall(source)) != set(_PART.findall(target))
        ]


def translations(path: Path) -> Iterator[tuple[str, str, str]]:
    """Context, source, and what it is in the language; empty where that is not finished."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            target = message.find("translation")
            assert target is not None
            finished = target.get("type") is None
            yield context.findtext("name", ""), message.findtext("source", ""), (target.text or "") if finished else ""


def update(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "listed.py"
        listed.write_text("".join(_listed()), "utf-8")
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", path.stem[-2:]]
        if not path.exists() or not path.stat().st_size:
            path.unlink(missing_ok=True)
        _run("lupdate", *sorted(map(str, PROGRAM.rglob("ui/*.py"))), str(listed), *options, "-ts", str(path))


def compile_to(ts: Path, qm: Path) -> None:
    _run("lrelease", "-silent", "-nounfinished", str(ts), "-qm", str(qm))


def _listed() -> Iterator[str]:
    """Texts that stand in no call of `tr`: the settings' own, and what the core tells."""
    for sentence in messages():
        yield f"translate({CONTEXT!r}, {sentence!r})\n"
    for text in sorted(_settings()):
        yield f"translate('Settings', {text!r})\n"


def _settings() -> set[str]:
    found = {key.help for key in keys().values()}
    found |= {settings_words.title(name) for name in keys()}
    found |= {settings_words.section_title(section.name) for section in fields(Settings)}
    found |= {settings_words.choice_word(choice) for key in keys().values() for choice in key.choices}
    return found | _literals_of("_NOTES", Path(settings_words.__file__))


def _literals_of(name: str, path: Path) -> set[str]:
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name:
            return set(ast.literal_eval(node.value).values())
    raise LookupError(name)


def _run(tool: str, *arguments: str) -> None:
    """From the folder of PySide6 itself, which has both on every platform."""
    program = _TOOLS / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([program, *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
