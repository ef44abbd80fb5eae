"""Word errors of `voiceflow transcribe` beside those of faster-whisper's `transcribe(beam_size=5, language="en")`, on
the same real clips in one run. `python -m tests.benchmarks.transcribe_words [--models tiny.en base] [--every 1]`"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.scoring import score
from tests.speech import SpeechClip, read_manifest, speech_folder


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--models", nargs="+", default=["tiny.en", "base"])
    arguments.add_argument("--every", type=int, default=1, help="take every n-th clip only")
    wanted = arguments.parse_args()
    clips = read_manifest(speech_folder()).for_word_error_rate()[:: wanted.every]
    sys.stdout.write(f"{len(clips)} English clips\n")
    for model in wanted.models:
        ours = score(clips, voiceflow(model, clips))
        theirs = score(clips, faster_whisper(model, clips))
        sys.stdout.write(f"{model:8} voiceflow transcribe  {ours}\n{model:8} faster-whisper beam 5 {theirs}\n")
        sys.stdout.write(f"{model:8} difference            {ours.percent - theirs.percent:+6.2f} points\n")
        sys.stdout.flush()


def voiceflow(model: str, clips: Sequence[SpeechClip]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "voiceflow", "transcribe", "--model", model, "--language", "en", "-o", folder]
        subprocess.run([*command, *(str(clip.path) for clip in clips)], check=False, stdin=subprocess.DEVNULL)
        places = [Path(folder) / f"{clip.path.stem}.txt" for clip in clips]
        return [place.read_text(encoding="utf-8") if place.exists() else "" for place in places]


def faster_whisper(model: str, clips: Sequence[SpeechClip]) -> list[str]:
    from faster_whisper import WhisperModel

    from voiceflow.engines.models import ModelStore
    from voiceflow.paths import paths

    loaded = WhisperModel(str(ModelStore(paths()).folder(model)), device="cpu", compute_type="int8")
    texts = (loaded.transcribe(str(clip.path), beam_size=5, language="en")[0] for clip in clips)
    return ["".join(segment.text for segment in segments) for segments in texts]


if __name__ == "__main__":
    main()
