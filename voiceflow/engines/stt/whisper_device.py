"""Where a model runs and how precisely: chosen from facts, and the facts."""

import ctypes
import importlib.util
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from voiceflow.installation import cure_of_missing

CUDA_TYPES = ("float16", "int8_float16", "int8_float32", "float32")
"""Best first: on a GPU half precision is as right as full and the fastest."""

_BYTES_PER_WEIGHT = {"int8": 1, "int8_float16": 1, "int8_float32": 1, "float16": 2, "float32": 4}
_WORKING_BYTES = 500 << 20
"""CUDA context, cuBLAS workspace and activations of a 30 s window."""


@dataclass(frozen=True, slots=True)
class Facts:
    """`cublas_problem` is empty when the library loads; `free_vram_bytes` 0 means unknown; `weights` counts numbers."""

    cuda_devices: int = 0
    cublas_problem: str = ""
    cuda_types: frozenset[str] = frozenset()
    cpu_types: frozenset[str] = frozenset({"int8", "float32"})
    free_vram_bytes: int = 0
    weights: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """`reason`: why it is not what was asked for, with the cure; empty when it is."""

    device: str
    compute_type: str
    reason: str = ""


def choose(facts: Facts, device: str, compute_type: str) -> list[Choice]:
    """What to try, best first; the last is always the processor. `device` and `compute_type` as in the settings."""
    processor = _on_processor(facts, compute_type)
    if device == "cpu":
        return [processor]
    problem = _cuda_problem(facts)
    if problem:
        wanted = device == "cuda" or facts.cuda_devices > 0
        return [replace(processor, reason=problem if wanted else processor.reason)]
    fitting, too_big = _on_cuda(facts, compute_type)
    return [*fitting, replace(processor, reason=too_big or processor.reason)]


def vram_bytes(weights: int, compute_type: str) -> int:
    """What a model of so many weights needs on the GPU."""
    return weights * _BYTES_PER_WEIGHT[compute_type] + _WORKING_BYTES


def _cuda_problem(facts: Facts) -> str:
    if facts.cuda_devices == 0:
        return "No CUDA device was found. Install NVIDIA's driver, or set stt.device to cpu"
    if facts.cublas_problem:
        return f"CUDA's library cuBLAS does not load ({facts.cublas_problem}). {cure_of_missing('cuda')}"
    return ""


def _on_cuda(facts: Facts, compute_type: str) -> tuple[list[Choice], str]:
    wanted = CUDA_TYPES if compute_type == "auto" else (compute_type, *CUDA_TYPES)
    supported = [t for t in dict.fromkeys(wanted) if t in facts.cuda_types]
    fitting = [
        t for t in supported if not facts.free_vram_bytes or vram_bytes(facts.weights, t) <= facts.free_vram_bytes
    ]
    if not fitting:
        free_mib = facts.free_vram_bytes >> 20
        least_mib = min((vram_bytes(facts.weights, t) >> 20 for t in supported), default=0)
        why = f"The model needs {least_mib} MiB of GPU memory and {free_mib} MiB are free"
        return [], f"{why}. Choose a smaller model, or close programs that use the GPU"
    return [Choice("cuda", t, _other_type(compute_type, t, "this GPU")) for t in fitting], ""


def _on_processor(facts: Facts, compute_type: str) -> Choice:
    wanted = "int8" if compute_type in ("auto", "int8_float16", "int8_float32", "float16") else compute_type
    used = wanted if wanted in facts.cpu_types else "float32"
    asked_for = "auto" if compute_type in ("auto", "int8_float32") else compute_type
    return Choice("cpu", used, _other_type(asked_for, used, "this processor"))


def _other_type(asked_for: str, used: str, where: str) -> str:
    if asked_for in ("auto", used):
        return ""
    return f"{where.capitalize()} does not compute in {asked_for}, so {used} is used. Set stt.compute_type to auto"


def facts_of_this_machine(model_file: Path) -> Facts:
    """Asks the driver; loads cuBLAS only where there is a CUDA device."""
    import ctranslate2

    weights = model_file.stat().st_size if model_file.is_file() else 0
    cpu_types = frozenset(ctranslate2.get_supported_compute_types("cpu"))
    try:
        devices = int(ctranslate2.get_cuda_device_count())
    except RuntimeError:
        devices = 0
    if devices == 0:
        return Facts(cpu_types=cpu_types, weights=weights)
    cublas_problem = load_cublas()
    return Facts(
        cuda_devices=devices,
        cublas_problem=cublas_problem,
        cuda_types=frozenset() if cublas_problem else frozenset(ctranslate2.get_supported_compute_types("cuda")),
        cpu_types=cpu_types,
        free_vram_bytes=_free_vram_bytes(),
        weights=weights,
    )


def load_cublas() -> str:
    """Loads cuBLAS 12 into this process, from the system or from NVIDIA's wheel, as CTranslate2 will look for it.
    Returns why it could not, empty when it could."""
    lt, blas = (
        ("cublasLt64_12.dll", "cublas64_12.dll")
        if sys.platform == "win32"
        else ("libcublasLt.so.12", "libcublas.so.12")
    )
    problem = ""
    for folder in (None, *_wheel_folders()):
        try:
            for name in (lt, blas):
                ctypes.CDLL(name if folder is None else str(folder / name), mode=ctypes.RTLD_GLOBAL)
        except OSError as error:
            problem = problem or str(error)
        else:
            return ""
    return problem


def _wheel_folders() -> list[Path]:
    """Where the package nvidia-cublas-cu12 puts its libraries; Python's import never loads them."""
    try:
        spec = importlib.util.find_spec("nvidia.cublas")
    except ModuleNotFoundError:
        return []
    places = list(spec.submodule_search_locations or []) if spec else []
    return [Path(place) / part for place in places for part in ("lib", "bin")]


def _free_vram_bytes() -> int:
    """0 when NVIDIA's management library is not there."""
    try:
        import pynvml

        pynvml.nvmlInit()
    except Exception:  # the extra is missing, or there is no driver: both mean unknown
        return 0
    try:
        return int(pynvml.nvmlDeviceGetMemoryInfo(pynvml.nvmlDeviceGetHandleByIndex(0)).free)
    finally:
        pynvml.nvmlShutdown()
