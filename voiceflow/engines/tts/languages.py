"""Languages as people, systems and voices write them."""

import locale

from voiceflow.settings import Tts


def wanted(settings: Tts, language: str = "") -> str:
    """As `pt-BR` or `de`: the one asked for, else the settings' one, else the system's, else English."""
    return tag(language or settings.language or locale.getlocale()[0] or "en")


def tag(written: str) -> str:
    """`pt_BR.UTF-8` -> `pt-BR` (RFC 5646)."""
    language, _, region = written.partition(".")[0].partition("@")[0].replace("_", "-").partition("-")
    if language in ("C", "POSIX"):
        return "en"
    return f"{language.lower()}-{region.upper()}" if region else language.lower()
