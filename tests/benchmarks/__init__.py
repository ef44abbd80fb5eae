"""What measures VoiceFlow beside the suites of `voiceflow bench`. The product comes before numpy, which it sets up."""

import voiceflow  # noqa: F401
