"""The user's settings as each part of a dictation wants them."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from voiceflow import profiles
from voiceflow.cloud import consent
from voiceflow.dictation.delivery import DeliveryOptions, ForWindow
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.dictation.window import WindowOptions
from voiceflow.dictation.wishes import DictationOptions
from voiceflow.engines import catalogue
from voiceflow.engines.hotkey.contract import check_cancel_key, check_key, check_optional_key
from voiceflow.engines.inserter.contract import InsertOptions, Target, Way
from voiceflow.engines.stt.contract import DecodeOptions
from voiceflow.errors import SettingsError
from voiceflow.settings import Settings
from voiceflow.settings_keys import key
from voiceflow.text import replacements
from voiceflow.text.checks import CHECKS
from voiceflow.text.pipeline import Wishes
from voiceflow.text.vocabulary import Entry, hotwords, with_hotwords


def check(name: str, value: Any) -> None:
    """What a setting's type does not say: that a key is one, that a rule can be used. `SettingsError`,
    `HotkeyError`."""
    if name in CHECKS:
        CHECKS[name](key(name).parse(value) if isinstance(value, str) else value)
    elif name == "cloud.allowed":
        consent.check(key(name).parse(value) if isinstance(value, str) else value)
    elif name in ("routing.stt_then", "routing.tts_then"):
        _check_engines(name[8:11], key(name).parse(value) if isinstance(value, str) else value)
    elif name in ("hotkey.key", "hotkey.cancel_key"):
        (check_key if name == "hotkey.key" else check_cancel_key)(value)
    elif name in ("tts.hotkey", "hotkey.edit_key"):
        check_optional_key(value)


def _check_engines(family: str, names: Sequence[str]) -> None:
    known = [entry.name for entry in catalogue.engines(family)]
    for name in names:
        if name not in known:
            raise SettingsError("engine.unknown", f"There is no engine {name!r}", f"There is: {', '.join(known)}")


def decode_options(settings: Settings, vocabulary: Sequence[Entry] = ()) -> DecodeOptions:
    """`vocabulary`: beside the settings' own hotwords, which stand before it."""
    stt = settings.stt
    return DecodeOptions(
        language=stt.language or None,
        languages=tuple(stt.languages),
        language_per_segment=stt.language_per_segment,
        beam_size=stt.beam_size,
        prompt=stt.prompt,
        hotwords=hotwords(with_hotwords(stt.hotwords, vocabulary)),
        full_context=stt.context == "full",
    )


def listening_options(settings: Settings, vocabulary: Sequence[Entry] = ()) -> ListeningOptions:
    window = WindowOptions(speculate=settings.stt.speculate)
    audio, decode = settings.audio, decode_options(settings, vocabulary)
    return ListeningOptions(audio.tail_ms, audio.preroll_ms, decode, window)


def dictation_options(settings: Settings, vocabulary: Sequence[Entry] = ()) -> DictationOptions:
    hotkey, stt = settings.hotkey, settings.stt
    return DictationOptions(
        mode=hotkey.mode,
        tap_ms=hotkey.tap_ms,
        hands_free_pause_ms=hotkey.hands_free_pause_ms,
        cue=settings.audio.start_cue,
        unload_after_s=0 if stt.keep_loaded else stt.unload_after_s,
        delivery=delivery_options(settings, vocabulary),
        for_window=partial(for_window, settings, vocabulary),
    )


def for_window(settings: Settings, vocabulary: Sequence[Entry], target: Target | None) -> ForWindow:
    """With the profile that fits it."""
    profile = profiles.chosen(settings, target.app, target.title) if target else None
    changed = profiles.applied(settings, profile)
    name = profile.name if profile else ""
    return ForWindow(name, delivery_options(changed, vocabulary), decode_options(changed, vocabulary))


def delivery_options(settings: Settings, vocabulary: Sequence[Entry] = ()) -> DeliveryOptions:
    insertion = settings.insertion
    way = Way.PASTE if insertion.way == "auto" else Way(insertion.way)
    insert = InsertOptions(
        way, insertion.terminal_newlines, insertion.receipt_timeout_ms / 1000, insertion.restore_clipboard
    )
    text = settings.text
    rules, style = text_wishes(settings, vocabulary), settings.cleanup.style
    return DeliveryOptions(rules, insert, insertion.press_enter, text.fit_to_cursor, text.final_period, style)


def text_wishes(settings: Settings, vocabulary: Sequence[Entry] = ()) -> Wishes:
    text = settings.text
    return Wishes(
        verbatim=text.verbatim,
        trailing_space=text.trailing_space,
        guards=text.guards,
        commands=text.spoken_commands and settings.insertion.way != "clipboard",
        fillers=text.fillers,
        stutters=text.stutters,
        spoken_punctuation=text.spoken_punctuation,
        numbers=text.numbers,
        replacements=replacements.usable(text.replacements),
        snippets=replacements.usable(text.snippets),
        vocabulary=with_hotwords(settings.stt.hotwords, vocabulary),
        corrects=text.vocabulary,
    )
