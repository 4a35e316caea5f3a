"""The walk through an article: who is asked about, in which order, and what earlier answers tell."""

import pytest

from claimwire.layers import store
from claimwire.layers.layout.blocks import blocks
from claimwire.layers.parse import parse_of
from claimwire.layers.references.anaphors import anaphors
from claimwire.layers.references.discourse import Discourse
from claimwire.layers.references.resolve import resolve
from claimwire.records import Attribution, Cue, Entity, Source, Span


def span(text: str, words: str, at: int = 0) -> tuple[int, int, str]:
    start = text.index(words, at)
    return start, start + len(words), words


def discourse(nlp, text, people, attributions=()):
    doc = nlp(text)
    entities = [Entity(*span(text, words), "PERSON", words, f"e{k}") for k, words in enumerate(people)]
    return Discourse(parse_of(doc), blocks(text), entities, attributions)


def saying(text, content, source, cue, start=0):
    said = Span(*span(text, content))
    who = Source(*span(text, source, said.end))
    return Attribution("a1", "direct", who, Cue(*span(text, cue, start), cue, "verb"), (said,), (said,))


TEXT = 'Joe Berg fled. Karl Moss, whose shop he robbed, was in court. "He took everything," he said.'


def test_the_tag_is_decided_before_what_is_quoted(nlp):
    a = saying(TEXT, "He took everything", "he", "said")
    asked = []
    d = discourse(nlp, TEXT, ["Joe Berg", "Karl Moss"], [a])
    resolve(d, lambda scene: asked.append(scene.anaphor.token))
    words = [d.parse.start[i] for i in asked]
    quoted, tag = TEXT.index("He took"), TEXT.rindex("he said")
    assert words.index(tag) < words.index(quoted)


def test_who_speaks_is_not_whom_the_words_speak_of(nlp):
    a = saying(TEXT, "He took everything", "he", "said")
    d = discourse(nlp, TEXT, ["Joe Berg", "Karl Moss"], [a])
    tag, told = TEXT.rindex("he said"), {}

    def decide(scene):
        i = d.parse.start[scene.anaphor.token]
        told[i] = [c.name for c in scene.candidates]
        return next((c for c in scene.candidates if c.name == "Karl Moss"), None) if i == tag else None

    resolve(d, decide)
    assert set(told[TEXT.index("He took")]) == {"Joe Berg"}


def test_an_answer_counts_as_a_mention(nlp):
    text = "Ann Pell met Rita Moss. She left. She waved."
    d = discourse(nlp, text, ["Ann Pell", "Rita Moss"])
    asked = []

    def decide(scene):
        asked.append([c.name for c in scene.candidates])
        return next(c for c in scene.candidates if c.name == "Ann Pell")

    resolve(d, decide)
    assert asked == [["Rita Moss", "Ann Pell"], ["Ann Pell", "Rita Moss"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met her. It rained on the US.", ["He", "her", "It"]),
        ("The company paid us.", ["The company", "us"]),
        ("A man fell.", ["A man"]),
        ("Companies paid.", []),
    ],
)
def test_what_may_refer(nlp, text, found):
    parse = parse_of(nlp(text))
    assert [parse.phrase(a.first, a.stop) for a in anaphors(parse, {})] == found


def test_references_are_written_and_attributions_left_alone(nlp):
    text = "Larch Foods said it would close two plants."
    doc = nlp(text)
    before = store.get(doc, "attributions")
    nlp.get_pipe("claimwire_references")(doc)
    assert store.get(doc, "attributions") == before
