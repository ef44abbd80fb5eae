import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voiceflow.history.sound import PACKED, RAW, pack, unpack

samples = st.lists(st.integers(-32768, 32767), min_size=1, max_size=2000)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(samples)
def test_packing_loses_nothing(values: list[int]) -> None:
    pcm = b"".join(value.to_bytes(2, "little", signed=True) for value in values)
    assert unpack(PACKED, pack(pcm)) == pcm


def test_extremes_survive() -> None:
    pcm = b"\x00\x80\xff\x7f" * 1000
    assert unpack(PACKED, pack(pcm)) == pcm


def test_raw_sound_is_taken_as_it_is() -> None:
    assert unpack(RAW, b"\x01\x02") == b"\x01\x02"


def test_an_unknown_codec_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="opus"):
        unpack("opus", b"")
