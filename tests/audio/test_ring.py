from voiceflow.audio.frames import Block
from voiceflow.audio.ring import Ring


def block(number: int, frames: int = 160) -> Block:
    return Block(bytes(4 * frames), 1, 16000, float(number))


def test_it_holds_the_last_moments() -> None:
    ring = Ring(0.05)
    for number in range(20):
        ring.put(block(number))
    assert [kept.time_s for kept in ring.take()] == [15, 16, 17, 18, 19]


def test_what_was_taken_is_gone() -> None:
    ring = Ring(0.05)
    ring.put(block(1))
    ring.take()
    assert ring.take() == []


def test_a_block_longer_than_the_ring_is_kept_whole() -> None:
    ring = Ring(0.05)
    ring.put(block(1))
    ring.put(block(2, 1600))
    assert [kept.time_s for kept in ring.take()] == [2]


def test_a_ring_of_no_length_keeps_nothing() -> None:
    ring = Ring(0.0)
    ring.put(block(1))
    assert ring.take() == []
