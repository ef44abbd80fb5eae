"""A folder of files that stand in memory."""

import os
import sys
from io import BytesIO
from pathlib import Path

import pytest

from voiceflow.engines.stt.whisper_memory import as_folder

FILES = {"model.bin": b"weights" * 1000, "config.json": b"{}"}

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="memfd_create is Linux's")


def opened() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@on_linux
def test_it_holds_the_files_and_nothing_is_on_disk() -> None:
    with as_folder({name: BytesIO(content) for name, content in FILES.items()}) as folder:
        assert folder
        found = {file.name: file for file in Path(folder).iterdir()}

        assert {name: file.read_bytes() for name, file in found.items()} == FILES
        assert all(str(file.readlink()).startswith("/proc/self/fd/") for file in found.values())


@on_linux
def test_folder_and_memory_are_gone_afterwards() -> None:
    before = opened()
    with as_folder({"model.bin": BytesIO(b"weights")}) as folder:
        assert opened() == before + 1

    assert opened() == before
    assert not Path(folder or ".").exists()


def test_there_is_none_where_the_system_has_no_such_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)

    with as_folder({"model.bin": BytesIO(b"weights")}) as folder:
        assert folder is None


@on_linux
def test_there_is_none_where_no_file_may_grow_so_large() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with as_folder({"model.bin": BytesIO(b"weights" * 1000)}) as folder:
            assert folder is None
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@on_linux
def test_there_is_none_where_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    with as_folder({"model.bin": BytesIO(b"weights")}) as folder:
        assert folder is None
