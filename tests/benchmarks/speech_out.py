"""Speech output: `python -m tests.benchmarks.speech_out [--quick]`.

The same parts as in the running app (`Core.speech.requests`, which the control socket calls) on a virtual speaker whose
monitor is listened to. Every text is new, so nothing comes from the cache but where the cache is measured. Exits with 1
when a limit is missed."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.end_to_end.rig import Desktop
from voiceflow.bench.scoring import percentile
from voiceflow.bench.speech_texts import new_text, sentence

ROOT = Path(__file__).parents[2]
MOST_FIRST_MS = 150.0
LEAST_EARLIER = 5.0
MOST_ESPEAK_500_S = 1.5
LEAST_FASTER = 1.3
ENGINES = ("espeak", "piper")
THREADS = (1, 2, 4)
_INSIDE = "VOICEFLOW_BENCHMARK_INSIDE"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quick", action="store_true")
    quick = arguments.parse_args().quick
    if os.environ.get(_INSIDE):
        return inside(quick)
    with Desktop(x=False, keyring=False) as desktop:
        if desktop.missing():
            print(f"not measured: this needs {', '.join(desktop.missing())}")
            return 1
        command = [sys.executable, "-m", "tests.benchmarks.speech_out", *sys.argv[1:]]
        env = desktop.env | {"PYTHONPATH": str(ROOT), _INSIDE: "1"}
        return subprocess.run(command, env=env, cwd=ROOT, check=False).returncode


def inside(quick: bool) -> int:
    from tests.benchmarks import speech_cache
    from tests.benchmarks.speech_paths import Paths

    missed: list[str] = []

    def line(what: str, value: str, limit: str = "", holds: bool = True) -> None:
        print(f"{what:58} {value:>12} {limit:>22}{'' if holds else '  MISSED'}", flush=True)
        if not holds:
            missed.append(what)

    line("what", "measured", "limit")
    with tempfile.TemporaryDirectory() as folder, Paths(Path(folder)) as paths:
        rounds = 5 if quick else 20
        for engine in ENGINES:
            first_sound(paths, engine, rounds, line)
        earlier(paths, line)
        espeak_500(paths, 10 if quick else 40, line)
        piper_threads(paths, 3 if quick else 10, line)
        against_defaults(paths, 7 if quick else 25, line)
        for engine in ENGINES:
            side_by_side(engine, line)
        speech_cache.measure(Path(folder), line)
    print(f"missed: {', '.join(missed)}" if missed else "all limits hold")
    return int(bool(missed))


def first_sound(paths, engine: str, rounds: int, line) -> None:
    """From the request to the first sample at the speaker; the first sentence's own synthesis is known from the
    event that tells about it."""
    waits_ms, made_ms = [], []
    for _ in range(rounds):
        waited, made = paths.first_sound_ms(engine, new_text(200))
        waits_ms.append(waited)
        made_ms.append(made)
    middle = statistics.median(waits_ms)
    over = statistics.median(waited - made for waited, made in zip(waits_ms, made_ms, strict=True))
    line(f"{engine}: request to first sample, median of {rounds}, ms", f"{middle:.0f}")
    line(f"{engine}: the same, p95, ms", f"{percentile(waits_ms, 95):.0f}")
    line(f"{engine}: synthesis of the first sentence, median, ms", f"{statistics.median(made_ms):.0f}")
    told = "request to first sample" if engine == "espeak" else "beyond its first sentence"
    value = middle if engine == "espeak" else over
    line(f"{engine}: {told}, median, ms", f"{value:.0f}", f"<= {MOST_FIRST_MS:.0f}", value <= MOST_FIRST_MS)


def earlier(paths, line) -> None:
    text = new_text(2_000)
    streamed_ms, _ = paths.first_sound_ms("piper", text)
    whole_ms = paths.first_sound_of_whole_ms("piper", new_text(2_000))
    factor = whole_ms / streamed_ms
    line("2,000 characters, Piper: first sound, streamed, ms", f"{streamed_ms:.0f}")
    line("2,000 characters, Piper: first sound, made whole, ms", f"{whole_ms:.0f}")
    line("2,000 characters: times earlier", f"{factor:.1f}", f">= {LEAST_EARLIER:.0f}", factor >= LEAST_EARLIER)


def espeak_500(paths, rounds: int, line) -> None:
    times_s = [paths.synthesis_s("espeak", new_text(500))[0] for _ in range(rounds)]
    p95 = percentile(times_s, 95)
    line("espeak: 500 characters, p95, s", f"{p95:.3f}", f"<= {MOST_ESPEAK_500_S}", p95 <= MOST_ESPEAK_500_S)


def piper_threads(paths, rounds: int, line) -> None:
    """And by how long a sentence is, with the threads that are chosen."""
    for threads in THREADS:
        made = [paths.piper_sentence_s(threads, sentence(100)) for _ in range(rounds)]
        factor = statistics.median(work / sound for work, sound in made)
        line(f"Piper: real-time factor, {threads} threads, 100 characters", f"{factor:.3f}")
    for characters in (30, 60, 120, 250):
        made = [paths.piper_sentence_s(0, sentence(characters)) for _ in range(rounds)]
        work = statistics.median(work for work, _ in made)
        factor = statistics.median(work / sound for work, sound in made)
        line(
            f"Piper: a sentence of {characters} characters, ms (real-time factor)", f"{work * 1000:.0f} ({factor:.3f})"
        )
    times_s = [paths.synthesis_s("piper", new_text(500))[0] for _ in range(max(3, rounds // 2))]
    line("Piper: 500 characters, p95, s", f"{percentile(times_s, 95):.2f}")


def against_defaults(paths, rounds: int, line) -> None:
    """`PiperVoice.synthesize` with its defaults, both loaded, the same text, one after the other."""
    ours, theirs = paths.first_blocks_s([new_text(300) for _ in range(rounds)])
    factor = statistics.median(theirs) / statistics.median(ours)
    line("Piper: first sound, ms", f"{statistics.median(ours) * 1000:.0f}")
    line("PiperVoice.synthesize: first sound, ms", f"{statistics.median(theirs) * 1000:.0f}")
    line("Piper: times faster to the first sound", f"{factor:.2f}", f">= {LEAST_FASTER}", factor >= LEAST_FASTER)


def side_by_side(engine: str, line) -> None:
    """In a process of its own: what speaking adds to its memory."""
    command = [sys.executable, "-m", "tests.benchmarks.speech_paths", engine]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    first_ms, total_s, factor, memory_mb = map(float, done.stdout.split())
    line(f"{engine}: first block, ms, 500 characters", f"{first_ms:.0f}")
    line(f"{engine}: all of it, s", f"{total_s:.2f}")
    line(f"{engine}: real-time factor", f"{factor:.3f}")
    line(f"{engine}: memory that speaking adds, MB", f"{memory_mb:.0f}")


if __name__ == "__main__":
    sys.exit(main())
