"""Microphones and speakers, chosen by name and host API: an index changes whenever something is plugged in."""

from dataclasses import dataclass

from voiceflow.audio import portaudio, troubles


@dataclass(frozen=True, slots=True)
class Device:
    """`index` is PortAudio's and good until the next `refresh`."""

    index: int
    name: str
    host_api: str
    inputs: int
    outputs: int
    default_rate_hz: int
    default_input: bool
    default_output: bool


def list_devices() -> list[Device]:
    """As of the last `refresh`. `AudioError` when the sound library is missing."""
    sounddevice = portaudio.load()
    apis = [str(api["name"]) for api in sounddevice.query_hostapis()]
    default_input, default_output = sounddevice.default.device
    return [
        Device(
            index=index,
            name=str(device["name"]),
            host_api=apis[device["hostapi"]],
            inputs=device["max_input_channels"],
            outputs=device["max_output_channels"],
            default_rate_hz=round(device["default_samplerate"]),
            default_input=index == default_input,
            default_output=index == default_output,
        )
        for index, device in enumerate(sounddevice.query_devices())
    ]


def refresh() -> bool:
    """Looks for what was plugged in or out; False while a stream is open, which forbids it."""
    return portaudio.open_streams.refresh()


def find_input(name: str = "", host_api: str = "") -> Device:
    """Empty is the default. `AudioError`: `audio.no_microphone`, `audio.unknown_device`."""
    inputs = [device for device in list_devices() if device.inputs]
    if not inputs:
        raise troubles.no_microphone()
    return _find(inputs, name, host_api, next((device for device in inputs if device.default_input), inputs[0]))


def find_output(name: str = "", host_api: str = "") -> Device:
    """Empty is the default. `AudioError`: `audio.no_speaker`, `audio.unknown_device`."""
    outputs = [device for device in list_devices() if device.outputs]
    if not outputs:
        raise troubles.no_speaker()
    return _find(outputs, name, host_api, next((device for device in outputs if device.default_output), outputs[0]))


def _find(devices: list[Device], name: str, host_api: str, default: Device) -> Device:
    """The same name under another host API is the same device: better than none, and the default API's first."""
    if not name:
        of_api = [device for device in devices if device.host_api == host_api]
        return of_api[0] if of_api and default.host_api != host_api else default
    named = [device for device in devices if device.name == name]
    if not named:
        raise troubles.unknown_device(name, list(dict.fromkeys(device.name for device in devices)))
    wanted = host_api or default.host_api
    return next((device for device in named if device.host_api == wanted), named[0])
