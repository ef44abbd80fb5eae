"""Distributions of stage times beside what was said."""

from voiceflow.history.store import History

ROW = (600, 1_700_000_400, "recognition", "whisper", "base", '{"250": 3}')
DAY = (86_400, 1_699_920_000, "recognition", "whisper", "base", '{"250": 3}')


def test_they_are_kept_and_written_over(history: History) -> None:
    history.keep_measurements([ROW, DAY], []).result(10)
    newer = (*ROW[:-1], '{"250": 4}')
    history.keep_measurements([newer], []).result(10)
    assert sorted(history.measurements()) == [newer, DAY]


def test_old_ones_go(history: History) -> None:
    history.keep_measurements([ROW, DAY], []).result(10)
    history.keep_measurements([], [(600, ROW[1] + 1), (86_400, DAY[1])]).result(10)
    assert history.measurements() == [DAY]


def test_questions_to_the_history_are_timed(history: History) -> None:
    history.count()
    history.list()
    assert len(history.queries_ms) == 2
    assert all(0 < time_ms < 10_000 for time_ms in history.queries_ms)
