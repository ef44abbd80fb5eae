"""Who gets the dictated text, by the client and the time that a request carries."""

import pytest

from voiceflow.engines.inserter import x11_loan
from voiceflow.engines.inserter.x11_loan import Loan, Request

TARGET, MANAGER = 0x400000, 0x800000
SENT = 1000


def asks(client: int, time: int) -> Request:
    return Request(client, selection=1, target=31, time=time)


@pytest.fixture
def loan() -> Loan:
    """Its keys went out, nobody has read it, and its time is over."""
    loan = Loan({}, TARGET)
    loan.sending()
    loan.sent(SENT)
    loan.close()
    return loan


def test_everybody_gets_it_while_it_is_open() -> None:
    assert Loan({}, TARGET).answers(asks(MANAGER, 0))


@pytest.mark.parametrize(
    ("client", "time", "owed"),
    [
        (TARGET, SENT - 5, True),
        (TARGET, SENT, True),
        (TARGET, SENT + 1, False),
        (TARGET, 0, False),
        (MANAGER, SENT, False),
        (TARGET, SENT + 0xFFFFFF00 & 0xFFFFFFFF, True),  # the server's clock wrapped around meanwhile
    ],
)
def test_the_time_of_the_key_press_names_its_text(loan: Loan, client: int, time: int, owed: bool) -> None:
    assert loan.owed_to(asks(client, time)) is owed


def test_a_late_reader_that_says_no_time_gets_it_once(loan: Loan, monkeypatch: pytest.MonkeyPatch) -> None:
    assert loan.answers(asks(TARGET, 0))
    assert not loan.answers(asks(MANAGER, 0))
    loan.given(asks(TARGET, 0), text=True)
    monkeypatch.setattr(x11_loan, "SETTLE_S", 0.0)
    assert not loan.answers(asks(TARGET, 0))


def test_only_text_asked_for_after_the_keys_is_a_receipt() -> None:
    loan = Loan({}, TARGET)
    loan.given(asks(TARGET, 0), text=True)
    loan.sending()
    loan.given(asks(TARGET, 0), text=False)
    loan.given(asks(MANAGER, 0), text=True)
    assert not loan.wait_read(0.0)
    loan.given(asks(TARGET, 0), text=True)
    assert loan.wait_read(0.0)


def test_without_a_known_target_any_reading_counts() -> None:
    loan = Loan({}, None)
    loan.sending()
    loan.given(asks(MANAGER, 0), text=True)
    assert loan.wait_read(0.0)


def test_a_text_whose_keys_never_went_out_is_nobodys() -> None:
    loan = Loan({}, TARGET)
    loan.close()
    assert loan.over
    assert not loan.answers(asks(TARGET, 0))
