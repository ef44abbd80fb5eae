"""Where config, data, models, resources and logs are."""

import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders are made by whoever writes into them first, with mode 0700."""

    config: Path
    data: Path
    models: Path
    logs: Path
    runtime: Path

    @property
    def settings_file(self) -> Path:
        return self.config / "config.toml"

    @property
    def state_file(self) -> Path:
        """Window places, last device: what may be lost."""
        return self.data / "state.json"

    @property
    def context_file(self) -> Path:
        """What the short context costs, by model: counts of words, never words. It may be lost, too."""
        return self.data / "context.json"

    @property
    def routing_file(self) -> Path:
        """How fast and how sure each engine was on this machine: numbers only. It may be lost, too."""
        return self.data / "routing.json"

    @property
    def database(self) -> Path:
        return self.data / "history.db"

    @property
    def key_file(self) -> Path:
        """Only where there is no keyring; mode 0600."""
        return self.data / "history.key"

    @property
    def control_socket(self) -> Path:
        return self.runtime / "control"

    @property
    def lock_file(self) -> Path:
        return self.runtime / "app.lock"


def paths() -> Paths:
    """`VOICEFLOW_HOME` moves everything under one folder; else the platform's own places."""
    home = os.environ.get("VOICEFLOW_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        return Paths(root / "config", root / "data", root / "models", root / "logs", root / "run")
    import platformdirs

    dirs = platformdirs.PlatformDirs("voiceflow", appauthor=False)
    data = dirs.user_data_path
    # Without a runtime folder of the session's own, the fallback would be one that others can make before us.
    has_runtime = os.name != "posix" or os.environ.get("XDG_RUNTIME_DIR")
    runtime = dirs.user_runtime_path if has_runtime else data / "run"
    return Paths(dirs.user_config_path, data, data / "models", dirs.user_log_path, runtime)


def extra_model_folders() -> list[Path]:
    """Read-only model folders from `VOICEFLOW_MODELS`."""
    value = os.environ.get("VOICEFLOW_MODELS", "")
    return [Path(part).expanduser() for part in value.split(os.pathsep) if part]


def resources_folder() -> Path:
    return _shipped("_resources", "resources")


def models_catalogue() -> Path:
    return _shipped("_models", "models") / "catalog.toml"


def _shipped(installed: str, checkout: str) -> Path:
    """Inside an installed package, or at the root of a checkout."""
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


def make_private(folder: Path) -> Path:
    """Makes the folder and its parents; only this user may enter it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
