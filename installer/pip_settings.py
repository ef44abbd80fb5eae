"""pip's settings as the user made them, handed on to uv, which does not read them."""

import configparser
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

_SECTIONS = ("global", "install")
_LISTS = ("extra-index-url", "find-links", "trusted-host")


def uv_environment(environment: Mapping[str, str], files: list[Path]) -> dict[str, str]:
    """`environment` with uv's variables added; `files` are pip's. What the user set for uv itself stays as it is."""
    return {**_translated(read_pip_settings(environment, files)), **environment}


def pip_files(environment: Mapping[str, str], platform: str = sys.platform) -> list[Path]:
    """pip's configuration files, the strongest last: https://pip.pypa.io/en/stable/topics/configuration/"""
    own = environment.get("PIP_CONFIG_FILE")
    if own == os.devnull:
        return []
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "~").expanduser()
    if platform == "win32":
        everybody = [Path(environment.get("PROGRAMDATA", r"C:\ProgramData"), "pip", "pip.ini")]
        users = [home / "pip" / "pip.ini", Path(environment.get("APPDATA", home), "pip", "pip.ini")]
    else:
        config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        users = [home / ".pip" / "pip.conf", config / "pip" / "pip.conf"]
        everybody = [Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf")]
    if platform == "darwin":
        everybody = [Path("/Library/Application Support/pip/pip.conf")]
        users += [home / "Library" / "Application Support" / "pip" / "pip.conf"]
    return [*everybody, *users, *([Path(own)] if own else [])]


def read_pip_settings(environment: Mapping[str, str], files: list[Path]) -> dict[str, str]:
    """Names as in the files; `PIP_...` variables win over them. A file that cannot be read counts as empty: pip itself
    would have told its user long ago."""
    settings: dict[str, str] = {}
    for file in files:
        parser = configparser.RawConfigParser(strict=False)
        try:
            parser.read(file, encoding="utf-8")
        except (OSError, UnicodeError, configparser.Error):
            continue
        for section in _SECTIONS:
            if parser.has_section(section):
                settings.update(parser.items(section))
    for name, value in environment.items():
        if name.startswith("PIP_") and value:
            settings[name.removeprefix("PIP_").lower().replace("_", "-")] = value
    return settings


def _translated(settings: Mapping[str, str]) -> dict[str, str]:
    lists = {name: settings.get(name, "").split() for name in _LISTS}
    indexes = [url for url in lists["extra-index-url"] if _may_exist(url)]
    links = [place for place in lists["find-links"] if _may_exist(place)]
    proxy = settings.get("proxy", "")
    variables = {
        "UV_DEFAULT_INDEX": settings.get("index-url", ""),
        "UV_INDEX": " ".join(indexes),
        # pip takes the best match of all indexes, not the first index that has the name.
        "UV_INDEX_STRATEGY": "unsafe-best-match" if indexes else "",
        "UV_FIND_LINKS": ",".join(links),
        "UV_INSECURE_HOST": " ".join(lists["trusted-host"]),
        "UV_HTTP_TIMEOUT": settings.get("timeout", "") or settings.get("default-timeout", ""),
        "UV_NO_INDEX": "true" if settings.get("no-index", "").lower() in ("1", "true", "yes", "on") else "",
        "SSL_CERT_FILE": settings.get("cert", ""),
        "SSL_CLIENT_CERT": settings.get("client-cert", ""),
        "HTTP_PROXY": proxy,
        "HTTPS_PROXY": proxy,
        # pip trusts what the system trusts, which is where a company's own certificate is.
        "UV_SYSTEM_CERTS": "true",
    }
    return {name: value for name, value in variables.items() if value}


def _may_exist(place: str) -> bool:
    """uv stops at a local index that is not there, where pip warns and goes on."""
    parts = urlsplit(place)
    if parts.scheme == "file":
        return Path(url2pathname(parts.path)).is_dir()
    return bool(parts.netloc) or Path(place).expanduser().exists()
