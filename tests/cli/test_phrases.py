"""`voiceflow replacements` and `voiceflow snippets`."""

import json

import pytest
from typer.testing import CliRunner, Result

from voiceflow.cli import config, phrases
from voiceflow.errors import SettingsError
from voiceflow.options import text_wishes
from voiceflow.paths import paths
from voiceflow.settings_file import SettingsFile
from voiceflow.text.pipeline import apply


def replacements(*arguments: str) -> Result:
    return CliRunner().invoke(phrases.replacements, list(arguments))


def snippets(*arguments: str) -> Result:
    return CliRunner().invoke(phrases.snippets, list(arguments))


def written(said: str) -> str:
    wishes = text_wishes(SettingsFile(paths().settings_file).load())
    return apply(said, "en", wishes).text


def test_a_replacement_works_until_it_is_removed() -> None:
    assert replacements("add", "gonna", "going to").exit_code == 0
    assert written("I'm gonna go.") == "I'm going to go. "
    assert replacements("remove", "gonna").exit_code == 0
    assert written("I'm gonna go.") == "I'm gonna go. "


def test_the_same_words_again_change_what_is_written() -> None:
    replacements("add", "gonna", "going to")
    replacements("add", "Gonna", "about to")
    assert json.loads(replacements("list", "--json").stdout) == ["Gonna => about to"]


def test_a_bad_pattern_is_refused_and_nothing_is_saved() -> None:
    refused = replacements("add", "--kind", "regex", "(a", "b")
    assert isinstance(refused.exception, SettingsError)
    assert "at character 3" in str(refused.exception)
    assert json.loads(replacements("list", "--json").stdout) == []


def test_config_refuses_it_too() -> None:
    refused = CliRunner().invoke(config.app, ["set", "text.replacements", "regex: (a => b"])
    assert isinstance(refused.exception, SettingsError)


def test_one_written_into_the_file_is_told() -> None:
    path = paths().settings_file
    path.parent.mkdir(parents=True)
    path.write_text('[text]\nreplacements = ["regex: (a => b", "x => y"]\n', "utf-8")
    told = CliRunner().invoke(config.app, ["get", "text.fillers"])
    assert "at character 3" in told.stderr
    assert written("x") == "y "


def test_what_is_not_there_cannot_be_removed() -> None:
    assert isinstance(replacements("remove", "nothing").exception, SettingsError)


@pytest.mark.parametrize("said", ["My address.", "my address"])
def test_a_snippet_is_written_for_its_name(said: str) -> None:
    assert snippets("add", "my address", "12 Main Street\\nSpringfield").exit_code == 0
    assert written(said) == "12 Main Street\nSpringfield "
