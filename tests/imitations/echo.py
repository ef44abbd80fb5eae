"""The least of services: says what it was sent."""

from tests.imitations.server import Asked, Reply, json_reply


class Echo:
    def answer(self, asked: Asked) -> Reply:
        return json_reply({"bytes": len(asked.body), "http": asked.http})

    def error(self, status: int) -> Reply:
        return json_reply(
            {"error": {"code": "some_reason", "message": "you sent: 'secret words' with key sk-1"}}, status
        )
