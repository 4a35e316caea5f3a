"""Words and pieces: as BERT's own tokenizer cuts them, and at their places in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.encoder.card import VOCABULARY_FILE, shipped
from claimwire.encoder.pieces import DIGITS, LETTER, LOWER, MARK, MIXED, TITLE, UPPER, WordPieces, shape_of
from tests.fixture_gold import FIXTURES


@pytest.fixture(scope="module")
def vocabulary() -> list[str]:
    return (shipped() / VOCABULARY_FILE).read_text(encoding="utf-8").split("\n")[:-1]


@pytest.fixture(scope="module")
def pieces(vocabulary) -> WordPieces:
    return WordPieces(vocabulary)


def of(pieces: WordPieces, text: str) -> list[int]:
    return [p for w in pieces.words(text) for p in w.pieces]


@pytest.fixture(scope="module")
def reference(vocabulary):
    tokenizers = pytest.importorskip("tokenizers", reason="the reference tokenizer is in the extra `test`")
    return tokenizers.BertWordPieceTokenizer(
        {piece: i for i, piece in enumerate(vocabulary)}, lowercase=True, strip_accents=True
    )


def test_the_fixtures_are_cut_as_the_reference_cuts_them(pieces, reference):
    for path in sorted(FIXTURES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert of(pieces, text) == reference.encode(text, add_special_tokens=False).ids, path.name


@pytest.mark.parametrize(
    "text",
    [
        "Café Zoë’s naïve façade", "don't U.S. 3.5% (D-Minn.) a_b", "€100 £5 $7bn", "東京 Tokyo大阪",
        "soft\u00adhyphen zero\u200bwidth", "İstanbul ẞtraße", "x" * 101 + " y", "e\u0301t\u00e9",
    ],
)  # fmt: skip
def test_odd_texts_are_cut_as_the_reference_cuts_them(pieces, reference, text):
    assert of(pieces, text) == reference.encode(text, add_special_tokens=False).ids


@given(st.text(max_size=60))
def test_words_stand_in_order_at_their_places(pieces, text):
    end = 0
    for word in pieces.words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.pieces
        assert not any(c.isspace() for c in text[word.start : word.end])
        end = word.end


def test_a_mark_is_a_word_of_its_own(pieces):
    text = "(D-Minn.)"
    assert [text[w.start : w.end] for w in pieces.words(text)] == ["(", "D", "-", "Minn", ".", ")"]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("said", LOWER), ("Ann", TITLE), ("NATO", UPPER), ("A", LETTER), ("iPhone", MIXED), ("McKay", MIXED),
        ("2018", DIGITS), ("5m", LOWER), (",", MARK),
    ],
)  # fmt: skip
def test_the_shape_of_a_word(word, shape):
    assert shape_of(word) == shape
