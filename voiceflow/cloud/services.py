"""Which service is sent what, and the setting that says where it is."""

from dataclasses import dataclass

from voiceflow.cloud.address import Address, address
from voiceflow.errors import EngineError
from voiceflow.settings import Settings

SOUND, TEXT = "sound", "text"


@dataclass(frozen=True, slots=True)
class Use:
    """`what`: `sound` or `text`; `purpose` is for people, as what follows "for"."""

    service: str
    what: str
    setting: str
    purpose: str

    def address(self, settings: Settings) -> Address:
        """`EngineError` where there is none, or none that can be used."""
        section, _, name = self.setting.partition(".")
        return address(getattr(getattr(settings, section), name), self.setting)


USES = (
    Use("openai", SOUND, "cloud.openai_url", "recognition"),
    Use("openai", TEXT, "cloud.openai_url", "speech output"),
    Use("google", SOUND, "cloud.google_stt_url", "recognition"),
    Use("google", TEXT, "cloud.google_tts_url", "speech output"),
    Use("yandex", SOUND, "cloud.yandex_stt_url", "recognition"),
    Use("yandex", TEXT, "cloud.yandex_tts_url", "speech output"),
    Use("cleanup", TEXT, "cleanup.url", "clean-up"),
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
