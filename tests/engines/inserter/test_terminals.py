import os
import pty
import subprocess
import sys

import pytest

from voiceflow.engines.inserter.contract import Target
from voiceflow.engines.inserter.selected_text import drops_selection, runs_terminals
from voiceflow.engines.inserter.terminals import flattened, is_terminal


@pytest.mark.parametrize(
    ("app", "terminal"),
    [
        ("xterm", True),
        ("XTerm", True),
        ("gnome-terminal", True),
        ("org.wezfurlong.wezterm", True),
        ("org.gnome.Console", True),
        ("WindowsTerminal.exe", True),
        ("firefox", False),
        ("mousepad", False),
        ("", False),
    ],
)
def test_terminals_are_known_by_their_window_class(app: str, terminal: bool) -> None:
    assert is_terminal(app) is terminal


@pytest.mark.parametrize(
    ("text", "line"),
    [("one", "one"), ("a\nb", "a b"), ("a\r\nb\n", "a b"), ("a\n\nb ", "a  b "), ("a\u2028b", "a b"), ("\n", "")],
)
def test_a_terminal_gets_one_line(text: str, line: str) -> None:
    assert flattened(text) == line


def test_a_program_with_a_shell_inside_is_known_by_its_children() -> None:
    assert not runs_terminals(os.getpid())
    master, slave = pty.openpty()
    shell = subprocess.Popen(
        [sys.executable, "-c", "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY); print(flush=True); input()"],
        stdin=slave,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert shell.stdout is not None
    shell.stdout.readline()
    assert runs_terminals(os.getpid())
    os.write(master, b"\n")
    shell.wait(10)
    shell.stdout.close()
    os.close(master)
    os.close(slave)


def test_an_unknown_process_may_be_one() -> None:
    assert runs_terminals(0)


@pytest.mark.parametrize(
    "target",
    [
        None,
        Target("1", "xterm", terminal=True),
        Target("1", "gvim", pid=os.getpid()),
        Target("1", "x", pid=os.getpid()),
    ],
)
def test_primary_is_taken_when_in_doubt(target: Target | None) -> None:
    assert not drops_selection(target)
