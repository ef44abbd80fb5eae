"""Plots are small, readable as text, and the same whenever they are made of the same figures."""

import xml.etree.ElementTree as ET

import pytest

from voiceflow.bench.figures import Plot
from voiceflow.bench.plots import svg, svg_name
from voiceflow.bench.results import PartResult

LINE = Plot("Waits by length", "length, s", "wait, ms", {"tiny.en": ([1, 2], [3.0, 4.0]), "base": ([1, 2], [5.0, 6.0])})
BARS = Plot(
    "Words", "model", "errors, %", {"int8": (["tiny.en", "base"], [12.0, 9.0]), "float32": (["base"], [9.0])}, "bar"
)
LYING = Plot("Memory", "stage", "MB", {"": ([f"a stage with a long name {at}" for at in range(9)], [1.0] * 9)}, "bar")
HISTOGRAM = Plot("Spread", "ms", "dictations", {"all": ([1.0, 2.0, 2.0, 900.0], [])}, "histogram")
LOGARITHMIC = Plot("Rates", "callers", "/s", {"all": ([1, 10], [1.0, 1e6])}, log=True)


@pytest.mark.parametrize("plot", [LINE, BARS, LYING, HISTOGRAM, LOGARITHMIC], ids=lambda plot: str(plot.title))
def test_words_stand_in_a_plot_as_text(plot: Plot) -> None:
    drawn = svg(plot)
    texts = [element.text for element in ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")]
    assert {plot.x, plot.y} <= set(texts)
    labels = [str(label) for x, _ in plot.series.values() for label in x] if plot.kind == "bar" else []
    assert set(labels) <= set(texts)


def test_the_same_figures_give_the_same_bytes() -> None:
    assert svg(LINE) == svg(LINE)
    assert "2026" not in svg(LINE)


def test_the_ink_is_the_page_s_and_in_a_file_follows_light_and_dark() -> None:
    assert "currentColor" in svg(LINE, alone=False)
    assert "prefers-color-scheme: dark" in svg(LINE)
    assert "<style>svg" not in svg(LINE, alone=False)


def test_a_plot_s_file_is_named_by_what_it_shows() -> None:
    assert svg_name(PartResult("core", "recognition", ""), LINE) == "core-recognition-waits-by-length.svg"
