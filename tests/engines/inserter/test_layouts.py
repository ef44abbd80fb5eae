import pytest

from tests.end_to_end.rig import Desktop
from voiceflow.engines.inserter.layouts import language_of
from voiceflow.engines.inserter.x11 import X11Inserter


@pytest.mark.parametrize(("layout", "language"), [("us", "en"), ("de", "de"), ("at", "de"), ("eu", ""), ("", "")])
def test_a_layout_hints_at_a_language(layout: str, language: str) -> None:
    assert language_of(layout) == language


@pytest.mark.desktop
def test_the_layout_in_use_counts(desktop: Desktop, inserter: X11Inserter) -> None:
    desktop.run(["setxkbmap", "us,de"])
    try:
        assert inserter.keyboard_language() == "en"
        desktop.run(["setxkbmap", "ru"])
        assert inserter.keyboard_language() == "ru"
    finally:
        desktop.run(["setxkbmap", "us"])
