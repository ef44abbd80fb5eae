"""Many users at once, through the core: success, latency, memory, processor, and who waits for whom."""

from voiceflow.bench.suite import Part, Suite
from voiceflow.bench.suites.load import held, model, users

SUITE = Suite(
    "load",
    "Load",
    "How VoiceFlow bears many voice sessions at once, and what one caller's recognition costs the others.",
    (
        Part("users", "Users at once, null engines", users.measure_users, quick_s=18, full_s=75),
        Part(
            "sustained",
            "15 users without a pause, null engines",
            users.measure_sustained,
            quick_s=33,
            full_s=605,
            fixed=True,
        ),
        Part("model", "Callers of one real model", model.measure, quick_s=16, full_s=45),
        Part("held", "What others wait while speech is recognized", held.measure, quick_s=11, full_s=20),
    ),
)
