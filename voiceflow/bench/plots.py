"""Plots as SVG: text as text, the same bytes for the same figures, ink of the page they stand on."""

import io
import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from voiceflow.bench.figures import Plot
from voiceflow.bench.results import PartResult

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INK = "#010203"
"""Stands for the colour of the page's text while matplotlib draws."""
_SERIES = ("#3d85c8", "#d9730d", "#2f9e6e", "#b1559c", "#8b74d6", "#b08a00", "#5f8f9f", "#c4554d")
"""Told apart on white and on black, by those who see no difference of red and green as well."""
_ALONE = "<style>svg {color: #3b4048} @media (prefers-color-scheme: dark) {svg {color: #c9d1d9}}</style>"
_MAKER = "voiceflow bench"
_MANY_BARS = 8
_METADATA_BYTES = 2_000
_one_at_a_time = threading.Lock()


def svg_name(part: PartResult, plot: Plot) -> str:
    return re.sub(r"[^a-z0-9]+", "-", f"{part.suite} {part.name} {plot.title}".lower()).strip("-")[:100] + ".svg"


def is_own(file: Path) -> bool:
    """Made by `svg`, of this or an earlier run, and not by somebody else. `OSError`."""
    begin = file.read_bytes()[:_METADATA_BYTES]
    return f"<dc:title>{_MAKER}</dc:title>".encode() in begin


def svg(plot: Plot, *, alone: bool = True) -> str:
    """A file's contents; not `alone`, it stands in a page whose `color` it takes."""
    import matplotlib as mpl

    with _one_at_a_time, mpl.rc_context(_style(plot)):
        drawn = _drawn(plot)
    begin = drawn.index("<svg")
    drawn = drawn[begin:].replace(_INK, "currentColor")
    return (drawn.replace(">", f">{_ALONE}", 1)) if alone else drawn


def _style(plot: Plot) -> Any:
    inked = ("text.color", "axes.labelcolor", "xtick.color", "ytick.color", "axes.edgecolor", "grid.color")
    return dict.fromkeys(inked, _INK) | {
        "svg.fonttype": "none",
        "svg.hashsalt": plot.title,
        "font.family": "sans-serif",
        "font.size": 9.5,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.linewidth": 0.6,
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.formatter.use_mathtext": False,
        "grid.alpha": 0.16,
        "grid.linewidth": 0.6,
        "lines.linewidth": 1.6,
        "legend.frameon": False,
        "figure.facecolor": "none",
        "axes.facecolor": "none",
        "savefig.facecolor": "none",
    }


def _drawn(plot: Plot) -> str:
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure
    from matplotlib.rcsetup import cycler

    figure = Figure(figsize=(7.2, _height(plot)), layout="constrained")
    FigureCanvasSVG(figure)
    axes = figure.add_subplot()
    axes.set_prop_cycle(cycler(color=_SERIES))
    {"line": _line, "bar": _bars, "histogram": _histogram}[plot.kind](axes, plot)
    if len(plot.series) > 1:
        figure.legend(*axes.get_legend_handles_labels(), loc="outside upper left", ncols=min(4, len(plot.series)))
    into = io.StringIO()
    figure.savefig(into, format="svg", metadata={"Date": None, "Creator": _MAKER, "Title": plot.title})
    return into.getvalue()


def _height(plot: Plot) -> float:
    if plot.kind != "bar" or not _lying(plot):
        return 3.2
    return max(1.6, 0.9 + 0.24 * len(_labels(plot)) * max(1.0, 0.7 * len(plot.series)))


def _line(axes: "Axes", plot: Plot) -> None:
    """From zero on, unless all values are far from it."""
    from matplotlib.ticker import MaxNLocator

    for name, (x, y) in plot.series.items():
        axes.plot(x, y, label=name, marker="o" if len(x) <= 30 else "", markersize=3.5)
    axes.set(xlabel=plot.x, ylabel=plot.y)
    values = [value for _, y in plot.series.values() for value in y]
    if plot.log:
        _logarithmic(axes, "y")
    elif min(values, default=0.0) < max(values, default=0.0) / 2:
        axes.set_ylim(bottom=min(0.0, *values))
    if all(float(x).is_integer() for xs, _ in plot.series.values() for x in xs):
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=(1, 2, 5, 10)))


def _histogram(axes: "Axes", plot: Plot) -> None:
    values = [x for x, _ in plot.series.values()]
    axes.hist(values, bins=40, label=list(plot.series), alpha=0.85)
    axes.set(xlabel=plot.x, ylabel=plot.y)
    if plot.log:
        _logarithmic(axes, "x")


def _bars(axes: "Axes", plot: Plot) -> None:
    """Lying where their names are long or many."""
    labels, lying = _labels(plot), _lying(plot)
    wide = 0.8 / max(1, len(plot.series))
    for at, (name, (x, y)) in enumerate(plot.series.items()):
        values = dict(zip(map(str, x), y, strict=True))
        places = [
            place + (at - (len(plot.series) - 1) / 2) * wide for place in range(len(labels)) if labels[place] in values
        ]
        shown = [values[label] for label in labels if label in values]
        (axes.barh if lying else axes.bar)(places, shown, wide, label=name)
    if lying:
        axes.set_yticks(range(len(labels)), labels)
        axes.set_ylim(len(labels) - 0.4, -0.6)
        axes.set(xlabel=plot.y, ylabel=plot.x)
        axes.grid(False, axis="y")
    else:
        axes.set_xticks(range(len(labels)), labels)
        beside = max(0.6, 2.0 - len(labels) / 2)  # few bars are no walls
        axes.set_xlim(-beside, len(labels) - 1 + beside)
        axes.set(xlabel=plot.x, ylabel=plot.y)
        axes.grid(False, axis="x")
    if plot.log:
        _logarithmic(axes, "x" if lying else "y")


def _logarithmic(axes: "Axes", which: Literal["x", "y"]) -> None:
    """With numbers as people write them, also at 2 and 5."""
    from matplotlib.ticker import FuncFormatter, LogLocator

    axis = axes.xaxis if which == "x" else axes.yaxis
    (axes.set_xscale if which == "x" else axes.set_yscale)("log")
    axis.set_minor_locator(LogLocator(subs=(2.0, 5.0)))
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}" if value < 1e6 else f"{value:.0e}"))
    axis.set_minor_formatter(FuncFormatter(lambda value, _: f"{value:,g}" if value < 1e6 else ""))


def _labels(plot: Plot) -> list[str]:
    return list(dict.fromkeys(str(label) for x, _ in plot.series.values() for label in x))


def _lying(plot: Plot) -> bool:
    labels = _labels(plot)
    return len(labels) > _MANY_BARS or sum(map(len, labels)) > 60
