"""The virtual desktop as a fixture."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.end_to_end.rig import Desktop

MakeDesktop = Callable[..., Desktop]


@pytest.fixture
def make_desktop() -> Iterator[MakeDesktop]:
    """A desktop with the parts that the test asks for, as in `Desktop`; gone when the test ends."""
    with ExitStack() as stack:

        def make(**parts: Any) -> Desktop:
            desktop = Desktop(**parts)
            if missing := desktop.missing():
                pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
            return stack.enter_context(desktop)

        yield make


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> Desktop:
    """All parts."""
    return make_desktop()
