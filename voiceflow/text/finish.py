"""The last touch before the text goes into a window."""


def finish(text: str, trailing_space: bool) -> str:
    """Empty stays empty: a space alone is never inserted. A line break alone is."""
    if not text.strip(" "):
        return ""
    return f"{text} " if trailing_space and not text[-1].isspace() else text
