"""The typed sections of `config.toml`: every key, its default, its limits and its help line."""

from dataclasses import dataclass, field, fields
from typing import Any


def _key(default: Any, help_text: str, **limits: Any) -> Any:
    """`limits`: `minimum`, `maximum`, `choices`."""
    metadata = {"help": help_text, **limits}
    if isinstance(default, list):
        return field(default_factory=lambda: list(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(slots=True)
class Audio:
    device: str = _key("", "Microphone by name; empty is the system's default")
    host_api: str = _key("", "The sound system that the microphone's name belongs to; empty is the default one")
    preroll_ms: int = _key(0, "Sound from before the key went down; needs an open microphone", minimum=0, maximum=2000)
    tail_ms: int = _key(
        200, "How long to listen on after the key goes up while you still speak", minimum=0, maximum=500
    )
    start_cue: bool = _key(True, "A short sound when the microphone hears")
    output_device: str = _key("", "Speaker by name; empty is the system's default")


@dataclass(slots=True)
class Hotkey:
    key: str = _key("F9", "The key to hold while you speak, for example F9 or ctrl+alt+d")
    mode: str = _key("hybrid", "What the key does", choices=("hybrid", "hold", "toggle", "hands_free"))
    tap_ms: int = _key(400, "A press shorter than this toggles, in hybrid mode", minimum=100, maximum=2000)
    backend: str = _key(
        "auto", "How the key is watched", choices=("auto", "x11", "portal", "evdev", "windows", "macos", "manual")
    )
    edit_key: str = _key("", "The key to hold while you say how the selected text shall change; empty is none")
    cancel_key: str = _key("Escape", "Ends a dictation without inserting it; its sound stays in the history")
    hands_free_pause_ms: int = _key(
        1500, "The pause that ends a dictation in hands-free mode", minimum=500, maximum=10000
    )


@dataclass(slots=True)
class Stt:
    engine: str = _key("whisper", "Which engine recognizes speech")
    model: str = _key("", "Model by name or folder; empty is the best one installed")
    language: str = _key("", "Language code such as en or de; empty detects it")
    languages: list[str] = _key([], "The languages you speak; detection chooses among them")
    language_per_segment: bool = _key(False, "Detect the language anew in each part of a dictation")
    device: str = _key("auto", "Where the model runs", choices=("auto", "cpu", "cuda"))
    compute_type: str = _key(
        "auto",
        "Precision of the model's arithmetic",
        choices=("auto", "int8", "int8_float16", "int8_float32", "float16", "float32"),
    )
    threads: int = _key(0, "Processor threads for recognition; 0 chooses", minimum=0, maximum=64)
    beam_size: int = _key(2, "Candidates kept while decoding; more is slower", minimum=1, maximum=10)
    context: str = _key(
        "auto",
        "How much sound the model is shown; auto is as little as loses no words, checked on your own speech",
        choices=("auto", "full"),
    )
    speculate: bool = _key(True, "Guess in short pauses that you have come to the end; the battery saver stops it")
    speculation_cpu_limit_percent: int = _key(
        75, "No guesses while the processors are busier than this", minimum=0, maximum=100
    )
    keep_loaded: bool = _key(False, "Never unload the model")
    unload_after_s: int = _key(
        300, "Unload the model after this long without dictation; 0 never", minimum=0, maximum=86400
    )
    isolated: bool = _key(True, "Run the model in a process of its own, so that all its memory comes back")
    hotwords: list[str] = _key([], "Words to listen for, most important first")
    prompt: str = _key("", "Text in the style of what you dictate")


@dataclass(slots=True)
class Text:
    verbatim: bool = _key(False, "Insert exactly what was recognized")
    trailing_space: bool = _key(True, "Put a space after each dictation")
    fit_to_cursor: bool = _key(True, "Fit spaces, capital and final period to what stands around the cursor")
    final_period: str = _key(
        "keep",
        "The period at the end of a dictation: kept, left out after a single sentence, or never written",
        choices=("keep", "not_alone", "never"),
    )
    spoken_commands: bool = _key(True, "Obey press enter, scratch that and their like where nothing else is said")
    guards: bool = _key(True, "Leave out what by all evidence nobody said, such as words made of noise")
    fillers: bool = _key(True, "Leave out um, uh and their like")
    stutters: bool = _key(True, "Write words once that were said three times or more in a row by mistake")
    spoken_punctuation: str = _key(
        "careful",
        "Write spoken marks such as comma or new line: where they are surely meant, wherever they are said, never",
        choices=("careful", "always", "off"),
    )
    numbers: str = _key(
        "from_ten",
        "Write numbers as they were spoken, with digits from ten up, or with digits always",
        choices=("as_spoken", "from_ten", "digits"),
    )
    vocabulary: bool = _key(True, "Write words of your vocabulary for those that sound like them")
    replacements: list[str] = _key([], "What is written instead, such as: gonna => going to")
    snippets: list[str] = _key([], "Names of longer texts, such as: my address => 12 Main Street")


@dataclass(slots=True)
class Insertion:
    way: str = _key("auto", "How text gets into the window", choices=("auto", "paste", "typed", "clipboard"))
    backend: str = _key(
        "auto", "Which desktop interface is used", choices=("auto", "x11", "wayland", "windows", "macos", "clipboard")
    )
    restore_clipboard: bool = _key(True, "Put back what the clipboard held before")
    press_enter: bool = _key(False, "Press Enter after each dictation")
    terminal_newlines: bool = _key(False, "Keep line breaks in terminals, where they run commands")
    receipt_timeout_ms: int = _key(3000, "How long to wait for the window to read the text", minimum=500, maximum=20000)


@dataclass(slots=True)
class Tts:
    engine: str = _key("auto", "Which engine speaks; auto is a Piper voice of the language, else espeak")
    voice: str = _key("", "Voice by name; empty is the best one installed")
    language: str = _key("", "Language of texts, such as en or pt-BR; empty is the system's, unless the letters tell")
    speed: float = _key(1.0, "How fast texts are read; the voice keeps its pitch", minimum=0.5, maximum=3.0)
    hotkey: str = _key("", "The key that reads what is selected, such as ctrl+alt+r; empty is none")
    speaker: int = _key(0, "Which speaker, of a Piper voice with several", minimum=0, maximum=10000)
    length_scale: float = _key(0.0, "How slowly a Piper voice speaks; 0 is its own way", minimum=0.0, maximum=3.0)
    noise_scale: float = _key(
        0.0, "How much a Piper voice varies its sound; 0 is its own way", minimum=0.0, maximum=2.0
    )
    noise_w: float = _key(0.0, "How much a Piper voice varies its rhythm; 0 is its own way", minimum=0.0, maximum=2.0)
    threads: int = _key(0, "Processor threads for speaking; 0 chooses", minimum=0, maximum=64)
    cache_mb: int = _key(
        50, "Keep so much spoken sound, encrypted, to say it again at once; 0 keeps none", minimum=0, maximum=10000
    )
    cache_days: int = _key(30, "Forget spoken sound that was not wanted for so long", minimum=1, maximum=3650)


@dataclass(slots=True)
class Routing:
    stt_then: list[str] = _key([], "Engines that recognize speech when the first one cannot, best first")
    tts_then: list[str] = _key([], "Engines that speak when the first one cannot, best first")
    order: str = _key(
        "fixed",
        "Who is asked first: as you named them, or whoever was fastest and surest on this machine",
        choices=("fixed", "measured"),
    )
    deadline_s: int = _key(10, "Ask the next engine when one takes longer than this", minimum=1, maximum=600)
    deadline_per_s: float = _key(2.0, "So much longer for each second of sound or speech", minimum=0.0, maximum=60.0)
    hedge: bool = _key(
        False, "Ask the second engine, too, when the first is slower than it usually is; both stay in memory"
    )
    hedge_to_cloud: bool = _key(False, "Let the cloud help before the engines of this machine have failed")
    retries: int = _key(1, "How often an engine that could not be reached is asked again", minimum=0, maximum=5)
    cache_entries: int = _key(
        300, "Answers kept in memory, to be given again for the same sound; 0 keeps none", minimum=0, maximum=10000
    )
    cache_minutes: int = _key(10, "Forget them after so many minutes", minimum=1, maximum=1440)


@dataclass(slots=True)
class Cleanup:
    style: str = _key(
        "as_is",
        "What a language model makes of dictated text; as is asks none",
        choices=("as_is", "tidy", "formal", "notes", "code_comment"),
    )
    url: str = _key("", "Address of an OpenAI-compatible server, such as http://127.0.0.1:11434/v1")
    language_model: str = _key("", "Its name on that server")


@dataclass(slots=True)
class Cloud:
    enabled: bool = _key(False, "Allow services on other computers; off, nothing you say or write can leave this one")
    allowed: list[str] = _key([], "What may be sent where, such as: sound => api.openai.com")
    ca_file: str = _key("", "A file of certificates (PEM) to trust besides the system's own")
    openai_url: str = _key("", "Address of an OpenAI-compatible server, such as https://api.openai.com/v1")
    openai_stt_model: str = _key("whisper-1", "The model that recognizes speech there")
    openai_tts_model: str = _key("tts-1", "The model that speaks there")
    openai_voice: str = _key("alloy", "The voice that speaks there")
    google_stt_url: str = _key("https://speech.googleapis.com/v1", "Address of Google Speech-to-Text")
    google_tts_url: str = _key("https://texttospeech.googleapis.com/v1", "Address of Google Text-to-Speech")
    google_language: str = _key("en-US", "Your language, with its region, where none is known")
    google_voice: str = _key("", "A voice such as en-US-Neural2-C; empty lets Google choose")
    yandex_stt_url: str = _key("https://stt.api.cloud.yandex.net/speech/v1", "Address of SpeechKit recognition")
    yandex_tts_url: str = _key("https://tts.api.cloud.yandex.net/speech/v1", "Address of SpeechKit synthesis")
    yandex_folder: str = _key("", "Folder of the cloud that pays; empty is that of the key's own account")
    yandex_language: str = _key("auto", "Your language, such as ru-RU, where none is known; auto detects it")
    yandex_voice: str = _key("alena", "The voice that speaks there")


@dataclass(slots=True)
class History:
    keep_days: int = _key(0, "Delete dictations older than this; 0 keeps all", minimum=0, maximum=36500)
    keep_audio_mb: int = _key(2000, "Delete the oldest sound above this size; 0 keeps all", minimum=0, maximum=1000000)
    keep_audio: bool = _key(True, "Keep the sound of finished dictations")
    key_storage: str = _key(
        "keyring", "Where the key of the history is kept", choices=("keyring", "file", "passphrase")
    )


@dataclass(slots=True)
class Metrics:
    memory_budget_mb: int = _key(
        0, "The memory that VoiceFlow may take; 0 is half of this machine's", minimum=0, maximum=1000000
    )
    memory_warning_percent: int = _key(80, "Warn above this share of that memory", minimum=1, maximum=100)
    memory_critical_percent: int = _key(90, "Critical above this share of that memory", minimum=1, maximum=100)
    stage_p95_ms: int = _key(
        1000, "Warn when a step of a dictation takes longer, for one in twenty", minimum=10, maximum=60000
    )
    query_p95_ms: int = _key(
        500, "Warn when a question to the history takes longer, for one in twenty", minimum=10, maximum=60000
    )
    cpu_percent: int = _key(85, "Warn when all processors are busier for half a minute", minimum=10, maximum=100)
    failed_warning_percent: float = _key(
        1.0, "Warn above this share of failed dictations among the last 200", minimum=0.0, maximum=100.0
    )
    failed_critical_percent: float = _key(
        5.0, "Critical above this share of failed dictations among the last 200", minimum=0.0, maximum=100.0
    )
    free_disk_mb: int = _key(500, "An error when less is free where the history is", minimum=0, maximum=1000000)
    backlog_s: float = _key(2.0, "Warn when recognition is further behind the speech", minimum=0.1, maximum=60.0)


@dataclass(slots=True)
class Ui:
    overlay: bool = _key(True, "Show a small window while you dictate")
    theme: str = _key("system", "Colours", choices=("system", "light", "dark"))
    language: str = _key("system", "The language of this window", choices=("system", "en", "de"))
    start_at_login: bool = _key(False, "Start VoiceFlow when you log in")
    show_window_at_start: bool = _key(True, "Open the window when VoiceFlow starts")


@dataclass(frozen=True, slots=True)
class Profile:
    """Other settings for some windows, a table `[[profiles]]`. `app`, `title` and `site` are patterns, of which one of
    each list that is not empty must fit; `settings` by their names, checked; `vocabulary` is listened for first."""

    name: str
    app: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    on: bool = True
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Settings:
    """One object for the whole program; replaced, never changed in place, by `settings_file.SettingsFile`."""

    audio: Audio = field(default_factory=Audio)
    hotkey: Hotkey = field(default_factory=Hotkey)
    stt: Stt = field(default_factory=Stt)
    text: Text = field(default_factory=Text)
    insertion: Insertion = field(default_factory=Insertion)
    tts: Tts = field(default_factory=Tts)
    routing: Routing = field(default_factory=Routing)
    cleanup: Cleanup = field(default_factory=Cleanup)
    cloud: Cloud = field(default_factory=Cloud)
    history: History = field(default_factory=History)
    metrics: Metrics = field(default_factory=Metrics)
    ui: Ui = field(default_factory=Ui)
    profiles: tuple[Profile, ...] = ()


def sections() -> list[str]:
    """Those with settings of their own, in the order of the file."""
    return [section.name for section in fields(Settings) if section.name != "profiles"]
