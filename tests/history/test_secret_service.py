"""The key in a real keyring: gnome-keyring on a private bus."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.rig import Desktop, missing_programs

CHECKOUT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.desktop

OPEN = """
import os
from voiceflow import settings
from voiceflow.errors import HistoryError
from voiceflow.history.store import History
from voiceflow.paths import paths
try:
    history = History.open(paths(), settings.History())
    print("open", history.count(), *[warning.code for warning in history.warnings])
    history.close()
except HistoryError as error:
    print(error.code)
"""

ENTRIES = """
import secretstorage
bus = secretstorage.dbus_init()
for item in secretstorage.get_default_collection(bus).get_all_items():
    print(item.get_attributes()["service"], len(item.get_secret()))
bus.close()
"""

LOCK = """
import secretstorage
bus = secretstorage.dbus_init()
secretstorage.get_default_collection(bus).lock()
bus.close()
"""


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    if missing := missing_programs("keyring"):
        pytest.skip(f"a real keyring needs {', '.join(missing)}")
    with Desktop(x=False, window_manager=False, tray=False, audio=False) as running:
        yield running


def python(desktop: Desktop, program: str) -> str:
    done = desktop.run([sys.executable, "-c", program], cwd=CHECKOUT, check=False)
    assert done.stderr == ""
    return done.stdout.strip()


def test_the_key_is_made_once_and_found_again(desktop: Desktop) -> None:
    assert python(desktop, OPEN) == "open 0"
    assert python(desktop, ENTRIES) == "VoiceFlow 64"
    assert python(desktop, OPEN) == "open 0"
    assert python(desktop, ENTRIES) == "VoiceFlow 64"


def test_a_locked_keyring_is_said_to_be_locked_and_gets_no_second_key(desktop: Desktop) -> None:
    assert python(desktop, OPEN) == "open 0"
    python(desktop, LOCK)
    assert python(desktop, OPEN) in ("history.keyring_locked", "history.keyring_unopened")
    assert not list((desktop.folder / "voiceflow" / "data").glob("*.key"))


def test_a_keyring_that_ended_is_missed(desktop: Desktop) -> None:
    assert python(desktop, OPEN) == "open 0"
    keyring = desktop.process("keyring")
    keyring.terminate()
    keyring.wait(10)
    assert python(desktop, OPEN).startswith("history.keyring_")


def test_a_session_bus_that_died_is_no_reason_for_a_new_key(desktop: Desktop) -> None:
    assert python(desktop, OPEN) == "open 0"
    bus = desktop.process("bus")
    bus.terminate()
    bus.wait(10)
    assert python(desktop, OPEN).startswith("history.keyring_")


def test_without_a_keyring_on_the_bus_the_key_is_in_a_file(desktop: Desktop) -> None:
    keyring = desktop.process("keyring")
    keyring.terminate()
    keyring.wait(10)
    assert python(desktop, OPEN) == "open 0 history.key_in_file"
