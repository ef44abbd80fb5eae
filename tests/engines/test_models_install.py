"""Downloads from a hub imitation on loopback: whole or not at all, and every failure with its cure."""

import errno
import os
import resource
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import filelock
import huggingface_hub
import pytest

from tests.engines.hub_imitation import HubImitation, voice_files, whisper_files
from voiceflow.engines import model_download
from voiceflow.engines.models import ModelState, ModelStore
from voiceflow.errors import ModelError
from voiceflow.paths import paths

BASE = "Systran/faster-whisper-base"
FILES = whisper_files()


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubImitation]:
    monkeypatch.setattr(model_download, "RETRY_WAITS_S", (0.0, 0.0))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with HubImitation({BASE: dict(FILES)}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        yield hub
        huggingface_hub.close_session()


@pytest.fixture
def store() -> ModelStore:
    return ModelStore(paths(), extra_folders=())


def ignore(done_bytes: int, total_bytes: int) -> None:
    pass


def state_of(store: ModelStore, name: str) -> ModelState:
    return next(entry.state for entry in store.list() if entry.name == name)


def fails(store: ModelStore, name: str = "base") -> ModelError:
    with pytest.raises(ModelError) as caught:
        store.install(name, ignore)
    with pytest.raises(ModelError):
        store.folder(name)
    return caught.value


def test_an_installed_model_is_what_the_hub_has_and_can_be_used(hub: HubImitation, store: ModelStore) -> None:
    folder = store.install("base", ignore)
    wanted = {name for name in FILES if name not in ("README.md", ".gitattributes")}
    assert {name: (folder / name).read_bytes() for name in wanted} == {name: FILES[name] for name in wanted}
    assert {path.name for path in folder.iterdir()} == wanted | {"voiceflow-model.json"}
    assert store.folder("base") == folder
    assert state_of(store, "base") is ModelState.INSTALLED
    assert not list(folder.parent.glob("*.partial"))


def test_only_the_wanted_files_of_one_voice_come_from_a_repository_of_many(
    hub: HubImitation, store: ModelStore
) -> None:
    name = "de_DE-thorsten-medium"
    hub.repositories["rhasspy/piper-voices"] = voice_files("de/de_DE/thorsten/medium", name)
    folder = store.install(name, ignore)
    wanted = {f"{name}.onnx", f"{name}.onnx.json", "MODEL_CARD", "voiceflow-model.json"}
    assert {path.name for path in folder.iterdir()} == wanted


def test_progress_counts_every_byte_and_ends_at_all(hub: HubImitation, store: ModelStore) -> None:
    steps: list[tuple[int, int]] = []
    store.install("base", lambda done, total: steps.append((done, total)))
    total = sum(len(FILES[name]) for name in ("config.json", "model.bin", "tokenizer.json", "vocabulary.txt"))
    assert steps[-1] == (total, total)
    assert {step[1] for step in steps} == {total}
    assert [step[0] for step in steps] == sorted(step[0] for step in steps)
    assert len(steps) > 4


def test_a_model_that_is_installed_is_not_downloaded_again(hub: HubImitation, store: ModelStore) -> None:
    store.install("base", ignore)
    hub.requests.clear()
    store.install("base", ignore)
    assert hub.requests == []


def test_a_starter_model_is_not_downloaded(hub: HubImitation, store: ModelStore, starter_whisper: Path) -> None:
    assert store.install("tiny.en", ignore) == starter_whisper
    assert hub.requests == []


def test_a_connection_that_breaks_is_resumed_where_it_broke(hub: HubImitation, store: ModelStore) -> None:
    hub.cut_at["model.bin"] = [200_000, 450_000]
    store.folder(store.install("base", ignore).name)
    assert hub.ranges_of("model.bin") == ["", "bytes=200000-", "bytes=450000-"]


def test_a_download_that_was_cut_off_goes_on_the_next_time(hub: HubImitation, store: ModelStore) -> None:
    hub.cut_at["model.bin"] = [250_000, 0, 0, 0]
    error = fails(store)
    assert error.code == "models.cut_off"
    assert "goes on where it stopped" in error.hint
    assert state_of(store, "base") is ModelState.PARTIAL
    hub.requests.clear()
    ModelStore(paths(), ()).install("base", ignore)
    assert hub.ranges_of("model.bin") == ["bytes=250000-"]
    assert store.verify("base") == ()


def test_a_server_that_does_not_resume_sends_the_file_from_its_start(hub: HubImitation, store: ModelStore) -> None:
    hub.ignores_range = True
    hub.cut_at["model.bin"] = [100_000]
    store.install("base", ignore)
    assert store.verify("base") == ()
    assert hub.ranges_of("model.bin") == ["", "bytes=100000-"]


def test_what_was_begun_of_another_version_is_thrown_away(hub: HubImitation, store: ModelStore) -> None:
    hub.cut_at["model.bin"] = [250_000, 0, 0, 0]
    fails(store)
    hub.repositories[BASE] = whisper_files(seed=7)
    hub.requests.clear()
    folder = store.install("base", ignore)
    assert hub.ranges_of("model.bin") == [""]
    assert (folder / "model.bin").read_bytes() == hub.repositories[BASE]["model.bin"]


@pytest.mark.parametrize("name", ["model.bin", "vocabulary.txt"])
def test_a_file_with_a_wrong_checksum_is_not_kept(hub: HubImitation, store: ModelStore, name: str) -> None:
    hub.altered = {name}
    error = fails(store)
    assert error.code == "models.wrong_checksum"
    assert name in error.title
    assert not list(paths().models.rglob(f"{name}*"))
    hub.altered = set()
    store.install("base", ignore)
    assert store.verify("base") == ()


def test_a_repository_that_the_hub_does_not_have(hub: HubImitation, store: ModelStore) -> None:
    error = fails(store, "small")
    assert error.code == "models.hub_not_found"
    assert "Systran/faster-whisper-small" in error.title
    assert "HF_ENDPOINT" in error.hint


def test_a_repository_without_a_file_that_the_model_needs(hub: HubImitation, store: ModelStore) -> None:
    del hub.repositories[BASE]["tokenizer.json"]
    error = fails(store)
    assert error.code == "models.hub_not_found"
    assert "tokenizer.json" in error.title


def test_a_hub_that_answers_with_an_error_says_what_to_do(hub: HubImitation, store: ModelStore) -> None:
    hub.broken = {"model.bin"}
    error = fails(store)
    assert error.code == "models.hub_refused"
    assert "503" in error.title


def test_no_network(hub: HubImitation, store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    error = fails(store)
    assert error.code == "models.hub_unreachable"
    assert "127.0.0.1:9" in error.title
    assert "HTTPS_PROXY" in error.hint
    assert state_of(store, "base") is ModelState.AVAILABLE


def test_a_page_that_asks_to_sign_in_is_not_taken_for_the_hub(hub: HubImitation, store: ModelStore) -> None:
    hub.asks_to_sign_in = True
    assert fails(store).code == "models.hub_strange"


def test_an_address_that_is_none(hub: HubImitation, store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "hub.example")
    assert fails(store).code == "models.hub_unreachable"


def test_room_on_the_disk_is_looked_at_before_the_download(
    hub: HubImitation, store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage("/")._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    error = fails(store)
    assert error.code == "models.no_space"
    assert "1 MB free" in error.title
    assert hub.ranges_of("model.bin") == []


@pytest.mark.skipif(os.name != "posix", reason="file size limits are POSIX's")
def test_a_disk_that_gets_full_on_the_way(hub: HubImitation, store: ModelStore) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    try:
        error = fails(store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert error.code == "models.no_space"
    assert os.strerror(errno.EFBIG) in error.title
    store.install("base", ignore)
    assert store.verify("base") == ()


def test_a_cancelled_download_keeps_what_it_has(hub: HubImitation, store: ModelStore) -> None:
    cancelled = threading.Event()
    with pytest.raises(ModelError, match="cancelled") as caught:
        store.install("base", lambda done, _: cancelled.set() if done > 200_000 else None, cancelled)
    assert caught.value.code == "models.cancelled"
    assert state_of(store, "base") is ModelState.PARTIAL
    store.install("base", ignore)
    assert hub.ranges_of("model.bin")[-1].startswith("bytes=")


def test_two_programs_do_not_install_the_same_model_at_once(hub: HubImitation, store: ModelStore) -> None:
    paths().models.mkdir(parents=True)
    with filelock.FileLock(paths().models / "base.lock"):
        assert fails(store).code == "models.busy"
    store.install("base", ignore)


def test_a_damaged_model_is_mended_by_fetching_only_what_is_wrong(hub: HubImitation, store: ModelStore) -> None:
    folder = store.install("base", ignore)
    (folder / "vocabulary.txt").write_bytes(b"one\ntwo\nthroe\n")
    with pytest.raises(ModelError, match=r"damaged \(vocabulary.txt\)"):
        store.folder("base")
    hub.requests.clear()
    store.install("base", ignore)
    assert store.folder("base") == folder
    assert hub.ranges_of("model.bin") == []


def test_a_model_without_the_record_of_its_checksums_is_not_used(hub: HubImitation, store: ModelStore) -> None:
    (store.install("base", ignore) / "voiceflow-model.json").unlink()
    with pytest.raises(ModelError) as caught:
        store.folder("base")
    assert caught.value.code == "models.damaged"


def test_removing_frees_the_bytes_of_the_model_and_of_a_partial_download(hub: HubImitation, store: ModelStore) -> None:
    folder = store.install("base", ignore)
    held_bytes = sum(file.stat().st_size for file in folder.iterdir())
    assert store.remove("base") == held_bytes
    assert not folder.exists()
    assert state_of(store, "base") is ModelState.AVAILABLE
    hub.cut_at["model.bin"] = [250_000, 0, 0, 0]
    fails(store)
    assert store.remove("base") > 250_000


def test_the_hub_learns_the_program_and_nothing_else(
    hub: HubImitation, store: ModelStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "token").write_text("hf_secret")
    monkeypatch.setattr(huggingface_hub.constants, "HF_TOKEN_PATH", str(tmp_path / "token"))
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_DISABLE_TELEMETRY", False)
    monkeypatch.setattr(huggingface_hub.constants, "AGENT_HARNESSES_PATH", str(tmp_path / "harnesses.json"))
    monkeypatch.setattr(huggingface_hub.constants, "ENDPOINT", hub.url)
    monkeypatch.setattr("huggingface_hub.utils._detect_agent._registry", None)
    store.install("base", ignore)
    assert not [headers for headers in hub.headers if "Authorization" in headers or "authorization" in headers]
    assert {path.split("/")[1] for path, _ in hub.requests} == {"api", "Systran", "store"}
    assert [path for path, _ in hub.requests if path.startswith("/api")] == [f"/api/models/{BASE}/revision/main"]


def test_a_token_in_the_environment_opens_a_company_mirror(
    hub: HubImitation, store: ModelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_company")
    store.install("base", ignore)
    sent = [{name.lower(): value for name, value in headers.items()} for headers in hub.headers]
    assert all(headers["authorization"] == "Bearer hf_company" for headers in sent)
