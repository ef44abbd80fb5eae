"""What services answer, looked at before it is believed."""

import json
from typing import Any, TypeVar

from voiceflow.cloud import failures

Value = TypeVar("Value")


def json_object(host: str, body: bytes) -> dict[str, Any]:
    """`EngineError` `cloud.malformed`."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise failures.malformed(host, "something that is no JSON") from error
    if not isinstance(found, dict):
        raise failures.malformed(host, "another shape than its documentation gives")
    return found


def field(host: str, answer: dict[str, Any], name: str, kind: type[Value], default: Value | None = None) -> Value:
    """`default` None: it must be there. `EngineError` `cloud.malformed`."""
    value = answer.get(name, default)
    if not isinstance(value, kind):
        raise failures.malformed(host, f"no usable {name!r}")
    return value


def objects(host: str, answer: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """A list of objects, empty where it is missing. `EngineError` `cloud.malformed`."""
    found: list[Any] = field(host, answer, name, list, [])
    if not all(isinstance(entry, dict) for entry in found):
        raise failures.malformed(host, f"no usable {name!r}")
    return found


def seconds(value: object) -> float:
    """A number, or as Google writes times (`1.300s`); 0 where it is neither."""
    try:
        return max(0.0, float(value.removesuffix("s") if isinstance(value, str) else value))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return 0.0
