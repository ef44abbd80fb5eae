"""Slow calls beside the UI thread; their answers come back on it."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from voiceflow.errors import VoiceFlowError
from voiceflow.ui.translation import translated_error

log = logging.getLogger(__name__)

Done = Callable[[Any], None]
Failed = Callable[[VoiceFlowError], None]


class Work(QObject):
    """Each call has a thread of its own, which does not hold up the program's end."""

    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._answered.connect(self._hand_over)

    def run(self, call: Callable[[], Any], done: Done, failed: Failed) -> None:
        """`done` gets what `call` returns, `failed` every error as a `VoiceFlowError`; both on the UI thread."""
        threading.Thread(target=self._answer, args=(call, done, failed), name="ui work", daemon=True).start()

    def follow(self, future: "Future[Any]", done: Done, failed: Failed) -> None:
        """The same for a call that somebody else runs."""
        future.add_done_callback(lambda finished: self._answer(finished.result, done, failed))

    def tell(self, listener: Done, value: Any) -> None:
        """From any thread: calls `listener(value)` on the UI thread."""
        if not self._closed:
            self._answered.emit(listener, value)

    def close(self) -> None:
        """Answers that come later are dropped."""
        self._closed = True

    def _answer(self, call: Callable[[], Any], done: Done, failed: Failed) -> None:
        try:
            value = call()
        except VoiceFlowError as error:
            self.tell(failed, error)
        except CancelledError:
            return
        except Exception as error:
            log.exception("a call for the window failed")
            self.tell(failed, _fault(error))
        else:
            self.tell(done, value)

    @Slot(object, object)
    def _hand_over(self, listener: Done, value: Any) -> None:
        if not self._closed:
            listener(translated_error(value) if isinstance(value, VoiceFlowError) else value)


def _fault(error: Exception) -> VoiceFlowError:
    return VoiceFlowError(
        "ui.fault", f"VoiceFlow has a fault of its own ({type(error).__name__})", "The log says where it happened"
    )
