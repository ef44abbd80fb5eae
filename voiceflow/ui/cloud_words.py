"""What leaves this machine, in words."""

from PySide6.QtCore import QCoreApplication

from voiceflow.cloud.permission import Permission

translate = QCoreApplication.translate


def service_title(service: str) -> str:
    return {
        "openai": translate("Cloud", "OpenAI-compatible server"),
        "google": translate("Cloud", "Google Cloud"),
        "yandex": translate("Cloud", "Yandex SpeechKit"),
        "cleanup": translate("Cloud", "Clean-up by a language model"),
    }[service]


def told(each: Permission) -> str:
    """One line on what that service is sent now."""
    purpose = _purpose(each)
    if each.problem:
        return translate("Cloud", "{purpose}: its server has no address that can be used").format(purpose=purpose)
    if each.here:
        line = translate("Cloud", "{purpose}: {host}, which is this machine; nothing has to be allowed")
    elif each.allowed:
        line = translate("Cloud", "{purpose}: {sent} may be sent to {host}")
    else:
        line = translate("Cloud", "{purpose}: nothing is sent to {host}")
    return line.format(purpose=purpose, host=each.host, sent=_sent(each))


def asked(wanted: list[Permission]) -> str:
    """What the user agrees to."""
    line = translate("Cloud", "{purpose}: {sent} will be sent to {host}.")
    lines = [line.format(purpose=_purpose(each), sent=_sent(each), host=each.host) for each in wanted]
    when = translate(
        "Cloud",
        "Only where you choose this service, or let it stand in. The overlay shows a cloud while something is sent. "
        "What that company does with it, its own terms say. You can forbid it at any time.",
    )
    return "\n".join([*lines, "", when])


def consequence(lines: list[str]) -> str:
    """Of what was allowed before."""
    return "\n".join([translate("Cloud", "You have allowed before, and it will hold again:"), *lines])


def leaves(found: list[Permission]) -> list[str]:
    """All that may leave this machine now, a sentence each."""
    line = translate("Cloud", "{sent}, to {host} ({purpose})")
    allowed = [each for each in found if each.allowed and not each.here]
    return [
        line.format(sent=_sent(each)[:1].upper() + _sent(each)[1:], host=each.host, purpose=_purpose(each))
        for each in allowed
    ]


def _purpose(each: Permission) -> str:
    return {
        "recognition": translate("Cloud", "Recognition"),
        "speech output": translate("Cloud", "Speech output"),
        "clean-up": translate("Cloud", "Clean-up"),
    }[each.use.purpose]


def _sent(each: Permission) -> str:
    """What `cloud.services` calls so for all faces, in the window's language."""
    return {
        "the sound of what you dictate": translate("Cloud", "the sound of what you dictate"),
        "the text that is read aloud": translate("Cloud", "the text that is read aloud"),
        "the text that is read aloud, and the words to listen for": translate(
            "Cloud", "the text that is read aloud, and the words to listen for"
        ),
    }.get(each.use.sent) or translate("Cloud", "the text of what you dictate, and text that you edit by voice")
