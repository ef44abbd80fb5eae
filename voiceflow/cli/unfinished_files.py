"""Files that a run may leave unfinished, so that the next one goes on where it stopped."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from voiceflow.errors import VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.audio.files import AudioFile
    from voiceflow.history.store import History
    from voiceflow.transcription.transcriber import Transcriber
    from voiceflow.transcription.unfinished import Kept, Unfinished

SHORT_S = 120.0
"""Done in a moment: the history is not opened for it, which may ask the user to unlock a keyring."""


class UnfinishedFiles:
    """What is done of long files is in the encrypted history until the whole command has ended well. Where there is no
    history the user is told once, and the work is done all the same."""

    def __init__(self, history: "Callable[[], History]", restart: bool) -> None:
        self._history = history
        self._restart = restart
        self._delivered: list[Unfinished] = []
        self._told = False

    def kept(self, path: str, file: "AudioFile", transcriber: "Transcriber") -> "Kept":
        from voiceflow.transcription.unfinished import Nowhere, Unfinished, name_of

        again_readable = Path(path).is_file()  # no pipe
        if not again_readable or (file.duration_s is not None and file.duration_s < SHORT_S):
            return Nowhere()
        try:
            unfinished = Unfinished(self._history(), name_of(Path(path), *transcriber.depends_on))
            if self._restart:
                unfinished.forget()
            self._tell_where(file.name, unfinished)
        except VoiceFlowError as error:
            self._tell_why_not(error)
            return Nowhere()
        return unfinished

    def delivered(self, kept: "Kept") -> None:
        from voiceflow.transcription.unfinished import Unfinished

        if isinstance(kept, Unfinished):
            self._delivered.append(kept)

    def interrupted(self, name: str, kept: "Kept") -> None:
        """By Ctrl+C."""
        parts = kept.parts()
        if parts:
            typer.echo(
                f'voiceflow: stopped at {clock(parts[-1].end_s)} of "{name}". The same command goes on from there',
                err=True,
            )

    def forget(self) -> None:
        """All texts are where the user wants them."""
        for unfinished in self._delivered:
            unfinished.forget()

    def _tell_where(self, name: str, unfinished: "Unfinished") -> None:
        parts = unfinished.parts()
        if parts:
            where = f'"{name}" goes on at {clock(parts[-1].end_s)}, where it was interrupted'
            typer.echo(f"voiceflow: {where}. Begin anew with --restart", err=True)

    def _tell_why_not(self, error: VoiceFlowError) -> None:
        if not self._told:
            self._told = True
            typer.echo(f"voiceflow: {error}. If this is interrupted, it has to begin anew", err=True)


def clock(time_s: float) -> str:
    hours, rest = divmod(int(time_s), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"
