"""A VITS network in two: what makes the latent frames of a sentence, and the decoder that makes sound of them. The
decoder can then be given a few frames at a time, so that the first sound need not wait for the last.

An ONNX file is a protocol buffer (onnx.proto, protobuf.dev "Encoding"); of it only the graph is taken apart here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

_GRAPH = 7  # ModelProto
_NODE, _INITIALIZER, _INPUT, _OUTPUT, _VALUE_INFO = 1, 5, 11, 12, 13  # GraphProto
_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME = 1, 2, 3
_TENSOR_NAME, _VALUE_NAME = 8, 1
_DECODER = "/dec/conv_pre/Conv"
"""The decoder's first layer, as Piper's export names it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Two ONNX files; `latent` is the name of what goes from the first to the second."""

    encoder: bytes
    decoder: bytes
    latent: str


class _Field(NamedTuple):
    number: int
    value: memoryview
    raw: memoryview


class _Node(NamedTuple):
    inputs: list[str]
    outputs: list[str]
    name: str
    raw: memoryview


def split(model: bytes) -> Parts | None:
    """None for a network that is built differently, which stays whole."""
    fields = list(_fields(memoryview(model)))
    graph = [field for whole in fields if whole.number == _GRAPH for field in _fields(whole.value)]
    nodes = [_node(field) for field in graph if field.number == _NODE]
    latent = next((node.inputs[0] for node in nodes if node.name == _DECODER), "")
    if not latent:
        return None
    inputs = [bytes(field.value) for field in graph if field.number == _INPUT]
    outputs = [bytes(field.value) for field in graph if field.number == _OUTPUT]
    before = _not_behind(nodes, latent)
    behind, needed = _leading_to(nodes, [_name(output, _VALUE_NAME) for output in outputs], latent)
    own_inputs = [_latent(latent), *(each for each in inputs if _name(each, _VALUE_NAME) in needed)]
    return Parts(
        _model(fields, _subgraph(graph, before, inputs, [_latent(latent)])),
        _model(fields, _subgraph(graph, behind, own_inputs, outputs)),
        latent,
    )


def _not_behind(nodes: Iterable[_Node], latent: str) -> list[_Node]:
    """Those that do without it; nodes stand in the order of their work."""
    made, kept = {latent}, []
    for node in nodes:
        if made.intersection(node.inputs):
            made.update(node.outputs)
        else:
            kept.append(node)
    return kept


def _leading_to(nodes: list[_Node], wanted: list[str], latent: str) -> tuple[list[_Node], set[str]]:
    """And all names that they need."""
    makers = {output: node for node in nodes for output in node.outputs}
    needed: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name != latent and name not in needed:
            needed.add(name)
            wanted += makers[name].inputs if name in makers else []
    return [node for node in nodes if needed.intersection(node.outputs)], needed


def _subgraph(graph: list[_Field], nodes: list[_Node], inputs: list[bytes], outputs: list[bytes]) -> bytes:
    """With those weights that its nodes use."""
    used = {name for node in nodes for name in node.inputs}
    parts: list[bytes | memoryview] = [node.raw for node in nodes]
    for field in graph:
        if field.number in (_NODE, _INPUT, _OUTPUT, _VALUE_INFO):
            continue
        if field.number != _INITIALIZER or _name(field.value, _TENSOR_NAME) in used:
            parts.append(field.raw)
    parts += [_message(_INPUT, each) for each in inputs]
    parts += [_message(_OUTPUT, each) for each in outputs]
    return b"".join(parts)


def _model(fields: Iterable[_Field], graph: bytes) -> bytes:
    return b"".join(_message(_GRAPH, graph) if field.number == _GRAPH else field.raw for field in fields)


def _latent(name: str) -> bytes:
    """ValueInfoProto: float32, three dimensions of any size."""
    shape = b"".join(_message(1, _message(2, size)) for size in (b"batch", b"channel", b"frame"))
    float_tensor = _number(1 << 3) + _number(1) + _message(2, shape)
    return _message(_VALUE_NAME, name.encode()) + _message(2, _message(1, float_tensor))


def _node(field: _Field) -> _Node:
    found: dict[int, list[str]] = {_NODE_INPUT: [], _NODE_OUTPUT: [], _NODE_NAME: [""]}
    for part in _fields(field.value):
        if part.number in found:
            found[part.number].append(bytes(part.value).decode())
    return _Node(found[_NODE_INPUT], found[_NODE_OUTPUT], found[_NODE_NAME][-1], field.raw)


def _name(message: bytes | memoryview, field: int) -> str:
    return next((bytes(part.value).decode() for part in _fields(memoryview(message)) if part.number == field), "")


def _fields(message: memoryview) -> Iterator[_Field]:
    """`value` is empty for numbers."""
    at = 0
    while at < len(message):
        begin = at
        key, at = _varint(message, at)
        value = message[:0]
        if key & 7 == 0:
            _, at = _varint(message, at)
        elif key & 7 == 2:
            length, at = _varint(message, at)
            value = message[at : at + length]
            at += length
        else:
            at += 8 if key & 7 == 1 else 4
        yield _Field(key >> 3, value, message[begin:at])


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = message[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return number, at


def _message(field: int, content: bytes) -> bytes:
    return _number(field << 3 | 2) + _number(len(content)) + content


def _number(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)
