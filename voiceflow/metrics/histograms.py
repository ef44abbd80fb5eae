"""How long things took, as distributions that merge: DDSketch (Masson, Rim, Lee: "DDSketch: a fast and fully-mergeable
quantile sketch", VLDB 2019) with 1 % relative error, in buckets of time."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

FINE_S, COARSE_S = 600, 86_400
"""Each value stands in a bucket of ten minutes, from which the last hour and day are read, and in one of a day."""
KEPT_S = {FINE_S: 25 * 3600, COARSE_S: 31 * 86_400}
RELATIVE_ERROR = 0.01
_LEAST = 1e-3
"""A smaller value counts as this: the sketch's bins are logarithmic."""

Row = tuple[int, int, str, str, str, str]
"""As the database keeps a bucket: `Bucket`'s fields, then its bins as JSON, count by bin."""
Bins = dict[int, int]


class Bucket(NamedTuple):
    """`begin_s`: seconds since 1970, a multiple of `length_s`. `name` is a stage or a figure."""

    length_s: int
    begin_s: int
    name: str
    engine: str
    model: str


@dataclass(frozen=True, slots=True)
class Percentiles:
    """In the unit of the values; `total` is their sum, exact for whole numbers up to 50."""

    count: int
    p50: float
    p95: float
    p99: float
    total: float


class Histograms:
    """Owned by one thread."""

    def __init__(self) -> None:
        self._bins: dict[Bucket, Bins] = {}
        self._changed: set[Bucket] = set()
        self.version = 0
        """Changes with every value."""

    @cached_property
    def _mapping(self) -> Any:
        from ddsketch.mapping import LogarithmicMapping

        return LogarithmicMapping(RELATIVE_ERROR)

    def add(self, at_s: float, values: dict[str, float], engine: str, model: str) -> None:
        """`values` by name; `at_s` in seconds since 1970."""
        self.version += 1
        for length_s in KEPT_S:
            begin_s = int(at_s) // length_s * length_s
            for name, value in values.items():
                bucket = Bucket(length_s, begin_s, name, engine, model)
                bins = self._bins.setdefault(bucket, {})
                key = self._mapping.key(max(value, _LEAST))
                bins[key] = bins.get(key, 0) + 1
                self._changed.add(bucket)

    def changed(self) -> list[Row]:
        """What has changed since this was last asked."""
        rows = [(*bucket, json.dumps(self._bins[bucket])) for bucket in sorted(self._changed)]
        self._changed.clear()
        return rows

    def load(self, rows: Iterable[Row]) -> None:
        """Merges with what is there."""
        self.version += 1
        for *bucket, text in rows:
            bins = self._bins.setdefault(Bucket._make(bucket), {})
            for key, count in json.loads(text).items():
                bins[int(key)] = bins.get(int(key), 0) + int(count)

    def forget(self, now_s: float) -> list[tuple[int, int]]:
        """Drops buckets older than `KEPT_S`; returns the first that is kept, for each length."""
        first = {length_s: int(now_s) - kept_s for length_s, kept_s in KEPT_S.items()}
        self._bins = {bucket: bins for bucket, bins in self._bins.items() if bucket.begin_s >= first[bucket.length_s]}
        self._changed &= self._bins.keys()
        return list(first.items())

    def by_model(self, now_s: float, window_s: int) -> dict[tuple[str, str, str], Percentiles]:
        """(name, engine, model) of the last `window_s`."""
        merged: dict[tuple[str, str, str], Bins] = defaultdict(dict)
        for bucket, bins in self._within(now_s, window_s):
            _merge(merged[bucket.name, bucket.engine, bucket.model], bins)
        return {key: self._percentiles(bins) for key, bins in sorted(merged.items())}

    def by_name(self, now_s: float, window_s: int) -> dict[str, Percentiles]:
        """Of all engines and models."""
        merged: dict[str, Bins] = defaultdict(dict)
        for bucket, bins in self._within(now_s, window_s):
            _merge(merged[bucket.name], bins)
        return {name: self._percentiles(bins) for name, bins in merged.items()}

    def over_time(self, name: str, now_s: float, window_s: int) -> list[tuple[int, Percentiles]]:
        """One for each bucket that has a value, by its begin."""
        merged: dict[int, Bins] = defaultdict(dict)
        for bucket, bins in self._within(now_s, window_s):
            if bucket.name == name:
                _merge(merged[bucket.begin_s], bins)
        return [(begin_s, self._percentiles(bins)) for begin_s, bins in sorted(merged.items())]

    def _within(self, now_s: float, window_s: int) -> Iterator[tuple[Bucket, Bins]]:
        length_s = FINE_S if window_s <= COARSE_S else COARSE_S
        first_s = now_s - window_s
        for bucket, bins in self._bins.items():
            if bucket.length_s == length_s and bucket.begin_s + length_s > first_s:
                yield bucket, bins

    def _percentiles(self, bins: Bins) -> Percentiles:
        from ddsketch import DDSketch

        sketch, total = DDSketch(RELATIVE_ERROR), 0.0
        for key, count in bins.items():
            value = self._mapping.value(key)
            sketch.add(value, count)
            total += (round(value) or value) * count
        count = int(sketch.count)
        p50, p95, p99 = (sketch.get_quantile_value(_from_above(share, count)) or 0.0 for share in (0.5, 0.95, 0.99))
        return Percentiles(count, p50, p95, p99, total)


def _from_above(share: float, count: int) -> float:
    """Of few values the sketch takes the one below the quantile, which would hide the only slow one."""
    last = count - 1
    return min(1.0, (math.ceil(share * last - 1e-9) + 1e-6) / last) if share > 0.5 and last > 0 else share


def _merge(into: Bins, bins: Bins) -> None:
    for key, count in bins.items():
        into[key] = into.get(key, 0) + count
