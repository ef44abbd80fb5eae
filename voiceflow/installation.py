"""How this VoiceFlow came onto the machine, and so the command that adds an extra to it and to no other."""

import importlib.metadata
import importlib.util
import json
import re
import shlex
import subprocess
import sys
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "voiceflow-dictation"


@dataclass(frozen=True, slots=True)
class Installation:
    """`folder`: of the environment. `source`: the folder, or the address, that it was installed from; empty for the
    package index. `editable`: it runs from that folder. `pip`: the environment has one."""

    python: str
    folder: Path
    source: str = ""
    editable: bool = False
    pip: bool = True
    frozen: bool = False


def this_installation() -> Installation:
    python, folder, frozen = sys.executable, Path(sys.prefix), bool(getattr(sys, "frozen", False))
    source, editable = "", False
    with suppress(importlib.metadata.PackageNotFoundError, ValueError):
        # PEP 610
        told = json.loads(importlib.metadata.distribution(PACKAGE).read_text("direct_url.json") or "{}")
        source, editable = _place(told), bool(told.get("dir_info", {}).get("editable"))
    return Installation(python, folder, source, editable, importlib.util.find_spec("pip") is not None, frozen)


def command_to_add(extra: str, here: Installation | None = None) -> str:
    """To be typed into a terminal; empty where the program brings its own Python and takes nothing more."""
    here = here or this_installation()
    if here.frozen:
        return ""
    if (here.folder / "pipx_metadata.json").is_file():
        return _typed("pipx", "inject", PACKAGE, *_requirements(extra))
    if (here.folder / "uv-receipt.toml").is_file():
        wanted = _wanted(",".join(sorted({extra, *_extras_of_uv_tool(here.folder)})), here)
        return _typed("uv", "tool", "install", "--force", *wanted)
    if here.pip:
        return _typed(here.python, "-m", "pip", "install", *_wanted(extra, here))
    return _typed("uv", "pip", "install", "--python", here.python, *_wanted(extra, here))


def cure_of_missing(extra: str) -> str:
    """A sentence for an error's hint."""
    command = command_to_add(extra)
    if command:
        return f"Add it to this installation: {command}"
    return f"This package of VoiceFlow cannot take it; the one of Python's package index can ({PACKAGE}[{extra}])"


def _wanted(extras: str, here: Installation) -> list[str]:
    if not here.source:
        return [f"{PACKAGE}[{extras}]"]
    if "://" in here.source:
        return [f"{PACKAGE}[{extras}] @ {here.source}"]
    return [*(["--editable"] if here.editable else []), f"{here.source}[{extras}]"]


def _requirements(extra: str) -> list[str]:
    """The names alone: what is there already stays as it is."""
    with suppress(importlib.metadata.PackageNotFoundError):
        lines = importlib.metadata.requires(PACKAGE) or []
        of_extra = [line for line in lines if re.search(rf"extra == ['\"]{extra}['\"]", line)]
        return [match[0] for line in of_extra if (match := re.match(r"[A-Za-z0-9._-]+", line))]
    return []


def _extras_of_uv_tool(folder: Path) -> list[str]:
    """Those that it was installed with."""
    with suppress(OSError, ValueError):
        told = tomllib.loads((folder / "uv-receipt.toml").read_text("utf-8"))
        for requirement in told["tool"]["requirements"]:
            if requirement.get("name") == PACKAGE:
                return list(requirement.get("extras", []))
    return []


def _place(told: dict[str, object]) -> str:
    url = str(told.get("url", ""))
    if url.startswith("file://"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname

        return url2pathname(urlsplit(url).path)
    vcs = told.get("vcs_info")
    return f"{vcs['vcs']}+{url}" if isinstance(vcs, dict) and "vcs" in vcs else url


def _typed(*words: str) -> str:
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
