"""What can be chosen in the tray's menu and on the Home page: microphones and installed models."""

from dataclasses import dataclass

from voiceflow.core import Core
from voiceflow.ui.work import Done, Failed, Work


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what the setting takes, `label` what people read, `refused` why it cannot be taken now."""

    value: str
    label: str
    chosen: bool
    refused: str = ""


class Choices:
    """Asking takes a while (PortAudio alone costs 20 MB), so it is done when somebody looks, on a worker."""

    def __init__(self, core: Core, work: Work) -> None:
        self._core, self._work = core, work

    def microphones(self, default: str, done: Done, failed: Failed) -> None:
        """`default` is the label of the system's own choice. `done` gets a list of `Choice`."""
        self._work.run(lambda: self._microphones(default), done, failed)

    def models(self, done: Done, failed: Failed) -> None:
        self._work.run(self._models, done, failed)

    def choose_microphone(self, name: str, failed: Failed) -> None:
        self._change("audio.device", name, failed)

    def choose_model(self, name: str, failed: Failed) -> None:
        self._change("stt.model", name, failed)

    def _change(self, setting: str, value: object, failed: Failed) -> None:
        self._work.run(lambda: self._core.change(setting, value), lambda _: None, failed)

    def _microphones(self, default: str) -> list[Choice]:
        from voiceflow.audio.devices import list_devices, refresh

        refresh()
        chosen = self._core.settings.audio.device
        names = list(dict.fromkeys(device.name for device in list_devices() if device.inputs))
        if chosen and chosen not in names:
            names.append(chosen)
        return [Choice("", default, not chosen), *(Choice(name, name, name == chosen) for name in names)]

    def _models(self) -> list[Choice]:
        usable = [entry for entry in self._core.models.list() if entry.family == "stt" and entry.usable]
        used = self._core.engines.model_name()
        return [Choice(entry.name, entry.name, entry.name == used) for entry in usable]
