"""Each way to fail times each policy, in the running app: the words are in the history, the answer is the best that was
possible, and `voiceflow status` says why another engine gave it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.imitations.allowed import Ready, allowed
from tests.imitations.faults import FAULTS, NONE
from tests.imitations.openai import OpenAi
from tests.imitations.server import Authority
from tests.routing.app import SCRIPT, WAYS, App, Doomed, app, doomed
from voiceflow.history.records import DictationState
from voiceflow.settings import Settings

__all__ = ["doomed"]

POLICIES = {
    "fixed": {},
    "measured": {"order": "measured"},
    "hedged": {"hedge": True},
}
SHORT_S = 0.3
"""The deadline where it is waited for; else the settings' own, so that a busy machine fails nothing."""
IN_ANY_CASE = ("slow", "cut in the middle", "401", "429", "500", "not JSON", "refused", "TLS", "DNS")
OTHERS = ("slow in the middle", "cut at once", "503", "wrong shape", "a web page", "noise", "nothing", "far too much",
          "redirect elsewhere")  # fmt: skip
CLOUD = [(fault, policy) for fault in IN_ANY_CASE for policy in POLICIES] + [(fault, "fixed") for fault in OTHERS]


def chained(
    first: str, then: list[str], policy: str = "fixed", settings: Settings | None = None, deadline_s: float = 10.0
) -> Settings:
    settings = settings or Settings()
    settings.stt.engine, settings.routing.stt_then = first, then
    settings.routing.deadline_s, settings.routing.deadline_per_s = deadline_s, 0.0  # type: ignore[assignment]
    for name, value in POLICIES[policy].items():
        setattr(settings.routing, name, value)
    return settings


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("way", WAYS)
def test_an_engine_of_this_machine_fails(
    way: str, policy: str, doomed: type[Doomed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doomed, "way", way)
    with app(tmp_path, monkeypatch, chained("doomed", ["reader"], policy, deadline_s=_deadline_s(way))) as running:
        record = running.dictate()

        assert (record.state, record.text.strip(), record.engine) == (DictationState.DONE, SCRIPT, "scripted")
        assert running.stand_in().startswith("reader because doomed ")


@pytest.mark.parametrize("way", ["no model", "crash", "slow"])
def test_nobody_has_an_answer(way: str, doomed: type[Doomed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sound is kept, and recognized when an engine can again."""
    monkeypatch.setattr(doomed, "way", way)
    with app(tmp_path, monkeypatch, chained("doomed", ["openai"], deadline_s=_deadline_s(way))) as running:
        record = running.dictate()

        assert record.state is DictationState.FAILED
        running.settings.stt.engine = "reader"
        assert running.recognize_again(record.id).text.strip() == SCRIPT


class TestCloud:
    """The real engine against a server that speaks its protocol."""

    @pytest.fixture
    def ready(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ready]:
        with allowed(OpenAi(), tmp_path, monkeypatch) as ready:
            yield ready

    @pytest.fixture
    def start(
        self, ready: Ready, doomed: type[Doomed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Callable[[Settings], App]]:
        opened = []

        def start(settings: Settings) -> App:
            monkeypatch.setattr(App, "cloud", ready.cloud)
            opened.append(app(tmp_path, monkeypatch, settings))
            return opened[0].__enter__()

        yield start
        for one in opened:
            one.__exit__(None, None, None)

    @pytest.mark.parametrize(("fault", "policy"), CLOUD)
    def test_the_cloud_fails_and_this_machine_answers(
        self, fault: str, policy: str, ready: Ready, start: Callable[[Settings], App], tmp_path: Path
    ) -> None:
        _spoil(ready, fault, tmp_path)

        running = start(chained("openai", ["reader"], policy, ready.settings, _deadline_s(fault)))
        record = running.dictate()

        assert (record.state, record.text.strip(), record.engine) == (DictationState.DONE, SCRIPT, "scripted")
        if policy != "measured":  # where this machine is the first in any case
            assert running.stand_in().startswith("reader because openai ")

    @pytest.mark.parametrize("way", WAYS)
    def test_this_machine_fails_and_the_cloud_answers(
        self,
        way: str,
        doomed: type[Doomed],
        ready: Ready,
        start: Callable[[Settings], App],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(doomed, "way", way)

        running = start(chained("doomed", ["openai"], settings=ready.settings, deadline_s=3 * _deadline_s(way)))
        record = running.dictate()

        assert (record.text.strip(), record.engine) == (ready.server.service.says, "openai")
        assert running.stand_in().startswith("openai because doomed ")

    @pytest.mark.parametrize("fault", IN_ANY_CASE)
    def test_the_cloud_cannot_speak_and_this_machine_does(
        self, fault: str, ready: Ready, start: Callable[[Settings], App], tmp_path: Path
    ) -> None:
        _spoil(ready, fault, tmp_path)
        settings = chained("reader", [], settings=ready.settings, deadline_s=_deadline_s(fault))
        settings.tts.engine, settings.routing.tts_then = "openai", ["silent"]
        running = start(settings)
        engine = running.engines.tts()

        speech = engine.synthesize("Hello there.")

        assert sum(len(block.pcm) / block.rate_hz for block in speech) > 0.5
        assert speech.speaking.engine == "silent"
        assert running.reason().startswith("openai ")
        engine.close()

    def test_nothing_is_sent_while_this_machine_answers(self, ready: Ready, start: Callable[[Settings], App]) -> None:
        running = start(chained("reader", ["openai"], "measured", ready.settings))
        for _ in range(3):
            assert running.dictate().engine == "scripted"
        assert ready.server.asked == []
        assert running.stand_in() == ""

    def test_nothing_is_sent_while_the_cloud_is_off(
        self, doomed: type[Doomed], ready: Ready, start: Callable[[Settings], App], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(doomed, "way", "crash")
        ready.settings.cloud.enabled = False

        record = start(chained("doomed", ["openai"], settings=ready.settings)).dictate()

        assert record.state is DictationState.FAILED
        assert ready.server.asked == []


def _deadline_s(way: str) -> float:
    return SHORT_S if "slow" in way else 10.0


def _spoil(ready: Ready, fault: str, folder: Path) -> None:
    ready.server.always = FAULTS.get(fault, NONE)
    if fault == "refused":
        ready.server.stop_listening()
    elif fault == "TLS":
        other = folder / "other"
        other.mkdir()
        ready.settings.cloud.ca_file = str(Authority(other).ca_file)
    elif fault == "DNS":
        ready.settings.cloud.openai_url = "https://nowhere.example/v1"
        ready.settings.cloud.allowed = ["sound => nowhere.example", "text => nowhere.example"]
        ready.cloud.keys.set("openai", "nowhere.example", "sk-key")
