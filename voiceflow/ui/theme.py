"""Colours in light and dark, and what Qt needs of them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

MINIMUM_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of any size."""


@dataclass(frozen=True, slots=True)
class Colours:
    """`window` lies behind `panel`, on which everything stands; `muted` is text of second rank."""

    dark: bool
    window: str
    panel: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    soft_accent: str
    accent_text: str
    error: str
    warning: str
    good: str

    def texts_on(self) -> list[tuple[str, str]]:
        """Every pair of text and background that the window and the overlay use."""
        grounds = (self.window, self.panel, self.raised)
        inks = (self.text, self.muted, self.accent_text, self.error, self.warning, self.good)
        pairs = [(ink, ground) for ink in inks for ground in grounds]
        return [
            *pairs,
            (self.on_accent, self.accent),
            (self.text, self.soft_accent),
            (self.accent_text, self.soft_accent),
        ]


LIGHT = Colours(
    dark=False, window="#f3f4f8", panel="#ffffff", raised="#f7f8fb", border="#d9dce5", text="#171a23", muted="#565d6f",
    accent="#4f46e5", on_accent="#ffffff", soft_accent="#e9e9fd", accent_text="#4338ca",
    error="#b42318", warning="#93470d", good="#066b41",
)  # fmt: skip
DARK = Colours(
    dark=True, window="#12141b", panel="#1a1d27", raised="#222633", border="#343a4b", text="#eceef4", muted="#a3abbd",
    accent="#635bf2", on_accent="#ffffff", soft_accent="#2a2c55", accent_text="#b4b5ff",
    error="#ff9a92", warning="#f8c06a", good="#6fdca6",
)  # fmt: skip


def choose(theme: str) -> Colours:
    """`theme` as in the settings: `system`, `light` or `dark`."""
    if theme in ("light", "dark"):
        return DARK if theme == "dark" else LIGHT
    hints = QGuiApplication.styleHints()
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for each, colour in {
        role.Window: colours.window, role.Base: colours.panel, role.AlternateBase: colours.raised,
        role.Button: colours.raised, role.ToolTipBase: colours.raised, role.WindowText: colours.text,
        role.Text: colours.text, role.ButtonText: colours.text, role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted, role.Highlight: colours.accent, role.HighlightedText: colours.on_accent,
        role.Link: colours.accent_text, role.Mid: colours.border, role.BrightText: colours.error,
    }.items():  # fmt: skip
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.muted))
    return made


def contrast(ink: str, ground: str) -> float:
    """1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(QColor(ink)), _luminance(QColor(ground))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance of sRGB, WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
