"""Answers programs that ask for what a selection of ours holds (ICCCM 2.2 and 2.6)."""

import struct
from collections.abc import Callable
from typing import Any

from Xlib import X

from voiceflow.engines.inserter.x11_connection import Connection
from voiceflow.engines.inserter.x11_content import TEXT_TARGETS, Content, Format
from voiceflow.engines.inserter.x11_loan import Loan, Request
from voiceflow.engines.inserter.x11_transfer import Transfers, atoms, integer

Holding = Callable[[Request], tuple[Content, int, Loan | None]]
"""What this program gets, since when the selection is ours (server time), and whether it comes from a loan."""


class Answers:
    """On the owner's thread."""

    def __init__(self, link: Connection, holding: Holding) -> None:
        self._link, self._holding = link, holding
        self._text_targets = {link.atom(name) for name in TEXT_TARGETS}
        self.transfers = Transfers(link)

    def give(self, event: Any) -> None:
        """`event` is the X server's SelectionRequest."""
        request = Request(self._link.client(event.requestor.id), event.selection, event.target, event.time)
        name = event.property or event.target
        if event.target == self._link.atom("MULTIPLE"):
            given = self._give_many(event, request)
        else:
            given = self._give_one(event.requestor, name, request)
        self.transfers.answer(event, name if given else X.NONE)

    def _give_many(self, event: Any, request: Request) -> bool:
        """ICCCM 2.6.2: the property lists pairs of target and property; those refused are zeroed in it."""
        listed = event.requestor.get_full_property(event.property, X.AnyPropertyType) if event.property else None
        if listed is None or listed.format != 32:
            return False
        items = list(listed.value)
        for i in range(0, len(items) - 1, 2):
            one = Request(request.client, request.selection, items[i], request.time)
            if not self._give_one(event.requestor, items[i + 1], one):
                items[i + 1] = X.NONE
        data = struct.pack(f"={len(items)}I", *items)
        event.requestor.change_property(event.property, listed.property_type, 32, data)
        return True

    def _give_one(self, window: Any, name: int, request: Request) -> bool:
        content, since, loan = self._holding(request)
        data = self._data(content, since, request.target)
        if data is None:
            return False
        self.transfers.put(window, name, data)
        if loan:
            loan.given(request, request.target in self._text_targets)
        return True

    def _data(self, content: Content, since: int, target: int) -> Format | None:
        targets, stamp = self._link.atom("TARGETS"), self._link.atom("TIMESTAMP")
        if target == targets:
            return atoms(targets, stamp, self._link.atom("MULTIPLE"), *content)
        return integer(since) if target == stamp else content.get(target)
