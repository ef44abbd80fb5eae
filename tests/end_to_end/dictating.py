"""What is said comes as words already: a real delivery, history and inserter on the virtual desktop, without sound."""

import os
from typing import Any

import pytest

from tests.end_to_end.rig import Desktop
from voiceflow.dictation.delivery import Delivery, DeliveryOptions, Text
from voiceflow.dictation.session import Session
from voiceflow.engines.inserter.contract import Inserter
from voiceflow.engines.inserter.x11 import X11Inserter
from voiceflow.events import Event, Notice
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.paths import paths
from voiceflow.settings import History as HistorySettings

VARIABLES = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")


def on(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    """This process is on that desktop."""
    for name in VARIABLES:
        monkeypatch.setenv(name, desktop.env[name])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


class Dictating:
    def __init__(self, options: DeliveryOptions | None = None) -> None:
        assert os.environ["DISPLAY"]
        self.options = options or DeliveryOptions()
        self.inserter: Inserter = X11Inserter()
        self.events: list[Event] = []
        self.history = History.open(paths(), HistorySettings(key_storage="file"))
        self.delivery = Delivery(self.inserter, self.history, self.events.append)
        self.delivery.start()

    def say(self, *utterances: str) -> None:
        """Into the window that has the focus; returns when the last one is delivered."""
        for said in utterances:
            session = Session(target=self.inserter.focus())
            self.history.begin(Dictation(session.id, session.started_at, DictationState.RECOGNIZING))
            self.delivery.look(session).result(5)
            self.delivery.deliver(session, Text(said, "en", 2.0), self.options)
            self.delivery.flush()

    @property
    def notices(self) -> list[str]:
        return [event.code for event in self.events if isinstance(event, Notice)]

    def __enter__(self) -> "Dictating":
        return self

    def __exit__(self, *_: Any) -> None:
        self.delivery.stop()
        self.inserter.close()
        self.history.close()
