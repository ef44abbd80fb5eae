"""Units of figures: what can be compared with what, and numbers as a reader wants them."""

from math import floor, log10

_SIZES = (
    {"ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0},
    {"B": 1.0, "kB": 1e3, "MB": 1e6, "GB": 1e9},
    {"share": 1.0, "%": 0.01},
)


def converted(value: float, unit: str, into: str) -> float:
    """`ValueError` for units of different kinds: a wrong target must not pass for a met one."""
    if unit == into:
        return value
    sizes = next((sizes for sizes in _SIZES if unit in sizes and into in sizes), None)
    if sizes is None:
        raise ValueError(f"{unit} is not {into}")
    return value * sizes[unit] / sizes[into]


def number(value: float) -> str:
    """Three digits that mean something, and all of those before the point; counts as they are."""
    if float(value).is_integer():
        return f"{value:,.0f}"
    places = max(0, 2 - floor(log10(abs(value))))
    return f"{value:,.{min(places, 9)}f}"


def duration(seconds: float) -> str:
    if seconds < 99.5:
        return f"{seconds:.0f} s" if seconds >= 9.5 else f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"
