"""What can go wrong with a service, as plain values. See `tests/imitations/server.py` for how they are used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """All at their defaults: nothing goes wrong. `status`: answered instead, with the service's own error body, and
    with `retry_after` where that is not empty. `before_s`: silence before the first byte of the answer; `between_s`:
    before each further piece of its body. `cut_at`: so many bytes of the body, then the connection is gone (0: none at
    all, and no status either). `body` and `content_type`: a lie instead of the real ones. `redirect`: a 307 to there.
    `extra_bytes`: so much is appended to the body. `encoding`: what the answer claims to be compressed with."""

    status: int = 0
    retry_after: str = ""
    before_s: float = 0.0
    between_s: float = 0.0
    cut_at: int | None = None
    body: bytes | None = None
    content_type: str = ""
    redirect: str = ""
    redirect_status: int = 307
    extra_bytes: int = 0
    encoding: str = ""


NONE = Fault()

FAULTS = {
    "slow": Fault(before_s=60.0),
    "slow in the middle": Fault(between_s=60.0),
    "cut at once": Fault(cut_at=0),
    "cut in the middle": Fault(cut_at=5),
    "401": Fault(status=401),
    "429": Fault(status=429, retry_after="7"),
    "500": Fault(status=500),
    "503": Fault(status=503),
    "not JSON": Fault(body=b"{'no': json", content_type="application/json"),
    "wrong shape": Fault(body=b'["nothing", "that", "was", "asked"]', content_type="application/json"),
    "a web page": Fault(body=b"<html>Please sign in</html>", content_type="text/html"),
    "noise": Fault(body=bytes(range(256)) * 4),
    "nothing": Fault(body=b""),
    "far too much": Fault(extra_bytes=30_000_000),
    "redirect elsewhere": Fault(redirect="https://elsewhere.example/"),
    "compressed": Fault(encoding="gzip"),
}
"""By name, for tables. Refused, a bad certificate and a name that nobody knows are not an answer's faults:
`Imitation.stop_listening`, another `Authority` or `Imitation(names=...)`, and `names.py` bring those."""
