import pytest

from voiceflow.history.hits import around, hits


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("the red house", "red", ["red"]),
        ("the red house", "ho", ["ho"]),
        ("the red redder", "red", ["red", "red"]),
        ("The Garden, the gardener", "garden", ["Garden", "garden"]),
        ("a cat and a category", "cat and", ["cat", "and"]),
        ("über Café", "uber cafe", ["über", "Café"]),
        ("don't panic", "don't", ["don", "t"]),
        ("今日は良い天気ですね", "天気", ["天気"]),
        ("5 € (net)", "€", ["€"]),
        ("nothing", "", []),
        ("nothing", "other", []),
    ],
)
def test_what_is_marked(text: str, words: str, expected: list[str]) -> None:
    assert [text[begin:end] for begin, end in hits(text, words)] == expected


def test_a_long_text_is_shown_from_just_before_the_hit() -> None:
    text = "word " * 50 + "needle and more"
    shown, spans = around(text, hits(text, "needle"))
    assert shown.startswith("… word")
    assert [shown[begin:end] for begin, end in spans] == ["needle"]
    assert spans[0][0] < 35


def test_a_short_way_to_the_hit_is_shown_whole() -> None:
    assert around("the needle", [(4, 10)]) == ("the needle", [(4, 10)])
