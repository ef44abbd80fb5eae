"""Which engines the settings mean."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from voiceflow.core import Core
from voiceflow.engine_choice import recognition_of
from voiceflow.errors import EngineError
from voiceflow.paths import paths
from voiceflow.routing.stt import ChainedRecognizer, LoneRecognizer
from voiceflow.settings import Settings


@pytest.fixture
def core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Core]:
    monkeypatch.setenv("VOICEFLOW_HOME", str(tmp_path))
    settings = Settings()
    settings.stt.engine = "scripted"
    with Core(paths(), settings) as made:
        yield made


def test_one_engine_has_nobody_behind_it(core: Core) -> None:
    assert isinstance(core.recognizer(), LoneRecognizer)


def test_several_engines_are_a_chain(core: Core) -> None:
    core.settings.routing.stt_then = ["openai", "whisper"]
    recognizer = core.recognizer()
    assert isinstance(recognizer, ChainedRecognizer)
    assert [(link.name, link.is_cloud) for link in recognizer._chain.links] == [
        ("scripted", False), ("openai", True), ("whisper", False),
    ]  # fmt: skip


def test_an_engine_by_name_has_nobody_behind_it(core: Core) -> None:
    core.settings.routing.stt_then = ["whisper"]
    assert not isinstance(core.recognizer("scripted"), ChainedRecognizer)


def test_a_service_on_this_machine_is_no_cloud(core: Core) -> None:
    core.settings.routing.stt_then = ["openai"]
    core.settings.cloud.openai_url = "http://127.0.0.1:8000/v1"
    recognizer = core.recognizer()
    assert isinstance(recognizer, ChainedRecognizer)
    assert not recognizer._chain.links[1].is_cloud


def test_nobody_who_could_is_the_first_ones_reason(core: Core) -> None:
    core.settings.stt.engine, core.settings.routing.stt_then = "openai", ["google"]
    with pytest.raises(EngineError) as caught:
        core.recognizer()
    assert caught.value.code.startswith("cloud.")


def test_a_service_is_not_asked_for_a_model_of_this_machine(core: Core) -> None:
    core.settings.stt.model = "base"
    assert core.engines.model_for("openai") == ""
    assert core.engines.model_for("whisper") == "base"
    assert core.engines.model_for() == "base"


@pytest.mark.parametrize(
    ("engine", "then", "changed", "alike"),
    [
        ("whisper", [], ("cloud", "enabled", True), True),
        ("whisper", ["openai"], ("cloud", "enabled", True), False),
        ("openai", [], ("cloud", "enabled", True), False),
        ("whisper", [], ("routing", "tts_then", ["espeak"]), True),
        ("whisper", ["openai"], ("routing", "hedge", True), False),
        ("whisper", [], ("stt", "beam_size", 5), False),
        ("whisper", [], ("ui", "theme", "dark"), True),
    ],
)
def test_the_model_is_loaded_again_only_for_what_concerns_it(
    engine: str, then: list[str], changed: tuple[str, str, object], alike: bool
) -> None:
    def settings() -> Settings:
        made = Settings()
        made.stt.engine, made.routing.stt_then = engine, then
        return made

    after = settings()
    section, name, value = changed
    setattr(getattr(after, section), name, value)
    assert (recognition_of(after) == recognition_of(settings())) is alike


def test_a_language_model_is_given_up_with_its_settings_and_with_the_core(core: Core) -> None:
    """What it was given is remembered, and forgotten then."""
    core.settings.cleanup.url, core.settings.cleanup.language_model = "http://127.0.0.1:1/v1", "llama"
    first = core.engines.rewriter()
    assert core.engines.rewriter() is first
    core.settings = replace(core.settings, cleanup=replace(core.settings.cleanup, language_model="other"))
    second, forgotten = core.engines.rewriter(), []
    assert second is not first
    second.close = lambda: forgotten.append(second)  # type: ignore[method-assign]
    core.close()
    assert forgotten == [second]
