"""Silero VAD v6 as plain arithmetic: the same probabilities as onnxruntime's without its 30 MB."""

import math
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.engines.vad.onnx_weights import read_weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

_SHAPES = {
    "encoder.feature_extractor.forward_basis_buffer": (258, 1, 256),
    "encoder.conv_layers.0.weight": (128, 129, 3),
    "encoder.conv_layers.0.bias": (128,),
    "encoder.conv_layers.1.weight": (64, 128, 3),
    "encoder.conv_layers.1.bias": (64,),
    "encoder.conv_layers.2.weight": (64, 64, 3),
    "encoder.conv_layers.2.bias": (64,),
    "encoder.conv_layers.3.weight": (128, 64, 3),
    "encoder.conv_layers.3.bias": (128,),
    "decoder.conv1d.weight": (1, 128, 1),
    "decoder.conv1d.bias": (1,),
}
_LSTM_SHAPES = [(1, 512, 128), (1, 512, 128), (1, 1024)]
_BINS, _WIDTH, _HOP, _PAD, _FEATURES = 129, 256, 128, 64, 128


class NumpyNetwork:
    """One frame at a time: 576 samples and the LSTM's state in, probability and the new state out."""

    def __init__(self, file: Path) -> None:
        """`ValueError` when the file holds another network than this one."""
        weights = read_weights(file)
        lstm = [array for name, array in weights.items() if name.startswith("onnx::LSTM")]
        named = {name: weights[name].shape if name in weights else None for name in _SHAPES}
        if named != _SHAPES or [array.shape for array in lstm] != _LSTM_SHAPES:
            raise ValueError("not the network that is known")
        self._prepare(weights, lstm)

    def _prepare(self, weights: "dict[str, Array]", lstm: "list[Array]") -> None:
        import numpy as np

        def layer(number: int, taps: slice = slice(0, 3)) -> "tuple[Array, Array]":
            """(taps * inputs, outputs): a convolution over few positions is one product."""
            weight = weights[f"encoder.conv_layers.{number}.weight"][:, :, taps]
            return np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(-1, weight.shape[0])), weights[
                f"encoder.conv_layers.{number}.bias"
            ]

        self._basis = np.ascontiguousarray(weights["encoder.feature_extractor.forward_basis_buffer"][:, 0].T)
        # Of the third layer's three taps the first lies in the padding, of the fourth's only the middle one is inside.
        self._layers = [layer(0), layer(1), layer(2, slice(1, 3)), layer(3, slice(1, 2))]
        self._lstm = np.ascontiguousarray(np.concatenate([lstm[0][0], lstm[1][0]], axis=1).T)
        self._lstm_bias = lstm[2][0, :512] + lstm[2][0, 512:]
        self._out = weights["decoder.conv1d.weight"].reshape(128)
        self._out_bias = float(weights["decoder.conv1d.bias"][0])

    def __call__(self, sound: "Array", h: "Array", c: "Array") -> "tuple[float, Array, Array]":
        """`sound`: shape (576,); `h`, `c`: (128,)."""
        import numpy as np

        features = self._features(sound[None])[0]
        return self._step(np.concatenate([features, h]) @ self._lstm + self._lstm_bias, c)

    def many(self, sounds: "Array", h: "Array", c: "Array") -> "tuple[list[float], Array, Array]":
        """Frames one after another, shape (n, 576): only what depends on the frame before is done singly."""
        given = self._features(sounds) @ self._lstm[:_FEATURES] + self._lstm_bias
        carried = self._lstm[_FEATURES:]
        probabilities = []
        for gates in given:
            probability, h, c = self._step(gates + h @ carried, c)
            probabilities.append(probability)
        return probabilities, h, c

    def _step(self, gates: "Array", c: "Array") -> "tuple[float, Array, Array]":
        import numpy as np

        # The logistic function; in, out, forget: the order of ONNX's LSTM.
        opened = 0.5 + 0.5 * np.tanh(0.5 * gates[:384])
        c = opened[256:] * c + opened[:128] * np.tanh(gates[384:])
        h = opened[128:256] * np.tanh(c)
        score = float(np.maximum(h, 0) @ self._out) + self._out_bias
        return 0.5 + 0.5 * math.tanh(0.5 * score), h, c

    def _features(self, sounds: "Array") -> "Array":
        """Shape (n, 128). Four overlapping spectra, then four convolutions that shrink them to one position."""
        import numpy as np

        count = len(sounds)
        padded = np.concatenate([sounds, sounds[:, -2 : -_PAD - 2 : -1]], axis=1)
        windows = np.lib.stride_tricks.sliding_window_view(padded, _WIDTH, axis=1)[:, ::_HOP]
        spectra = windows.reshape(-1, _WIDTH) @ self._basis
        x = np.zeros((count, 6, _BINS), np.float32)
        x[:, 1:5] = np.sqrt(np.square(spectra[:, :_BINS]) + np.square(spectra[:, _BINS:])).reshape(count, 4, _BINS)
        y = np.zeros((count, 5, 128), np.float32)
        y[:, 1:] = _relu(np.concatenate([x[:, 0:4], x[:, 1:5], x[:, 2:6]], axis=2), self._layers[0])
        z = _relu(np.stack([y[:, 0:3].reshape(count, -1), y[:, 2:5].reshape(count, -1)], axis=1), self._layers[1])
        return _relu(_relu(z.reshape(count, -1), self._layers[2]), self._layers[3])


def _relu(x: "Array", layer: "tuple[Array, Array]") -> "Array":
    import numpy as np

    weight, bias = layer
    product: Array = x @ weight + bias
    return np.maximum(product, 0, out=product)
