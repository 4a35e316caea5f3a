"""Whether a claim is put forward at all, denied or passed on: polarity, evidential, questions."""

from __future__ import annotations

import pytest

from claimwire.layers.claims.find import find_claims
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import parse_of
from claimwire.records import Attribution, Claim, Cue, Source, Span
from tests.pipelines import parsed

NEGATED = [
    # text, the words of a claim, its polarity
    ("It is not true that the quay sank.", "the quay sank", "negated"),
    ("It is simply untrue that the quay sank.", "the quay sank", "negated"),
    ("It is far from true that the quay sank.", "the quay sank", "negated"),
    ("It is not untrue that the quay sank.", "the quay sank", "affirmed"),
    ("It is true that the quay sank.", "the quay sank", "affirmed"),
    ("It is wrong that nurses earn less.", "nurses earn less", "affirmed"),
    ("It is not the case that Ida Holm left.", "Ida Holm left", "negated"),
    ("The rumour that Ida Holm had died was a hoax.", "Ida Holm had died", "negated"),
    ("The story that the quay sank is nonsense.", "the quay sank", "negated"),
    # a noun complement is called false, what is done to the claim is not
    ("The claim that Ida Holm made is false.", "Ida Holm made", "affirmed"),
    ("The rumour that spread in the port is a lie.", "that spread", "affirmed"),
    ("The trust denied the rumour that was spread by rivals.", "was spread", "affirmed"),
    ("The trust dismissed the report that the paper published.", "the paper published", "affirmed"),
    ("The trust dismissed the report that the quay sank.", "the quay sank", "negated"),
    ("The claim that the quay sank is well known.", "the quay sank", "affirmed"),
    ("The trust dismissed the notion that the tower leans.", "the tower leans", "negated"),
    ("Not one boat sailed.", "boat sailed", "negated"),
    ("Not a single boat sailed.", "boat sailed", "negated"),
    ("Not every boat sailed.", "boat sailed", "negated"),
    ("Barely any boats sailed.", "boats sailed", "negated"),
    ("Few boats sailed.", "Few boats sailed", "negated"),
    ("A few boats sailed.", "few boats sailed", "affirmed"),
    ("The few boats sailed.", "few boats sailed", "affirmed"),
    ("Few of the boats sailed.", "boats sailed", "negated"),
    ("Little oil was left.", "oil was left", "negated"),
    ("A little oil was left.", "oil was left", "affirmed"),
    ("Little Britain was shown.", "was shown", "affirmed"),
    ("Seldom do boats sail.", "do boats sail", "negated"),
    ("At no time did the boats sail.", "did the boats sail", "negated"),
    ("By no means will the boats sail.", "will the boats sail", "negated"),
    ("At one time the boats sailed.", "the boats sailed", "affirmed"),
    ("No 10 replied.", "No 10 replied", "affirmed"),
    ("Hardly anyone sailed.", "anyone sailed", "negated"),
    ("The boats never once sailed.", "once sailed", "negated"),
    ("Not once did the boats sail.", "did the boats sail", "negated"),
    ("The crew failed to sail.", "failed to sail", "affirmed"),
    ("The crew declined to comment.", "declined to comment", "affirmed"),
    ("The crew declined to say whether it sailed.", "declined to say", "negated"),
    ("No fewer than 40 boats sailed.", "boats sailed", "affirmed"),
]
EVIDENTIAL = [
    # text, the words of a claim, its evidential
    ("The clerk allegedly hid £40.", "hid £40", "alleged"),
    ("Allegedly, the clerk hid £40.", "the clerk hid £40", "alleged"),
    ("The clerk reportedly is furious.", "is furious", "reported"),
    ("The clerk was reportedly furious.", "was reportedly furious", "reported"),
    ("The clerk supposedly left.", "supposedly left", "reported"),
    ("The yard apparently closed.", "apparently closed", "believed"),
    ("The kiln is thought to have burst.", "have burst", "believed"),
    ("The kiln is understood to be cracked.", "to be cracked", "believed"),
    ("Forty men are feared dead.", "feared dead", "believed"),
    ("The baker is said to be ill.", "to be ill", "reported"),
    ("The baker is reported to be ill.", "to be ill", "reported"),
    ("The baker is rumoured to be ill.", "to be ill", "reported"),
    ("The baker is alleged to have lied.", "have lied", "alleged"),
    ("The baker is suspected of lying.", "suspected of lying", "alleged"),
    ("The baker, who is accused of hiding flour, left.", "accused of hiding flour", "alleged"),
    ("The baker is said to have hidden flour and sold it.", "sold it", "reported"),
    ("The baker allegedly broke in and took £40.", "took £40", "alleged"),
    ("The baker broke in and allegedly took £40.", "broke in", None),
    ("The baker is known to be ill.", "to be ill", None),
    ("The baker is expected to retire.", "to retire", None),
    ("The baker appears to be ill.", "to be ill", None),
    ("The baker seems to have left.", "have left", None),
    ("The baker is thought by doctors to be ill.", "to be ill", None),
    ("The baker is seen as ill.", "seen as ill", None),
    ("The alleged thief left.", "left", None),
    ("The baker died, reportedly of cold.", "died", None),
    ("The baker accused the clerk of lying.", "accused the clerk", None),
]


@pytest.fixture(scope="module")
def claims(nlp):
    """The claims of a sentence without attributions or names."""

    def of(text: str, *said: Attribution) -> list[Claim]:
        [doc] = parsed(nlp, [text])
        return find_claims(parse_of(doc), Mentions(doc), said)

    return of


def holding(found: list[Claim], words: str) -> Claim:
    """The shortest claim that holds the words."""
    return min((c for c in found if words in c.text), key=lambda c: len(c.text))


@pytest.mark.parametrize(("text", "words", "polarity"), NEGATED)
def test_polarity(claims, text, words, polarity):
    assert holding(claims(text), words).polarity == polarity


@pytest.mark.parametrize(("text", "words", "evidential"), EVIDENTIAL)
def test_evidential(claims, text, words, evidential):
    claim = holding(claims(text), words)
    assert claim.evidential == evidential
    assert [e.field for e in claim.evidence].count("evidential") == (evidential is not None)


def said(text: str, cue: str, content: str, stance: str, quoted: bool = False) -> Attribution:
    """An attribution made by hand; the source is what stands before the cue."""
    at, where = text.index(cue), text.index(content)
    span = Span(where, where + len(content), content)
    source = Source(0, at - 1, text[: at - 1])
    type_ = "direct" if quoted else "indirect"
    quotes = (span,) if quoted else ()
    return Attribution(
        "a1", type_, source, Cue(at, at + len(cue), cue, cue, "verb"), (span,), quotes, stance=stance
    )


def test_what_a_source_denies_is_negated_at_the_top_of_the_content_only(claims):
    text = "The abbot denied that he sold the bell, which is cracked."
    found = claims(text, said(text, "denied", "he sold the bell, which is cracked", "denies"))
    assert holding(found, "he sold the bell").polarity == "negated"
    assert holding(found, "which is cracked").polarity == "affirmed"


def test_both_verbs_of_a_denied_content_are_negated_and_a_negation_inside_is_undone(claims):
    text = "The abbot denied that he sold the bell or melted the lamps."
    found = claims(text, said(text, "denied", "he sold the bell or melted the lamps", "denies"))
    assert {c.polarity for c in found if c.attribution} == {"negated"}
    text = "The abbot denied that he had not paid."
    [claim] = [c for c in claims(text, said(text, "denied", "he had not paid", "denies")) if c.attribution]
    assert claim.polarity == "affirmed"


@pytest.mark.parametrize("stance", ["asserts", "doubts", "withholds"])
def test_what_is_not_denied_keeps_its_polarity(claims, stance):
    text = "The abbot said he sold the bell."
    [claim] = [c for c in claims(text, said(text, "said", "he sold the bell", stance)) if c.attribution]
    assert (claim.polarity, claim.attribution.stance) == ("affirmed", stance)


def test_a_question_asked_in_quotation_marks_bears_no_claim(claims):
    text = 'The abbot asked: "More bells?"'
    assert not [c for c in claims(text, said(text, "asked", "More bells", "asks", True)) if c.attribution]
    text = 'The abbot said: "More bells."'
    assert [c.text for c in claims(text, said(text, "said", "More bells", "asserts", True)) if c.attribution]


def test_a_judgement_in_quotation_marks_bears_no_claim(claims):
    text = 'The abbot call the bell "a dud".'
    assert not [c for c in claims(text, said(text, "call", "a dud", "asserts", True)) if c.attribution]
