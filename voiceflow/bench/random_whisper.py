"""Whisper models with random weights in the exact shapes of real ones: they measure time and memory, never words, for
the cost of a decode does not depend on the values. Their text tokens are words: text and tokens match one to one."""

import json
from pathlib import Path
from typing import Any

import numpy as np

SHAPES = {"tiny": (4, 6, 384), "base": (6, 8, 512), "small": (12, 12, 768), "medium": (24, 16, 1024)}
"""Layers of encoder and decoder, heads, width."""

MELS = 80
TEXT_TOKENS = 50_257
_SECONDS_OF_TIMESTAMPS = 30
_DECODER_POSITIONS = 448
_ENCODER_POSITIONS = 1_500


def random_whisper(size: str, folder: Path) -> Path:
    """The folder of an int8 model of that size, made in `folder` unless it is there; up to 20 s for `small`."""
    target = folder / f"random-{size}"
    if (target / "preprocessor_config.json").is_file():
        return target
    import ctranslate2

    layers, heads, width = SHAPES[size]
    tokens = _tokens()
    spec = ctranslate2.specs.WhisperSpec(layers, heads, layers, heads)
    _fill(spec, width, len(tokens))
    spec.register_vocabulary(tokens)
    spec.config.lang_ids = [i for i, token in enumerate(tokens) if token[2:-2] in _languages()]
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.alignment_heads = [(layer, head) for layer in range(layers // 2, layers) for head in range(2)]
    spec.validate()
    spec.optimize(quantization="int8")
    target.mkdir(parents=True, exist_ok=True)
    spec.save(str(target))
    (target / "tokenizer.json").write_text(json.dumps(_tokenizer(tokens)))
    (target / "preprocessor_config.json").write_text(json.dumps({"feature_size": MELS}))
    return target


def _languages() -> list[str]:
    from faster_whisper.tokenizer import _LANGUAGE_CODES

    return [code for code in _LANGUAGE_CODES if code != "yue"]


def _special_tokens() -> list[str]:
    names = ["endoftext", "startoftranscript", *_languages()]
    names += ["translate", "transcribe", "startoflm", "startofprev", "nospeech", "notimestamps"]
    names += [f"{at * 0.02:.2f}" for at in range(_SECONDS_OF_TIMESTAMPS * 50 + 1)]
    return [f"<|{name}|>" for name in names]


def _tokens() -> list[str]:
    """The last text token is empty, as Whisper's: by that CTranslate2 tells a multilingual model."""
    return [*(f"w{number}" for number in range(TEXT_TOKENS - 1)), "", *_special_tokens()]


def _tokenizer(tokens: list[str]) -> dict[str, Any]:
    """One word, one token, with spaces between."""
    import tokenizers

    words = {token: number for number, token in enumerate(tokens[:TEXT_TOKENS])}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token="w0"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
    tokenizer.add_special_tokens(tokens[TEXT_TOKENS:])
    made: dict[str, Any] = json.loads(tokenizer.to_str())
    return made


def _fill(spec: Any, width: int, vocabulary: int) -> None:
    encoder, decoder = spec.encoder, spec.decoder
    draw = np.random.default_rng(0)

    def normal(*shape: int) -> np.ndarray:
        return (draw.standard_normal(shape, dtype=np.float32) * 0.02).astype(np.float32)

    def linear(layer: Any, out: int, into: int) -> None:
        layer.weight, layer.bias = normal(out, into), normal(out)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    def attention(layer: Any, *outs: int) -> None:
        norm(layer.layer_norm)
        for part, out in zip(layer.linear, outs, strict=True):
            linear(part, out, width)

    def feed_forward(layer: Any) -> None:
        norm(layer.layer_norm)
        linear(layer.linear_0, 4 * width, width)
        linear(layer.linear_1, width, 4 * width)

    encoder.conv1.weight, encoder.conv1.bias = normal(width, MELS, 3), normal(width)
    encoder.conv2.weight, encoder.conv2.bias = normal(width, width, 3), normal(width)
    encoder.position_encodings.encodings = normal(_ENCODER_POSITIONS, width)
    decoder.position_encodings.encodings = normal(_DECODER_POSITIONS, width)
    decoder.embeddings.weight = normal(vocabulary, width)
    decoder.projection.weight = decoder.embeddings.weight
    norm(encoder.layer_norm)
    norm(decoder.layer_norm)
    for layer in (*encoder.layer, *decoder.layer):
        attention(layer.self_attention, 3 * width, width)
        feed_forward(layer.ffn)
    for layer in decoder.layer:
        attention(layer.attention, width, 2 * width, width)
