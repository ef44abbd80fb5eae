"""A dictation that gets another text keeps the one that it had."""

from collections.abc import Callable

from voiceflow.history.records import Dictation, DictationState, RuleStep
from voiceflow.history.store import History

Add = Callable[..., Dictation]

TRACE = (RuleStep("numbers", "20 euros"),)


def test_another_model_leaves_the_text_of_the_first(history: History, add: Add) -> None:
    dictation = add("helo world", model="tiny.en", engine="whisper", trace=TRACE)
    history.rewrite(dictation.id, text="hello world", raw_text="hello world", model="base", trace=()).result()
    now = history.find(dictation.id)
    (before,) = history.earlier_texts(dictation.id)
    assert (now.text, now.model) == ("hello world", "base")
    assert (before.text, before.model, before.trace, before.corrected) == ("helo world", "tiny.en", TRACE, False)


def test_a_dictation_without_text_has_nothing_to_keep(history: History, add: Add) -> None:
    dictation = add("", state=DictationState.FAILED)
    history.rewrite(dictation.id, text="found").result()
    assert history.earlier_texts(dictation.id) == []


def test_a_correction_keeps_what_was_recognized_and_what_rules_made_of_it(history: History, add: Add) -> None:
    dictation = add("20 euros", model="base", trace=TRACE)
    history.update(dictation.id, raw_text="twenty euros").result()
    assert history.correct(dictation.id, "20 dollars").result() == "20 euros"
    now = history.find(dictation.id)
    assert (now.text, now.raw_text, now.corrected) == ("20 dollars", "twenty euros", True)
    assert [(each.text, each.raw_text) for each in history.earlier_texts(dictation.id)] == [
        ("20 euros", "twenty euros")
    ]
    assert [found.id for found in history.search("dollars")] == [dictation.id]


def test_corrections_of_corrections_keep_the_first_text_only(history: History, add: Add) -> None:
    dictation = add("one")
    for text in ("two", "three", "three "):
        history.correct(dictation.id, text).result()
    assert history.find(dictation.id).text == "three"
    assert [each.text for each in history.earlier_texts(dictation.id)] == ["one"]


def test_an_earlier_text_can_be_used_again_and_nothing_is_lost(history: History, add: Add) -> None:
    dictation = add("one", model="tiny.en")
    history.rewrite(dictation.id, text="two", raw_text="two", model="base").result()
    (tiny,) = history.earlier_texts(dictation.id)
    assert history.use_text(dictation.id, tiny.number).result()
    assert (history.find(dictation.id).text, history.find(dictation.id).model) == ("one", "tiny.en")
    assert [(each.text, each.model) for each in history.earlier_texts(dictation.id)] == [("two", "base")]


def test_a_text_of_another_dictation_is_refused(history: History, add: Add) -> None:
    mine, other = add("mine"), add("other")
    history.correct(other.id, "changed").result()
    (text,) = history.earlier_texts(other.id)
    assert not history.use_text(mine.id, text.number).result()
    assert history.find(mine.id).text == "mine"


def test_earlier_texts_go_with_their_dictation(history: History, add: Add) -> None:
    dictation = add("one")
    history.correct(dictation.id, "two").result()
    history.delete(dictation.id).result()
    assert history._readers.read(lambda db: db.execute("SELECT count(*) FROM earlier_text").fetchone()[0]) == 0
