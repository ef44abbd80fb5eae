"""Changes on their way into the settings, one after another: the last one made is the one that holds."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from voiceflow.engines.hotkey.contract import check_free, check_key
from voiceflow.errors import VoiceFlowError
from voiceflow.ui.control import Control


class Changes(QObject):
    """`settled` carries the setting's name and the error, or None when it is in force."""

    settled = Signal(str, object)

    def __init__(self, control: Control) -> None:
        super().__init__()
        self._control = control
        self._waiting: dict[str, Any] = {}
        self._name = ""

    def make(self, name: str, value: Any) -> None:
        self._waiting.pop(name, None)
        self._waiting[name] = value
        self._next()

    def under_way(self, name: str) -> bool:
        return name == self._name or name in self._waiting

    def _next(self) -> None:
        if self._name or not self._waiting:
            return
        name, value = next(iter(self._waiting.items()))
        del self._waiting[name]
        self._name = name
        self._control.work.run(lambda: self._apply(name, value), lambda _: self._settle(None), self._settle)

    def _apply(self, name: str, value: Any) -> None:
        """On a worker. What is told to the system first is told there: a key must be free."""
        core = self._control.core
        if name == "hotkey.key" and check_key(value) != check_key(core.settings.hotkey.key):
            check_free(value, core.settings.hotkey.cancel_key, core.settings.hotkey.backend)
        core.change(name, value)

    def _settle(self, error: VoiceFlowError | None) -> None:
        name, self._name = self._name, ""
        if name not in self._waiting:
            self.settled.emit(name, error)
        self._next()
