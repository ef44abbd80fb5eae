"""The gate: what is sent, what is not, and what becomes of every way in which a service can fail."""

import json
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.imitations.allowed import HOST, Drawer, Ready
from tests.imitations.echo import Echo
from tests.imitations.faults import FAULTS, Fault
from tests.imitations.names import lead_here
from tests.imitations.server import Authority, Imitation
from voiceflow.cloud.cloud import Cloud, Upload
from voiceflow.errors import EngineError
from voiceflow.events import CloudUse
from voiceflow.keychain import KeychainError
from voiceflow.settings import Settings

UPLOAD = Upload("echo", b"secret words", "text/plain", total_s=5.0, most_bytes=1_000_000)


def send(ready: Ready, upload: Upload = UPLOAD, what: str = "text") -> bytes:
    return ready.cloud.send("openai", what, upload).whole()


def failed(ready: Ready, upload: Upload = UPLOAD) -> EngineError:
    with pytest.raises(EngineError) as caught:
        send(ready, upload)
    return caught.value


def test_an_answer_comes_over_http2_with_the_key(ready: Ready) -> None:
    assert json.loads(send(ready)) == {"bytes": 12, "http": "2"}
    (asked,) = ready.server.asked
    assert asked.path == "/v1/echo"
    assert asked.headers["authorization"] == "Bearer sk-key"


def test_a_server_without_http2_is_spoken_to_in_http1(ready_with_http1: Ready) -> None:
    assert json.loads(send(ready_with_http1))["http"] == "1.1"


@pytest.mark.parametrize("fixture", ["ready", "ready_with_http1"])
def test_requests_share_one_connection(fixture: str, request: pytest.FixtureRequest) -> None:
    ready: Ready = request.getfixturevalue(fixture)
    for _ in range(5):
        send(ready)
    assert ready.server.connections == 1


# the ways to fail

EXPECTED = {
    "slow": "cloud.slow",
    "slow in the middle": "cloud.slow",
    "cut at once": "cloud.cut",
    "cut in the middle": "cloud.cut",
    "401": "cloud.key_refused",
    "429": "cloud.limited",
    "500": "cloud.server_failed",
    "503": "cloud.server_failed",
    "a web page": "cloud.malformed",
    "far too much": "cloud.too_large",
    "redirect elsewhere": "cloud.redirected",
    "compressed": "cloud.malformed",
}


@pytest.mark.parametrize("fixture", ["ready", "ready_with_http1"])
@pytest.mark.parametrize(("name", "code"), EXPECTED.items(), ids=list(EXPECTED))
def test_a_fault_is_that_service_s_failure(fixture: str, name: str, code: str, request: pytest.FixtureRequest) -> None:
    ready: Ready = request.getfixturevalue(fixture)
    ready.server.faults.append(FAULTS[name])

    error = failed(ready, replace(UPLOAD, total_s=0.3) if name.startswith("slow") else UPLOAD)

    ready.server.faults.clear()  # the clock may have run out before the server was reached
    assert error.code == code
    assert error.hint
    assert HOST in error.title
    assert "secret" not in f"{error}" and "sk-" not in f"{error}"
    assert json.loads(send(ready)), "the next request is answered"


def test_a_refused_connection(ready: Ready) -> None:
    ready.server.stop_listening()
    assert failed(ready).code == "cloud.refused"


def test_a_name_that_nobody_knows(ready: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    lead_here(monkeypatch, "another.example")
    assert failed(ready).code == "cloud.no_such_host"


def test_a_certificate_of_nobody_we_trust(ready: Ready) -> None:
    ready.settings.cloud.ca_file = ""
    assert failed(ready).code == "cloud.tls"
    assert ready.server.asked == []


def test_a_certificate_for_another_name(ready: Ready, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    ready.settings.cloud.ca_file = str(authority.ca_file)
    with Imitation(Echo(), authority, names=("other.example",)) as impostor:
        host = f"{HOST}:{impostor.port}"
        ready.settings.cloud.openai_url = f"https://{host}"
        ready.settings.cloud.allowed = [f"text => {host}"]
        ready.cloud.keys.set("openai", host, "sk-key")
        assert failed(ready).code == "cloud.tls"
        assert impostor.asked == []


def test_a_file_of_certificates_that_is_none(ready: Ready, tmp_path: Path) -> None:
    ready.settings.cloud.ca_file = str(tmp_path / "missing.pem")
    assert failed(ready).code == "cloud.ca_file"


def test_a_service_that_has_had_enough_says_for_how_long(ready: Ready) -> None:
    ready.server.faults.append(Fault(status=429, retry_after="7"))
    assert failed(ready).retry_after_s == 7.0


def test_a_service_s_own_name_for_the_error_is_told_but_not_its_words(ready: Ready) -> None:
    ready.server.faults.append(Fault(status=400))
    assert "400, some_reason" in failed(ready).title


def test_the_same_host_may_want_the_request_elsewhere(ready: Ready) -> None:
    ready.server.faults.append(Fault(redirect="/v2/echo"))
    assert json.loads(send(ready))["bytes"] == 12
    assert [asked.path for asked in ready.server.asked] == ["/v1/echo", "/v2/echo"]


def test_redirects_without_an_end(ready: Ready) -> None:
    ready.server.always = Fault(redirect="/v1/echo")
    assert failed(ready).code == "cloud.malformed"


def test_another_port_of_the_same_host_is_another_host(ready: Ready) -> None:
    ready.server.faults.append(Fault(redirect=f"https://{HOST}:1/echo"))
    assert failed(ready).code == "cloud.redirected"


def test_a_request_that_nobody_waits_for_ends_at_once(ready: Ready) -> None:
    ready.server.always = Fault(before_s=60.0)
    transfer = ready.cloud.send("openai", "text", UPLOAD)
    threading.Timer(0.05, transfer.stop).start()
    with pytest.raises(EngineError) as caught:
        transfer.whole()
    assert caught.value.code == "cloud.stopped"


def test_stopping_what_is_through_keeps_the_connection(ready: Ready) -> None:
    for _ in range(3):
        transfer = ready.cloud.send("openai", "text", UPLOAD)
        transfer.whole()
        transfer.stop()
    assert ready.server.connections == 1


@pytest.mark.parametrize("fixture", ["ready", "ready_with_http1"])
def test_whenever_a_request_is_stopped_the_next_one_is_answered(fixture: str, request: pytest.FixtureRequest) -> None:
    ready: Ready = request.getfixturevalue(fixture)
    for delay_s in (0.0, 0.002, 0.004, 0.006, 0.01, 0.015):
        transfer = ready.cloud.send("openai", "text", UPLOAD)
        timer = threading.Timer(delay_s, transfer.stop)
        timer.start()
        with suppress(EngineError):
            transfer.whole()
        timer.join()
        assert send(ready)


def test_closing_stops_what_is_under_way(ready: Ready) -> None:
    ready.server.always = Fault(before_s=60.0)
    transfer = ready.cloud.send("openai", "text", replace(UPLOAD, total_s=60.0))
    ready.cloud.close()
    with pytest.raises(EngineError):
        transfer.whole()


# consent


def test_a_fresh_installation_sends_nothing_anywhere() -> None:
    cloud = Cloud(Settings)
    for service in ("openai", "google", "yandex", "cleanup"):
        for what in ("sound", "text"):
            if (service, what) != ("cleanup", "sound"):
                assert cloud.problem(service, what), service


def test_switched_off_is_impossible(ready: Ready) -> None:
    ready.settings.cloud.enabled = False
    error = failed(ready)
    assert error.code == "cloud.off"
    assert "text" in error.title and ready.host in error.title
    assert ready.server.connections == 0


def test_consent_for_text_is_none_for_sound(ready: Ready) -> None:
    ready.settings.cloud.allowed = [f"text => {ready.host}"]
    send(ready)
    with pytest.raises(EngineError) as caught:
        send(ready, what="sound")
    assert caught.value.code == "cloud.not_allowed"
    assert f"sound would be sent to {ready.host}" in caught.value.title


def test_consent_for_one_host_is_none_for_another(ready: Ready) -> None:
    ready.settings.cloud.openai_url = "https://elsewhere.example/v1"
    assert failed(ready).code == "cloud.not_allowed"


def test_consent_is_asked_before_each_upload(ready: Ready) -> None:
    send(ready)
    ready.settings.cloud.allowed = []
    assert failed(ready).code == "cloud.not_allowed"
    assert len(ready.server.asked) == 1


@pytest.mark.parametrize("url", ["", "   "])
def test_an_empty_address_is_nobody_s_default(ready: Ready, url: str) -> None:
    ready.settings.cloud.openai_url = url
    assert failed(ready).code == "cloud.no_address"


def test_a_key_goes_to_its_own_host_only(ready: Ready) -> None:
    other = "other.example"
    ready.settings.cloud.openai_url = f"https://{other}/v1"
    ready.settings.cloud.allowed = [f"text => {other}"]
    error = failed(ready)
    assert error.code == "cloud.no_key"
    assert "voiceflow cloud key set openai" in error.hint


def test_a_refused_key_is_looked_up_again(ready: Ready) -> None:
    ready.server.faults.append(FAULTS["401"])
    failed(ready)
    ready.drawer.entries = dict.fromkeys(ready.drawer.entries, "sk-new")
    send(ready)
    assert ready.server.asked[-1].headers["authorization"] == "Bearer sk-new"


def test_a_server_on_this_machine_needs_no_consent_and_is_no_cloud() -> None:
    settings, told = Settings(), []
    with Imitation(Echo()) as server:
        settings.cloud.openai_url = f"{server.url}/v1"
        cloud = Cloud(lambda: settings, told.append, Drawer())
        assert cloud.send("openai", "text", UPLOAD).whole()
        cloud.close()
    assert told == []
    assert "authorization" not in server.asked[0].headers


class _Broken(Drawer):
    """A keyring that is not there; `asked` counts who tried."""

    asked = 0

    def get(self, account: str) -> str | None:
        self.asked += 1
        raise KeychainError("none")


def test_the_keyring_is_asked_once_for_a_server_on_this_machine() -> None:
    settings, keyring = Settings(), _Broken()
    with Imitation(Echo()) as server:
        settings.cloud.openai_url = f"{server.url}/v1"
        cloud = Cloud(lambda: settings, lambda _: None, keyring)
        assert cloud.problem("openai", "text") is None
        for _ in range(2):
            assert cloud.send("openai", "text", UPLOAD).whole()
        cloud.close()
    assert keyring.asked == 1


def test_a_server_on_this_machine_that_wants_a_key_has_it_looked_up() -> None:
    settings, drawer = Settings(), Drawer()
    with Imitation(Echo()) as server:
        settings.cloud.openai_url = f"{server.url}/v1"
        cloud = Cloud(lambda: settings, lambda _: None, drawer)
        server.faults.append(FAULTS["401"])
        with pytest.raises(EngineError):
            cloud.send("openai", "text", UPLOAD).whole()
        drawer.entries[f"cloud key of openai at 127.0.0.1:{server.port}"] = "sk-late"
        cloud.send("openai", "text", UPLOAD).whole()
        cloud.close()
    assert server.asked[-1].headers["authorization"] == "Bearer sk-late"


# what is told


@pytest.mark.parametrize("fault", [Fault(), Fault(status=500)])
def test_what_leaves_the_machine_is_told_from_its_beginning_to_its_end(ready: Ready, fault: Fault) -> None:
    ready.server.always = fault
    if fault.status:
        failed(ready)
    else:
        send(ready)
    assert ready.told == [CloudUse(ready.host, "text", "openai", active) for active in (True, False)]


def test_what_is_not_allowed_is_not_told_as_leaving(ready: Ready) -> None:
    ready.settings.cloud.enabled = False
    failed(ready)
    assert ready.told == []


def test_nothing_of_the_key_or_the_text_is_in_what_is_printed_of_a_request(ready: Ready) -> None:
    assert "secret" not in repr(UPLOAD)
    assert "sk-key" not in repr(vars(ready.cloud.send("openai", "text", UPLOAD)))
