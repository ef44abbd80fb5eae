"""HTTP/2 (RFC 9113), with h2: requests side by side on one connection."""

import asyncio
from collections.abc import Callable

import h2.config
import h2.connection
import h2.events

from tests.imitations.faults import Fault
from tests.imitations.server import Asked, Imitation, Reply


async def serve(
    imitation: Imitation, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, connection: int
) -> None:
    session = _Session(imitation, writer, connection)
    try:
        while data := await reader.read(65_536):
            session.receive(data)
            await writer.drain()
    finally:
        session.end()


class _Session:
    def __init__(self, imitation: Imitation, writer: asyncio.StreamWriter, connection: int) -> None:
        self._imitation, self._writer, self._number = imitation, writer, connection
        settings = h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
        self._wire = h2.connection.H2Connection(settings)
        self._heads: dict[int, dict[str, str]] = {}
        self._bodies: dict[int, bytes] = {}
        self._work: dict[int, asyncio.Task[None]] = {}
        self._room = asyncio.Event()
        self._wire.initiate_connection()
        self.flush()

    def flush(self) -> None:
        self._writer.write(self._wire.data_to_send())

    def end(self) -> None:
        for task in self._work.values():
            task.cancel()

    def receive(self, data: bytes) -> None:
        for event in self._wire.receive_data(data):
            act = _ACTIONS.get(type(event))
            if act:
                act(self, event)
        self.flush()

    def begun(self, event: h2.events.RequestReceived) -> None:
        self._heads[event.stream_id] = {str(name): str(value) for name, value in event.headers}
        self._bodies[event.stream_id] = b""

    def data(self, event: h2.events.DataReceived) -> None:
        self._bodies[event.stream_id] += event.data
        self._wire.acknowledge_received_data(event.flow_controlled_length, event.stream_id)

    def whole(self, event: h2.events.StreamEnded) -> None:
        stream = event.stream_id
        head = self._heads.pop(stream)
        headers = {name: value for name, value in head.items() if not name.startswith(":")}
        asked = Asked(head[":method"], head[":path"], headers, self._bodies.pop(stream), "2", self._number)
        fault = self._imitation.next_fault()
        reply = self._imitation.reply(asked, fault)
        self._work[stream] = asyncio.create_task(self._answer(stream, reply, fault))

    def reset(self, event: h2.events.StreamReset) -> None:
        task = self._work.pop(event.stream_id, None)
        if task:
            task.cancel()

    def widened(self, _: object) -> None:
        self._room.set()

    async def _answer(self, stream: int, reply: Reply, fault: Fault) -> None:
        await asyncio.sleep(fault.before_s)
        if fault.cut_at == 0:
            return self._writer.transport.abort()
        headers = [(":status", str(reply.status)), ("content-type", reply.content_type), *reply.headers.items()]
        self._wire.send_headers(stream, headers)
        self.flush()
        left = fault.cut_at
        for number, piece in enumerate(reply.pieces):
            await asyncio.sleep(fault.between_s if number else 0)
            await self._send(stream, piece if left is None else piece[:left])
            if left is not None and (left := left - len(piece)) <= 0:
                return self._writer.transport.abort()
        await asyncio.sleep(fault.between_s)
        self._wire.end_stream(stream)
        self.flush()
        return None

    async def _send(self, stream: int, piece: bytes) -> None:
        done = 0
        while done < len(piece):
            if self._writer.is_closing():
                raise ConnectionResetError
            room = min(self._wire.local_flow_control_window(stream), self._wire.max_outbound_frame_size)
            if room <= 0:
                self._room.clear()
                await self._room.wait()
                continue
            part = piece[done : done + room]
            self._wire.send_data(stream, part)
            self.flush()
            await self._writer.drain()
            done += len(part)


_ACTIONS: dict[type, Callable[[_Session, object], None]] = {
    h2.events.RequestReceived: _Session.begun,
    h2.events.DataReceived: _Session.data,
    h2.events.StreamEnded: _Session.whole,
    h2.events.StreamReset: _Session.reset,
    h2.events.WindowUpdated: _Session.widened,
    h2.events.RemoteSettingsChanged: _Session.widened,
}
