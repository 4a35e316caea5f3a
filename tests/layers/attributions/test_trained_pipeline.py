"""The trained component on plain constructions, in both scopes, and on texts of any length."""

import pytest

import claimwire
from claimwire.layers import store
from tests.steps import growth

STORY = (
    "The mayor said the bridge would close in May.\n\n"
    "“It is old and it is dangerous,” Ada Lind told the council. “We have no choice.”\n\n"
    "The council will decide on Friday, according to its website.\n\n"
    "In a letter on Monday, the engineers warned that the pillars were cracked.\n"
)


@pytest.fixture(scope="module")
def news():
    return claimwire.load("news")


@pytest.fixture(scope="module")
def wide():
    return claimwire.load("wide")


def found(nlp, text):
    return store.get(nlp(text), "attributions")


def test_clauses_quotations_and_according_to(news):
    by_cue = {a.cue.text: a for a in found(news, STORY)}
    assert by_cue["said"].source.text == "The mayor"
    assert [c.text for c in by_cue["said"].content] == ["the bridge would close in May"]
    assert by_cue["told"].type == "direct"
    assert [q.text for q in by_cue["told"].quotes] == ["It is old and it is dangerous", "We have no choice"]
    assert by_cue["according to"].cue.kind == "phrase"
    assert by_cue["warned"].medium.text == "a letter"


def test_that_belongs_to_the_content_in_the_wide_scope_only(news, wide):
    text = "The engineers warned that the pillars were cracked."
    assert found(news, text)[0].content[0].text == "the pillars were cracked"
    assert found(wide, text)[0].content[0].text == "that the pillars were cracked"


def test_attributions_inside_a_quotation_are_found(news):
    text = "“The doctors told us that they needed a bigger ward,” Ada Lind said."
    told = [a for a in found(news, text) if a.cue.text == "told"]
    assert [c.text for a in told for c in a.content] == ["they needed a bigger ward"]


def test_a_relative_clause_alone_is_no_content(news):
    assert found(news, "The maker unveiled a van that costs less than its rivals.") == []


def test_a_signed_quotation_belongs_to_its_signer(news):
    text = "Readers wrote in.\n\n“We shall all miss the old bridge.”\n\n— Ada Lind, Malmo\n"
    (signed,) = [a for a in found(news, text) if a.cue.kind == "punctuation"]
    assert signed.source.text.startswith("Ada Lind")
    assert signed.content[0].text == "We shall all miss the old bridge"


def test_a_dash_that_touches_the_closing_mark_signs_too(wide):
    text = "“We shall all miss the old bridge.”― Ada Lind\n“It was time to close it.” ― Bo Ek\n"
    assert {"Ada Lind", "Bo Ek"} <= {a.source.text for a in found(wide, text) if a.source}


def test_every_record_is_a_slice_of_the_text(wide):
    for a in found(wide, STORY):
        spans = [
            a.cue,
            *a.content,
            *a.quotes,
            *([a.source] if a.source else []),
            *([a.medium] if a.medium else []),
        ]
        assert all(STORY[s.start : s.end] == s.text for s in spans)
        assert 0 <= a.confidence <= 1


def test_the_same_text_gives_the_same_records(wide):
    assert found(wide, STORY) == found(wide, STORY)


@pytest.mark.parametrize(
    "text", ["", "\n", "“" * 201, "“" * 200 + " said " + "”" * 200, "said:", "— Ada", "“a b c d”\n—"]
)
def test_odd_texts_give_a_result(wide, text):
    assert store.has(wide(text), "attributions")


def test_an_unclosed_mark_before_a_long_text_hides_nothing(wide):
    story = "The mayor said the bridge would close. The council asked engineers to look at it. " * 30
    assert len(found(wide, "“" + story)) >= 30


def test_work_grows_with_the_length_of_one_paragraph(wide):
    unit = "The mayor said the bridge would close, and “it is old,” Ada Lind added. "
    layer = wide.get_pipe("claimwire_attributions")

    def find(times: int):
        doc = wide(unit * times)
        return lambda: layer(doc)

    assert growth(find, 8, 64) < 1.5
