"""What can go wrong between here and the model hub, each with its cure."""

import errno
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from voiceflow.engines.model_catalogue import KnownModel
from voiceflow.errors import ModelError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


def explain(error: Exception, model: KnownModel, folder: Path, endpoint: str) -> ModelError | None:
    """None for an error that is none of the hub's, the network's or the disk's."""
    import httpx2
    from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled

    host = _host(endpoint)
    if isinstance(error, OfflineModeIsEnabled):
        title = "Downloads from the model hub are switched off (HF_HUB_OFFLINE)"
        return ModelError("models.hub_offline", title, "Unset HF_HUB_OFFLINE and try again")
    if isinstance(error, HfHubHTTPError):
        return _refused(error, model, host)
    if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.ProxyError | httpx2.UnsupportedProtocol):
        return _unreachable(model, host, error)
    if isinstance(error, httpx2.TransportError):
        return _cut_off(model, folder, host)
    if isinstance(error, OSError):
        return _disk(error, model, folder)
    if isinstance(error, httpx2.HTTPError | httpx2.InvalidURL):
        return strange_answer(endpoint)
    return None


def no_space(model: KnownModel, folder: Path, needed_bytes: int) -> ModelError:
    free = shutil.disk_usage(folder).free
    title = f"{model.name} needs {_mb(needed_bytes)} and {folder.parent} has {_mb(free)} free"
    return ModelError("models.no_space", title, "Free some space, or move everything with VOICEFLOW_HOME")


def strange_answer(endpoint: str) -> ModelError:
    title = f"{_host(endpoint)} did not answer like a model hub"
    return ModelError("models.hub_strange", title, "Sign in to the network if it asks for it, and check HF_ENDPOINT")


def wrong_checksum(model: KnownModel, file_name: str) -> ModelError:
    title = f"{file_name} of {model.name} did not arrive as the hub has it (wrong checksum); it was deleted"
    hint = f"Run: voiceflow models install {model.name}; if it happens again, a proxy or mirror changes the file"
    return ModelError("models.wrong_checksum", title, hint)


def _refused(error: Exception, model: KnownModel, host: str) -> ModelError:
    from huggingface_hub.errors import (
        HfHubHTTPError,
        RemoteEntryNotFoundError,
        RepositoryNotFoundError,
        RevisionNotFoundError,
    )

    if isinstance(error, RepositoryNotFoundError | RevisionNotFoundError | RemoteEntryNotFoundError):
        title = f"{host} does not have {model.hub.repo} ({model.hub.revision})"
        return ModelError("models.hub_not_found", title, "Update VoiceFlow, or check HF_ENDPOINT if you set it")
    assert isinstance(error, HfHubHTTPError)
    status = error.response.status_code
    title = f"{host} refused to send {model.name} (HTTP {status})"
    again = f"Try again later: voiceflow models install {model.name} goes on where it stopped"
    return ModelError("models.hub_refused", title, "Check HF_TOKEN" if status in (401, 403) else again)


def _unreachable(model: KnownModel, host: str, error: Exception) -> ModelError:
    title = f"The model hub {host} cannot be reached ({str(error) or type(error).__name__})"
    hint = "Check the network; behind a proxy set HTTPS_PROXY; a mirror is set with HF_ENDPOINT"
    return ModelError("models.hub_unreachable", title, hint)


def _cut_off(model: KnownModel, folder: Path, host: str) -> ModelError:
    kept = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
    title = f"The download of {model.name} from {host} was cut off; {_mb(kept)} are kept"
    return ModelError(
        "models.cut_off", title, f"Run: voiceflow models install {model.name}; it goes on where it stopped"
    )


def _disk(error: OSError, model: KnownModel, folder: Path) -> ModelError | None:
    if error.errno in _FULL:
        title = f"{model.name} does not fit into {folder.parent} ({error.strerror})"
        hint = f"Free some space and run voiceflow models install {model.name} again; it goes on where it stopped"
        return ModelError("models.no_space", title, hint)
    if error.errno in _READ_ONLY:
        title = f"{model.name} cannot be written into {folder.parent} ({error.strerror})"
        return ModelError(
            "models.not_writable", title, "Make the folder writable, or move everything with VOICEFLOW_HOME"
        )
    return None


def _mb(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.0f} MB"


def _host(endpoint: str) -> str:
    return urlsplit(endpoint).netloc or endpoint
