"""What a selection holds: every format that its owner offers, as bytes."""

from collections.abc import Mapping
from dataclasses import dataclass

from voiceflow.engines.inserter.x11_connection import Connection


@dataclass(frozen=True, slots=True)
class Format:
    """One converted target as it travels in a window property: `type` is an atom, `width` 8, 16 or 32 bits."""

    type: int
    width: int
    data: bytes


Content = Mapping[int, Format]
"""Target atom -> its data, in the owner's order. Atoms keep their number while the server runs."""

TEXT_TARGETS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT", "STRING")

# Targets that are questions or orders to the owner (ICCCM 2.6.2), or name resources that die with it.
_QUESTIONS = """
    TARGETS MULTIPLE TIMESTAMP SAVE_TARGETS DELETE INSERT_SELECTION INSERT_PROPERTY
    PIXMAP BITMAP DRAWABLE COLORMAP FOREGROUND BACKGROUND application/x-qt-image
"""
_NOT_CONTENT = frozenset(_QUESTIONS.split())


def worth_saving(names: Mapping[int, str]) -> list[int]:
    """Of an image one lossless format is enough: every other one is made from it on demand by the owner, slowly."""
    png = "image/png" in names.values()
    return [
        atom
        for atom, name in names.items()
        if name and name not in _NOT_CONTENT and not (png and name.startswith("image/") and name != "image/png")
    ]


def dictated(link: Connection, text: str, secret: bool) -> Content:
    """`secret` asks clipboard managers not to keep it (the hint that KDE's Klipper brought and others follow)."""
    utf8 = text.encode("utf-8", "replace")
    latin = text.encode("latin-1", "replace")
    content: dict[int, Format] = {}
    for name in TEXT_TARGETS:
        kind = link.atom("UTF8_STRING" if name == "TEXT" else name)
        content[link.atom(name)] = Format(kind, 8, latin if name == "STRING" else utf8)
    if secret:
        hint = link.atom("x-kde-passwordManagerHint")
        content[hint] = Format(hint, 8, b"secret")
    return content
