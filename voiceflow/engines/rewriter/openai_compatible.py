"""Any server with OpenAI's chat protocol: Ollama, llama.cpp, LM Studio, vLLM, or one in the cloud. Fields as in
OpenAI's API reference, "Create chat completion", with structured outputs."""

import hashlib
import json
import re
import time
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from voiceflow.cloud import answers, failures
from voiceflow.cloud.cloud import Cloud, Upload
from voiceflow.cloud.services import TEXT, use_of
from voiceflow.engines.rewriter import guards
from voiceflow.engines.rewriter.contract import Rewriter, RewriteRequest, Rewritten, deadline_s
from voiceflow.engines.rewriter.styles import CHANGE, CLEAN, STYLES
from voiceflow.errors import EngineError, VoiceFlowError

if TYPE_CHECKING:
    from cachetools import TTLCache

_SERVICE = "cleanup"
_ENTRIES = 1000
_LIFE_S = 3600.0
"""Issue 7 point 6."""
_MOST_BYTES = 1_000_000
_SCHEMA = {
    "type": "object",
    "properties": {"text": {"type": "string"}},
    "required": ["text"],
    "additionalProperties": False,
}
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")


class OpenAiCompatibleRewriter(Rewriter):
    def __init__(self, cloud: Cloud, clock: Callable[[], float] = time.monotonic) -> None:
        self._cloud, self._clock = cloud, clock
        self._lock = Lock()
        self._kept: TTLCache[bytes, str] | None = None

    def unavailable(self) -> VoiceFlowError | None:
        if problem := self._cloud.problem(_SERVICE, TEXT):
            return problem
        if not self._cloud.settings.cleanup.language_model:
            cure = "Name one that the server has: voiceflow config set cleanup.language_model ..."
            return EngineError("rewriter.no_model", "Clean-up has no language model", cure)
        return None

    def rewrite(self, request: RewriteRequest) -> Rewritten:
        begin_s = time.perf_counter()
        model = self._cloud.settings.cleanup.language_model
        plain = request.text.strip()
        if not plain or (request.style == "as_is" and not request.instruction):
            return Rewritten(request.text, "openai_compatible", model)
        if problem := self.unavailable():
            raise problem
        key = self._key(request, plain)
        known = self._remembered(key)
        text = known if known is not None else self._asked(request, plain, model)
        self._remember(key, text)
        elapsed_ms = (time.perf_counter() - begin_s) * 1000
        around = request.text.replace(plain, text, 1)
        return Rewritten(around, "openai_compatible", model, known is not None, elapsed_ms)

    def close(self) -> None:
        """Forgets all texts."""
        with self._lock:
            self._kept = None

    def _asked(self, request: RewriteRequest, plain: str, model: str) -> str:
        prompt = CHANGE if request.instruction else CLEAN.format(wish=STYLES[request.style].wish)
        limit_s = deadline_s(plain) if request.deadline_s is None else request.deadline_s
        body = json.dumps(_body(request, plain, model, prompt)).encode()
        upload = Upload("chat/completions", body, "application/json", limit_s, idle_s=limit_s, most_bytes=_MOST_BYTES)
        host = use_of(_SERVICE, TEXT).address(self._cloud.settings).host
        transfer = self._cloud.send(_SERVICE, TEXT, upload)
        request.wanted.add_done_callback(lambda _: transfer.stop())
        after = _content(host, transfer.whole())
        if request.instruction:
            reason = guards.objection_to_change(plain, after, prompt)
        else:
            reason = guards.objection(plain, after, STYLES[request.style], prompt)
        if reason:
            cure = "Your own words are used; if it happens often, choose another language model."
            raise EngineError("rewriter.refused", f"What the language model wrote {reason}, and was refused", cure)
        return after

    def _key(self, request: RewriteRequest, plain: str) -> bytes:
        wishes = self._cloud.settings.cleanup
        circumstances = (wishes.url, wishes.language_model, request.style, request.instruction, request.language)
        return hashlib.sha256(repr((*circumstances, plain)).encode()).digest()

    def _remembered(self, key: bytes) -> str | None:
        with self._lock:
            return self._kept.get(key) if self._kept is not None else None

    def _remember(self, key: bytes, text: str) -> None:
        from cachetools import TTLCache

        with self._lock:
            if self._kept is None:
                self._kept = TTLCache(_ENTRIES, _LIFE_S, self._clock)
            if key not in self._kept:  # its hour counts from when it was made
                self._kept[key] = text


def _body(request: RewriteRequest, plain: str, model: str, prompt: str) -> dict[str, object]:
    data = {"instruction": request.instruction, "text": plain} if request.instruction else {"transcript": plain}
    if request.language and not request.instruction:
        data["language"] = request.language
    messages = [
        {"role": "system", "content": prompt},
        {"role": "user", "content": json.dumps(data, ensure_ascii=False)},
    ]
    form = {"type": "json_schema", "json_schema": {"name": "edited_text", "strict": True, "schema": _SCHEMA}}
    return {"model": model, "messages": messages, "temperature": 0, "stream": False, "response_format": form}


def _content(host: str, body: bytes) -> str:
    """The text in the first choice. Models that think aloud, or wrap JSON in Markdown, do so in spite of the schema."""
    choices = answers.objects(host, answers.json_object(host, body), "choices")
    if not choices:
        raise failures.malformed(host, "no choice")
    if choices[0].get("finish_reason") == "length":
        raise failures.malformed(host, "a text that ends in the middle")
    message = answers.field(host, choices[0], "message", dict)
    content = _THOUGHTS.sub("", answers.field(host, message, "content", str), 1)
    fenced = _FENCE.match(content)
    told = answers.json_object(host, (fenced[1] if fenced else content).encode("utf-8", "replace"))
    return _INVISIBLE.sub("", answers.field(host, told, "text", str)).strip()
