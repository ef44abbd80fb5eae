"""Settings of text that must make sense before they are saved, by their names."""

from collections.abc import Callable, Iterable

from voiceflow.text import replacements, snippets

CHECKS: dict[str, Callable[[Iterable[str]], None]] = {
    "text.replacements": replacements.check,
    "text.snippets": snippets.check,
}
"""Each raises `SettingsError` with the place of what is wrong."""
