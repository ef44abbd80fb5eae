import pytest

from installer.request import UsageError, parse


def test_what_follows_the_command_goes_to_the_program() -> None:
    assert parse(["run", "transcribe", "talk.mp3", "--json"]).arguments == ("transcribe", "talk.mp3", "--json")


def test_the_installer_s_own_options_end_at_the_first_other_argument() -> None:
    request = parse(["run", "--no-starter", "say", "--no-system"])
    assert request.arguments == ("say", "--no-system")
    assert request.system


@pytest.mark.parametrize(
    ("arguments", "extras"),
    [
        (["run"], {"tts", "starter"}),
        (["run", "--no-starter"], {"tts"}),
        (["run", "--extra", "cuda"], {"tts", "starter", "cuda"}),
        (["test"], {"tts", "starter", "bench", "dev", "evdev"}),
        (["test", "--no-starter", "--extra", "parakeet"], {"tts", "bench", "dev", "evdev", "parakeet"}),
    ],
)
def test_each_use_has_its_extras(arguments: list[str], extras: set[str]) -> None:
    assert parse(arguments).extras == extras


@pytest.mark.parametrize("arguments", [[], ["install"], ["--no-starter", "run"], ["run", "--extra"]])
def test_what_cannot_be_understood_is_a_usage_error(arguments: list[str]) -> None:
    with pytest.raises(UsageError):
        parse(arguments)
