"""What a vocabulary is worth, and what it costs: `python -m tests.benchmarks.vocabulary [--quick] [--names tuning]`.

- False replacements: the names as a vocabulary, over the documentation of installed packages, in which none of them
  stands. Issue 6: at most 1 in 10,000 words.
- Recall: each name in two sentences, spoken by the starter voice, recognized by real `tiny.en` and `base`; how many
  stand in the text letter for letter, before and after the correction.
- Hotwords: the same names told to `base` beforehand, as many as fit its budget, most important first.

Thresholds were chosen on other names (`names_tuning.txt`). About 5 minutes on two cores; exit code 1 when a limit is
missed."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.running_text import paragraphs
from voiceflow.core import Core
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest
from voiceflow.text.correction import correct
from voiceflow.text.literal import release
from voiceflow.text.vocabulary import Entry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

SENTENCES = ("I talked to {} about the report yesterday.", "Please send it to {} before noon.")
WORDS = 120_000
MOST_FALSE_PER_10_000 = 1.0
RATE_HZ = 16_000


def names_of(which: str) -> list[str]:
    lines = (Path(__file__).parent / f"names_{which}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def false_replacements(names: Sequence[str]) -> bool:
    entries = tuple(map(Entry, names))
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    texts = [text for text in paragraphs(WORDS) if not named.search(text)]
    words = sum(len(text.split()) for text in texts)
    false = [change for text in texts for change in _changes(text, release(correct(text, entries, "en")))]
    per_10_000 = len(false) / words * 10_000
    held = per_10_000 <= MOST_FALSE_PER_10_000
    print(*(f"  {before} -> {after}" for before, after in false), sep="\n")
    print(f"{len(false)} false replacements in {words} words: {per_10_000:.2f} in 10,000 "
          f"(at most {MOST_FALSE_PER_10_000:g})  {'holds' if held else 'MISSED'}")  # fmt: skip
    return held


def _changes(before: str, after: str) -> Iterator[tuple[str, str]]:
    import difflib

    old, new = before.split(), after.split()
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(old[i:j]), " ".join(new[k:m])


def spoken(core: Core, names: Sequence[str]) -> list[tuple[str, "Pcm"]]:
    """Each name with the sound of its sentences, at 16 kHz."""
    import numpy as np
    import soxr

    voice = core.engines.tts("piper")
    found = []
    for name in names:
        for sentence in SENTENCES:
            blocks = list(voice.synthesize(sentence.format(name)))
            pcm = np.concatenate([block.pcm for block in blocks])
            found.append((name, soxr.resample(pcm, blocks[0].rate_hz, RATE_HZ).astype(np.float32)))
    voice.close()
    return found


def recall(core: Core, model: str, sounds: Sequence[tuple[str, "Pcm"]], hotwords: Sequence[str] = ()) -> int:
    """Prints before and after the correction; returns how many names were right before it."""
    names = list(dict.fromkeys(name for name, _ in sounds))
    entries = tuple(map(Entry, names))
    options = DecodeOptions(language="en", hotwords=tuple(hotwords))
    recognizer = core.recognizer(model=model)
    texts = [(name, recognizer.decode(DecodeRequest(pcm, options)).text) for name, pcm in sounds]
    recognizer.close()
    before = sum(name in text for name, text in texts)
    after = sum(name in release(correct(text, entries, "en")) for name, text in texts)
    fit = core.engines.stt("whisper").hotwords_that_fit(options, model)
    how = f"{model}, told of {fit} of {len(names)}" if hotwords else model
    print(f"{how:<24} recognized {_share(before, texts)}, after the correction {_share(after, texts)}")
    return before


def _share(count: int, of: Sequence[object]) -> str:
    return f"{count:>4} of {len(of)} ({100 * count / len(of):.0f} %)"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", choices=("measured", "tuning"), default="measured")
    parser.add_argument("--quick", action="store_true", help="every fourth name is spoken; the running text is whole")
    options = parser.parse_args()
    names = names_of(options.names)
    held = false_replacements(names)
    with Core() as core:
        sounds = spoken(core, names[::4] if options.quick else names)
        recall(core, "tiny.en", sounds)
        alone = recall(core, "base", sounds)
        told = recall(core, "base", sounds, list(dict.fromkeys(name for name, _ in sounds)))
    print(f"gain by hotwords with base: {told - alone:+d} of {len(sounds)}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
