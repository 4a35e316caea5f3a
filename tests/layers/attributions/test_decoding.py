"""From logits to words: stretches, holes, noise, and which of two readings of one attribution stays."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.layers.attributions.choice import Frame
from claimwire.layers.attributions.decoding import decode
from claimwire.layers.attributions.reading import outermost, without_duplicates
from tests.layers.attributions.quoted import logits, marked


def parts(sentence):
    words, roles = marked(sentence)
    frame = decode(logits(roles), roles.index(2), 0, 0.9)
    text = [" ".join(words[a:b]) for a, b in (frame.source or (0, 0), frame.cue, *frame.content)]
    return text[0], text[1], text[2:]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[s Ann Lind] [q said] [c the bridge is safe] .", ("Ann Lind", "said", ["the bridge is safe"])),
        # the tag may stand inside the content
        ("[c The bridge] , [s she] [q said] , [c is safe]", ("she", "said", ["The bridge", "is safe"])),
        ("[s Ann] , [s a clerk] [q said] [c it is shut]", ("Ann , a clerk", "said", ["it is shut"])),
        # cues of several words
        ("[q According to] [s the mayor] [c it is shut]", ("the mayor", "According to", ["it is shut"])),
        # nobody is named
        ("It is [q believed] [c that it fell]", ("", "believed", ["that it fell"])),
        # of two sources the longer
        ("[s He] and then the [s old man] [q said] [c no more]", ("old man", "said", ["no more"])),
    ],
)  # fmt: skip
def test_stretches(sentence, expected):
    assert parts(sentence) == expected


def test_a_cue_without_content_reports_nothing():
    words, roles = marked("[s She] [q said] little .")
    assert decode(logits(roles), roles.index(2), 0, 0.9) is None


def test_words_are_counted_from_the_text_not_the_window():
    _, roles = marked("[s She] [q said] [c no]")
    frame = decode(logits(roles), 1, 40, 0.9)
    assert (frame.source, frame.cue, frame.content) == ((40, 41), (41, 42), ((42, 43),))


def test_a_frame_is_as_likely_as_its_words_in_geometric_mean():
    _, roles = marked("[s She] [q said] [c no]")
    rows = np.log(np.array([[0.1, 0.8, 0.05, 0.05], [0.1, 0.1, 0.7, 0.1], [0.3, 0.1, 0.1, 0.5]]))
    assert decode(rows, 1, 0, 0.9).probability == pytest.approx((0.8 * 0.5) ** 0.5)


ROWS = st.lists(st.lists(st.floats(-8, 8, width=32), min_size=4, max_size=4), min_size=1, max_size=40)


@given(ROWS, st.data())
def test_roles_never_share_a_word_and_none_is_empty(rows, data):
    at = data.draw(st.integers(0, len(rows) - 1))
    frame = decode(np.array(rows, dtype=np.float32), at, 0, 0.5)
    if frame is None:
        return
    taken = [*frame.content, frame.cue, *([frame.source] if frame.source else [])]
    assert all(0 <= a < b <= len(rows) for a, b in taken)
    inside = sorted(taken)
    assert all(b <= c for (_, b), (c, _) in zip(inside, inside[1:], strict=False))
    assert 0 <= frame.probability <= 1


def frame(cue, source, content, likely):
    return Frame((cue, cue + 1), source, content, likely, 0.9)


def test_of_two_cues_of_one_content_and_source_the_likelier_stays():
    likely, other = frame(2, (0, 2), ((4, 9),), 0.9), frame(3, (0, 2), ((4, 9),), 0.6)
    assert without_duplicates([other, likely]) == [likely]


def test_two_speakers_may_say_the_same():
    both = [frame(2, (0, 2), ((6, 11),), 0.9), frame(4, (3, 4), ((6, 11),), 0.6)]
    assert without_duplicates(both) == both


def test_an_attribution_inside_another_is_kept_unless_only_the_outermost_are_asked_for():
    outer, inner = frame(1, (0, 1), ((2, 12),), 0.9), frame(4, (3, 4), ((5, 12),), 0.95)
    assert without_duplicates([outer, inner]) == [outer, inner]
    assert outermost([outer, inner]) == [outer]


def test_two_that_hold_each_other_s_cues_do_not_both_go():
    a, b = frame(1, (0, 1), ((3, 9),), 0.9), frame(4, (8, 9), ((0, 3),), 0.7)
    assert outermost([a, b]) == [a]
