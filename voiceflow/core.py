"""The parts, built and wired, started and stopped. Start reading here."""
