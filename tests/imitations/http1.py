"""HTTP/1.1, with h11: one request after another on a connection."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import h11

from tests.imitations.faults import Fault
from tests.imitations.server import Asked, Imitation, Reply


async def serve(
    imitation: Imitation, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, connection: int
) -> None:
    wire = h11.Connection(h11.SERVER)
    events = _events(wire, reader)
    while True:
        asked = await _request(events, connection)
        if asked is None:
            return
        fault = imitation.next_fault()
        await _answer(imitation.reply(asked, fault), fault, wire, writer)
        if wire.our_state is not h11.DONE or wire.their_state is not h11.DONE:
            return
        wire.start_next_cycle()


async def _events(wire: h11.Connection, reader: asyncio.StreamReader) -> AsyncIterator[Any]:
    while True:
        event = wire.next_event()
        if event is h11.NEED_DATA:
            wire.receive_data(await reader.read(65_536))
        elif isinstance(event, h11.ConnectionClosed):
            return
        else:
            yield event


async def _request(events: AsyncIterator[Any], connection: int) -> Asked | None:
    head, body = None, b""
    async for event in events:
        if isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            body += bytes(event.data)
        elif isinstance(event, h11.EndOfMessage):
            assert head is not None
            headers = {name.decode(): value.decode() for name, value in head.headers}
            return Asked(head.method.decode(), head.target.decode(), headers, body, "1.1", connection)
    return None


async def _answer(reply: Reply, fault: Fault, wire: h11.Connection, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(fault.before_s)
    if fault.cut_at == 0:
        raise ConnectionAbortedError
    headers = [("content-type", reply.content_type), ("transfer-encoding", "chunked"), *reply.headers.items()]
    writer.write(wire.send(h11.Response(status_code=reply.status, headers=headers)) or b"")
    left = fault.cut_at
    for number, piece in enumerate(reply.pieces):
        await asyncio.sleep(fault.between_s if number else 0)
        part = piece if left is None else piece[:left]
        writer.write(wire.send(h11.Data(part)) or b"")
        await writer.drain()
        if left is not None and (left := left - len(part)) <= 0:
            raise ConnectionAbortedError
    await asyncio.sleep(fault.between_s)
    writer.write(wire.send(h11.EndOfMessage()) or b"")
    await writer.drain()
