"""Installs VoiceFlow into `.venv` beside itself and starts it. The standard library only: nothing else is there yet."""
