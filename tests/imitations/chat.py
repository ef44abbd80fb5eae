"""A chat server with structured outputs, as Ollama, llama.cpp and LM Studio have it: `/v1/chat/completions`."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.imitations.server import Asked, Reply, json_reply


def tidied(data: dict[str, str]) -> str:
    """What a good model would do: without `um`, with a capital and a full stop."""
    if "instruction" in data:
        return data["text"].upper()
    words = [word for word in data["transcript"].split() if word != "um"]
    text = " ".join(words)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")


@dataclass
class Chat:
    """`writes`: the field `text` of its answer, from the data it was sent; `says` instead: its whole message."""

    writes: Callable[[dict[str, str]], str] = tidied
    says: str | None = None
    finish_reason: str = "stop"
    models: tuple[str, ...] = ("llama",)
    seen: list[dict[str, Any]] = field(default_factory=list)

    def answer(self, asked: Asked) -> Reply:
        if asked.path != "/v1/chat/completions" or asked.method != "POST":
            return self.error(404)
        told = json.loads(asked.body)
        self.seen.append(told)
        if told.get("model") not in self.models or told.get("stream"):
            return self.error(400)
        schema = told["response_format"]["json_schema"]["schema"]
        if schema["required"] != ["text"] or schema["properties"]["text"] != {"type": "string"}:
            return self.error(400)
        system, user = told["messages"]
        if (system["role"], user["role"]) != ("system", "user"):
            return self.error(400)
        said = self.says if self.says is not None else json.dumps({"text": self.writes(json.loads(user["content"]))})
        choice = {"index": 0, "message": {"role": "assistant", "content": said}, "finish_reason": self.finish_reason}
        usage = {"prompt_tokens": 10, "completion_tokens": 10, "total_tokens": 20}
        return json_reply({"id": "1", "object": "chat.completion", "created": 1, "choices": [choice], "usage": usage})

    def error(self, status: int) -> Reply:
        return json_reply({"error": {"message": "no", "type": "api_error", "param": None, "code": None}}, status)
