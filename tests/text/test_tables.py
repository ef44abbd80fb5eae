"""What is said, and what is written: all rules together, as the settings have them by default."""

from collections import Counter

import pytest

from tests.text.tables import Case, cases
from voiceflow.text.pipeline import apply

ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.where)
def test_case(case: Case) -> None:
    assert apply(case.said, case.language, case.wishes).text == case.written


def test_there_are_cases_enough() -> None:
    """Issue 6: over all rules 400 in English and 200 in German, beside 200 sentences that stay as they are."""
    rules = Counter(case.language for case in ALL if ".same." not in case.where)
    same = sum(case.said == case.written for case in ALL if ".same." in case.where)
    print(f"cases of rules: {dict(rules)}; sentences that stay: {same}")
    assert rules["en"] >= 400
    assert rules["de"] >= 200
    assert same >= 200
