"""What this machine has to run models with, and which model fits it."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_GIB = 1 << 30
_TURBO_GPU_BYTES = 4 * _GIB
"""large-v3-turbo: 1.6 GB of weights in float16, as much again for the encoder's work, and room for the desktop."""
_SMALL_CORES = 4
"""Measured: `small` in int8 answers in 0.55 s (median) and 0.78 s (90 %) on two cores; weaker ones need four."""
_SMALL_MEMORY_BYTES = 6 * _GIB


@dataclass(frozen=True, slots=True)
class Hardware:
    """`cores` that this process may use; `gpu` is empty without a CUDA device; `gpu_memory_bytes` 0 means unknown."""

    cores: int
    memory_bytes: int
    gpu: str = ""
    gpu_memory_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Recommendation:
    """`reason` completes "recommended: "."""

    model: str
    reason: str


def recommend(hardware: Hardware) -> Recommendation:
    cores, memory = f"{hardware.cores} processor cores", f"{hardware.memory_bytes / _GIB:.0f} GB of memory"
    if hardware.gpu and (not hardware.gpu_memory_bytes or hardware.gpu_memory_bytes >= _TURBO_GPU_BYTES):
        return Recommendation("large-v3-turbo", f"the most exact that is fast on {hardware.gpu}")
    if hardware.cores >= _SMALL_CORES and hardware.memory_bytes >= _SMALL_MEMORY_BYTES:
        return Recommendation("small", f"the most exact that is fast on {cores} with {memory}")
    return Recommendation("base", f"a good balance for {cores} with {memory}")


def this_machine() -> Hardware:
    """Takes milliseconds without an NVIDIA driver; asks the driver where there is one."""
    import psutil

    gpu, gpu_memory_bytes = _gpu() if _has_nvidia_driver() else ("", 0)
    return Hardware(_usable_cores(), int(psutil.virtual_memory().total), gpu, gpu_memory_bytes)


def _usable_cores() -> int:
    """Physical ones, less those that this process may not use."""
    import psutil

    if sys.platform == "linux":
        allowed = len(os.sched_getaffinity(0))
    else:
        allowed = os.cpu_count() or 1
    return min(allowed, psutil.cpu_count(logical=False) or allowed)


def _has_nvidia_driver() -> bool:
    if sys.platform == "win32":
        return (Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "nvcuda.dll").is_file()
    return Path("/proc/driver/nvidia/version").exists()


def _gpu() -> tuple[str, int]:
    try:
        import pynvml

        pynvml.nvmlInit()
    except Exception:  # the extra `cuda` is missing, or the driver does not answer: CTranslate2 may still know
        return _gpu_without_nvml()
    try:
        device = pynvml.nvmlDeviceGetHandleByIndex(0)
        name = pynvml.nvmlDeviceGetName(device)
        return (name.decode() if isinstance(name, bytes) else str(name)), int(
            pynvml.nvmlDeviceGetMemoryInfo(device).total
        )
    except pynvml.NVMLError:
        return _gpu_without_nvml()
    finally:
        pynvml.nvmlShutdown()


def _gpu_without_nvml() -> tuple[str, int]:
    import ctranslate2

    try:
        return ("an NVIDIA graphics card", 0) if ctranslate2.get_cuda_device_count() else ("", 0)
    except RuntimeError:
        return "", 0
