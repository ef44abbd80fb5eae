import subprocess
import sys
from pathlib import Path

import pytest

from voiceflow.errors import HistoryError
from voiceflow.history.owner import Owner, refuse_while_in_use

CHECKOUT = Path(__file__).parent.parent.parent
OWN = """
import sys
from pathlib import Path
from voiceflow.history.owner import Owner
owner = Owner(Path(sys.argv[1]))
owner.claim()
print(owner.id, flush=True)
sys.stdin.read()
"""


def test_an_owner_lives_as_long_as_its_process_and_no_longer(tmp_path: Path) -> None:
    database = tmp_path / "history.db"
    pipe = subprocess.PIPE
    child = subprocess.Popen(
        [sys.executable, "-c", OWN, str(database)], cwd=CHECKOUT, stdin=pipe, stdout=pipe, encoding="utf-8"
    )
    assert child.stdout
    other = child.stdout.readline().strip()
    me = Owner(database)
    assert me.is_alive(other)
    child.kill()
    child.communicate(timeout=10)
    assert not me.is_alive(other)
    assert not list((tmp_path / "running").iterdir())


def test_owners_in_one_process_are_told_apart(tmp_path: Path) -> None:
    one, other = Owner(tmp_path / "history.db"), Owner(tmp_path / "history.db")
    one.claim()
    assert one.is_alive(one.id)
    assert other.is_alive(one.id)
    assert other.others() == [one.id]
    one.release()
    assert not other.is_alive(one.id)
    assert other.others() == []


def test_an_owner_nobody_knows_is_dead(tmp_path: Path) -> None:
    assert not Owner(tmp_path / "history.db").is_alive("0" * 32)


def test_what_is_in_use_is_refused(tmp_path: Path) -> None:
    owner = Owner(tmp_path / "history.db")
    refuse_while_in_use(tmp_path / "history.db")
    owner.claim()
    with pytest.raises(HistoryError) as error:
        refuse_while_in_use(tmp_path / "history.db")
    assert error.value.code == "history.in_use"
    owner.release()
