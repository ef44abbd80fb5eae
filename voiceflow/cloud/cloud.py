"""The gate: what goes to another machine goes through here, and only where the user allows it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from voiceflow.cloud import consent
from voiceflow.cloud.address import Address
from voiceflow.cloud.client import Client
from voiceflow.cloud.keys import KeyringLike, Keys
from voiceflow.cloud.services import Use, use_of
from voiceflow.cloud.transfer import Request, Transfer
from voiceflow.errors import EngineError, VoiceFlowError
from voiceflow.events import CloudUse, Event
from voiceflow.settings import Settings

IDLE_S = 15.0
MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Upload:
    """What an engine wants sent. `path` follows the service's address; `key_header` and `key_prefix` are how that
    service takes its key; `types`: content types of the answer, those that end with / stand for all of their kind."""

    path: str
    body: bytes = field(repr=False)
    content_type: str
    total_s: float
    types: tuple[str, ...] = ("application/json",)
    key_header: str = "Authorization"
    key_prefix: str = "Bearer "
    idle_s: float = IDLE_S
    most_bytes: int = MOST_BYTES


class Cloud:
    """Any thread. `settings` is asked each time: what is forbidden now is not sent now."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        publish: Callable[[Event], None] = lambda _: None,
        keyring: KeyringLike | None = None,
    ) -> None:
        self._settings = settings
        self._publish = publish
        self.keys = Keys(keyring)
        self._client = Client()

    @property
    def settings(self) -> Settings:
        return self._settings()

    def close(self) -> None:
        """What is under way is stopped."""
        self._client.close()

    def problem(self, service: str, what: str) -> VoiceFlowError | None:
        """Why nothing of this kind can be sent to that service, and the cure; it names the host and what is sent."""
        try:
            self._allowed(use_of(service, what))
        except EngineError as error:
            return error
        return None

    def send(self, service: str, what: str, upload: Upload) -> Transfer:
        """Checks, and tells `CloudUse` while it lasts. `EngineError` here where it is not allowed, else from the
        transfer."""
        use = use_of(service, what)
        place, key = self._allowed(use)
        headers = {"content-type": upload.content_type, "accept-encoding": "identity", "user-agent": "VoiceFlow"}
        if key:
            headers[upload.key_header] = f"{upload.key_prefix}{key}"
        limits = (upload.types, upload.most_bytes, min(upload.idle_s, upload.total_s), upload.total_s)
        request = Request(service, f"{place.url}/{upload.path}", place.host, upload.body, headers, *limits)
        if not place.here:
            self._publish(CloudUse(place.host, use.what, service, active=True))
        return self._client.send(request, self.settings.cloud.ca_file, partial(self._ended, place, use))

    def _ended(self, place: Address, use: Use, problem: EngineError | None) -> None:
        if problem is not None and problem.code == "cloud.key_refused":
            self.keys.forget(use.service, place.host)  # another one may be in the keyring by now
        if not place.here:
            self._publish(CloudUse(place.host, use.what, use.service, active=False))

    def _allowed(self, use: Use) -> tuple[Address, str | None]:
        settings = self.settings
        place = use.address(settings)
        if place.here:
            return place, self.keys.of_neighbour(use.service, place.host)
        sent = f"your {use.what} would be sent to {place.host}"
        if not settings.cloud.enabled:
            cure = f"Allow it with: voiceflow cloud allow {use.service}"
            raise EngineError("cloud.off", f"The cloud is off; for {use.purpose} by {use.service} {sent}", cure)
        if not consent.allows(settings.cloud.allowed, use.what, place.host):
            cure = f"Allow it with: voiceflow cloud allow {use.service}"
            raise EngineError("cloud.not_allowed", f"Not allowed: for {use.purpose} by {use.service} {sent}", cure)
        key = self.keys.get(use.service, place.host)
        if not key:
            cure = f"Give it with: voiceflow cloud key set {use.service}"
            raise EngineError("cloud.no_key", f"There is no key of {use.service} for {place.host}", cure)
        return place, key
