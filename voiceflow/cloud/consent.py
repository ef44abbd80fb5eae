"""What the user allows: one line for each kind of data and host, as in `sound => api.openai.com`."""

from collections.abc import Iterable, Sequence

from voiceflow.cloud.services import SOUND, TEXT
from voiceflow.errors import SettingsError

_ARROW = "=>"


def line(what: str, host: str) -> str:
    return f"{what} {_ARROW} {host}"


def allows(lines: Iterable[str], what: str, host: str) -> bool:
    return (what, host) in [_parsed(entry) for entry in lines]


def with_line(lines: Sequence[str], what: str, host: str) -> list[str]:
    return [*lines] if allows(lines, what, host) else [*lines, line(what, host)]


def without_host(lines: Iterable[str], host: str) -> list[str]:
    return [entry for entry in lines if _parsed(entry)[1] != host]


def check(lines: Iterable[str]) -> None:
    """`SettingsError` for a line that allows nothing."""
    for entry in lines:
        what, host = _parsed(entry)
        if what not in (SOUND, TEXT) or not host or "/" in host:
            hint = f"Write it as: {line(SOUND, 'api.example.com')} or {line(TEXT, 'api.example.com')}"
            raise SettingsError("settings.consent", f"{entry!r} allows nothing", hint)


def _parsed(entry: str) -> tuple[str, str]:
    what, _, host = entry.partition(_ARROW)
    return what.strip().lower(), host.strip().lower()
