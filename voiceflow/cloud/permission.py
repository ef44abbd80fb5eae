"""What each service may be sent now, and the settings that allow or forbid it."""

from dataclasses import dataclass
from typing import Any

from voiceflow.cloud import consent
from voiceflow.cloud.services import USES, Use, uses
from voiceflow.errors import EngineError
from voiceflow.settings import Settings

Changes = dict[str, Any]
"""Settings by their names, to be changed in this order."""


@dataclass(frozen=True, slots=True)
class Permission:
    """`host` is empty, and `problem` says why, where the address cannot be used. `here`: on this machine, where
    nothing has to be allowed."""

    use: Use
    host: str = ""
    here: bool = False
    allowed: bool = False
    problem: EngineError | None = None


def permission(settings: Settings, use: Use) -> Permission:
    try:
        place = use.address(settings)
    except EngineError as error:
        return Permission(use, problem=error)
    allowed = settings.cloud.enabled and consent.allows(settings.cloud.allowed, use.what, place.host)
    return Permission(use, place.host, place.here, place.here or allowed)


def permissions(settings: Settings) -> list[Permission]:
    return [permission(settings, use) for use in USES]


def to_be_allowed(settings: Settings, service: str, what: str = "") -> list[Permission]:
    """What the user must be told before `allow`; `what` empty: all that the service can be sent. `EngineError` where
    there is nothing to ask for: no such service, or no address."""
    wanted = [permission(settings, use) for use in uses(service) if what in ("", use.what)]
    problems = [each.problem for each in wanted if each.problem]
    if problems and len(problems) == len(wanted):
        raise problems[0]
    return [each for each in wanted if each.host and not each.here]


def allow(settings: Settings, wanted: list[Permission]) -> Changes:
    lines = settings.cloud.allowed
    for each in wanted:
        lines = consent.with_line(lines, each.use.what, each.host)
    return {"cloud.allowed": lines, "cloud.enabled": True}


def forbid(settings: Settings, service: str) -> Changes:
    """Its hosts lose all that they were allowed. With the last one, the cloud is off."""
    lines = settings.cloud.allowed
    for host in {permission(settings, use).host for use in uses(service)}:
        lines = consent.without_host(lines, host)
    return {"cloud.allowed": lines, "cloud.enabled": settings.cloud.enabled and bool(lines)}
