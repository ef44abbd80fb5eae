"""Which profile counts where."""

from dataclasses import replace

import pytest

from voiceflow import profiles
from voiceflow.settings import Profile, Settings
from voiceflow.settings_keys import keys

FIREFOX = "firefox"


@pytest.mark.parametrize(
    ("app", "title", "name"),
    [
        ("xterm", "make", "Terminals"),
        ("gnome-terminal-server", "", "Terminals"),
        ("WindowsTerminal.exe", "", "Terminals"),
        ("Code", "core.py - voiceflow - Visual Studio Code", "Code editors"),
        ("slack", "general", "Chat"),
        ("thunderbird", "Inbox", "Mail"),
        (FIREFOX, "Inbox (3) - jane@gmail.com - Gmail — Mozilla Firefox", "Mail on the web"),
        ("google-chrome", "(2) WhatsApp - Google Chrome", "Chat on the web"),
        ("google-chrome", "• Discord | #general | Friends - Google Chrome", "Chat on the web"),
        (FIREFOX, "Gmail tips for everybody — Mozilla Firefox", None),
        (FIREFOX, "outlook - Wiktionary — Mozilla Firefox", "Mail on the web"),
        ("gedit", "Inbox - Gmail", None),
        ("writer", "slack", None),
        ("", "", None),
    ],
)
def test_everybody_has_some(app: str, title: str, name: str | None) -> None:
    found = profiles.chosen(Settings(), app, title)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("profile", "fits"),
    [
        (Profile("p"), True),
        (Profile("p", app=("xterm",)), True),
        (Profile("p", app=("XTerm.exe",)), True),
        (Profile("p", app=("x*",)), True),
        (Profile("p", app=("term",)), False),
        (Profile("p", title=("PROD",)), True),
        (Profile("p", title=("ssh *",)), True),
        (Profile("p", title=("* ssh",)), False),
        (Profile("p", app=("xterm",), title=("staging",)), False),
        (Profile("p", site=("prod",)), False),
    ],
)
def test_all_kinds_of_patterns_must_fit(profile: Profile, fits: bool) -> None:
    assert profiles.fits(profile, "xterm", "ssh root@prod-7") is fits


def test_the_first_that_fits_counts_and_the_users_come_first() -> None:
    mine = (Profile("Mine", app=("xterm",)), Profile("Never", app=("xterm",)))
    assert profiles.chosen(replace(Settings(), profiles=mine), "xterm", "").name == "Mine"  # type: ignore[union-attr]


def test_a_profile_that_is_off_counts_nowhere_nor_does_its_built_in_namesake() -> None:
    assert profiles.chosen(replace(Settings(), profiles=(Profile("Terminals", on=False),)), "xterm", "") is None


def test_a_profile_changes_settings_and_adds_words() -> None:
    settings = Settings()
    settings = replace(settings, stt=replace(settings.stt, hotwords=["VoiceFlow", "kubectl"]))
    profile = Profile("p", vocabulary=("kubectl", "etcd"), settings={"text.numbers": "digits", "stt.language": "de"})
    changed = profiles.applied(settings, profile)
    assert (changed.text.numbers, changed.stt.language) == ("digits", "de")
    assert changed.stt.hotwords == ["kubectl", "etcd", "VoiceFlow"]
    assert settings.text.numbers == "from_ten"
    assert profiles.applied(settings, None) is settings


def test_the_built_in_ones_can_be_read_without_a_problem() -> None:
    assert len(profiles.built_in()) == 6
    for profile in profiles.built_in():
        assert profile.settings.keys() <= keys().keys()
