"""Windows and macOS tell nobody what is selected: what was copied last stands for it. Not yet run on either."""

import subprocess
import sys

from voiceflow.engines.selection.contract import Selection, unreadable
from voiceflow.errors import InsertionError, VoiceFlowError

_COMMANDS = {
    "win32": [
        "powershell",
        "-NoProfile",
        "-Command",
        "[Console]::OutputEncoding=[Text.Encoding]::UTF8;Get-Clipboard -Raw",
    ],
    "darwin": ["pbpaste", "-Prefer", "txt"],
}
_PATIENCE_S = 5.0


class CopiedText(Selection):
    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if sys.platform in _COMMANDS:
            return None
        return InsertionError("selection.not_here", "This is neither Windows nor macOS")

    def text(self) -> str:
        text = self.copied()
        if not text.strip():
            raise InsertionError("selection.nothing", "Nothing was copied", "Copy the text that you want to hear")
        return text

    def copied(self) -> str:
        try:
            done = subprocess.run(_COMMANDS[sys.platform], capture_output=True, timeout=_PATIENCE_S, check=True)
        except (OSError, subprocess.SubprocessError):
            raise unreadable() from None
        return done.stdout.decode("utf-8", "replace")
