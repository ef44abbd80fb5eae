"""What leaves this machine now, for the sign in overlay and tray."""

from collections import Counter

from PySide6.QtCore import QObject, Signal

from voiceflow.events import CloudUse
from voiceflow.ui.bridge import Bridge


class CloudSign(QObject):
    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._under_way: Counter[tuple[str, str]] = Counter()
        bridge.cloud.connect(self._on_use)

    @property
    def on(self) -> bool:
        return bool(self._under_way)

    @property
    def told(self) -> str:
        """Each server with what it gets, one a line; empty when nothing leaves."""
        words = {"sound": self.tr("Sound goes to {host}"), "text": self.tr("Text goes to {host}")}
        return "\n".join(words[what].format(host=host) for host, what in self._under_way)

    def _on_use(self, event: CloudUse) -> None:
        self._under_way[event.host, event.what] += 1 if event.active else -1
        self._under_way = +self._under_way
        self.changed.emit()
