"""The settings' names as people read them. What has no word of its own here is read from its name in the file."""

from PySide6.QtCore import QCoreApplication

_SECTIONS = {
    "ui": "General",
    "hotkey": "Hotkey",
    "audio": "Sound",
    "stt": "Recognition",
    "text": "Text",
    "profiles": "Profiles",
    "insertion": "Insertion",
    "history": "History",
    "tts": "Speech output",
    "routing": "Engines that stand in",
    "cleanup": "Clean-up",
    "cloud": "Cloud",
    "metrics": "Alerts",
}
_UNITS = {"ms": "ms", "s": "s", "mb": "MB", "percent": "%", "days": "days"}
_TITLES = {
    "audio.device": "Microphone",
    "audio.host_api": "Sound system",
    "audio.preroll_ms": "Sound from before the key",
    "audio.tail_ms": "Listen on after the key",
    "audio.start_cue": "Sound at the start",
    "audio.output_device": "Speaker",
    "hotkey.edit_key": "Key that changes the selection",
    "hotkey.tap_ms": "Longest tap",
    "hotkey.backend": "Way to watch the key",
    "hotkey.hands_free_pause_ms": "Pause that ends hands-free",
    "stt.languages": "Languages you speak",
    "stt.device": "Runs on",
    "stt.compute_type": "Precision",
    "stt.threads": "Processor threads",
    "stt.beam_size": "Candidates (beam size)",
    "stt.context": "Sound that the model sees",
    "stt.speculate": "Guess the end",
    "stt.speculation_cpu_limit_percent": "No guesses above",
    "stt.keep_loaded": "Keep the model loaded",
    "stt.unload_after_s": "Unload after",
    "stt.isolated": "Process of its own",
    "stt.hotwords": "Words to listen for",
    "stt.prompt": "Example of your style",
    "stt.language_per_segment": "Language of each part",
    "text.fit_to_cursor": "Fit to the cursor",
    "text.final_period": "Period at the end",
    "text.guards": "Leave out what nobody said",
    "text.fillers": "Leave out fillers",
    "text.stutters": "Leave out stutters",
    "insertion.backend": "Desktop interface",
    "insertion.way": "Way into the window",
    "insertion.press_enter": "Enter after each dictation",
    "insertion.terminal_newlines": "Line breaks in terminals",
    "insertion.receipt_timeout_ms": "Wait for the window",
    "history.keep_days": "Keep dictations",
    "history.keep_audio_mb": "Room for sound",
    "history.keep_audio": "Keep sound",
    "history.key_storage": "Key of the history",
    "routing.stt_then": "After the first: recognition",
    "routing.tts_then": "After the first: speech",
    "routing.order": "Order",
    "routing.deadline_s": "Longest wait",
    "routing.deadline_per_s": "More for each second",
    "routing.hedge": "Two at once when slow",
    "routing.hedge_to_cloud": "The cloud, too, when slow",
    "routing.retries": "Tries again",
    "routing.cache_entries": "Answers kept",
    "routing.cache_minutes": "Kept for",
    "cleanup.style": "Style",
    "cleanup.url": "Server",
    "cleanup.language_model": "Language model",
    "cloud.enabled": "Allow the cloud",
    "cloud.allowed": "Allowed",
    "cloud.ca_file": "Certificates of your own",
    "cloud.openai_url": "OpenAI-compatible: server",
    "cloud.openai_stt_model": "OpenAI-compatible: recognition",
    "cloud.openai_tts_model": "OpenAI-compatible: speech",
    "cloud.openai_voice": "OpenAI-compatible: voice",
    "cloud.google_stt_url": "Google: recognition",
    "cloud.google_tts_url": "Google: speech",
    "cloud.google_language": "Google: language",
    "cloud.google_voice": "Google: voice",
    "cloud.yandex_stt_url": "Yandex: recognition",
    "cloud.yandex_tts_url": "Yandex: speech",
    "cloud.yandex_folder": "Yandex: folder",
    "cloud.yandex_language": "Yandex: language",
    "cloud.yandex_voice": "Yandex: voice",
    "metrics.memory_budget_mb": "Memory budget",
    "metrics.memory_warning_percent": "Memory: warning",
    "metrics.memory_critical_percent": "Memory: critical",
    "metrics.stage_p95_ms": "Slow step",
    "metrics.query_p95_ms": "Slow history",
    "metrics.cpu_percent": "Busy processors",
    "metrics.failed_warning_percent": "Failed dictations: warning",
    "metrics.failed_critical_percent": "Failed dictations: critical",
    "metrics.free_disk_mb": "Least free disk",
    "metrics.backlog_s": "Recognition behind",
    "tts.hotkey": "Key that reads the selection",
    "tts.length_scale": "Piper: slowness",
    "tts.noise_scale": "Piper: variation of sound",
    "tts.noise_w": "Piper: variation of rhythm",
    "tts.speaker": "Piper: speaker",
    "tts.threads": "Processor threads",
    "tts.cache_mb": "Room for spoken sound",
    "tts.cache_days": "Keep spoken sound",
    "ui.overlay": "Overlay while you dictate",
    "ui.start_at_login": "Start when you log in",
    "ui.show_window_at_start": "Window at the start",
}
_CHOICES = {
    "auto": "Automatic",
    "cpu": "Processor",
    "cuda": "NVIDIA card (CUDA)",
    "x11": "X11",
    "portal": "Desktop portal",
    "evdev": "Keyboard device (evdev)",
    "macos": "macOS",
    "hybrid": "Hold or tap",
    "hold": "Hold to speak",
    "toggle": "Press to start and stop",
    "hands_free": "Hands-free",
    "full": "All of it",
    "keep": "Kept",
    "not_alone": "Not after one sentence",
    "from_ten": "Digits from ten",
    "as_spoken": "As spoken",
    "digits": "Always digits",
    "as_is": "As is",
    "tidy": "Tidy",
    "formal": "Formal",
    "notes": "Notes",
    "code_comment": "Code comment",
    "off": "Never",
    "file": "Key file",
    "keyring": "System keyring",
    "system": "Like the system",
    "en": "English",
    "de": "Deutsch",
    "manual": "Commands only",
}
_NOTES = {
    "insertion.backend": "Takes effect when VoiceFlow starts again.",
    "ui.language": "Takes effect when VoiceFlow starts again.",
    "history.key_storage": "A history that is there keeps its key where it is until: voiceflow history rekey.",
}
"""What a setting's help does not say: when it takes effect."""


def section_title(section: str) -> str:
    return _translated(_SECTIONS.get(section) or _read(section))


def section_order(sections: list[str]) -> list[str]:
    known = list(_SECTIONS)
    return sorted(sections, key=lambda name: known.index(name) if name in known else len(known))


def title(name: str) -> str:
    """`name` as `stt.model`."""
    entry = name.partition(".")[2]
    return _translated(_TITLES.get(name) or _read(entry.rpartition("_")[0] if unit(name) else entry))


def unit(name: str) -> str:
    """As it stands behind a number; empty for text and plain counts."""
    return _UNITS.get(name.rpartition("_")[2], "") if "_" in name else ""


def choice_word(value: str) -> str:
    return _translated(_CHOICES.get(value) or (_read(value) if not any(map(str.isdigit, value)) else value))


def help_line(name: str, help_text: str) -> str:
    note = _NOTES.get(name, "")
    return f"{_translated(help_text)}. {_translated(note) if note else ''}".strip()


def _read(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _translated(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
