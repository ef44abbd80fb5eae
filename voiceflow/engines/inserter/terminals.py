"""Which programs are terminals: a line break pasted there runs a command."""

import re

# Window classes (X11), application ids (Wayland), process names (Windows, macOS), all in lower case.
_NAMES = """
    alacritty aterm blackbox conhost contour cool-retro-term deepin-terminal eterm foot footclient ghostty
    gnome-console gnome-terminal gnome-terminal-server guake hyper iterm2 kgx kitty konsole kterm lxterminal
    mate-terminal mintty mlterm ptyxis putty qterminal rio roxterm rxvt sakura st st-256color stterm tabby terminal
    terminator terminology tilda tilix urxvt uxterm warp wezterm wezterm-gui windowsterminal x-terminal-emulator
    xfce4-terminal xterm yakuake zutty cmd powershell pwsh
"""
_CLASSES = frozenset(_NAMES.split())
_LINE_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


def is_terminal(app: str) -> bool:
    """`app` as in `Target.app`; of a reversed domain name (`org.gnome.Console`) the last part counts too."""
    app = app.lower().removesuffix(".exe")
    last = app.rpartition(".")[2]
    return app in _CLASSES or last in _CLASSES or app in ("org.gnome.console", "io.elementary.terminal")


def flattened(text: str) -> str:
    """One line: each line break becomes a space, and those at the end go."""
    return _LINE_BREAKS.sub(" ", text.rstrip("\r\n"))
