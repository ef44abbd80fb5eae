"""Real tiny.en: what only Whisper does."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.benchmarks.scoring import pcm_of
from tests.speech import SpeechClips
from voiceflow.bench.scoring import normalized
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis
from voiceflow.engines.stt.whisper import open_whisper
from voiceflow.engines.stt.whisper_decoder import WhisperRecognizer
from voiceflow.engines.stt.whisper_device import Choice
from voiceflow.engines.stt.whisper_handle import WhisperHandle
from voiceflow.engines.stt.whisper_model import WhisperModel
from voiceflow.engines.stt.whisper_threads import Layout
from voiceflow.engines.stt.whisper_tune import tune
from voiceflow.errors import EngineError, ModelError
from voiceflow.settings import Stt

pytestmark = pytest.mark.real_model

ENGLISH = DecodeOptions(language="en")


@pytest.fixture(scope="module")
def recognizer(starter_whisper: Path) -> Iterator[WhisperRecognizer]:
    recognizer = open_whisper(starter_whisper, "tiny.en", Stt(device="cpu"))
    assert isinstance(recognizer, WhisperRecognizer)
    yield recognizer
    recognizer.close()


@pytest.fixture
def clip(speech_clips: SpeechClips) -> DecodeRequest:
    """10 s, which the model loops over when it sees no silence behind it."""
    return DecodeRequest(pcm_of(speech_clips["mfa_crossword"].path), ENGLISH)


@pytest.fixture
def sentence(speech_clips: SpeechClips) -> DecodeRequest:
    return DecodeRequest(pcm_of(speech_clips["libri_1998-15444-0005"].path), ENGLISH)


def words(heard: Hypothesis) -> list[str]:
    return normalized(heard.text).split()


def test_a_short_context_says_nothing_twice(recognizer: WhisperRecognizer, clip: DecodeRequest) -> None:
    heard = recognizer.decode(clip)

    assert heard.attempts == 1
    assert len(words(heard)) < 12


def test_a_stopped_decode_ends_before_its_next_step(
    recognizer: WhisperRecognizer, clip: DecodeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def encode_and_stop(features: Any) -> Any:
        recognizer.stop()
        return encode(features)

    handle = recognizer._model.handle
    encode = handle.encode
    monkeypatch.setattr(handle, "encode", encode_and_stop, raising=False)

    with pytest.raises(EngineError) as caught:
        recognizer.decode(clip)

    monkeypatch.undo()
    assert caught.value.code == "stt.stopped"
    assert words(recognizer.decode(clip))


@pytest.mark.parametrize(
    ("options", "frames"),
    [
        (ENGLISH, 500),
        (replace(ENGLISH, floor_frames=400), 500),
        (replace(ENGLISH, floor_frames=1000), 1000),
        (replace(ENGLISH, floor_frames=3000), 3000),
        (replace(ENGLISH, full_context=True), 3000),
    ],
)
def test_the_encoder_is_shown_as_much_as_was_found_right(
    recognizer: WhisperRecognizer, monkeypatch: pytest.MonkeyPatch, options: DecodeOptions, frames: int
) -> None:
    shown = []

    def encode(features: Any) -> Any:
        shown.append(features.shape[2])
        return encode_really(features)

    handle = recognizer._model.handle
    encode_really = handle.encode
    monkeypatch.setattr(handle, "encode", encode, raising=False)

    noise = np.random.default_rng(0).normal(0, 0.01, 2 * 16_000).astype(np.float32)
    recognizer.decode(DecodeRequest(noise, options))

    assert shown[0] == frames
    assert recognizer.info.context_frames == 500


def test_a_known_prefix_is_not_decoded_again(recognizer: WhisperRecognizer, sentence: DecodeRequest) -> None:
    fresh = recognizer.decode(sentence)
    known = replace(sentence, prefix=fresh.text[: len(fresh.text) * 4 // 5])

    again = recognizer.decode(known)

    assert words(again) == words(fresh)
    assert again.attempts == 1


def test_a_prefix_that_was_never_said_is_found_out(recognizer: WhisperRecognizer, sentence: DecodeRequest) -> None:
    said_twice = " ".join([recognizer.decode(sentence).text] * 2)

    assert words(recognizer.decode(replace(sentence, prefix=said_twice))) == words(recognizer.decode(sentence))


@pytest.mark.parametrize("beam_size", [1, 5])
def test_the_changed_model_decodes_as_the_plain_one(
    starter_whisper: Path, sentence: DecodeRequest, recognizer: WhisperRecognizer, beam_size: int
) -> None:
    import ctranslate2

    changed = recognizer._model.handle
    tokens = recognizer._model.tokens
    plain = WhisperHandle(ctranslate2.models.Whisper(str(starter_whisper), compute_type="int8"), tokens, changed=False)
    mel = recognizer._mel(sentence.pcm, 1_500)[None]
    encoded = plain.encode(ctranslate2.StorageView.from_array(mel))
    start = [tokens.start, tokens.no_timestamps]

    expected = plain.generate(encoded, [start], max_length=100, beam_size=beam_size)[0]
    found = changed.generate(encoded, [start], max_length=100, beam_size=beam_size)[0]
    known = next(at for at in range(8, 20) if changed.common(expected.tokens[at - 1]))
    continued = changed.generate(
        encoded, [start + expected.tokens[:known]], max_length=100 + known, beam_size=beam_size
    )[0]

    assert found.tokens == expected.tokens
    assert found.log_probability == pytest.approx(expected.log_probability, abs=0.2)
    assert expected.tokens[:known] + continued.tokens == expected.tokens


def test_noise_is_not_words(recognizer: WhisperRecognizer) -> None:
    for seed, level in enumerate((1e-4, 1e-3, 1e-2, 1e-1)):
        noise = np.random.default_rng(seed).normal(0, level, 32_000).astype(np.float32)
        assert recognizer.decode(DecodeRequest(noise, ENGLISH)).text == ""


def test_batches_decode_as_one_after_the_other(
    recognizer: WhisperRecognizer, clip: DecodeRequest, sentence: DecodeRequest
) -> None:
    several = [clip, sentence, sentence, clip, sentence]

    together = recognizer.decode_many(several)

    assert [words(heard) for heard in together] == [words(recognizer.decode(request)) for request in several]


def test_more_than_a_window_is_refused(recognizer: WhisperRecognizer) -> None:
    with pytest.raises(EngineError, match="longer than 30 s"):
        recognizer.decode(DecodeRequest(np.ones(480_001, np.float32), ENGLISH))


def test_a_folder_without_a_model_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no model\.bin"):
        open_whisper(tmp_path, "nothing", Stt())


def test_a_damaged_model_is_said_so(tmp_path: Path, starter_whisper: Path) -> None:
    for file in starter_whisper.iterdir():
        (tmp_path / file.name).write_bytes(
            file.read_bytes()[:200_000] if file.name == "model.bin" else file.read_bytes()
        )

    with pytest.raises(EngineError) as caught:
        open_whisper(tmp_path, "damaged", Stt(device="cpu"))

    assert caught.value.code == "stt.load_failed"


class Failing:
    """CTranslate2's handle on a GPU that fails: the very end of the program."""

    def __init__(self, handle: Any, message: str) -> None:
        self._handle, self._message = handle, message

    def __getattr__(self, name: str) -> Any:
        return getattr(self._handle, name)

    def encode(self, *arguments: Any) -> Any:
        raise RuntimeError(self._message)


@pytest.mark.parametrize(
    ("message", "cure"),
    [
        ("Library libcublas.so.12 is not found or cannot be loaded", "voiceflow doctor"),
        ("CUDA failed with error out of memory", "smaller model"),
        ("CUDA failed with error unspecified launch failure", "voiceflow doctor"),
    ],
)
def test_a_gpu_that_fails_hands_the_same_sound_to_the_processor(
    starter_whisper: Path, sentence: DecodeRequest, message: str, cure: str
) -> None:
    layout = Layout(1, 1)
    model = WhisperModel(starter_whisper, "cpu", "auto", layout)
    recognizer = WhisperRecognizer(model, "tiny.en", (layout, layout))
    model.choice = Choice("cuda", "float16")
    model.handle = Failing(model.handle, message)

    heard = recognizer.decode(sentence)

    assert words(heard)[-3:] == ["to", "the", "subject"]
    assert recognizer.info.device == "cpu"
    assert message in recognizer.info.fallback_reason
    assert cure in recognizer.info.fallback_reason
    recognizer.close()


def test_tuning_times_each_number_of_threads(starter_whisper: Path) -> None:
    tuning = tune(starter_whisper, cores=2)

    assert [timing.threads for timing in tuning.timings] == [1, 2]
    assert all(timing.encode_ms > 0 and timing.decode_ms > 0 for timing in tuning.timings)
    assert tuning.threads in (1, 2)


def test_language_is_detected_among_those_allowed(whisper_base_folder: Path, speech_clips: SpeechClips) -> None:
    recognizer = open_whisper(whisper_base_folder, "base", Stt(device="cpu"))
    german = pcm_of(speech_clips["cheetah_test_de"].path)

    detected = [
        recognizer.decode(DecodeRequest(german, DecodeOptions(languages=allowed))).language
        for allowed in ((), ("en", "de"), ("fr", "es"), ("it",))
    ]

    assert detected[:2] == ["de", "de"]
    assert detected[2] in ("fr", "es")
    assert detected[3] == "it"
    recognizer.close()


@pytest.mark.parametrize(("known_speech_s", "timed"), [(2.0, True), (5.0, False)])
def test_few_words_for_what_is_new_have_their_times_unasked(
    recognizer: WhisperRecognizer, sentence: DecodeRequest, known_speech_s: float, timed: bool
) -> None:
    text = recognizer.decode(sentence).text
    later = replace(sentence, known=text, speech_s=5.0, known_speech_s=known_speech_s)
    assert bool(recognizer.decode(later).words) is timed
