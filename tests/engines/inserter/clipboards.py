"""What the clipboard of an X11 desktop holds, as another program reads it."""

from tests.end_to_end.rig import Desktop

_QUESTIONS = {"TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS"}


def read(desktop: Desktop, target: str = "UTF8_STRING", selection: str = "clipboard") -> bytes:
    """As another program reads it; empty when there is nothing."""
    command = ["xclip", "-out", "-selection", selection, "-target", target]
    return bytes(desktop.run(command, check=False, text=False).stdout)  # type: ignore[arg-type]


def contents(desktop: Desktop, selection: str = "clipboard") -> dict[str, bytes]:
    """Every format; of an image PNG is enough."""
    targets = set(read(desktop, "TARGETS", selection).decode().split()) - _QUESTIONS
    if "image/png" in targets:
        targets = {"image/png"}
    return {target: read(desktop, target, selection) for target in targets}
