"""Everything that can be wrong on this machine, each with its cure. Any face may ask; nothing here changes anything."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from voiceflow.cloud.permission import permissions
from voiceflow.core import Core
from voiceflow.engines import catalogue
from voiceflow.errors import VoiceFlowError
from voiceflow.events import Severity

LEAST_FREE_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """`severity` is `INFO` where all is well."""

    name: str
    severity: Severity
    title: str
    hint: str = ""


def checkup(core: Core) -> Iterator[Check]:
    """Each check when it is done; some take a second."""
    yield from _settings(core)
    for name, look in _CHECKS.items():
        yield _checked(name, core, look)


def _checked(name: str, core: Core, look: Callable[[Core], Check]) -> Check:
    try:
        return replace(look(core), name=name)
    except VoiceFlowError as error:
        return Check(name, Severity.ERROR, error.title, error.hint)


def _settings(core: Core) -> Iterator[Check]:
    path = core.paths.settings_file
    if not core.settings_file.problems:
        yield Check("settings", Severity.INFO, f"{path} is right" if path.exists() else "All settings are the defaults")
    for problem in core.settings_file.problems:
        yield Check("settings", Severity.WARNING, f"Line {problem.line}: {problem.title}", problem.hint)


def _microphone(core: Core) -> Check:
    from voiceflow.audio.devices import find_input

    device = find_input(core.settings.audio.device, core.settings.audio.host_api)
    return Check("microphone", Severity.INFO, f"{device.name} ({device.host_api}, {device.default_rate_hz} Hz)")


def _model(core: Core) -> Check:
    name = core.engines.model_name()
    core.models.folder(name)
    advice = core.models.recommend(core.models.hardware)
    title = f"{name} is installed and whole"
    if core.models.entry(advice.model).usable:
        return Check("model", Severity.INFO, title)
    hint = f"{advice.model} is recommended: {advice.reason}. Run: voiceflow models install {advice.model}"
    return Check("model", Severity.INFO, title, hint)


def _stand_ins(core: Core) -> Check:
    found = core.engines.stand_ins()
    refused = {name: error for name, error in found.items() if error}
    if refused:
        title = "; ".join(f"{name} cannot stand in: {error.title}" for name, error in refused.items())
        return Check("stand-ins", Severity.WARNING, title, next(iter(refused.values())).hint)
    return Check("stand-ins", Severity.INFO, f"When an engine fails: {', '.join(found) or 'no other is asked'}")


def _cloud(core: Core) -> Check:
    allowed = [each for each in permissions(core.settings) if each.allowed and not each.here]
    for each in allowed:
        if problem := core.cloud.problem(each.use.service, each.use.what):
            return Check("cloud", Severity.WARNING, problem.title, problem.hint)
    told = ", ".join(dict.fromkeys(f"{each.use.what} to {each.host}" for each in allowed))
    return Check("cloud", Severity.INFO, f"May leave this machine: {told or 'nothing'}")


def _clean_up(core: Core) -> Check:
    wishes = core.settings.cleanup
    if wishes.style == "as_is":
        return Check("clean-up", Severity.INFO, "No language model is asked")
    core.engines.rewriter()
    return Check("clean-up", Severity.INFO, f"{wishes.language_model} writes in the style {wishes.style}")


def _context(core: Core) -> Check:
    found = core.context(core.engines.model_name())
    again = f"Close VoiceFlow and delete {core.paths.context_file} to begin again with a short one"
    title = f"The encoder is shown {found['summary']}"
    return Check("context", Severity.INFO, title, again if found["floor_frames"] else "")


def _history(core: Core) -> Check:
    kept = core.history.count()
    for warning in core.history.warnings:
        return Check("history", Severity.WARNING, warning.title, warning.hint)
    return Check("history", Severity.INFO, f"{kept} dictations, encrypted")


def _disk(core: Core) -> Check:
    folder = next(folder for folder in (core.paths.data, *core.paths.data.parents) if folder.exists())
    free_bytes = shutil.disk_usage(folder).free
    title = f"{free_bytes / 1e9:.1f} GB are free on the disk of {core.paths.data}"
    if free_bytes < LEAST_FREE_BYTES:
        return Check("disk", Severity.ERROR, title, "Make room: sound is kept there while you speak")
    return Check("disk", Severity.INFO, title)


def _hotkey(core: Core) -> Check:
    return _way("hotkey", core.settings.hotkey.backend, "No global key: bind one to `voiceflow toggle`")


def _insertion(core: Core) -> Check:
    return _way("inserter", core.settings.insertion.backend, "Text is only put on the clipboard")


def _way(family: str, wanted: str, otherwise: str) -> Check:
    choice = catalogue.first_available(family, wanted)
    refused = "; ".join(f"{name}: {error}" for name, error in choice.refused)
    if choice.engine.name in ("manual", "clipboard"):
        return Check(family, Severity.WARNING, otherwise, refused)
    return Check(family, Severity.INFO, f"The way {choice.engine.name} works", refused if wanted != "auto" else "")


_CHECKS: dict[str, Callable[[Core], Check]] = {
    "microphone": _microphone,
    "model": _model,
    "stand-ins": _stand_ins,
    "cloud": _cloud,
    "clean-up": _clean_up,
    "context": _context,
    "history": _history,
    "disk": _disk,
    "hotkey": _hotkey,
    "insertion": _insertion,
}
