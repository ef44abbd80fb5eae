"""What runs apart: a crowd at the product, with null engines or with the user's, and lines of how it went."""

import base64
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from voiceflow.bench.run import quiet
from voiceflow.bench.suites.load.caller import Shared, Spoken
from voiceflow.bench.suites.load.crowd import Crowd, Says, level, null_product, null_speech, shared, told
from voiceflow.core import Core
from voiceflow.paths import Paths
from voiceflow.settings_file import SettingsFile

Lines = Iterator[dict[str, Any]]
_WARM_UP_S = 1.0


def levels(wanted: dict[str, Any]) -> Lines:
    """`users`, one number after the other, each for `seconds`; none is begun after `until_s`."""
    with null_product(Path(wanted["folder"])) as parts:
        level(parts, 1, null_speech(), _WARM_UP_S)
        yield {"ready": True}
        yield from _one_after_the_other(parts, null_speech(), wanted)


def _one_after_the_other(parts: Shared, says: Says, wanted: dict[str, Any]) -> Lines:
    """The clock of `until_s` is that of `time.monotonic()`, which all processes of a machine share."""
    for users in wanted["users"]:
        if time.monotonic() < wanted["until_s"]:
            yield told(level(parts, users, says, wanted["seconds"]))


def sustained(wanted: dict[str, Any]) -> Lines:
    """`users` for `seconds`, with a line every `slice_s`."""
    with null_product(Path(wanted["folder"])) as parts:
        level(parts, 1, null_speech(), _WARM_UP_S)
        yield {"ready": True}
        with Crowd(parts, wanted["users"], null_speech()) as crowd:
            for _ in range(max(1, round(wanted["seconds"] / wanted["slice_s"]))):
                threading.Event().wait(wanted["slice_s"])
                yield told(crowd.take())


def with_model(wanted: dict[str, Any]) -> Lines:
    """As `levels`, by the settings in `config` and the models in `models`. `sounds`: int16 at 16 kHz in Base64, so that
    nobody's speech is written to the disk."""
    folder = Path(wanted["folder"])
    folder.mkdir(parents=True, exist_ok=True)
    where = Paths(Path(wanted["config"]), folder, Path(wanted["models"]), folder, folder)
    settings = quiet(SettingsFile(where.settings_file).load())
    says = _said(wanted["sounds"])
    with Core(where, settings) as core, shared(core) as parts:
        level(parts, 1, says, _WARM_UP_S)
        yield {"ready": True, "model": core.engines.model_name()}
        yield from _one_after_the_other(parts, says, wanted)


def _said(sounds: list[str]) -> Says:
    import numpy as np

    spoken = [
        Spoken(np.frombuffer(base64.b64decode(sound), "<i2").astype(np.float32) / np.float32(32_768))
        for sound in sounds
    ]

    def one(draw: random.Random) -> Spoken:
        return draw.choice(spoken)

    return one
