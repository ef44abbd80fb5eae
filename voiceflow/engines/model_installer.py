"""Puts a model into VoiceFlow's own folder, whole or not at all, and takes it away again."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from voiceflow.engines.model_catalogue import KnownModel
from voiceflow.engines.model_files import Checker, files, size_bytes, write_record
from voiceflow.errors import ModelError
from voiceflow.paths import make_private


class ModelInstaller:
    """One folder a model in `home`. What is not finished is `NAME.partial` and becomes `NAME` by one rename."""

    def __init__(self, home: Path, checker: Checker) -> None:
        self._home, self._checker = home, checker

    def partial(self, name: str) -> Path:
        return self._home / f"{name}.partial"

    def install(self, model: KnownModel, progress: Callable[[int, int], None], cancelled: threading.Event) -> Path:
        """To be called inside `alone`."""
        from voiceflow.engines.model_download import HubDownload

        target, partial = self._home / model.name, self.partial(model.name)
        if target.is_dir() and not partial.exists():
            target.rename(partial)  # what is sound in a damaged model need not come again
        make_private(partial)
        try:
            digests = HubDownload(model, partial, progress, cancelled).run()
        finally:
            if not files(partial):
                partial.rmdir()  # nothing came: there is nothing to go on with
        write_record(partial, f"{model.hub.repo}@{model.hub.revision}", digests)
        if target.exists():
            shutil.rmtree(target)
        partial.rename(target)
        self._checker.remember(target, digests)
        return target

    def remove(self, name: str) -> int:
        """Bytes freed, 0 when nothing was installed; to be called inside `alone`."""
        freed_bytes = 0
        for folder in (self._home / name, self.partial(name)):
            if folder.is_dir():
                freed_bytes += size_bytes(folder)
                shutil.rmtree(folder)
                self._checker.forget(folder)
        return freed_bytes

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """One process at a time changes a model. `ModelError` `models.busy`, `models.not_writable`."""
        import filelock

        lock = filelock.FileLock(self._home / f"{name}.lock", timeout=0)
        try:
            make_private(self._home)
            lock.acquire()
        except filelock.Timeout as error:
            title = f"Another VoiceFlow is installing or removing {name}"
            raise ModelError("models.busy", title, "Wait until it is done") from error
        except OSError as error:
            title = f"{self._home} cannot be written to ({error.strerror})"
            raise ModelError("models.not_writable", title, "Make it writable, or set VOICEFLOW_HOME") from error
        try:
            yield
        finally:
            lock.release()
