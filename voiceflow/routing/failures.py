"""What an engine's error means for the chain: in words, for how long, and whether asking again does harm."""

from dataclasses import dataclass

from voiceflow.errors import EngineError, ModelError, VoiceFlowError

STOPPED = "stt.stopped"
_NO_MODEL = ("models.none", "models.missing", "models.unknown", "models.not_installed", "stt.no_model")


@dataclass(frozen=True, slots=True)
class Failure:
    """`words` follow the engine's name: `had no model`. `lasting`: the next question would fail like this one.
    `may_retry`: the work was surely not begun, so that asking again pays nothing and does nothing twice."""

    words: str
    error: VoiceFlowError
    lasting: bool = False
    may_retry: bool = False
    retry_after_s: float | None = None


def failure_of(error: VoiceFlowError) -> Failure:
    retry_after_s = getattr(error, "retry_after_s", None)
    if isinstance(error, ModelError):
        return Failure("had no model" if error.code in _NO_MODEL else "could not load its model", error, lasting=True)
    words, lasting, may_retry = _KNOWN.get(error.code, ("failed", False, False))
    if words == "failed":
        words = f"failed ({error.title})"
    return Failure(words, error, lasting, may_retry or retry_after_s is not None, retry_after_s)


def too_slow(name: str, waited_s: float) -> Failure:
    error = EngineError("routing.too_slow", f"{name} gave no answer within {waited_s:.0f} s", "Choose a smaller model")
    return Failure("was too slow", error)


def converted(name: str, error: BaseException) -> VoiceFlowError:
    """A foreign error's message could hold what was said, so only its type goes on."""
    if isinstance(error, VoiceFlowError):
        return error
    if isinstance(error, MemoryError):
        made = EngineError(
            "engine.out_of_memory",
            f"There was not enough memory for {name}",
            "Choose a smaller model or close programs",
        )
    else:
        title = f"{name} has a fault ({type(error).__name__})"
        made = EngineError("engine.bug", title, "Try again, and report it")
    made.__cause__ = error
    return made


# code: words, lasting, may be asked again
_KNOWN: dict[str, tuple[str, bool, bool]] = {
    "engine.crashed": ("crashed", False, False),
    "engine.out_of_memory": ("had too little memory", False, False),
    "engine.not_installed": ("is not installed", True, False),
    "engine.unknown": ("is unknown", True, False),
    "stt.not_installed": ("is not installed", True, False),
    "tts.not_installed": ("is not installed", True, False),
    "cloud.off": ("is in the cloud, which is off", True, False),
    "cloud.not_allowed": ("may not be sent anything", True, False),
    "cloud.no_key": ("has no key", True, False),
    "cloud.key_refused": ("refused the key", True, False),
    "cloud.no_such_host": ("was not found", False, True),
    "cloud.refused": ("could not be reached", False, True),
    "cloud.tls": ("has a certificate that cannot be trusted", True, False),
    "cloud.redirected": ("sent us elsewhere", True, False),
    "cloud.limited": ("has had enough requests", False, True),
    "cloud.slow": ("was too slow", False, False),
    "cloud.cut": ("broke the connection off", False, False),
    "cloud.malformed": ("answered with what nobody can read", False, False),
    "cloud.too_large": ("answered with far too much", False, False),
}
