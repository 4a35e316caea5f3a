"""Windows: one paragraph each, cut by what stands to the left alone."""

from hypothesis import given
from hypothesis import strategies as st

from claimwire.encoder.pieces import LOWER, Word
from claimwire.encoder.windows import INSIDE, MOST_PIECES, OUTSIDE, QUOTE_MARK, windows
from claimwire.layers.encoded import quote_states


def words_of(text: str) -> list[Word]:
    """Words split at blanks, one piece each, a full stop glued to its word."""
    out, at = [], 0
    for part in text.split(" "):
        if part:
            out.append(Word(at, at + len(part), (7,), LOWER))
        at += len(part) + 1
    return out


def cut(text: str) -> list:
    words = words_of(text)
    return list(windows(text, words, quote_states(text, 0, len(text), words)))


def test_a_short_paragraph_is_one_window():
    assert [(len(w.words), w.context) for w in cut("a b c.")] == [(3, 0)]


def test_a_long_paragraph_is_cut_behind_a_sentence_and_read_on_with_context():
    text = " ".join(["w"] * 199 + ["end."] + ["w"] * 100)
    first, second = cut(text)
    assert len(first.words) == 200
    assert second.context == 32
    assert len(second.words) == 132


def test_a_paragraph_without_sentence_ends_is_cut_where_it_is_full():
    sizes = [len(w.words) for w in cut(" ".join(["w"] * 400))]
    assert sizes[0] == MOST_PIECES
    assert all(size <= MOST_PIECES for size in sizes)


@given(st.lists(st.sampled_from(["w", "w.", "word", "w?"]), min_size=1, max_size=700), st.integers(0, 700))
def test_what_is_added_behind_changes_no_earlier_cut(parts, size):
    before = cut(" ".join(parts[:size] or ["w"]))
    after = cut(" ".join(parts))
    for a, b in zip(before[:-1], after, strict=False):
        assert a == b


@given(st.lists(st.sampled_from(["w", "w.", "word"]), min_size=1, max_size=700))
def test_every_word_is_answered_for_once(parts):
    text = " ".join(parts)
    answered = [w for window in cut(text) for w in window.words[window.context :]]
    assert answered == words_of(text)


def test_quotation_marks_and_what_they_hold_are_told_apart():
    text = 'He said " it is so " today.'
    states = cut(text)[0].quoted
    assert states == (OUTSIDE, OUTSIDE, QUOTE_MARK, INSIDE, INSIDE, INSIDE, QUOTE_MARK, OUTSIDE)
