"""The last touch before the text goes into a window."""


def finish(recognized: str, verbatim: bool, trailing_space: bool) -> str:
    """Empty stays empty: a space alone is never inserted."""
    text = recognized if verbatim else " ".join(recognized.split())
    return f"{text} " if text and trailing_space and not text[-1].isspace() else text
