"""Where the key is kept, and every way in which it cannot be had. The keyring process is real; behind it stands
`keyring_of_a_test.py`."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.conftest import OpenHistory
from voiceflow.errors import HistoryError
from voiceflow.history.key import KeyStore
from voiceflow.keychain import Keychain
from voiceflow.paths import Paths

FOLDER = Path(__file__).parent


class Keyring:
    """The test's hand on the keyring."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._path = path
        self._patch = monkeypatch
        monkeypatch.setenv("PYTHONPATH", str(FOLDER))
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring_of_a_test.Keyring")
        monkeypatch.setenv("TEST_KEYRING", str(path))

    @property
    def entries(self) -> dict[str, str]:
        found: dict[str, str] = json.loads(self._path.read_text()) if self._path.exists() else {}
        return found

    def fill(self, entries: dict[str, str]) -> None:
        self._path.write_text(json.dumps(entries))

    def fail(self, fault: str) -> None:
        self._patch.setenv("TEST_KEYRING_FAULT", fault)


@pytest.fixture
def keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keyring:
    return Keyring(tmp_path / "keyring.json", monkeypatch)


@pytest.fixture
def open_with_keyring(open_history: OpenHistory) -> Callable[[], object]:
    return lambda: open_history(key_storage="keyring")


def refusal(open_it: Callable[[], object]) -> str:
    with pytest.raises(HistoryError) as error:
        open_it()
    assert error.value.hint
    return error.value.code


def test_the_key_is_in_the_keyring_and_nowhere_else(keyring: Keyring, open_history: OpenHistory, where: Paths) -> None:
    history = open_history(key_storage="keyring")
    history.close()
    (key,) = keyring.entries.values()
    assert len(bytes.fromhex(key)) == 32
    assert history.warnings == []
    for path in where.data.rglob("*"):
        assert path.is_dir() or key.encode() not in path.read_bytes()
        assert path.is_dir() or bytes.fromhex(key) not in path.read_bytes()


def test_the_same_key_opens_it_again(keyring: Keyring, open_with_keyring: Callable[[], object]) -> None:
    open_with_keyring()
    entries = keyring.entries
    open_with_keyring()
    assert keyring.entries == entries


@pytest.mark.parametrize("fault", ["none", "forgets"])
def test_without_any_keyring_the_key_goes_into_a_private_file_with_a_warning(
    keyring: Keyring, open_history: OpenHistory, where: Paths, fault: str
) -> None:
    keyring.fail(fault)
    history = open_history(key_storage="keyring")
    assert stat.S_IMODE(where.key_file.stat().st_mode) == 0o600
    assert [warning.code for warning in history.warnings] == ["history.key_in_file"]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("locked", "history.keyring_locked"),
        ("unopened", "history.keyring_unopened"),
        ("bus died", "history.keyring_failed"),
    ],
)
def test_a_keyring_that_fails_is_not_replaced_by_a_file(
    keyring: Keyring, open_with_keyring: Callable[[], object], where: Paths, fault: str, code: str
) -> None:
    keyring.fail(fault)
    assert refusal(open_with_keyring) == code
    assert not where.key_file.exists()
    assert not where.database.exists()


@pytest.mark.parametrize("fault", ["none", "locked", "unopened", "bus died"])
def test_a_history_whose_key_cannot_be_had_gets_no_second_key(
    keyring: Keyring, open_with_keyring: Callable[[], object], where: Paths, fault: str
) -> None:
    open_with_keyring()
    before = where.database.read_bytes()
    keyring.fail(fault)
    assert refusal(open_with_keyring).startswith("history.keyring_")
    assert not where.key_file.exists()
    assert where.database.read_bytes() == before
    keyring.fail("")
    open_with_keyring()


def test_a_keyring_that_does_not_answer_is_not_waited_for_for_ever(
    keyring: Keyring, open_history: OpenHistory, where: Paths
) -> None:
    keyring.fail("silent")
    keys = KeyStore(where.database, "keyring", Keychain(timeout_s=1.0))
    assert refusal(lambda: open_history(keys)) == "history.keyring_silent"


def test_a_wrong_key_is_named_with_its_place(keyring: Keyring, open_history: OpenHistory, where: Paths) -> None:
    open_history(key_storage="keyring")
    keyring.fill(dict.fromkeys(keyring.entries, "ab" * 32))
    with pytest.raises(HistoryError, match="system keyring") as error:
        open_history(key_storage="keyring")
    assert error.value.code == "history.wrong_key"
    assert "set-aside" in error.value.hint


@pytest.mark.parametrize("value", [None, "", "not a key", "ab" * 31])
def test_a_key_that_is_gone_is_not_made_anew(
    keyring: Keyring, open_with_keyring: Callable[[], object], value: str | None
) -> None:
    open_with_keyring()
    left = {} if value is None else dict.fromkeys(keyring.entries, value)
    keyring.fill(left)
    assert refusal(open_with_keyring) == "history.key_missing"
    assert keyring.entries == left


def test_the_setting_decides_about_new_histories_only(
    keyring: Keyring, open_history: OpenHistory, where: Paths
) -> None:
    open_history(key_storage="keyring")
    open_history(key_storage="file")
    assert not where.key_file.exists()


def test_two_homes_have_two_keys(keyring: Keyring, tmp_path: Path) -> None:
    stores = [KeyStore(tmp_path / name / "history.db", "keyring") for name in ("one", "two")]
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assert stores[0].create() != stores[1].create()


@pytest.mark.parametrize("storage", ["keyring", "file"])
def test_a_lost_note_does_not_lose_the_key(
    keyring: Keyring, open_history: OpenHistory, where: Paths, storage: str
) -> None:
    open_history(key_storage=storage)
    (where.data / "history.key.json").unlink()
    open_history(key_storage=storage)


def test_the_key_is_found_again_when_only_the_data_was_deleted(
    keyring: Keyring, open_with_keyring: Callable[[], object], where: Paths
) -> None:
    open_with_keyring()
    entries = keyring.entries
    for path in where.data.glob("history*"):
        path.unlink()
    open_with_keyring()
    assert keyring.entries == entries


class Passphrases:
    """Answers the questions one after another."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    def __call__(self, question: str) -> str:
        return self.answers.pop(0)


def with_passphrase(where: Paths, *answers: str) -> KeyStore:
    return KeyStore(where.database, "passphrase", ask_passphrase=Passphrases(*answers))


def test_a_passphrase_opens_what_it_closed(open_history: OpenHistory, where: Paths) -> None:
    open_history(with_passphrase(where, "correct horse", "correct horse"))
    open_history(with_passphrase(where, "correct horse"))
    assert refusal(lambda: open_history(with_passphrase(where, "wrong horse"))) == "history.wrong_passphrase"
    for path in where.data.rglob("history*"):
        assert b"correct horse" not in path.read_bytes()


@pytest.mark.parametrize("answers", [("one", "two"), ("", "")])
def test_a_new_passphrase_is_asked_for_twice(open_history: OpenHistory, where: Paths, answers: tuple[str, str]) -> None:
    assert refusal(lambda: open_history(with_passphrase(where, *answers))) == "history.passphrase_differs"
    assert not where.database.exists()


def test_letters_composed_in_another_way_are_the_same_passphrase(open_history: OpenHistory, where: Paths) -> None:
    open_history(with_passphrase(where, "caf\u00e9", "caf\u00e9"))
    open_history(with_passphrase(where, "cafe\u0301"))


def test_without_a_terminal_the_passphrase_cannot_be_asked_for(
    open_history: OpenHistory, where: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert refusal(lambda: open_history(key_storage="passphrase")) == "history.passphrase_needed"


def test_a_key_file_that_others_could_read_is_closed_to_them(open_history: OpenHistory, where: Paths) -> None:
    open_history()
    where.key_file.chmod(0o644)
    open_history()
    assert stat.S_IMODE(where.key_file.stat().st_mode) == 0o600


def test_a_key_file_of_somebody_else_is_named(open_history: OpenHistory, where: Paths) -> None:
    open_history()
    where.key_file.unlink()
    where.key_file.mkdir()
    assert refusal(open_history) == "history.key_unreadable"


def test_nobody_else_may_read_any_of_it(open_history: OpenHistory, where: Paths) -> None:
    history = open_history()
    history.flush()
    files = [path for path in where.data.rglob("*") if path.is_file()]
    assert {"history.db", "history.db-wal", "history.key", "history.key.json"} <= {path.name for path in files}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files if path.suffix != ".lock"} == {0o600}
    assert stat.S_IMODE(where.data.stat().st_mode) == 0o700
