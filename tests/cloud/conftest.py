from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.imitations.allowed import Ready, allowed
from tests.imitations.echo import Echo


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ready]:
    with allowed(Echo(), tmp_path, monkeypatch) as ready:
        yield ready


@pytest.fixture
def ready_with_http1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ready]:
    with allowed(Echo(), tmp_path, monkeypatch, http=("http/1.1",)) as ready:
        yield ready
