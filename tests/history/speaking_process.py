"""A process that dictates into the history in real time until it is killed; run as a file. It prints how many samples
it has handed over, after each block. Arguments: the seed of the sound, the text so far."""

import itertools
import random
import sys
import threading
import time

from voiceflow import settings
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.paths import paths

BLOCK_SAMPLES = 512
RATE_HZ = 16_000


def speech(seed: int, samples: int) -> bytes:
    return random.Random(seed).randbytes(2 * samples)


def main(seed: int, text: str) -> None:
    history = History.open(paths(), settings.History(key_storage="file"))
    sound = speech(seed, RATE_HZ * 30)
    begin_s, pause = time.monotonic(), threading.Event()
    history.begin(Dictation("spoken", time.time(), DictationState.RECORDING, text=text, raw_text=text))
    for block in itertools.count():
        pause.wait(begin_s + block * BLOCK_SAMPLES / RATE_HZ - time.monotonic())
        history.append_audio("spoken", sound[2 * block * BLOCK_SAMPLES : 2 * (block + 1) * BLOCK_SAMPLES])
        print((block + 1) * BLOCK_SAMPLES, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
