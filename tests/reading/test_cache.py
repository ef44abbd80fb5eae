"""Sound that was made before: in memory, in the encrypted store, under a key that tells nothing."""

import time
from pathlib import Path

import numpy as np
import pytest

from voiceflow.engines.tts.contract import Speaking, SpeechBlock
from voiceflow.errors import HistoryError
from voiceflow.history.store import History
from voiceflow.paths import Paths
from voiceflow.reading.cache import SpeechCache, key_of
from voiceflow.settings import History as HistorySettings

WHO = Speaking("espeak", "gmw/en-US")
RATE_HZ = 22_050


def tone(seconds: float = 1.0) -> SpeechBlock:
    return SpeechBlock((0.3 * np.sin(np.arange(int(seconds * RATE_HZ)) * 0.1)).astype(np.float32), RATE_HZ)


class Shelf:
    """A store in memory."""

    def __init__(self, error: HistoryError | None = None) -> None:
        self.kept: dict[bytes, bytes] = {}
        self.error = error

    def find(self, key: bytes) -> bytes | None:
        if self.error:
            raise self.error
        return self.kept.get(key)

    def keep(self, key: bytes, data: bytes) -> None:
        self.kept[key] = data


def test_what_was_kept_is_found_as_it_was() -> None:
    cache = SpeechCache()
    cache.keep(WHO, "Hello.", tone())
    found = list(cache.find(WHO, "Hello.") or ())
    assert found[0].rate_hz == RATE_HZ
    assert np.abs(found[0].pcm - tone().pcm).max() < 1e-4
    assert cache.find(WHO, "Good bye.") is None
    assert (cache.hits.memory, cache.hits.missed, cache.hits.rate) == (1, 1, 0.5)


@pytest.mark.parametrize(
    ("who", "text", "same"),
    [
        (WHO, "Hello  there.\n", True),
        (WHO, "Hello there.", True),
        (WHO, "hello there.", False),
        (Speaking("espeak", "gmw/de"), "Hello there.", False),
        (Speaking("piper", "gmw/en-US"), "Hello there.", False),
        (Speaking("espeak", "gmw/en-US", "length=2"), "Hello there.", False),
    ],
)
def test_the_key_is_of_text_engine_voice_and_options(who: Speaking, text: str, same: bool) -> None:
    assert (key_of(who, text) == key_of(WHO, "Hello there.")) is same
    assert len(key_of(who, text)) == 32


def test_composed_and_decomposed_letters_are_the_same_text() -> None:
    assert key_of(WHO, "für") == key_of(WHO, "fu\u0308r")


def test_the_least_recently_used_goes_first() -> None:
    cache = SpeechCache(memory_bytes=len(tone().pcm) * 2 * 5)
    for name in "abcde":
        cache.keep(WHO, name, tone())
    cache.find(WHO, "a")
    cache.keep(WHO, "f", tone())
    assert cache.find(WHO, "a") is not None
    assert cache.find(WHO, "b") is None


def test_a_sound_that_would_fill_the_memory_is_not_kept_there() -> None:
    cache = SpeechCache(memory_bytes=1000)
    cache.keep(WHO, "long", tone())
    assert cache.find(WHO, "long") is None


def test_the_store_remembers_what_memory_forgot() -> None:
    shelf = Shelf()
    SpeechCache(lambda: shelf).keep(WHO, "Hello.", tone())
    cache = SpeechCache(lambda: shelf)
    blocks = list(cache.find(WHO, "Hello.") or ())
    sound_s = sum(len(block.pcm) / block.rate_hz for block in blocks)
    assert sound_s == pytest.approx(1.0, abs=0.01)
    assert len(blocks) > 1
    assert cache.hits.store == 1
    assert cache.find(WHO, "Hello.") is not None
    assert cache.hits.memory == 1


def test_what_shall_leave_no_trace_is_in_memory_only() -> None:
    shelf = Shelf()
    cache = SpeechCache(lambda: shelf)
    cache.keep(WHO, "A secret.", tone(), stored=False)
    assert shelf.kept == {}
    assert cache.find(WHO, "A secret.") is not None


@pytest.mark.parametrize("shelf", [Shelf(HistoryError("history.closed", "The history is closed")), Shelf()])
def test_a_store_that_fails_or_is_damaged_is_none(shelf: Shelf) -> None:
    shelf.keep(key_of(WHO, "Hello."), b"no Opus at all")
    assert SpeechCache(lambda: shelf).find(WHO, "Hello.") is None


def test_what_is_forgotten_is_gone_from_memory() -> None:
    cache = SpeechCache()
    cache.keep(WHO, "Hello.", tone())
    cache.forget()
    assert cache.find(WHO, "Hello.") is None


@pytest.fixture
def history(tmp_path: Path) -> History:
    folder = tmp_path / "history"
    folder.mkdir()
    where = Paths(folder, folder, folder, folder, folder)
    return History.open(where, HistorySettings(key_storage="file"))


def test_the_encrypted_store_keeps_it_over_a_restart_and_no_plain_text(history: History, tmp_path: Path) -> None:
    cache = SpeechCache(lambda: history.spoken(1_000_000, 30))
    cache.keep(WHO, "Rhinoceros.", tone())
    history.close()
    again = History.open(Paths(*[tmp_path / "history"] * 5), HistorySettings(key_storage="file"))
    try:
        assert SpeechCache(lambda: again.spoken(1_000_000, 30)).find(WHO, "Rhinoceros.") is not None
    finally:
        again.close()
    raw = (tmp_path / "history" / "history.db").read_bytes()
    assert b"OggS" not in raw
    assert b"hinoceros" not in raw


def test_the_store_forgets_the_least_recently_used_above_its_size(history: History) -> None:
    store = history.spoken(2_500, 30)
    for name in (b"a", b"b", b"c"):
        store.keep(name, bytes(1_000)).result()
    assert [name for name in (b"a", b"b", b"c") if store.find(name)] == [b"b", b"c"]
    history.close()


def test_who_wants_nothing_kept_has_nothing_kept(history: History) -> None:
    history.spoken(1_000_000, 30).keep(b"a", b"sound").result()
    nothing = history.spoken(0, 30)
    nothing.trim().result()
    assert nothing.find(b"a") is None
    history.close()


def test_the_store_forgets_what_nobody_wanted_for_long(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    store = history.spoken(1_000_000, 30)
    store.keep(b"old", b"sound").result()
    now = time.time()
    monkeypatch.setattr("voiceflow.history.spoken.time.time", lambda: now + 29 * 86_400)
    assert store.find(b"old") == b"sound"  # and is used again with that
    history.flush()
    monkeypatch.setattr("voiceflow.history.spoken.time.time", lambda: now + 58 * 86_400)
    assert store.find(b"old") == b"sound"
    history.flush()
    monkeypatch.setattr("voiceflow.history.spoken.time.time", lambda: now + 89 * 86_400)
    assert store.find(b"old") is None
    history.close()
