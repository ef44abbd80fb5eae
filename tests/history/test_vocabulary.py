"""The vocabulary and what corrections taught, beside what was said."""

from voiceflow.history.store import History
from voiceflow.history.vocabulary import Lesson, Term

SIOBHAN = Term("Siobhan", ("shivon", "she von"), "names", 8, False, False)
GRAFANA = Term("Grafana", (), "", 5, False, True)


def test_terms_are_kept_in_the_order_in_which_they_came(history: History) -> None:
    history.vocabulary.keep([SIOBHAN, GRAFANA]).result(10)
    assert history.vocabulary.terms() == [SIOBHAN, GRAFANA]


def test_another_spelling_of_the_same_letters_takes_its_place(history: History) -> None:
    history.vocabulary.keep([GRAFANA, SIOBHAN]).result(10)
    changed = Term("GRAFANA", ("graph anna",), "tools", 1, True, False)
    history.vocabulary.keep([changed]).result(10)
    assert history.vocabulary.terms() == [changed, SIOBHAN]


def test_what_is_removed_is_gone_with_what_taught_it(history: History) -> None:
    history.vocabulary.keep([SIOBHAN, GRAFANA]).result(10)
    history.vocabulary.note("one", "shivon", "Siobhan", "vocabulary").result(10)
    assert history.vocabulary.remove(["siobhan", "nobody"]).result(10) == 1
    assert history.vocabulary.terms() == [GRAFANA]
    assert history.vocabulary.lessons() == []


def test_a_lesson_counts_dictations_not_edits(history: History) -> None:
    shelf = history.vocabulary
    assert shelf.note("one", "shivon", "Siobhan", "vocabulary").result(10).times == 1
    assert shelf.note("one", "shivon", "Siobhan", "vocabulary").result(10).times == 1
    assert shelf.note("two", "shivon", "Siobhan", "vocabulary").result(10).times == 2
    shelf.note("two", "grafanna", "Grafana", "vocabulary").result(10)
    assert shelf.lessons() == [
        Lesson("grafanna", "Grafana", "vocabulary", 1),
        Lesson("shivon", "Siobhan", "vocabulary", 2),
    ]


def test_a_lesson_can_be_forgotten(history: History) -> None:
    history.vocabulary.note("one", "shivon", "Siobhan", "vocabulary").result(10)
    assert history.vocabulary.forget("shivon", "Siobhan").result(10) == 1
    assert history.vocabulary.lessons() == []
