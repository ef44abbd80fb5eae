"""What protection costs, each layer as it is and as a share of a dictation."""

from voiceflow.bench.suite import Part, Suite
from voiceflow.bench.suites.security import checks, database, dictation, journal, keys, profiles

SUITE = Suite(
    "security",
    "What protection costs",
    "Encryption, keys, checks and private logs, each beside the same without it. The first part measures the real "
    "dictation that the shares are of. SQLCipher's care for memory holds for a whole process, so what is compared here "
    "runs in processes of its own, which take turns.",
    (
        Part("dictation", "The dictation that shares are of", dictation.measure, 9, 30),
        Part("database", "The history, encrypted and plain", database.measure, 6.5, 60),
        Part("journal", "Sound while it is spoken, encrypted and plain", journal.measure, 3.5, 20),
        Part("keys", "Keys and opening", keys.measure, 2, 15),
        Part("callers", "Who may steer the app", checks.callers, 0.4, 5),
        Part("input", "What is given to the app", checks.given, 0.4, 5),
        Part("logs", "A log without what was said", checks.log_lines, 0.4, 5),
        Part("profiles", "From no protection to all", profiles.measure, 4.5, 40),
    ),
)
