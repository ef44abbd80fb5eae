"""Local-first dictation: hold a key, speak, let go, and the words stand in the window that has the focus."""

import os

__version__ = "0.1.0"

# Before numpy is loaded: its other threads wait busily after each product. The features of 10 s of sound took 60 ms of
# the processor with two threads and take 5 with one, and the encoder found the second core free.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
