"""What is imported is declared: a library that comes along with another one today may not tomorrow."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.test_architecture import CHECKOUT, imports

# Of extras that need not be installed here: what is imported, and what brings it.
BROUGHT_BY_EXTRAS = {"evdev": "evdev-binary", "onnx_asr": "onnx-asr", "pynvml": "nvidia-ml-py"}


def test_every_library_that_is_imported_is_declared() -> None:
    brought_by = packages_distributions()
    libraries = {found.target.partition(".")[0]: str(found) for found in imports()}
    undeclared = [
        where
        for library, where in libraries.items()
        if library not in sys.stdlib_module_names
        and library != "voiceflow"
        and not _declared()
        & {_normalized(name) for name in brought_by.get(library, [BROUGHT_BY_EXTRAS.get(library, "")])}
    ]
    assert not undeclared, "\n".join(undeclared)


def _declared() -> set[str]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return {_normalized(re.split(r"[^\w.-]", line)[0]) for group in groups for line in group}


def _normalized(name: str) -> str:
    """PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_pictures_of_the_readme_are_not_installed() -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel", reason="what builds the wheel is not installed here")
    packed = {each.distribution_path for each in wheel.WheelBuilder(str(CHECKOUT)).recurse_included_files()}
    assert "voiceflow/core.py" in packed
    assert any(path.startswith("voiceflow/_resources/icons/") for path in packed)
    assert not [path for path in packed if "screenshots" in path]
