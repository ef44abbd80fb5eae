"""What doctor says of a machine, and of what is wrong with it."""

from pathlib import Path

import pytest

from tests.imitations.allowed import Drawer
from voiceflow import doctor
from voiceflow.cloud.keys import Keys
from voiceflow.core import Core
from voiceflow.doctor import Check, checkup
from voiceflow.events import Severity


def checks_of(core: Core, name: str) -> list[Check]:
    return [check for check in checkup(core) if check.name == name]


def test_every_check_has_its_say(starter_whisper: Path) -> None:
    with Core() as core:
        names = [check.name for check in checkup(core)]
    assert names == [
        "settings",
        "microphone",
        "model",
        "stand-ins",
        "cloud",
        "clean-up",
        "context",
        "history",
        "disk",
        "hotkey",
        "insertion",
    ]


def test_a_wrong_setting_is_told_with_its_line(private_home: Path) -> None:
    (private_home / "config").mkdir(parents=True)
    (private_home / "config" / "config.toml").write_text("[stt]\nbeam_size = 99\nmodell = 'base'\n")
    with Core() as core:
        found = checks_of(core, "settings")
    assert [check.title[:6] for check in found] == ["Line 2", "Line 3"]
    assert all(check.severity is Severity.WARNING for check in found)


def test_an_unknown_model_comes_with_its_cure(private_home: Path) -> None:
    with Core() as core:
        core.settings.stt.model = "bass"
        (check,) = checks_of(core, "model")
    assert check.severity is Severity.ERROR
    assert "base" in check.hint


def test_an_engine_that_cannot_stand_in_comes_with_its_cure() -> None:
    with Core() as core:
        core.settings.routing.stt_then = ["scripted", "openai"]
        (check,) = checks_of(core, "stand-ins")
    assert check.severity is Severity.WARNING
    assert check.title.startswith("openai cannot stand in: ")
    assert check.hint


def test_a_disk_that_is_nearly_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", 1 << 60)
    with Core() as core:
        (check,) = checks_of(core, "disk")
    assert check.severity is Severity.ERROR
    assert "Make room" in check.hint


def test_what_may_leave_the_machine_is_told(private_home: Path) -> None:
    with Core() as core:
        assert checks_of(core, "cloud")[0].title == "May leave this machine: nothing"
        core.settings.cloud.enabled = True
        core.settings.cloud.allowed = ["sound => speech.googleapis.com"]
        core.cloud.keys = Keys(Drawer())
        assert "voiceflow cloud key set google" in checks_of(core, "cloud")[0].hint
        core.cloud.keys.set("google", "speech.googleapis.com", "key")
        assert checks_of(core, "cloud")[0].title == "May leave this machine: sound to speech.googleapis.com"


def test_clean_up_that_cannot_work_comes_with_its_cure(private_home: Path) -> None:
    with Core() as core:
        core.settings.cleanup.style = "tidy"
        (check,) = checks_of(core, "clean-up")
    assert check.severity is Severity.ERROR
    assert "cleanup.url" in check.hint
