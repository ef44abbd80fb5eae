"""Local-first dictation: hold a key, speak, let go, and the words stand in the window that has the focus."""

__version__ = "0.1.0"
