"""Where a model runs, as a table of facts."""

import pytest

from voiceflow.engines.stt.whisper_device import Choice, Facts, choose, vram_bytes
from voiceflow.installation import command_to_add

GIB = 1 << 30
ALL = frozenset({"float16", "int8_float16", "int8_float32", "float32"})
OLD = frozenset({"int8_float32", "float32"})
TURBO = 800_000_000


def gpu(types: frozenset[str] = ALL, free_vram_bytes: int = 8 * GIB, cublas_problem: str = "") -> Facts:
    return Facts(1, cublas_problem, types, free_vram_bytes=free_vram_bytes, weights=TURBO)


def tried(facts: Facts, device: str = "auto", compute_type: str = "auto") -> list[tuple[str, str]]:
    return [(choice.device, choice.compute_type) for choice in choose(facts, device, compute_type)]


@pytest.mark.parametrize(
    ("facts", "device", "compute_type", "expected"),
    [
        (Facts(), "auto", "auto", ["cpu int8"]),
        (Facts(), "cpu", "float32", ["cpu float32"]),
        (Facts(cpu_types=frozenset({"float32"})), "auto", "auto", ["cpu float32"]),
        (gpu(), "auto", "auto", ["cuda float16", "cuda int8_float16", "cuda int8_float32", "cuda float32", "cpu int8"]),
        (gpu(), "cpu", "auto", ["cpu int8"]),
        (gpu(OLD), "auto", "auto", ["cuda int8_float32", "cuda float32", "cpu int8"]),
        (
            gpu(free_vram_bytes=vram_bytes(TURBO, "int8_float16")),
            "auto",
            "auto",
            ["cuda int8_float16", "cuda int8_float32", "cpu int8"],
        ),
        (gpu(free_vram_bytes=GIB // 2), "auto", "auto", ["cpu int8"]),
        (gpu(cublas_problem="not found"), "cuda", "auto", ["cpu int8"]),
    ],
)
def test_what_is_tried(facts: Facts, device: str, compute_type: str, expected: list[str]) -> None:
    assert [" ".join(pair) for pair in tried(facts, device, compute_type)] == expected


def last(facts: Facts, device: str = "auto", compute_type: str = "auto") -> Choice:
    return choose(facts, device, compute_type)[-1]


def test_no_gpu_is_no_reason_unless_one_was_asked_for() -> None:
    assert last(Facts()).reason == ""
    assert "No CUDA device" in last(Facts(), device="cuda").reason


def test_a_missing_cublas_names_its_cure() -> None:
    reason = last(gpu(cublas_problem="libcublas.so.12: cannot open shared object file")).reason

    assert "libcublas.so.12" in reason
    assert command_to_add("cuda") in reason


def test_too_little_memory_says_how_much_is_needed() -> None:
    reason = last(gpu(free_vram_bytes=GIB // 2)).reason

    assert "512 MiB are free" in reason
    assert "smaller model" in reason


def test_a_type_that_the_gpu_lacks_is_replaced_with_a_word() -> None:
    first = choose(gpu(OLD), "cuda", "float16")[0]

    assert (first.device, first.compute_type) == ("cuda", "int8_float32")
    assert "float16" in first.reason
