"""The shape of the program: imports point downwards, heavy libraries stay where they belong, files and functions stay
small enough to read. ARCHITECTURE.md has the picture."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

CHECKOUT = Path(__file__).parent.parent

# From the top down. A part may import what stands in a lower row, and itself.
LAYERS = [
    {"__main__"},
    {"app"},
    {"cli", "ui", "api", "agents"},
    {"bench"},
    {"doctor", "round_trip", "selftest", "tuning"},
    {"core"},
    {"past", "selection_edit", "speech"},
    {"vocabulary"},
    {"autostart", "engine_choice", "measuring", "options", "sounds", "status"},
    {"dictation", "reading", "transcription"},
    {"routing"},
    {"engines", "text", "history", "metrics", "profiles"},
    {"audio", "cloud"},
    {"settings", "events", "control", "logs"},
    {"errors", "installation", "paths", "mailbox", "machine", "keychain", "once"},
]
ROW = {part: row for row, parts in enumerate(LAYERS) for part in parts}

SHARED_BY_ALL_ENGINES = ("voiceflow.engines.catalogue", "voiceflow.engines.models")
MAY_NAME_ENGINES = {"engines", "routing", "bench"}

HEAVY = (
    "PySide6",
    "numpy",
    "onnxruntime",
    "ctranslate2",
    "faster_whisper",
    "tokenizers",
    "huggingface_hub",
    "av",
    "sounddevice",
    "soxr",
    "piper",
)

NO_ROOMS = {"utils", "util", "misc", "common", "helpers", "helper", "const", "consts", "constants"}

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60
MOST_PARAMETERS = 6

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Import(NamedTuple):
    """`target` is the module, or what may be one: `from a import b` gives both `a` and `a.b`."""

    importer: str
    target: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.target}"


def test_imports_point_downwards() -> None:
    wrong = [
        str(found)
        for found in _imports_within()
        if _part(found.importer) != _part(found.target) and _row(found.importer) >= _row(found.target)
    ]
    assert not wrong, "\n".join(wrong)


def test_every_module_has_a_layer() -> None:
    without = {_part(module) for module in _modules()} - ROW.keys() - {""}
    assert not without, f"no layer in LAYERS, and so none in ARCHITECTURE.md: {', '.join(sorted(without))}"


def test_engines_are_reached_through_their_contract_or_the_catalogue() -> None:
    wrong = [
        str(found)
        for found in _imports_within()
        if _part(found.target) == "engines"
        and _part(found.importer) not in MAY_NAME_ENGINES
        and found.target in _modules()
        and not _is_package(found.target)
        and not found.target.endswith(".contract")
        and found.target not in SHARED_BY_ALL_ENGINES
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_window_imports_qt() -> None:
    wrong = [
        str(found)
        for found in imports()
        if found.target.partition(".")[0] in ("PySide6", "shiboken6") and _part(found.importer) != "ui"
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("import voiceflow.core", id="import of the core"),
        pytest.param("from voiceflow.app import run; run(['--version'])", id="voiceflow --version"),
        pytest.param("from voiceflow.app import run; run(['status'])", id="voiceflow status"),
    ],
)
def test_nothing_heavy_is_loaded_by(statement: str) -> None:
    program = f"""
import json, sys
try:
    {statement}
except SystemExit:
    pass
print()
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=60, cwd=CHECKOUT
    )
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout.splitlines()[-1])
    heavy = [name for name in HEAVY if name in loaded]
    assert not heavy, f"{statement} loads {heavy}"


def test_every_module_has_a_name_that_says_what_it_is() -> None:
    wrong = [
        str(file) for file in _files("voiceflow", "installer", "tests") if {file.stem, file.parent.name} & NO_ROOMS
    ]
    assert not wrong


def test_files_are_short() -> None:
    lengths = {
        file: len(file.read_text(encoding="utf-8").splitlines()) for file in _files("voiceflow", "installer", "tests")
    }
    wrong = [
        f"{file.relative_to(CHECKOUT)}: {lines} lines"
        for file, lines in lengths.items()
        if lines > MOST_LINES_OF_A_FILE
    ]
    assert not wrong, "\n".join(wrong)


def test_functions_are_short() -> None:
    wrong = [
        f"{where} {function.name}: {lines} lines"
        for where, function in _functions("voiceflow", "installer", "tests")
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]
    assert not wrong, "\n".join(wrong)


def test_functions_have_few_parameters() -> None:
    wrong = [
        f"{where} {function.name}: {count} parameters"
        for where, function in _functions("voiceflow", "installer")
        if (count := _parameters(function)) > MOST_PARAMETERS
    ]
    assert not wrong, "\n".join(wrong)


def _files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((CHECKOUT / folder).rglob("*.py"))


@cache
def _modules() -> dict[str, Path]:
    """Every module of the program, by its dotted name."""
    names = {}
    for file in _files("voiceflow"):
        parts = file.relative_to(CHECKOUT).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return names


def _is_package(module: str) -> bool:
    return _modules()[module].name == "__init__.py"


def _part(module: str) -> str:
    """`voiceflow.audio.ring` -> `audio`; `voiceflow.settings_file` -> `settings`, whose file it is."""
    _, _, rest = module.partition(".")
    part = rest.partition(".")[0]
    return part if part in ROW else part.partition("_")[0]


def _row(module: str) -> int:
    """What has no layer yet counts as the top: it may import everything, nothing may import it."""
    return ROW.get(_part(module), 0)


@cache
def imports() -> list[Import]:
    """Those inside functions and under TYPE_CHECKING too."""
    found = []
    for module, file in _modules().items():
        for node in ast.walk(_parsed(file)):
            if isinstance(node, ast.Import):
                found += [Import(module, alias.name, node.lineno) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.append(Import(module, node.module, node.lineno))
                found += [Import(module, f"{node.module}.{alias.name}", node.lineno) for alias in node.names]
    return found


def _imports_within() -> list[Import]:
    return [found for found in imports() if found.target in _modules() and found.target != "voiceflow"]


@cache
def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _functions(*folders: str) -> Iterator[tuple[str, Function]]:
    for file in _files(*folders):
        for node in ast.walk(_parsed(file)):
            if isinstance(node, Function):
                yield f"{file.relative_to(CHECKOUT)}:{node.lineno}", node


def _parameters(function: Function) -> int:
    named = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    gathered = [argument for argument in (function.args.vararg, function.args.kwarg) if argument]
    return len([argument for argument in named if argument.arg not in ("self", "cls")]) + len(gathered)
