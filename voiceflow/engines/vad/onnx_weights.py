"""The weights inside an ONNX file, read without onnxruntime: of protocol buffers only what that takes."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Field numbers of onnx.proto: ModelProto.graph, GraphProto.initializer, TensorProto.dims, .data_type, .name, .raw_data
_GRAPH, _INITIALIZER, _DIMS, _DATA_TYPE, _NAME, _RAW_DATA = 7, 5, 1, 2, 8, 9
_FLOAT = 1


def read_weights(file: Path) -> "dict[str, NDArray[np.float32]]":
    """The float32 initializers by name. `ValueError` when it is no such file."""
    found = {}
    try:
        for graph in _every(memoryview(file.read_bytes()), _GRAPH):
            for tensor in _every(graph, _INITIALIZER):
                found.update(_weight(tensor))
    except (IndexError, UnicodeDecodeError) as error:
        raise ValueError("not an ONNX file") from error
    return found


def _weight(tensor: memoryview) -> "dict[str, NDArray[np.float32]]":
    import numpy as np

    dims: list[int] = []
    name, data, is_float = "", memoryview(b""), False
    for field, value in _fields(tensor):
        if field == _DIMS:
            dims += [value] if isinstance(value, int) else list(_varints(value))
        elif field == _DATA_TYPE:
            is_float = value == _FLOAT
        elif field == _NAME and isinstance(value, memoryview):
            name = bytes(value).decode()
        elif field == _RAW_DATA and isinstance(value, memoryview):
            data = value
    return {name: np.frombuffer(data, "<f4").reshape(dims).astype(np.float32)} if is_float and data else {}


def _every(message: memoryview, wanted: int) -> Iterator[memoryview]:
    return (value for field, value in _fields(message) if field == wanted and isinstance(value, memoryview))


def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Numbers and length-delimited values, the latter uncopied (protobuf.dev, "Encoding")."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        kind = key & 7
        if kind == 0:
            number, at = _varint(message, at)
            yield key >> 3, number
        elif kind == 2:
            length, at = _varint(message, at)
            yield key >> 3, message[at : at + length]
            at += length
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            raise ValueError("not an ONNX file")


def _varints(packed: memoryview) -> Iterator[int]:
    at = 0
    while at < len(packed):
        number, at = _varint(packed, at)
        yield number


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = message[at]
        at += 1
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return number, at
