"""Which service is sent what, and the setting that says where it is."""

from contextlib import suppress
from dataclasses import dataclass

from voiceflow.cloud.address import Address, address
from voiceflow.errors import EngineError
from voiceflow.settings import Settings

SOUND, TEXT = "sound", "text"


@dataclass(frozen=True, slots=True)
class Use:
    """`what`: `sound` or `text`; `sent` says for people which one, `purpose` what follows "for"."""

    service: str
    what: str
    setting: str
    purpose: str
    sent: str

    def address(self, settings: Settings) -> Address:
        """`EngineError` where there is none, or none that can be used."""
        section, _, name = self.setting.partition(".")
        return address(getattr(getattr(settings, section), name), self.setting)


_DICTATED_SOUND = "the sound of what you dictate"
_READ_TEXT = "the text that is read aloud"

USES = (
    Use("openai", SOUND, "cloud.openai_url", "recognition", _DICTATED_SOUND),
    Use("openai", TEXT, "cloud.openai_url", "speech output", f"{_READ_TEXT}, and the words to listen for"),
    Use("google", SOUND, "cloud.google_stt_url", "recognition", _DICTATED_SOUND),
    Use("google", TEXT, "cloud.google_tts_url", "speech output", _READ_TEXT),
    Use("yandex", SOUND, "cloud.yandex_stt_url", "recognition", _DICTATED_SOUND),
    Use("yandex", TEXT, "cloud.yandex_tts_url", "speech output", _READ_TEXT),
    Use("cleanup", TEXT, "cleanup.url", "clean-up", "the text of what you dictate, and text that you edit by voice"),
)

SERVICES = tuple(dict.fromkeys(use.service for use in USES))


def uses(service: str) -> list[Use]:
    """`EngineError` `cloud.unknown` for a service that there is not."""
    found = [use for use in USES if use.service == service]
    if not found:
        raise EngineError("cloud.unknown", f"There is no service {service!r}", f"There is: {', '.join(SERVICES)}")
    return found


def use_of(service: str, what: str) -> Use:
    return next(use for use in uses(service) if use.what == what)


def goes_elsewhere(name: str, what: str, settings: Settings) -> bool:
    """An engine of that name sends it to another machine, or would where its address can be used. A service on this
    machine does not."""
    if name not in SERVICES:
        return False
    with suppress(EngineError):
        return not use_of(name, what).address(settings).here
    return True
