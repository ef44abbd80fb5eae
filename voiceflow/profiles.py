"""Which profile counts in a window, and the settings with it: pure."""

import re
from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache

from voiceflow.paths import resources_folder
from voiceflow.settings import Profile, Settings
from voiceflow.settings_profiles import read_profiles
from voiceflow.settings_toml import with_values

_BROWSERS = """
    *firefox* *chrom* brave* *edge* opera* vivaldi* safari librewolf* epiphany org.gnome.epiphany* falkon konqueror
    *waterfox* zen* arc midori qutebrowser
"""
_SEPARATORS = (" - ", " \u2013 ", " \u2014 ", " | ", " \u00b7 ", " \u2022 ", ": ")
_COUNT = re.compile(r"^[\W\d_]+")
"""How many messages wait, before the name."""


@cache
def built_in() -> tuple[Profile, ...]:
    """Those that everybody has, from `resources/profiles.toml`."""
    return read_profiles((resources_folder() / "profiles.toml").read_text("utf-8"))[0]


def known(settings: Settings) -> tuple[Profile, ...]:
    """The user's, then the built-in ones that have no namesake among them."""
    own = {profile.name for profile in settings.profiles}
    return (*settings.profiles, *(profile for profile in built_in() if profile.name not in own))


def chosen(settings: Settings, app: str, title: str) -> Profile | None:
    """The first that fits the window; `app` and `title` as in `Target`."""
    return next((profile for profile in known(settings) if profile.on and fits(profile, app, title)), None)


def applied(settings: Settings, profile: Profile | None) -> Settings:
    if profile is None:
        return settings
    changed = with_values(settings, profile.settings)
    hotwords = [*profile.vocabulary, *(word for word in changed.stt.hotwords if word not in profile.vocabulary)]
    return replace(changed, stt=replace(changed.stt, hotwords=hotwords))


def fits(profile: Profile, app: str, title: str) -> bool:
    """In any case of letters. A pattern of a title without `*` may stand anywhere in it."""
    app, title = app.lower().removesuffix(".exe"), title.casefold()
    return (
        (not profile.app or any(fnmatchcase(app, pattern.lower().removesuffix(".exe")) for pattern in profile.app))
        and (not profile.title or any(_is_titled(title, pattern.casefold()) for pattern in profile.title))
        and (not profile.site or (_fits_any(app, _BROWSERS.split()) and _shows_any(title, profile.site)))
    )


def _fits_any(app: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(app, pattern) for pattern in patterns)


def _is_titled(title: str, pattern: str) -> bool:
    return fnmatchcase(title, pattern) if any(mark in pattern for mark in "*?[") else pattern in title


def _shows_any(title: str, sites: Iterable[str]) -> bool:
    """A browser's title has the page's name, of which one part is mostly the site's, and seldom its address:
    `github.com` fits `Issues \u00b7 GitHub \u2014 Mozilla Firefox`. Of `mail.google.com` only the address counts."""
    for mark in _SEPARATORS:
        title = title.replace(mark, "\n")
    parts = [_COUNT.sub("", part).strip() for part in title.split("\n")]
    for site in sites:
        domain = site.casefold().removeprefix("www.")
        name = domain.partition(".")[0] if domain.count(".") < 2 else domain
        if any(part.replace(" ", "") in (domain, name) or domain in part.replace("/", " ").split() for part in parts):
            return True
    return False
