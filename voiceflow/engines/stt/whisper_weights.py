"""A Whisper model's files, changed in memory so that CTranslate2 takes a forced prefix in one pass.

CTranslate2 reads the prompt in one pass as far as ids lie between those of <|startoftranscript|> and <|notimestamps|>
(src/models/whisper.cc, get_prompt_length); the rest is forced one decoder step a token, which costs as much as
decoding it. Two changes of the vocabulary bring the prefix inside, and change no number that the model computes:
- <|startoftranscript|> changes places with token 0, so that every text token lies between the two;
- the rows of the timestamps, which are not used here, become copies of the commonest text tokens: one of them ends the
  prefix, outside the range, for that step must be forced (otherwise timestamps would be decoded)."""

import io
import json
import struct
from pathlib import Path

from voiceflow.engines.stt.whisper_tokens import Tokens

FIRST_COMMON = 256
"""After the single bytes come the merges of byte pair encoding, the most frequent first."""

MAX_BYTES = 700 << 20
"""The changed copy stands in memory while the model loads; models above this belong on a GPU, where steps are cheap."""

_EMBEDDINGS = "decoder/embeddings/weight"
_VOCABULARIES = ("vocabulary.json", "vocabulary.txt")


def prefixable_files(folder: Path, tokens: Tokens) -> dict[str, io.BytesIO] | None:
    """For `whisper_memory.as_folder`; None when the model is too big or laid out in another way."""
    model = folder / "model.bin"
    vocabulary = next((name for name in _VOCABULARIES if (folder / name).is_file()), None)
    if vocabulary is None or model.stat().st_size > MAX_BYTES:
        return None
    content = io.BytesIO(model.read_bytes())
    try:
        rows = _row_tables(content)
    except (struct.error, UnicodeDecodeError):  # damaged: CTranslate2 tells how
        return None
    if not rows:
        return None
    with content.getbuffer() as data:
        for begin, row_bytes, count in rows:
            _change_rows(data[begin : begin + row_bytes * count], row_bytes, tokens)
    return {
        "model.bin": content,
        "config.json": io.BytesIO(_changed_config(folder / "config.json", tokens)),
        vocabulary: io.BytesIO(_changed_vocabulary(folder / vocabulary, tokens.start)),
    }


def _change_rows(table: memoryview, row_bytes: int, tokens: Tokens) -> None:
    def row(at: int) -> slice:
        return slice(at * row_bytes, (at + 1) * row_bytes)

    zero, start = bytes(table[row(0)]), bytes(table[row(tokens.start)])
    table[row(0)], table[row(tokens.start)] = start, zero
    copies = tokens.timestamps
    common = bytes(table[FIRST_COMMON * row_bytes : (FIRST_COMMON + len(copies)) * row_bytes])
    table[copies.start * row_bytes : copies.stop * row_bytes] = common


def _changed_vocabulary(file: Path, start: int) -> bytes:
    is_json = file.suffix == ".json"
    text = file.read_text(encoding="utf-8")
    words: list[str] = json.loads(text) if is_json else text.removesuffix("\n").split("\n")
    words[0], words[start] = words[start], words[0]
    return (json.dumps(words) if is_json else "\n".join(words) + "\n").encode()


def _changed_config(file: Path, tokens: Tokens) -> bytes:
    """The copies are never decoded."""
    config = json.loads(file.read_text(encoding="utf-8"))
    suppressed = [0 if token == tokens.start else token for token in config.get("suppress_ids", ())]
    config["suppress_ids"] = [*suppressed, *tokens.timestamps]
    return json.dumps(config).encode()


def _row_tables(content: io.BytesIO) -> list[tuple[int, int, int]]:
    """Begin, bytes a row and rows of the decoder's embeddings and of their scales. Empty when the output layer is not
    the same table, or the file is of another version. Format: python/ctranslate2/specs/model_spec.py, `_serialize`."""

    def read(code: str) -> int:
        packed = struct.Struct("<" + code)
        value: int = packed.unpack(content.read(packed.size))[0]
        return value

    def read_text() -> str:
        return content.read(read("H")).rstrip(b"\0").decode()

    if read("I") != 6 or read_text() != "WhisperSpec":
        return []
    read("I")
    tables = []
    for _ in range(read("I")):
        name = read_text()
        shape = [read("I") for _ in range(read("B"))]
        read("B")
        size = read("I")
        if name in (_EMBEDDINGS, f"{_EMBEDDINGS}_scale"):
            tables.append((content.tell(), size // shape[0], shape[0]))
        content.seek(size, io.SEEK_CUR)
    aliases = {read_text(): read_text() for _ in range(read("I"))}
    content.seek(0)
    return tables if aliases.get("decoder/projection/weight") == _EMBEDDINGS else []
