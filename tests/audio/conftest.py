from tests.end_to_end.conftest import make_desktop

__all__ = ["make_desktop"]
