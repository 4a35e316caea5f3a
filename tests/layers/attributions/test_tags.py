"""Speech tags and quoted names: what belongs to whom by the marks of direct speech, parsed by the model."""

from __future__ import annotations

import pytest

from claimwire.layers.attributions.bounds import choice_of
from claimwire.layers.attributions.called import is_name_calling, is_title, quoted_name
from claimwire.layers.attributions.choice import Frame
from claimwire.layers.attributions.quoted_parse import QuotedParse
from claimwire.layers.attributions.tags import settle_tags
from claimwire.layers.layout.blocks import blocks
from claimwire.layers.parse import parse_of
from claimwire.layers.quotations.pair import quotations
from claimwire.pipeline import load_model
from tests.layers.attributions.quoted import choice, words_of

# text, what was found before, what is then: each as source, cue and contents
SETTLED = [
    (  # a verb that was not taken for a cue
        '"The quay is sound," vowed Ida Holm, "and we will prove it."',
        [],
        [("Ida Holm", "vowed", ["The quay is sound", "and we will prove it"])],
    ),
    (  # a verb with a particle, behind somebody who was given both quotations
        '"It is ours," said Ida Holm. "It was ours," chimed in her uncle Jon Holm.',
        [("Ida Holm", "said", "It is ours", "It was ours")],
        [("Ida Holm", "said", ["It is ours"]), ("her uncle Jon Holm", "chimed in", ["It was ours"])],
    ),
    (  # quotations that changed places
        '"Too dear," posted Ida Holm. "How so?" Jon Lund asked.',
        [("Ida Holm", "posted", "How so"), ("Jon Lund", "asked", "Too dear")],
        [("Ida Holm", "posted", ["Too dear"]), ("Jon Lund", "asked", ["How so"])],
    ),
    (  # a full stop instead of a comma
        '"We sank." said skipper Jon Lund.',
        [],
        [("skipper Jon Lund", "said", ["We sank"])],
    ),
    (  # the name behind the verb, and not one before it
        'Ida Holm spoke. "We are shut," said Jon Lund.',
        [("Ida Holm", "said", "We are shut")],
        [("Jon Lund", "said", ["We are shut"])],
    ),
]
UNSETTLED = [
    # what somebody does, and what begins a sentence of its own
    ('"It is late." Jon Lund nodded.', []),
    ('"Who came?" Then Jon Lund said: "Nobody."', [("Jon Lund", "said", "Nobody")]),
    ('The "old quay," built by Jon Lund, sank.', []),
    # told inside of a quotation
    (
        '"I hope the quay holds," said Jon Lund.',
        [("Jon Lund", "said", "I hope the quay holds"), ("I", "hope", "the quay holds")],
    ),
]


@pytest.fixture(scope="module")
def view():
    nlp, docs = load_model("news"), []

    def make(text: str) -> QuotedParse:
        docs.append(nlp(text))  # a parse lives as long as its Doc
        paragraphs = blocks(text)
        return QuotedParse(parse_of(docs[-1]), quotations(text, paragraphs), paragraphs)

    return make


def settled(view: QuotedParse, given: list[tuple[str, ...]]):
    found = settle_tags(view, [choice(view, *parts) for parts in given])
    return sorted((words_of(view, c) for c in found), key=lambda words: view.parse.text.index(words[1]))


@pytest.mark.parametrize(("text", "given", "wanted"), SETTLED)
def test_a_quotation_belongs_to_the_tag_behind_it(view, text, given, wanted):
    assert settled(view(text), given) == wanted


@pytest.mark.parametrize(("text", "given"), UNSETTLED)
def test_what_is_no_tag_leaves_quotations_where_they_are(view, text, given):
    assert sorted(settled(view(text), given)) == sorted((s, q, list(content)) for s, q, *content in given)


CALLED = [
    ('Ida Holm called the ruling "not fair".', "called", 'the ruling "not fair"', ["not fair"]),
    ('Ida Holm dismissed it as "a fable".', "dismissed", 'it as "a fable"', ["a fable"]),
    ('Ida Holm said it was "a fable".', "said", 'it was "a fable"', ['it was "a fable']),
]


@pytest.mark.parametrize(("text", "cue", "content", "wanted"), CALLED)
def test_what_something_is_called_is_the_quoted_words(view, text, cue, content, wanted):
    seen = view(text)
    found = quoted_name(seen, choice(seen, "Ida Holm", cue, content))
    assert words_of(seen, found)[2] == wanted
    assert is_name_calling(seen, found) == (cue != "said")


@pytest.mark.parametrize(
    ("text", "cue", "content", "title"),
    [
        ('Ida Holm sang "The Ferry to Bergen" on stage.', "sang", "The Ferry to Bergen", True),
        ('Ida Holm wrote "The Ferry is lost".', "wrote", "The Ferry is lost", False),
        ('Ida Holm shouted "Save The Ferry".', "shouted", "Save The Ferry", False),
    ],
)
def test_titles_say_nothing(view, text, cue, content, title):
    seen = view(text)
    assert is_title(seen, choice(seen, "Ida Holm", cue, content)) is title


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        # the subject of another verb is no source where the cue has its own
        ("Holm shut the quay and Lund said it would sink.", "Holm", "said", "it would sink", "Lund"),
        ("Holm shut the quay and said it would sink.", "Holm", "said", "it would sink", "Holm"),
        # an article or title alone is nobody
        ("The agency said it would sink.", "The", "said", "it would sink", "The agency"),
        # the place belongs to who is not named
        ('"Who?" asked a man in the crowd.', "a man", "asked", "Who", "a man in the crowd"),
        ('"Who?" asked Jon Lund in the crowd.', "Jon Lund", "asked", "Who", "Jon Lund"),
    ],
)
def test_the_source_by_the_grammar_of_its_cue(view, text, source, cue, content, wanted):
    seen = view(text)

    def tokens(words: str) -> tuple[int, int]:
        return seen.tokens(text.index(words), text.index(words) + len(words))

    frame = Frame(tokens(cue), tokens(source), (tokens(content),), 0.9, 0.9)
    found = choice_of(seen, frame, lambda interval: interval, False)
    assert found is not None
    assert words_of(seen, found)[0] == wanted
