"""How much sound the encoder looks at."""

from voiceflow.engines.stt.whisper_features import FRAMES_PER_S, MAX_FRAMES

PADDING_FRAMES = 256

_FLOORS = {("tiny", 80): 1_000, ("base", 80): 1_000}


def floor_frames(layers: int) -> int:
    """The least context at which a model of so many encoder layers was measured to lose no words; sizes that were not
    measured (`small` and up) get 1,500."""
    return {4: 1_000, 6: 1_000}.get(layers, 1_500)


def context_frames(sound_frames: int, floor: int) -> int:
    """What the sound needs plus padding, never under the floor; even, as the encoder halves it."""
    wanted = max(floor, sound_frames + PADDING_FRAMES)
    return min(MAX_FRAMES, wanted + wanted % 2)


def sound_frames(samples: int, sample_rate_hz: int = 16_000) -> int:
    return -(-samples * FRAMES_PER_S // sample_rate_hz)
