import os
from pathlib import Path

import pytest

from installer.pip_settings import pip_files, read_pip_settings, uv_environment

MIRROR = "https://mirror.example/simple"


@pytest.fixture
def conf(tmp_path: Path) -> Path:
    return tmp_path / "pip.conf"


def translated(conf: Path, text: str, **environment: str) -> dict[str, str]:
    conf.write_text(text, encoding="utf-8")
    return uv_environment(environment, [conf])


@pytest.mark.parametrize(
    ("setting", "variable", "value"),
    [
        (f"index-url = {MIRROR}", "UV_DEFAULT_INDEX", MIRROR),
        (f"extra-index-url = {MIRROR} https://b.example/", "UV_INDEX", f"{MIRROR} https://b.example/"),
        (f"extra-index-url =\n    {MIRROR}\n    https://b.example/", "UV_INDEX", f"{MIRROR} https://b.example/"),
        (f"extra-index-url = {MIRROR}", "UV_INDEX_STRATEGY", "unsafe-best-match"),
        (
            "find-links = https://a.example/ https://b.example/",
            "UV_FIND_LINKS",
            "https://a.example/,https://b.example/",
        ),
        ("trusted-host = a.example b.example", "UV_INSECURE_HOST", "a.example b.example"),
        ("timeout = 90", "UV_HTTP_TIMEOUT", "90"),
        ("no-index = yes", "UV_NO_INDEX", "true"),
        ("cert = /etc/company.pem", "SSL_CERT_FILE", "/etc/company.pem"),
        ("client-cert = /etc/me.pem", "SSL_CLIENT_CERT", "/etc/me.pem"),
        ("proxy = http://proxy.example:3128", "HTTPS_PROXY", "http://proxy.example:3128"),
        ("proxy = http://proxy.example:3128", "HTTP_PROXY", "http://proxy.example:3128"),
    ],
)
def test_each_setting_has_its_variable(conf: Path, setting: str, variable: str, value: str) -> None:
    assert translated(conf, f"[global]\n{setting}\n")[variable] == value


def test_what_is_not_set_is_not_passed_on(conf: Path) -> None:
    assert translated(conf, "[global]\n") == {"UV_SYSTEM_CERTS": "true"}


def test_pip_s_variables_win_over_its_files(conf: Path) -> None:
    environment = translated(conf, "[global]\nindex-url = https://old.example/\n", PIP_INDEX_URL=MIRROR)
    assert environment["UV_DEFAULT_INDEX"] == MIRROR


def test_what_holds_for_install_alone_wins_over_what_holds_for_all(conf: Path) -> None:
    text = f"[install]\nindex-url = {MIRROR}\n[global]\nindex-url = https://old.example/\n"
    assert translated(conf, text)["UV_DEFAULT_INDEX"] == MIRROR


def test_what_the_user_set_for_uv_stays(conf: Path) -> None:
    environment = translated(conf, f"[global]\nindex-url = {MIRROR}\n", UV_DEFAULT_INDEX="https://mine.example/")
    assert environment["UV_DEFAULT_INDEX"] == "https://mine.example/"


def test_local_indexes_that_are_not_there_are_left_out(conf: Path, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    here, gone = (tmp_path / "here").as_uri(), (tmp_path / "gone").as_uri()
    text = f"[global]\nextra-index-url = {here} {gone}\nfind-links = {tmp_path / 'here'} {tmp_path / 'gone'}\n"
    environment = translated(conf, text)
    assert environment["UV_INDEX"] == here
    assert environment["UV_FIND_LINKS"] == str(tmp_path / "here")


@pytest.mark.parametrize("content", [b"no section\n", b"[global]\nindex-url = \xff\xfe\n", b""])
def test_a_file_that_cannot_be_read_counts_as_empty(conf: Path, content: bytes) -> None:
    conf.write_bytes(content)
    assert read_pip_settings({}, [conf]) == {}


@pytest.mark.parametrize(
    ("platform", "last"),
    [("linux", ".config/pip/pip.conf"), ("darwin", "Library/Application Support/pip/pip.conf")],
)
def test_the_user_s_file_is_stronger_than_the_machine_s(tmp_path: Path, platform: str, last: str) -> None:
    assert pip_files({"HOME": str(tmp_path)}, platform)[-1] == tmp_path / last


def test_windows_keeps_it_in_the_roaming_folder(tmp_path: Path) -> None:
    environment = {"USERPROFILE": str(tmp_path), "APPDATA": str(tmp_path / "Roaming")}
    assert pip_files(environment, "win32")[-1] == tmp_path / "Roaming" / "pip" / "pip.ini"


def test_pip_s_word_for_no_files_is_understood() -> None:
    assert pip_files({"PIP_CONFIG_FILE": os.devnull}) == []
