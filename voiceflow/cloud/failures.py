"""What can go wrong on the way to a service, as errors with a cure. Never with what the service wrote: that may hold
the text, or the key, that it was sent."""

import json
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

from voiceflow.errors import EngineError

MOST_PATIENCE_S = 24 * 3600.0
_IDENTIFIER = re.compile(r"(?=.{2,60}\Z)(?:[a-z]+(?:_[a-z]+)*|[A-Z]+(?:_[A-Z]+)*)")


class Asker(Protocol):
    """Who asked whom."""

    @property
    def service(self) -> str: ...

    @property
    def host(self) -> str: ...


def stopped(host: str) -> EngineError:
    return EngineError("cloud.stopped", f"The request to {host} was stopped", "Nobody waited for it any more.")


def slow(host: str) -> EngineError:
    return EngineError("cloud.slow", f"{host} did not answer in time", "Try again, or use a smaller model there.")


def malformed(host: str, what: str) -> EngineError:
    cure = "Check the address in the settings; if it is right, the service has a fault: try again later."
    return EngineError("cloud.malformed", f"{host} answered with {what}", cure)


def too_large(host: str) -> EngineError:
    return EngineError("cloud.too_large", f"{host} answered with far more than was asked for", "Check the address.")


def redirected(host: str, elsewhere: str) -> EngineError:
    cure = f"If {elsewhere} is right, name it in the settings and allow it; else check the address."
    return EngineError("cloud.redirected", f"{host} wanted the request sent to {elsewhere}, which was refused", cure)


def of_transport(host: str, error: BaseException) -> EngineError:
    """An exception of the client, of the resolver or of TLS."""
    import httpx2

    if isinstance(error, TimeoutError | httpx2.TimeoutException) and not isinstance(error, httpx2.ConnectTimeout):
        return slow(host)
    causes = [cause for cause in _chain(error) if not isinstance(cause, ssl.SSLWantReadError | ssl.SSLWantWriteError)]
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        cure = "Never go on without it: check the date of this machine, or name your own in cloud.ca_file."
        return EngineError("cloud.tls", f"The certificate of {host} cannot be trusted", cure)
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return EngineError("cloud.no_such_host", f"{host} cannot be found", "Check the address, and the network.")
    if isinstance(error, httpx2.ConnectTimeout | httpx2.ConnectError):
        return EngineError("cloud.refused", f"{host} cannot be reached", "Check that the server runs, and the network.")
    if isinstance(error, httpx2.NetworkError | httpx2.ProtocolError):
        return EngineError("cloud.cut", f"{host} broke the connection off", "Try again in a moment.")
    return EngineError("cloud.failed", f"The request to {host} failed ({type(error).__name__})", "Try again later.")


def of_status(request: Asker, status: int, headers: Mapping[str, str], body: bytes) -> EngineError:
    """Of an answer that is no success."""
    host = request.host
    reason = _identifier(body)
    told = f"{status}, {reason}" if reason else str(status)
    if status in (401, 403):
        cure = f"Give a key that is valid there: voiceflow cloud key set {request.service}"
        return EngineError("cloud.key_refused", f"{host} refused the key ({told})", cure)
    if status == 429 or (status == 503 and "retry-after" in headers):
        error = EngineError("cloud.limited", f"{host} has had enough requests ({told})", "Wait, or look at your plan.")
        error.retry_after_s = retry_after_s(headers.get("retry-after", ""))
        return error
    if status >= 500:
        return EngineError("cloud.server_failed", f"{host} has a fault of its own ({told})", "Try again later.")
    cure = "Check the address, the model and the language in the settings."
    return EngineError("cloud.rejected", f"{host} rejected the request ({told})", cure)


def retry_after_s(value: str) -> float | None:
    """RFC 9110, 10.2.3: seconds, or a date."""
    if re.fullmatch(r"\d{1,9}", value.strip()):
        return min(float(value), MOST_PATIENCE_S)
    try:
        when = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max(0.0, (when - datetime.now(UTC)).total_seconds()), MOST_PATIENCE_S)


def _identifier(body: bytes) -> str:
    """The service's own name for the error, where it gives one: OpenAI `error.code`, Google `error.status`, Yandex
    `error_code`."""
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    told = told if isinstance(told, dict) else {}
    inner = told["error"] if isinstance(told.get("error"), dict) else {}
    for found in (inner.get("code"), inner.get("status"), inner.get("type"), told.get("error_code")):
        if isinstance(found, str) and _IDENTIFIER.fullmatch(found):
            return found
    return ""


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
