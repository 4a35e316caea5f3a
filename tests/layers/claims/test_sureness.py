"""A name takes the place of a pronoun or noun only where that is sure."""

import pytest

from claimwire.layers.claims.resolved import NameWriter
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import parse_of
from claimwire.records import Entity, Reference


def entity(text, name, label, words=None, since=0):
    at = text.index(words or name, since)
    return Entity(at, at + len(words or name), words or name, label, name, entity=name)


def reference(text, words, name, label, kind="pronoun", rule="rule", after=""):
    at = text.index(words, text.index(after))
    return Reference(at, at + len(words), words, name, name, kind, label, rule)


def written(nlp, text, entities, references, of):
    parse = parse_of(nlp(text))
    start = text.index(of)
    return NameWriter(Mentions.from_records(parse, entities, references)).text(start, start + len(of))


def test_one_body_is_never_they(nlp):
    text = "Larch Foods cut jobs. They were angry."
    refs = [reference(text, "They", "Larch Foods", "ORG")]
    assert (
        written(nlp, text, [entity(text, "Larch Foods", "ORG")], refs, "They were angry") == "They were angry"
    )


def test_a_part_of_a_compound_stays(nlp):
    text = "Togo voted. The state-run radio was silent."
    refs = [reference(text, "state", "Togo", "GPE", "nominal", "definite")]
    assert written(nlp, text, [entity(text, "Togo", "GPE")], refs, text[12:]) == text[12:]


def test_a_noun_stays_where_two_of_its_kind_are_in_reach(nlp):
    text = "Larch Foods sued Holm Bank. The firm won."
    both = [entity(text, "Larch Foods", "ORG"), entity(text, "Holm Bank", "ORG")]
    refs = [reference(text, "firm", "Holm Bank", "ORG", "nominal", "definite")]
    assert written(nlp, text, both, refs, "The firm won") == "The firm won"


def test_a_noun_goes_with_its_article_where_one_is_in_reach(nlp):
    text = "Larch Foods lost money. The firm's shares fell."
    refs = [reference(text, "firm", "Larch Foods", "ORG", "nominal", "definite")]
    one = [entity(text, "Larch Foods", "ORG")]
    assert written(nlp, text, one, refs, "The firm's shares fell") == "Larch Foods' shares fell"


def test_the_first_person_is_replaced_whole(nlp):
    text = '"I am proud of my plan and have told my staff," said Ann Holm.'
    said = [entity(text, "Ann Holm", "PERSON")]
    refs = [reference(text, "I", "Ann Holm", "PERSON"), reference(text, "my", "Ann Holm", "PERSON"),
            reference(text, "my", "Ann Holm", "PERSON", after="told")]  # fmt: skip
    of = "I am proud of my plan and have told my staff"
    whole = "Ann Holm is proud of Ann Holm's plan and has told Ann Holm's staff"
    assert written(nlp, text, said, refs, of) == whole


def test_half_a_first_person_is_not_replaced(nlp):
    text = '"I am proud of our town," said Ann Holm.'
    said = [entity(text, "Ann Holm", "PERSON")]
    refs = [reference(text, "I", "Ann Holm", "PERSON")]
    assert written(nlp, text, said, refs, "I am proud of our town") == "I am proud of our town"


@pytest.mark.parametrize("words", ["our children", "our country"])
def test_what_is_everyones_is_no_firms(nlp, words):
    text = f'"The dam protects {words}," said Larch Energy.'
    refs = [reference(text, "our", "Larch Energy", "ORG")]
    assert words in written(
        nlp, text, [entity(text, "Larch Energy", "ORG")], refs, f"The dam protects {words}"
    )


def test_a_surname_is_written_out_once(nlp):
    text = "Ann Holm resigned. Holm said Holm was tired."
    at = text.index("Holm said")
    people = [entity(text, "Ann Holm", "PERSON"), entity(text, "Ann Holm", "PERSON", "Holm", at),
              entity(text, "Ann Holm", "PERSON", "Holm", at + 1)]  # fmt: skip
    assert written(nlp, text, people, [], text[at:]) == "Ann Holm said Holm was tired."


def test_a_surname_of_two_people_stays(nlp):
    text = "Ann Holm met Per Holm. Holm was tired."
    at = text.index("Holm was")
    people = [entity(text, "Ann Holm", "PERSON"), entity(text, "Per Holm", "PERSON"),
              entity(text, "Ann Holm", "PERSON", "Holm", at)]  # fmt: skip
    assert written(nlp, text, people, [], "Holm was tired") == "Holm was tired"


def test_its_goes_with_the_subject_of_its_clause(nlp):
    text = "Larch Foods grew. The union raised its fees."
    refs = [reference(text, "its", "Larch Foods", "ORG")]
    one = [entity(text, "Larch Foods", "ORG")]
    assert written(nlp, text, one, refs, "The union raised its fees") == "The union raised its fees"
