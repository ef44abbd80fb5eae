import pytest
import sounddevice

from voiceflow.audio import devices, troubles
from voiceflow.audio.devices import Device
from voiceflow.errors import AudioError


def device(index: int, name: str, api: str, inputs: int = 1, default: bool = False) -> Device:
    return Device(index, name, api, inputs, 0, 48000, default, False)


LISTED = [
    device(0, "Headset", "MME"),
    device(1, "Webcam", "MME", default=True),
    device(2, "Headset", "WASAPI"),
    device(3, "Studio", "WASAPI"),
    device(4, "Screen", "MME", inputs=0),
]


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "list_devices", lambda: LISTED)


@pytest.mark.parametrize(
    ("name", "api", "index"),
    [
        ("", "", 1),
        ("Headset", "", 0),
        ("Headset", "WASAPI", 2),
        ("Studio", "MME", 3),
        ("", "WASAPI", 2),
        ("", "gone", 1),
    ],
)
def test_a_device_is_chosen_by_name_and_host_api(listed: None, name: str, api: str, index: int) -> None:
    assert devices.find_input(name, api).index == index


def test_a_name_that_is_not_there_is_told_with_those_that_are(listed: None) -> None:
    with pytest.raises(AudioError) as caught:
        devices.find_input("Screen")
    assert caught.value.code == "audio.unknown_device"
    assert "Headset, Webcam, Studio" in caught.value.hint


def test_no_device_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "list_devices", list)
    for find, code in ((devices.find_input, "audio.no_microphone"), (devices.find_output, "audio.no_speaker")):
        with pytest.raises(AudioError) as caught:
            find()
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("Error opening", -9985), "audio.busy"),
        (("Error opening", -9999, (0, -16, "Device or resource busy")), "audio.busy"),
        (("Error opening", -9999, (0, -2004287478, "")), "audio.busy"),
        (("Error opening", -9999, (0, -13, "Permission denied")), "audio.permission"),
        (("Error opening", -9999, (2, -2147024891, "Access is denied.")), "audio.permission"),
        (("Error opening", -9997), "audio.format"),
        (("Error opening", -9998), "audio.format"),
        (("Error opening", -9999, (0, -19, "No such device")), "audio.device_failed"),
        (("Error opening", -9996), "audio.device_failed"),
        (("Error opening",), "audio.device_failed"),
    ],
)
def test_what_portaudio_says_is_told_with_its_cure(arguments: tuple[object, ...], code: str) -> None:
    error = troubles.from_portaudio(sounddevice.PortAudioError(*arguments), "Headset", 48000, 2)
    assert error.code == code
    assert "Headset" in error.title
    assert error.hint
