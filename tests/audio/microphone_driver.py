"""Records in a process of its own: what a test does to the sound server may hang a stream for ever. Commands come on
stdin (`open NAME`, `close`, `refresh`, `list`), events go to stdout, one JSON object a line."""

import json
import sys
import threading
import time
from typing import Any

from voiceflow.audio import devices
from voiceflow.audio.frames import Block
from voiceflow.audio.microphone import Microphone
from voiceflow.errors import AudioError


def say(event: str, **facts: Any) -> None:
    print(json.dumps({"event": event, "time_s": time.monotonic(), **facts}), flush=True)


class Driver:
    def __init__(self) -> None:
        self.peak_told = False
        self.microphone: Microphone | None = None

    def open(self, name: str = "") -> None:
        self.first = self.loud = False
        self.microphone = Microphone(name, "", self.on_block, self.on_trouble)
        began_s = time.monotonic()
        try:
            self.microphone.open()
        except AudioError as error:
            say("error", code=error.code, text=str(error))
            return
        say("opened", ms=(time.monotonic() - began_s) * 1000, threads=[thread.name for thread in threading.enumerate()])

    def on_block(self, block: Block) -> None:
        if not self.first:
            self.first = True
            say("first", rate_hz=block.rate_hz, channels=block.channels, frames=block.frames)
        if not self.loud and abs(block.samples()).max() > 0.1:
            self.loud = True
            say("loud")

    def on_trouble(self, error: AudioError, lost: bool) -> None:
        say("trouble", code=error.code, lost=lost, text=str(error))

    def close(self) -> None:
        assert self.microphone
        began_s = time.monotonic()
        self.microphone.close()
        say("closed", ms=(time.monotonic() - began_s) * 1000)

    def refresh(self) -> None:
        say("refreshed", done=devices.refresh())

    def list(self) -> None:
        say("list", inputs=[device.name for device in devices.list_devices() if device.inputs])


driver = Driver()
say("ready")
for line in sys.stdin:
    command, _, argument = line.strip().partition(" ")
    getattr(driver, command)(*([argument] if argument else []))
