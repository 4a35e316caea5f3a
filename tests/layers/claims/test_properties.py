"""What holds of all claims, whatever the text; hand-built parses of any shape, and long texts."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from claimwire.layers.claims.find import find_claims
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import Parse
from claimwire.records import Attribution, Cue, Source, Span
from tests.steps import growth

VOCAB = spacy.blank("en").vocab
DEPS = [
    "nsubj",
    "dobj",
    "conj",
    "cc",
    "relcl",
    "ccomp",
    "xcomp",
    "advcl",
    "prep",
    "pobj",
    "aux",
    "mark",
    "punct",
    "neg",
]
TAGS = {
    "VBD": "VERB",
    "VB": "VERB",
    "VBZ": "VERB",
    "MD": "AUX",
    "NN": "NOUN",
    "IN": "ADP",
    "CC": "CCONJ",
    ",": "PUNCT",
}
WORDS = ["sales", "fell", "will", "not", "if", "that", "and", ",", '"', "to", "who", "is", "-", "said"]


@st.composite
def parses(draw) -> Parse:
    """Trees of random words, tags and labels; a token's head is any other token of a tree without cycles."""
    size = draw(st.integers(1, 14))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    heads[order[0]] = order[0]
    for place, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, place - 1))]
    tags = [draw(st.sampled_from(list(TAGS))) for _ in range(size)]
    deps = ["ROOT" if heads[i] == i else draw(st.sampled_from(DEPS)) for i in range(size)]
    words = [draw(st.sampled_from(WORDS)) for _ in range(size)]
    doc = Doc(
        VOCAB, words=words, heads=heads, deps=deps, tags=tags, pos=[TAGS[t] for t in tags], lemmas=words
    )
    return Parse(doc)


def claims_of(parse: Parse, attributions=()):
    return find_claims(parse, Mentions.from_records(parse, []), attributions)


@given(parses())
@settings(max_examples=150, deadline=None)
def test_offsets_and_texts_agree_for_any_tree(parse):
    text = parse.text
    for claim in claims_of(parse):
        assert 0 <= claim.start < claim.end <= len(text)
        for span in (claim, claim.subject, claim.predicate, *claim.arguments):
            assert span is None or span.text == text[span.start : span.end]
        assert text[: claim.start].endswith(claim.prefix) and len(claim.prefix) <= 32
        assert text[claim.end :].startswith(claim.suffix) and len(claim.suffix) <= 32


@given(parses(), st.data())
@settings(max_examples=80, deadline=None)
def test_every_attribution_is_held_by_some_claim_or_by_a_nested_one(parse, data):
    size = len(parse.text)
    start = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(start + 1, size))
    content = Span(start, end, parse.text[start:end])
    said = Attribution("a1", "indirect", Source(0, 1, parse.text[:1]), None, (content,))
    held = [c for c in claims_of(parse, [said]) if c.attribution == said]
    assert held


def chain(clauses: int) -> Parse:
    """One sentence of many coordinated clauses: "it fell and fell and fell"."""
    words, heads, deps, tags, last = ["it"], [1], ["nsubj"], ["PRP"], 1
    for n in range(clauses):
        if n:
            words.append("and")
            heads.append(last)
            deps.append("cc")
            tags.append("CC")
        verb = len(words)
        words.append("fell")
        heads.append(last if n else verb)
        deps.append("conj" if n else "ROOT")
        tags.append("VBD")
        last = verb
    pos = [{"PRP": "PRON", "CC": "CCONJ", "VBD": "VERB"}[t] for t in tags]
    return Parse(Doc(VOCAB, words=words, heads=heads, deps=deps, tags=tags, pos=pos, lemmas=words))


def test_work_grows_with_the_text_and_not_with_its_square():
    def find(n: int):
        parse = chain(n)
        return lambda: claims_of(parse)

    assert growth(find, 40, 320) < 1.5


def test_deep_nest_of_attributions():
    parse = chain(200)
    size = len(parse.text)
    nest = [
        Attribution(
            f"a{n}",
            "indirect",
            None,
            Cue(n, n + 1, parse.text[n], "x", "verb"),
            (Span(n, size, parse.text[n:]),),
        )
        for n in range(200)
    ]
    assert claims_of(parse, nest)[-1].attribution == nest[-1]
