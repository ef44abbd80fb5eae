"""Remote control and status, as a person reads them."""

from typing import Any

from voiceflow.cli.remote import lines

RUNNING: dict[str, Any] = {
    "running": True,
    "state": "idle",
    "model": {"name": "tiny.en", "state": "loaded", "device": "cpu", "compute_type": "int8", "reason": ""},
    "hotkey": "F9",
    "context": {"summary": "no more sound than was spoken; 0 words compared with the whole 30 s, too few to tell"},
    "microphone": "the system's default",
    "memory_mb": 61.7,
    "interrupted": 0,
    "last": None,
    "problems": [],
}


def test_an_app_that_does_not_run_says_how_to_start_it() -> None:
    assert lines({"running": False}) == ["VoiceFlow is not running. Start it with: voiceflow"]


def test_what_runs() -> None:
    assert lines(RUNNING) == [
        "State      idle",
        "Model      tiny.en (loaded, cpu int8)",
        "Hotkey     F9",
        "Context    no more sound than was spoken; 0 words compared with the whole 30 s, too few to tell",
        "Microphone the system's default",
        "Memory     62 MB",
    ]


def test_why_the_processor_is_used() -> None:
    model = RUNNING["model"] | {"reason": "cuBLAS does not load"}
    assert "Model      tiny.en (loaded, cpu int8): cuBLAS does not load" in lines(RUNNING | {"model": model})


def test_who_stood_in_and_why() -> None:
    stand_ins = [
        {"family": "stt", "engine": "openai", "first": "whisper", "reason": "whisper had no model"},
        {"family": "tts", "engine": "espeak", "first": "piper", "reason": "piper was too slow"},
    ]
    shown = lines(RUNNING | {"stand_ins": stand_ins})
    assert "Engine     openai answered because whisper had no model" in shown
    assert "Engine     espeak spoke because piper was too slow" in shown


def test_how_the_last_dictation_went() -> None:
    last = {"state": "done", "way": "paste", "stages_ms": {"recognition": 98.4, "insertion": 61.0}}
    assert "Last       done, paste: recognition 98 ms, insertion 61 ms" in lines(RUNNING | {"last": last})


def test_what_is_past_its_limit_with_the_cure() -> None:
    alert = {"level": "error", "title": "400 MB are free", "hint": "Make room"}
    assert "Alert      error: 400 MB are free. Make room" in lines(RUNNING | {"alerts": [alert]})


def test_what_went_wrong_and_what_a_crash_left() -> None:
    shown = lines(RUNNING | {"interrupted": 2, "problems": ["No microphone was found. Plug one in"]})
    assert "Recovery   2 interrupted by a crash. Run: voiceflow history recover" in shown
    assert "Problem    No microphone was found. Plug one in" in shown


def test_how_the_last_sentence_was_spoken() -> None:
    spoken = {
        "engine": "piper",
        "voice": "en_US-joe-medium",
        "cached": False,
        "sound_s": 3.24,
        "real_time_factor": 0.121,
        "clipped": 0.0,
        "silent": 0.2,
        "loudness_lufs": -25.2,
    }
    told = "Speech     piper en_US-joe-medium: 3.2 s, real-time factor 0.12, -25.2 LUFS, 0.0% clipped, 20% silence"
    assert told in lines(RUNNING | {"spoken": spoken})
    assert told.replace("real-time factor 0.12", "known already") in lines(
        RUNNING | {"spoken": spoken | {"cached": True}}
    )
