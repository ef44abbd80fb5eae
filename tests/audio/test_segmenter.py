import pytest

from voiceflow.audio.segmenter import FRAME_MS, FRAME_SAMPLES, Segmenter

SPEECH, QUIET = 0.9, 0.02


def heard(*probabilities: float, level_db: float = -30.0) -> Segmenter:
    segmenter = Segmenter()
    for probability in probabilities:
        segmenter.push(probability, level_db)
    return segmenter


def test_silence_is_not_speech():
    segmenter = heard(*[QUIET] * 100)
    assert (segmenter.spoken, segmenter.speaking, segmenter.pause_ms) == (False, False, 0.0)


def test_speech_begins_with_the_first_of_three_frames_in_a_row():
    segmenter = heard(QUIET, SPEECH, SPEECH, SPEECH)
    assert segmenter.speaking
    assert (segmenter.speech_start, segmenter.speech_end) == (1 * FRAME_SAMPLES, 4 * FRAME_SAMPLES)


@pytest.mark.parametrize("frames", [(SPEECH,), (SPEECH, SPEECH, QUIET) * 9])
def test_clicks_are_not_speech_but_may_have_been(frames):
    segmenter = heard(QUIET, *frames)
    assert not segmenter.spoken
    assert segmenter.possible_speech_end > 0


def test_doubtful_frames_go_on_with_speech_but_do_not_begin_it():
    assert heard(SPEECH, SPEECH, SPEECH, 0.4, 0.4).pause_ms == 0
    assert not heard(0.4, 0.4, 0.4, 0.4).spoken


def test_a_short_dip_does_not_end_speech():
    segmenter = heard(SPEECH, SPEECH, SPEECH, QUIET, QUIET, 0.4)
    assert segmenter.speaking
    assert segmenter.pause_ms == 0


def test_a_pause_counts_from_the_last_speech():
    segmenter = heard(*[SPEECH] * 5, *[QUIET] * 10)
    assert not segmenter.speaking
    assert segmenter.pause_ms == 10 * FRAME_MS
    assert segmenter.speech_end == 5 * FRAME_SAMPLES


def test_loud_sound_is_counted_against_the_streams_own_noise():
    segmenter = heard(*[QUIET] * 50, level_db=-70.0)
    for _ in range(20):
        segmenter.push(QUIET, -40.0)
    assert segmenter.loud_ms(0) == 20 * FRAME_MS
    assert segmenter.loud_ms(60 * FRAME_SAMPLES) == 10 * FRAME_MS
    assert segmenter.loud_ms(0, 55 * FRAME_SAMPLES) == 5 * FRAME_MS


@pytest.mark.parametrize(("least_ms", "middle"), [(96.0, 77), (160.0, 63), (161.0, None)])
def test_the_last_quiet_between_loud_sounds(least_ms, middle):
    segmenter = heard(*[QUIET] * 50, level_db=-70.0)
    for level_db in (*[-40.0] * 10, *[-70.0] * 5, *[-40.0] * 10, *[-70.0] * 3, *[-40.0] * 2):
        segmenter.push(QUIET, level_db)
    found = segmenter.last_quiet(50 * FRAME_SAMPLES, segmenter.position, least_ms)
    assert found == (None if middle is None else middle * FRAME_SAMPLES)


def test_an_even_noise_is_not_loud():
    assert heard(*[QUIET] * 50, level_db=-20.0).loud_ms(0) == 0


def test_what_nobody_could_hear_is_not_loud():
    segmenter = heard(*[QUIET] * 50, level_db=-120.0)
    segmenter.push(QUIET, -60.0)
    assert segmenter.loud_ms(0) == 0


def test_the_quietest_place_of_a_stretch():
    segmenter = Segmenter()
    for level_db in [-60, -60, -60, -20, -20, -50, -20, -20, -40, -42, -40, -20, -20]:
        segmenter.push(SPEECH, level_db)
    assert segmenter.quietest(3 * FRAME_SAMPLES, segmenter.position) == 9 * FRAME_SAMPLES + FRAME_SAMPLES // 2
    assert segmenter.quietest(0, segmenter.position) == 1 * FRAME_SAMPLES + FRAME_SAMPLES // 2


def test_how_much_of_a_stretch_is_speech():
    segmenter = heard(QUIET, SPEECH, SPEECH, 0.4, QUIET, SPEECH)
    assert segmenter.speech_s(0, segmenter.position) == 4 * FRAME_MS / 1000
    assert segmenter.speech_s(2 * FRAME_SAMPLES, 5 * FRAME_SAMPLES) == 2 * FRAME_MS / 1000


def test_the_longest_pause_of_a_stretch():
    segmenter = heard(QUIET, SPEECH, QUIET, QUIET, QUIET, QUIET, SPEECH, QUIET, SPEECH)
    assert segmenter.longest_pause(0, segmenter.position) == 4 * FRAME_SAMPLES
    assert segmenter.longest_pause(6 * FRAME_SAMPLES, segmenter.position) == 8 * FRAME_SAMPLES
    assert heard(SPEECH, SPEECH).longest_pause(0, 2 * FRAME_SAMPLES) is None
