"""`python3 installer run [...]` and `python3 installer test [...]`. Old Pythons must be able to read this file."""

import os
import sys

HOW_TO_GET_PYTHON = {
    "darwin": "brew install python@3.13",
    "win32": "winget install Python.Python.3.13",
    "linux": "dnf install python3.13, zypper install python313, pacman -S python, or apt-get install python3.13"
    " where it is offered",
}

if sys.version_info < (3, 11):  # noqa: UP036 - this is where the others are told
    this = ".".join(str(part) for part in sys.version_info[:2])
    how = HOW_TO_GET_PYTHON.get(sys.platform, "from python.org")
    sys.exit("VoiceFlow needs Python 3.11 or newer and this is Python " + this + ": get one (" + how + ").")

# Given a folder, Python looks for imports inside it; the package is found beside it.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from installer.program import main  # noqa: E402 - only now can it be found

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
