"""Words as Whisper's numbers, and the prompt that a decode starts from."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from voiceflow.engines.stt.contract import DecodeOptions

PROMPT_BUDGET = 223
"""Half of the decoder's 448 positions, less the token that opens the prompt (openai/whisper, decoding.py)."""

_ENGLISH_START = 50_257
"""The id of <|startoftranscript|> where the vocabulary is GPT-2's, so English only; all others have one more token."""

TIMESTAMPS = 1_501
"""From 0 to 30 s in steps of 20 ms."""

HELD_BACK = 10
LEAST_PREFIX = 4

_PUNCTUATION = ".,!?;:…-–—\"'。，！？、"


class Tokens:
    """The model's tokenizer, with the special tokens of its family. `multilingual` models name language and task."""

    def __init__(self, file: Path) -> None:
        import tokenizers

        self._tokenizer = tokenizers.Tokenizer.from_file(str(file))
        self.start = self._special("startoftranscript")
        self.multilingual = self.start > _ENGLISH_START
        self.end = self._special("endoftext")
        self.previous = self._special("startofprev")
        self.no_timestamps = self._special("notimestamps")
        self.timestamps = range(self.no_timestamps + 1, self.no_timestamps + 1 + TIMESTAMPS)

    def _special(self, name: str) -> int:
        token = self._tokenizer.token_to_id(f"<|{name}|>")
        if token is None:
            raise ValueError(f"tokenizer.json has no <|{name}|>")
        return int(token)

    @cached_property
    def languages(self) -> dict[str, int]:
        """Codes and their tokens, which stand between the start token and the first task."""
        if not self.multilingual:
            return {"en": self._special("en")}
        first_task = self._special("translate")
        return {str(self._tokenizer.id_to_token(i))[2:-2]: i for i in range(self.start + 1, first_task)}

    def encode(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def decode(self, tokens: Sequence[int]) -> str:
        """Special tokens and timestamps are left out."""
        return str(self._tokenizer.decode([token for token in tokens if token < self.end]))

    def start_sequence(self, language: str, task: str) -> list[int]:
        if not self.multilingual:
            return [self.start]
        return [self.start, self.languages[language], self._special(task)]


def context_tokens(tokens: Tokens, options: DecodeOptions) -> list[int]:
    """What came before, as Whisper takes it: hotwords keep their head, the prompt its tail, whole within the budget."""
    prompt = _prompt(tokens, options)
    hotwords = _hotwords(tokens, options.hotwords[: hotwords_that_fit(tokens, options)])
    room = PROMPT_BUDGET - len(hotwords)
    body = hotwords + prompt[max(0, len(prompt) - room) :]
    return [tokens.previous, *body] if body else []


def hotwords_that_fit(tokens: Tokens, options: DecodeOptions) -> int:
    """So many, whole and from the first on, beside a prompt that may take no more than half."""
    budget = max(PROMPT_BUDGET // 2, PROMPT_BUDGET - len(_prompt(tokens, options)))
    for count in range(1, len(options.hotwords) + 1):
        if len(_hotwords(tokens, options.hotwords[:count])) > budget:
            return count - 1
    return len(options.hotwords)


def _prompt(tokens: Tokens, options: DecodeOptions) -> list[int]:
    return tokens.encode(" " + options.prompt.strip()) if options.prompt.strip() else []


def _hotwords(tokens: Tokens, hotwords: Sequence[str]) -> list[int]:
    return tokens.encode(" " + ", ".join(hotwords) + ".") if hotwords else []


def forced_prefix(tokens: Tokens, text: str, may_end: Callable[[int], bool]) -> list[int]:
    """The words so far less the last tokens, which may still change, and less punctuation then last: after a full stop
    the model believes that all is said and begins again. A prefix of few tokens misleads more than it saves."""
    encoded = tokens.encode(" " + text.strip()) if text.strip() else []
    kept = encoded[: max(0, len(encoded) - HELD_BACK)]
    while kept and not (may_end(kept[-1]) and tokens.decode(kept[-1:]).strip(_PUNCTUATION + " ")):
        kept.pop()
    return kept if len(kept) >= LEAST_PREFIX else []
