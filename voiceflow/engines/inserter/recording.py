"""No window at all: remembers what would have been inserted. For tests and demonstrations."""

import threading
import time

from voiceflow.engines.inserter.contract import Caret, Inserted, Inserter, InsertOptions, Target, not_there
from voiceflow.engines.inserter.terminals import flattened
from voiceflow.errors import InsertionError, VoiceFlowError


class RecordingInserter(Inserter):
    """`window` is what has the focus; `texts` is what went into it, in order; `clipboard` what `copy` left last,
    `selected` what `select_back` chose, `around` what stands around the caret. Set
    `error` to make insertions fail with it."""

    def __init__(self, window: Target | None = Target("recording", "recording")) -> None:  # noqa: B008 frozen
        self.window = window
        self.texts: list[str] = []
        self.clipboard = ""
        self.selected = ""
        self.around: Caret | None = None
        self.steps_back = 0
        self.snapshots = 0
        self.error: InsertionError | None = None
        self._changed = threading.Condition()

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        return None

    def focus(self) -> Target | None:
        return self.window

    def caret(self, target: Target | None) -> Caret | None:
        return self.around

    def snapshot(self) -> None:
        self.snapshots += 1

    def insert(self, text: str, target: Target | None, options: InsertOptions) -> Inserted:
        started = time.monotonic()
        if self.error:
            raise self.error
        target = target or self.window
        if target and target.terminal and not options.keep_newlines:
            text = flattened(text)
        with self._changed:
            if self.selected:
                self.texts = ["".join(self.texts).removesuffix(self.selected)]
                self.selected = ""
            self.texts.append(text)
            self._changed.notify_all()
        return Inserted(options.way, True, (time.monotonic() - started) * 1000)

    def select_back(self, text: str, target: Target | None) -> None:
        if not "".join(self.texts).endswith(text):
            raise not_there()
        self.selected = text

    def step_back(self, count: int, target: Target | None) -> None:
        self.steps_back += count

    def erase(self, text: str, target: Target | None, options: InsertOptions) -> None:
        if target and target.terminal and not options.keep_newlines:
            text = flattened(text)
        self.select_back(text, target)
        with self._changed:
            self.texts = ["".join(self.texts).removesuffix(text)]
            self.selected = ""
            self._changed.notify_all()

    def wait_for(self, count: int, timeout_s: float = 10.0) -> list[str]:
        """The texts, once there are `count`, or those there are at the deadline."""
        with self._changed:
            self._changed.wait_for(lambda: len(self.texts) >= count, timeout_s)
            return list(self.texts)

    def copy(self, text: str) -> None:
        with self._changed:
            self.clipboard = text
            self._changed.notify_all()

    def close(self) -> None:
        """Nothing is open."""
