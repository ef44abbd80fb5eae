"""Programs from which PRIMARY must not be taken, or the dictation could not replace what is selected in them."""

from pathlib import Path

from voiceflow.engines.inserter.contract import Target

# They paste PRIMARY at Shift+Insert though they are no terminals.
_READ_PRIMARY = frozenset(["gvim", "emacs", "xedit", "nedit"])


def drops_selection(target: Target | None) -> bool:
    """GTK programs drop what is selected in them as soon as they lose PRIMARY, and paste CLIPBOARD at Shift+Insert.
    False when in doubt, as a terminal that is not known for one (it pastes PRIMARY) must get the dictated text."""
    if target is None or target.terminal or target.app in _READ_PRIMARY:
        return False
    return _uses_gtk(target.pid) and not runs_terminals(target.pid)


def _uses_gtk(pid: int) -> bool:
    try:
        return b"/libgtk-" in Path(f"/proc/{pid}/maps").read_bytes()
    except OSError:
        return False


def runs_terminals(pid: int) -> bool:
    """Whether one of its child processes has a terminal of its own, as inside a terminal emulator or an editor with
    one. True when nobody can tell (`pid` is 0, or the process is gone or another user's)."""
    import psutil

    try:
        own = _terminal_of(pid) if pid else None
        if own is None:
            return True
        children = psutil.Process(pid).children(recursive=True)
        return any(_terminal_of(child.pid) not in (0, own, None) for child in children)
    except psutil.Error:
        return True


def _terminal_of(pid: int) -> int | None:
    """The device number of its controlling terminal, 0 for none (proc(5), `tty_nr`); None when it cannot be read.
    psutil's own answer remembers the terminals that were there when it was first asked."""
    try:
        return int(
            Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[4]
        )
    except (OSError, ValueError, IndexError):
        return None
