"""Does a dictation deliver its words? Sound through the whole path, with the user's engine and model."""

from voiceflow.bench.clips import clips
from voiceflow.bench.run import Run
from voiceflow.bench.speaking import Speaking, model_of
from voiceflow.bench.suites.core.sides import settings_for
from voiceflow.bench.suites.readiness.checks import Outcome
from voiceflow.selftest import ENOUGH_WORDS, share_of_words

_QUICK_SENTENCES, _SENTENCES = 2, 8


def delivered(run: Run) -> Outcome:
    """The quick run says a second sentence only where the first was not understood, for the starter voice never says
    one twice the same way; the full run wants most of its sentences."""
    spoken = clips(run.wishes.core, run.wishes.speech, _QUICK_SENTENCES if run.quick else _SENTENCES)
    shares: list[float] = []
    with run.core("words", settings_for(run)) as core:
        model = model_of(core)
        speaking = Speaking(core)
        for clip in spoken:
            shares.append(share_of_words(clip.words, speaking.say(clip.sound).text))
            if run.quick and shares[-1] >= ENOUGH_WORDS:
                break
    right = [share for share in shares if share >= ENOUGH_WORDS]
    told = ", ".join(f"{100 * share:.0f} %" for share in shares)
    evidence = f"of each sentence through the whole path with {model} came back: {told} of its words"
    return Outcome(len(right) > len(shares) / 2 or (run.quick and bool(right)), evidence)
