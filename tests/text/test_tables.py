"""What is said, and what is written: all rules together, as the settings have them by default."""

import pytest

from tests.text.tables import Case, cases
from voiceflow.text.pipeline import apply

ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.where)
def test_case(case: Case) -> None:
    assert apply(case.said, case.language, case.wishes).text == case.written
