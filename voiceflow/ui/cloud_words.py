"""What leaves this machine, in words."""

from PySide6.QtCore import QCoreApplication

from voiceflow.cloud.permission import Permission

translate = QCoreApplication.translate

_TITLES = {
    "openai": "OpenAI-compatible server",
    "google": "Google Cloud",
    "yandex": "Yandex SpeechKit",
    "cleanup": "Clean-up by a language model",
}


def service_title(service: str) -> str:
    return translate("cloud", _TITLES[service])


def told(each: Permission) -> str:
    """One line on what that service is sent now."""
    purpose = _purpose(each)
    if each.problem:
        return translate("cloud", "{purpose}: its server has no address that can be used").format(purpose=purpose)
    if each.here:
        line = translate("cloud", "{purpose}: {host}, which is this machine; nothing has to be allowed")
    elif each.allowed:
        line = translate("cloud", "{purpose}: {sent} may be sent to {host}")
    else:
        line = translate("cloud", "{purpose}: nothing is sent to {host}")
    return line.format(purpose=purpose, host=each.host, sent=_sent(each))


def asked(wanted: list[Permission]) -> str:
    """What the user agrees to."""
    line = translate("cloud", "{purpose}: {sent} will be sent to {host}.")
    lines = [line.format(purpose=_purpose(each), sent=_sent(each), host=each.host) for each in wanted]
    when = translate(
        "cloud",
        "Only where you choose this service, or let it stand in. The overlay shows a cloud while something is sent. "
        "What that company does with it, its own terms say. You can forbid it at any time.",
    )
    return "\n".join([*lines, "", when])


def consequence(lines: list[str]) -> str:
    """Of what was allowed before."""
    return "\n".join([translate("cloud", "You have allowed before, and it will hold again:"), *lines])


def leaves(found: list[Permission]) -> list[str]:
    """All that may leave this machine now, a sentence each."""
    line = translate("cloud", "{sent}, to {host} ({purpose})")
    allowed = [each for each in found if each.allowed and not each.here]
    return [
        line.format(sent=_sent(each)[:1].upper() + _sent(each)[1:], host=each.host, purpose=_purpose(each).lower())
        for each in allowed
    ]


def _purpose(each: Permission) -> str:
    purpose = translate("cloud", each.use.purpose)
    return purpose[:1].upper() + purpose[1:]


def _sent(each: Permission) -> str:
    return translate("cloud", each.use.sent)
