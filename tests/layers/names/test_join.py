"""Names of one entity are joined, those of namesakes kept apart; worked by hand, without a model."""

import pytest

from claimwire.layers.names.canonical import canonical
from claimwire.layers.names.cluster import core
from claimwire.layers.names.join import join
from claimwire.layers.names.match_things import shortenings
from claimwire.layers.names.mention import NameMention, words_of


def mentions(*names: str) -> list[NameMention]:
    """Mentions in the order given: "LABEL title|name", the title may be left out."""
    out = []
    for k, entry in enumerate(names):
        label, rest = entry.split(" ", 1)
        title, _, text = rest.rpartition("|")
        out.append(
            NameMention(k, k + 1, 10 * k, 10 * k + len(text), text, label, "test", title=title or None)
        )
    return out


def clusters(*names: str) -> list[list[str]]:
    return [[m.text for m in c.mentions] for c in join(mentions(*names))]


def test_words_fold_dots_hyphens_and_apostrophes():
    assert words_of("U.S.") == ("us",)
    assert words_of("Wal-Mart") == words_of("Wal - Mart") == ("wal", "mart")
    assert words_of("O’Neill") == ("oneill",)


@pytest.mark.parametrize(
    ("short", "name", "right"),
    [
        ("gm", "General Motors", True),
        ("fbi", "Federal Bureau of Investigation", True),
        ("eads", "European Aeronautic Defence and Space Company", True),
        ("abc", "Federal Bureau of Investigation", False),
        ("g", "General Motors", False),
        ("ibm", "Intel", False),
    ],
)
def test_acronyms(short, name, right):
    assert (short in shortenings(words_of(name))) is right


def test_legal_forms_and_articles_do_not_make_another_name():
    assert core(words_of("Larch Foods Inc.")) == core(words_of("Larch Foods"))
    assert core(words_of("The Larch Group")) == ("larch", "group")
    assert core(("inc",)) == ("inc",)


@pytest.mark.parametrize(
    "names",
    [
        ("PERSON Rita Moss", "PERSON Moss"),
        ("PERSON Robert Hale", "PERSON Bob Hale", "PERSON mr|Hale"),
        ("PERSON John F. Kerr", "PERSON John Kerr", "PERSON J. Kerr"),
        ("ORG Northern Rail Authority", "ORG NRA"),
        ("ORG Harbour Bank", "ORG Harbour"),
        ("ORG Liberal Democrats", "ORG Lib Dems"),
        ("ORG Larch Foods Inc.", "ORG Larch Foods"),
    ],
)
def test_one_entity(names):
    assert len(clusters(*names)) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("PERSON Rita Moss", "PERSON Karl Moss"),
        ("PERSON George Bell Jr", "PERSON George Bell Sr"),
        ("PERSON George A. Bell", "PERSON George P. Bell"),
        ("PERSON mr|Moss", "PERSON mrs|Moss"),
        ("PERSON Henry Ford", "ORG Ford"),
        ("GPE Washington", "ORG Washington Herald"),
        ("GPE Washington", "PERSON Paul Washington"),
        # used alone before: the longer name is a part or a product, not the firm
        ("ORG Orion", "ORG Orion Web Services"),
        ("ORG Boeing 737", "ORG Boeing"),
    ],
)
def test_namesakes_stay_apart(names):
    assert len(clusters(*names)) == len(names)


def test_a_surname_goes_to_the_person_named_last():
    found = clusters("PERSON Rita Moss", "PERSON Moss", "PERSON Karl Moss", "PERSON Moss")
    assert found == [["Rita Moss", "Moss"], ["Karl Moss", "Moss"]]


def test_a_title_decides_between_husband_and_wife():
    found = clusters("PERSON mr|Karl Moss", "PERSON mrs|Rita Moss", "PERSON mr|Moss")
    assert found == [["Karl Moss", "Moss"], ["Rita Moss"]]


def test_the_canonical_name_is_the_longest():
    one = join(mentions("ORG NRA", "ORG Northern Rail Authority"))
    assert [canonical(c) for c in one] == ["Northern Rail Authority"]
