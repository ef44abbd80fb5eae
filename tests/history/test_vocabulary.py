"""The vocabulary and what corrections taught, beside what was said."""

from collections.abc import Callable

from tests.history.conftest import OpenHistory
from voiceflow.history.key import KeyStore
from voiceflow.history.records import Dictation
from voiceflow.history.repair import repair
from voiceflow.history.store import History
from voiceflow.history.vocabulary import Lesson, Term
from voiceflow.paths import Paths

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


def test_what_was_corrected_once_goes_with_its_dictation(history: History, add: Callable[..., Dictation]) -> None:
    first, second = add("I met shivon."), add("Ask shivon and grafanna.")
    history.vocabulary.note(first.id, "shivon", "Siobhan", "vocabulary").result(10)
    history.vocabulary.note(second.id, "shivon", "Siobhan", "vocabulary").result(10)
    history.vocabulary.note(second.id, "grafanna", "Grafana", "vocabulary").result(10)
    history.delete(second.id).result(10)
    assert [lesson.meant for lesson in history.vocabulary.lessons()] == ["Siobhan"]


def test_a_repaired_history_has_its_vocabulary(open_history: OpenHistory, where: Paths) -> None:
    history = open_history()
    history.vocabulary.keep([SIOBHAN]).result(10)
    history.vocabulary.note("one", "shivon", "Siobhan", "vocabulary").result(10)
    history.close()
    repair(where.database, KeyStore(where.database, "file"))
    history = open_history()
    assert history.vocabulary.terms() == [SIOBHAN]
    assert len(history.vocabulary.lessons()) == 1
