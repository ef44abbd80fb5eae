"""An imitation that stands for another computer, everything allowed to it, and the gate that leads there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.imitations.names import lead_here
from tests.imitations.server import Authority, Imitation, Service
from voiceflow.cloud.cloud import Cloud
from voiceflow.events import Event
from voiceflow.settings import Settings

HOST = "api.example"
KEY = "sk-key"


@dataclass
class Drawer:
    """A keyring in memory."""

    entries: dict[str, str] = field(default_factory=dict)

    def get(self, account: str) -> str | None:
        return self.entries.get(account)

    def set(self, account: str, value: str) -> None:
        self.entries[account] = value

    def delete(self, account: str) -> None:
        self.entries.pop(account, None)


@dataclass
class Ready:
    """All services are at the imitation, under the name `api.example`; `told` has the events of the gate."""

    cloud: Cloud
    server: Imitation
    settings: Settings
    drawer: Drawer
    told: list[Event]

    @property
    def host(self) -> str:
        return f"{HOST}:{self.server.port}"


@contextmanager
def allowed(
    service: Service, folder: Path, monkeypatch: pytest.MonkeyPatch, http: tuple[str, ...] = ("h2", "http/1.1")
) -> Iterator[Ready]:
    lead_here(monkeypatch, HOST)
    authority = Authority(folder)
    with Imitation(service, authority, http) as server:
        settings, drawer, told = Settings(), Drawer(), list[Event]()
        host = f"{HOST}:{server.port}"
        settings.cloud.enabled = True
        settings.cloud.allowed = [f"sound => {host}", f"text => {host}"]
        settings.cloud.ca_file = str(authority.ca_file)
        for name in ("openai_url", "google_stt_url", "google_tts_url", "yandex_stt_url", "yandex_tts_url"):
            setattr(settings.cloud, name, f"https://{host}/v1")
        settings.cleanup.url = f"https://{host}/v1"
        cloud = Cloud(lambda: settings, told.append, drawer)
        for name in ("openai", "google", "yandex", "cleanup"):
            cloud.keys.set(name, host, KEY)
        try:
            yield Ready(cloud, server, settings, drawer, told)
        finally:
            cloud.close()
