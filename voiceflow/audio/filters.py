"""FFmpeg's sound filters over a stream of mono sound, through PyAV."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]


class Filter:
    """`name` and `arguments` as in FFmpeg's documentation of filters. One thread."""

    def __init__(self, rate_hz: int, name: str, arguments: str) -> None:
        import av

        self._rate_hz = rate_hz
        self._samples = 0
        graph = av.filter.Graph()
        self._source = graph.add_abuffer(
            sample_rate=rate_hz, format="flt", layout="mono", time_base=Fraction(1, rate_hz)
        )
        stage = graph.add(name, arguments)
        self._sink = graph.add("abuffersink")
        self._source.link_to(stage)
        stage.link_to(self._sink)
        graph.configure()
        self._graph = graph

    def push(self, pcm: "Pcm") -> Iterator[Any]:
        """Frames that are ready now."""
        import av
        import numpy as np

        if len(pcm):
            samples = np.ascontiguousarray(pcm, np.float32)[None]
            frame = av.AudioFrame.from_ndarray(samples, format="flt", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = self._rate_hz, self._samples, Fraction(1, self._rate_hz)
            self._samples += len(pcm)
            self._source.push(frame)
        yield from self._ready()

    def finish(self) -> Iterator[Any]:
        """The rest; the stream ends with it."""
        self._source.push(None)
        yield from self._ready()

    def _ready(self) -> Iterator[Any]:
        import av

        while True:
            try:
                yield self._sink.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
