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
from voiceflow.ui.translation import translated_error

translate = QCoreApplication.translate
Offer = Callable[[Core], list[str]]
Offers = tuple[list[str], dict[str, str]]
"""The values, and of some why they cannot be taken now."""


class Offered(Chooser):
    """The empty value is told in words."""

    changed = Signal(object)

    def __init__(self, key: Key, control: Control) -> None:
        super().__init__("")
        self._control, self._name, self._find = control, key.name, OFFERS[key.name]
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
        refuse = REFUSALS.get(self._name)

        def look() -> Offers:
            values = list(dict.fromkeys(self._find(core)))
            return values, refuse(core, values) if refuse else {}

        self._control.work.run(look, self._offer, lambda error: self.give_up(self._control, error))

    def _offer(self, found: Offers) -> None:
        values, refused = found
        if self._value not in values:
            values.append(self._value)
        choices = [Choice(each, each or self._empty, each == self._value, refused.get(each, "")) for each in values]
        self.offer(choices)


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
    return lambda _: [entry.name for entry in catalogue.engines(family) if entry.cloud or not entry.asked_only]


def _refused(family: str) -> Callable[[Core, list[str]], dict[str, str]]:
    def look(core: Core, names: list[str]) -> dict[str, str]:
        found = {name: core.engines.refusal(family, name) for name in names if name != "auto"}
        return {name: translated_error(error).title for name, error in found.items() if error}

    return look


OFFERS: dict[str, Offer] = {
    "audio.device": _microphones,
    "audio.host_api": _sound_systems,
    "audio.output_device": _speakers,
    "stt.engine": _engines("stt"),
    "stt.model": _models,
    "tts.engine": lambda core: ["auto", *_engines("tts")(core)],
    "tts.voice": _voices,
}

REFUSALS: dict[str, Callable[[Core, list[str]], dict[str, str]]] = {
    "stt.engine": _refused("stt"),
    "tts.engine": _refused("tts"),
}
