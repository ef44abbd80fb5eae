"""Settings whose values are whatever this machine has: they are looked for when somebody opens the box."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal

from voiceflow.core import Core
from voiceflow.engines import catalogue
from voiceflow.settings_keys import Key
from voiceflow.ui.choices import Choice
from voiceflow.ui.choosers import Chooser
from voiceflow.ui.control import Control
from voiceflow.ui.settings_editors import keep_wheel_away

translate = QCoreApplication.translate
Offer = Callable[[Core], list[str]]


class Offered(Chooser):
    """The empty value is told in words."""

    changed = Signal(object)

    def __init__(self, key: Key, control: Control) -> None:
        super().__init__("")
        self._control, self._find = control, OFFERS[key.name]
        system, best = translate("Settings", "The system's default"), translate("Settings", "The best one installed")
        self._empty = system if key.name.startswith("audio") else best
        self._value = ""
        self.wanted.connect(self._look)
        self.chosen.connect(self.changed.emit)
        self.setMinimumContentsLength(6)
        keep_wheel_away(self)

    def show_value(self, value: str) -> None:
        self._value = value
        self.show_only(value or self._empty)

    def _look(self) -> None:
        core = self._control.core
        self._control.work.run(lambda: self._find(core), self._offer, lambda error: self.give_up(self._control, error))

    def _offer(self, found: list[str]) -> None:
        values = list(dict.fromkeys(found))
        if self._value not in values:
            values.append(self._value)
        self.offer([Choice(value, value or self._empty, value == self._value) for value in values])


def _microphones(_: Core) -> list[str]:
    from voiceflow.audio.devices import list_devices, refresh

    refresh()
    return ["", *(device.name for device in list_devices() if device.inputs)]


def _speakers(_: Core) -> list[str]:
    from voiceflow.audio.devices import list_devices, refresh

    refresh()
    return ["", *(device.name for device in list_devices() if device.outputs)]


def _sound_systems(_: Core) -> list[str]:
    from voiceflow.audio.devices import list_devices

    return ["", *(device.host_api for device in list_devices())]


def _models(core: Core) -> list[str]:
    return ["", *(entry.name for entry in core.models.list() if entry.family == "stt" and entry.usable)]


def _voices(core: Core) -> list[str]:
    return ["", *(entry.name for entry in core.models.list() if entry.family == "tts" and entry.usable)]


def _engines(family: str) -> Offer:
    return lambda _: [entry.name for entry in catalogue.engines(family) if not entry.asked_only]


OFFERS: dict[str, Offer] = {
    "audio.device": _microphones,
    "audio.host_api": _sound_systems,
    "audio.output_device": _speakers,
    "stt.engine": _engines("stt"),
    "stt.model": _models,
    "tts.engine": lambda core: ["auto", *_engines("tts")(core)],
    "tts.voice": _voices,
}
