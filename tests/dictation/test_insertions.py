"""What is known to stand in a window."""

from dataclasses import replace

from voiceflow.dictation.insertions import UNSEEN_S, Insertions
from voiceflow.engines.inserter.contract import Target

EDITOR, OTHER, TERMINAL = Target("1", pid=7), Target("2", pid=8), Target("3", terminal=True)


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_each_window_has_its_own() -> None:
    known = Insertions()
    known.add(EDITOR, "one ")
    known.add(OTHER, "two ")
    assert (known.last(EDITOR), known.last(OTHER), known.last(TERMINAL)) == ("one ", "two ", "")


def test_a_window_of_another_program_may_have_the_same_number() -> None:
    known = Insertions()
    known.add(EDITOR, "one ")
    assert known.last(Target("1", pid=9)) == ""


def test_they_are_taken_back_one_after_another() -> None:
    known = Insertions()
    known.add(EDITOR, "one ")
    known.add(EDITOR, "two ")
    known.take_back(EDITOR)
    assert (known.last(EDITOR), known.taken_back(EDITOR)) == ("one ", "two ")
    known.add(EDITOR, "three ")
    assert (known.last(EDITOR), known.taken_back(EDITOR)) == ("three ", "")


def test_what_is_selected_is_replaced_by_what_comes_next() -> None:
    known = Insertions()
    known.add(EDITOR, "one ")
    known.select(EDITOR)
    known.add(EDITOR, "two ")
    known.take_back(EDITOR)
    assert known.last(EDITOR) == ""


def test_a_terminal_is_not_trusted_for_long() -> None:
    clock = Clock()
    known = Insertions(clock)
    known.add(TERMINAL, "ls ")
    known.add(EDITOR, "one ")
    clock.now_s += UNSEEN_S + 1
    assert (known.last(TERMINAL), known.last(EDITOR)) == ("", "one ")


def test_another_tab_of_a_terminal_is_another_place() -> None:
    known = Insertions()
    known.add(replace(TERMINAL, title="one"), "ls ")
    assert known.last(replace(TERMINAL, title="two")) == ""


def test_many_windows_and_many_texts_do_not_fill_the_memory() -> None:
    known = Insertions()
    for number in range(100):
        known.add(Target(str(number)), "text")
        known.add(EDITOR, str(number))
    assert known.last(Target("0")) == ""
    for _ in range(50):
        known.take_back(EDITOR)
    assert known.last(EDITOR) == ""
