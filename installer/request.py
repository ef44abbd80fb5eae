"""What the command line asks for."""

from dataclasses import dataclass

USAGE = """\
usage: python3 installer run [options] [arguments for voiceflow]
       python3 installer test [options] [arguments for pytest]

Installs what is missing, then starts VoiceFlow or its tests.

options, before the other arguments:
  --no-starter    leave out the starter models (Whisper tiny.en, the voice en_US-joe-medium; 130 MB)
  --no-system     do not look for system packages
  --extra NAME    install an optional part too: bench, cuda, evdev, parakeet
"""

_ALWAYS = ("tts",)
_FOR_TEST = ("bench", "dev", "evdev")


class UsageError(Exception):
    """The command line cannot be understood."""


@dataclass(frozen=True, slots=True)
class Request:
    """`use` is `run` or `test`; `extras` are those of pyproject.toml; `arguments` go to voiceflow or pytest."""

    use: str
    extras: frozenset[str]
    system: bool
    arguments: tuple[str, ...]


def parse(arguments: list[str]) -> Request:
    """The installer's own options end at the first argument that is none of them."""
    if not arguments or arguments[0] not in ("run", "test"):
        raise UsageError(f"unknown command {arguments[0]!r}" if arguments else "a command is needed")
    use, *rest = arguments
    extras = {*_ALWAYS, *(_FOR_TEST if use == "test" else ())}
    starter = system = True
    while rest and rest[0] in ("--no-starter", "--no-system", "--extra"):
        option = rest.pop(0)
        if option == "--no-starter":
            starter = False
        elif option == "--no-system":
            system = False
        elif rest:
            extras.add(rest.pop(0))
        else:
            raise UsageError("--extra needs a name")
    if starter:
        extras.add("starter")
    return Request(use, frozenset(extras), system, tuple(rest))
