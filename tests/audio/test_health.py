import pytest

from voiceflow.audio.health import Health

SOUND = b"\0\0\0\x3f" * 480
SILENCE = bytes(480 * 4)


def after(*heard: tuple[float, bytes], ended: bool = False) -> Health:
    health = Health()
    for time_s, data in heard:
        health.heard(data, time_s)
    health.ended = ended
    return health


@pytest.mark.parametrize(
    ("health", "now_s", "expected"),
    [
        (after((0.1, SOUND)), 0.2, None),
        (after((0.1, SOUND)), 1.2, ("audio.stalled", True)),
        (after((0.1, SOUND), ended=True), 0.2, ("audio.device_gone", True)),
        (after(), 3.9, None),
        (after(), 4.1, ("audio.stalled", True)),
        (after(ended=True), 0.1, ("audio.device_gone", True)),
        (after((0.1, SILENCE), (1.0, SILENCE)), 1.0, None),
        (after((0.1, SILENCE), (1.1, SILENCE)), 1.1, ("audio.silent_device", False)),
        (after((0.1, SOUND), (1.5, SILENCE)), 1.5, None),
        (after((0.1, SOUND), (1.6, SILENCE)), 1.6, ("audio.went_silent", False)),
        (after((0.1, SILENCE), (1.1, SILENCE), (1.2, SOUND)), 1.3, None),
    ],
)
def test_what_is_wrong(health: Health, now_s: float, expected: tuple[str, bool] | None) -> None:
    trouble = health.trouble("Mic", 0.0, now_s)
    assert (trouble and (trouble[0].code, trouble[1])) == expected
