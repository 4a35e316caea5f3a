"""Numbers, names, clusters and conflicts, each rule by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.linking.amounts import compatible, same_thing
from claimwire.linking.conflicts import Dated, conflicts
from claimwire.linking.digest import Amount
from claimwire.linking.entities import join, mentions
from claimwire.linking.grouping import groups as groups_of
from claimwire.linking.linkage import average_linkage, components
from claimwire.linking.names import name_tokens
from claimwire.linking.numbers import number_clusters
from claimwire.linking.variants import close
from tests.linking.made import amount, day, digest, named, statement


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (amount("about 140 million", 140e6, modifier="approx"), amount("143 million", 143e6), True),
        (amount("more than 100", 100, modifier="more_than"), amount("120", 120), True),
        (amount("12", 12), amount("10", 10), False),
        (amount("up to 3", 3, modifier="at_most"), amount("over 5", 5, modifier="more_than"), False),
        (amount("20 to 30", low=20, high=30), amount("25", 25), True),
        (amount("thousands", 1000), amount("9,000", 9000), True),
        (amount("700,000", 700e3), amount("693,665", 693665), True),
        (amount("140 million", 140e6), amount("143 million", 143e6), True),
        (amount("143 million", 143e6), amount("145.5 million", 145.5e6), False),
        (amount("30,000", 30e3), amount("27,000", 27e3), False),
        (amount("1,312", 1312), amount("1,318", 1318), False),
    ],
)  # fmt: skip
def test_two_numbers_can_both_be_true(one, other, both):
    assert compatible(one, other) is both and compatible(other, one) is both


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (amount("5", 5, "Danish sailors"), amount("7", 7, "Danes"), 1.0),
        (amount("5", 5, "Danish sailors"), amount("7", 7, "sailors"), 0.5),
        (amount("5 km", 5, unit="kilometre"), amount("5 kg", 5, unit="kilogram"), 0.0),
    ],
)
def test_what_is_counted(one, other, alike):
    assert same_thing(one, other) == pytest.approx(alike)


@pytest.mark.parametrize(
    ("name", "person", "tokens"),
    [
        ("the U.S. Navy", False, ("us", "navy")),
        ("Brig. Gen. Ada Lindqvist", True, ("ada", "lindqvist")),
        ("Ada M. Lindqvist", True, ("ada", "lindqvist")),
        ("Skagen Line Ltd.", False, ("skagen", "line")),
        ("DPRK", False, ("north", "korea")),
        ("Burger King", False, ("burger", "king")),
    ],
)
def test_names_in_one_form(name, person, tokens):
    assert name_tokens(name, person) == tokens


@given(st.text("abc", min_size=1, max_size=6), st.text("abc", min_size=1, max_size=6))
def test_close_is_one_letter_at_most(a, b):
    def distance(x: str, y: str) -> int:
        if not x or not y:
            return len(x) + len(y)
        if x[0] == y[0]:
            return distance(x[1:], y[1:])
        return 1 + min(distance(x[1:], y), distance(x, y[1:]), distance(x[1:], y[1:]))

    assert close(a, b) == (distance(a, b) <= 1)


def test_a_chain_does_not_melt():
    chain = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9}
    assert average_linkage(chain, lambda a, b: True, 0.4) == [[0, 1], [2, 3]]


def test_pairs_that_were_not_compared_do_not_hinder():
    pairs = {(0, 1): 0.9, (1, 2): 0.9}
    assert average_linkage(pairs, lambda a, b: {a, b} != {0, 2}, 0.8) == [[0, 1, 2]]


def test_components():
    assert components([("a", "b"), ("c", "d"), ("b", "e")]) == [["a", "b", "e"], ["c", "d"]]


def between(one, other, number=None, other_number=None, dates=("2031-05-04", "2031-05-04")):
    members = [Dated("x", dates[0], one, number), Dated("y", dates[1], other, other_number)]
    return conflicts(members, [[0.0, 0.9], [0.9, 0.0]])


def count(text: str, value: float) -> Amount:
    return amount(text, value, "sailors")


def test_two_counts_contradict_and_the_later_one_holds():
    twelve, ten = count("12", 12), count("10", 10)
    one, other = statement("12 sailors drowned", amounts=[twelve]), statement("10 died", amounts=[ten])
    (same_day,) = between(one, other, twelve, ten)
    assert (same_day.field, same_day.values, same_day.superseded) == ("value", ("12", "10"), None)
    (updated,) = between(one, other, twelve, ten, ("2031-05-04", "2031-05-06"))
    assert updated.superseded == 0


def test_no_conflict_where_the_statement_has_the_other_number_too():
    twelve, ten = count("12", 12), count("10", 10)
    one = statement("12 sailors drowned, not 10", amounts=[twelve, ten])
    assert between(one, statement("10 died", amounts=[ten]), twelve, ten) == ()


def test_another_day_of_one_act():
    one = statement("it sank on May 3", verb="sink", days=[day("May 3", "2031-05-03")])
    other = statement("it sank on May 4", verb="sink", days=[day("May 4", "2031-05-04")])
    (found,) = between(one, other)
    assert (found.field, found.values) == ("date", ("May 3", "May 4"))


def test_affirmed_against_denied():
    one = statement("the line knew of the leak", verb="know")
    (found,) = between(one, statement("the line did not know of it", verb="know", negated=True))
    assert (found.field, found.values) == ("polarity", ("affirmed", "denied"))


def joined(*documents, story=frozenset()):
    """Entities of documents; those that `story` names are of one story."""
    found = [m for id_, e in documents for m in mentions(id_, None, e)]
    return join(found, lambda document: story - {document})


def test_a_bare_surname_is_nobody_in_particular():
    found = joined(("x", [named("Holm")]), ("y", [named("Holm")]))
    assert [len(e.members) for e in found] == [1, 1]


def test_a_single_name_joins_within_a_story():
    found = joined(("x", [named("Skua")]), ("y", [named("Skua")]), story={"x", "y"})
    assert [len(e.members) for e in found] == [2]


def test_two_mayors_of_one_name_stay_apart():
    one = [named("Per Holm", roles=("mayor of Ostby",)), named("Ostby", "GPE")]
    other = [named("Per Holm", roles=("striker",)), named("Vattholm FC", "ORG")]
    found = [e for e in joined(("x", one), ("y", other)) if e.name == "Per Holm"]
    assert [len(e.members) for e in found] == [1, 1]


def test_an_acronym_that_an_article_spells_out():
    one = [named("Northern Ferry Board", "ORG", forms=("NFB",))]
    (found,) = joined(("x", one), ("y", [named("NFB", "ORG")]))
    assert [m.document for m in found.members] == ["x", "y"]


def test_the_order_of_documents_does_not_matter():
    documents = [(n, [named("Ilse Brandt"), named("Ostby", "GPE")]) for n in "xyz"]
    assert joined(*documents) == joined(*reversed(documents))


SAILOR, CAPTAIN = (
    amount("19-year-old", 19, "sailor", "year", kind="age"),
    amount("21", 21, "he", "year", kind="age"),
)


def test_a_pronoun_stands_for_who_is_of_an_age():
    one = statement("A 19-year-old sailor fell overboard", amounts=[SAILOR])
    (found,) = between(one, statement("he was 21", amounts=[CAPTAIN]), SAILOR, CAPTAIN)
    assert found.values == ("19-year-old", "21")


def test_numbers_of_two_years_do_not_contradict():
    twelve, ten = count("12", 12), count("10", 10)
    one = statement("12 sailors drowned", amounts=[twelve])
    other = statement(
        "10 sailors drowned in 2019", amounts=[ten], days=[day("2019", "2019-01-01", "2019-12-31")]
    )
    assert between(one, other, twelve, ten) == ()


def test_numbers_of_two_months_do_not_contradict():
    months = [day("March", "2031-03-01", "2031-03-31"), day("April", "2031-04-01", "2031-04-30")]
    twelve, ten = count("12", 12), count("10", 10)
    one = statement("12 sailors were hired in March", amounts=[twelve], days=months[:1])
    other = statement("10 sailors were hired in April", amounts=[ten], days=months[1:])
    assert between(one, other, twelve, ten) == ()


def test_what_goes_on_and_what_is_yet_to_come():
    one = statement("The captain is now pleading in Ostby", verb="plead", subject="The captain")
    other = statement("The captain will plead on May 9", verb="plead", subject="The captain",
                      modality="planned", days=[day("May 9", "2031-05-09")])  # fmt: skip
    (found,) = between(one, other)
    assert (found.field, found.values) == ("date", ("going on", "May 9"))
    assert between(one, other, dates=("2031-05-10", "2031-05-04")) == ()
    assert between(statement("The captain pleaded", verb="plead", subject="The captain"), other) == ()


class Told:
    """Statements of one document each, with the probabilities of their pairs."""

    def __init__(self, scores, *statements):
        self.scores, self._statements = scores, statements

    def met(self, a, b):
        return a != b

    def statement(self, node):
        return self._statements[node]

    def document(self, node):
        return f"d{node}"

    def published(self, node):
        return "2031-05-04"


def drowned(number):
    return statement(f"{number} sailors drowned", amounts=[count(str(number), number)])


def test_numbers_that_agree_meet_those_that_do_not():
    scores = {(0, 1): 0.6, (1, 2): 0.55, (0, 2): 0.1}
    assert number_clusters(Told(scores, drowned(12), drowned(12), drowned(10)), 0.35) == [
        [(0, 0), (1, 0), (2, 0)]
    ]


def test_numbers_that_differ_meet_only_where_their_statements_are_surely_one():
    assert number_clusters(Told({(0, 1): 0.4}, drowned(12), drowned(10)), 0.35) == []
    assert number_clusters(Told({(0, 1): 0.4}, drowned(12), drowned(12)), 0.35) == [[(0, 0), (1, 0)]]


def test_large_numbers_that_are_nearly_one_help():
    assert number_clusters(Told({(0, 1): 0.4}, drowned(1240), drowned(1282)), 0.35) == [[(0, 0), (1, 0)]]


STORY = frozenset({"x", "y", "z"})


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Ostby Prison", "Ostby Women's Prison"),
        ("Clear Water", "Clear Water Trust"),
        ("Kormorans", "Ostby Kormorans"),
        ("Ferry Board", "Northern Ferry Board"),
    ],
)
def test_a_part_of_a_bodys_name_stands_for_it_within_a_story(short, whole):
    documents = ("x", [named(short, "ORG")]), ("y", [named(whole, "ORG")])
    assert [len(e.members) for e in joined(*documents, story=STORY)] == [2]
    assert [len(e.members) for e in joined(*documents)] == [1, 1]


@pytest.mark.parametrize(("short", "whole"), [("House", "White House"), ("Bank", "Ostby Bank")])
def test_a_common_word_alone_is_no_bodys_name(short, whole):
    documents = ("x", [named(short, "ORG")]), ("y", [named(whole, "ORG")])
    assert [len(e.members) for e in joined(*documents, story=STORY)] == [1, 1]


def test_a_town_is_not_its_newspaper():
    documents = ("x", [named("Great Ostby", "GPE")]), ("y", [named("Great Ostby Times", "ORG")])
    assert [len(e.members) for e in joined(*documents, story=STORY)] == [1, 1]


def test_two_names_in_one_article_are_two():
    club, youth = named("Vattholm Rowing", "ORG"), named("Vattholm Rowing Juniors", "ORG")
    found = joined(("x", [club, youth]), ("y", [club]), story=STORY)
    assert sorted(len(e.members) for e in found) == [1, 2]


def test_the_usual_fullest_name_of_a_document_is_its_name():
    (found,) = joined(
        ("x", [named("Board of Ferries", "ORG"), named("The Board of Ferries Ltd", "ORG", entity="other")])
    )
    assert {m.name for m in found.members} == {"The Board of Ferries Ltd"}


def test_officers_and_visitors_are_two_counts():
    assert same_thing(amount("9", 9, "officers"), amount("7", 7, "visitors")) == pytest.approx(0.5)
    assert same_thing(amount("9", 9, "officers"), amount("7", 7, "people")) == 1.0


def groups_among(pairs):
    """Groups of statements a, b, c … of one document each; pairs: ("ab", probability)."""
    scores = {((one, 0), (other, 0)): score for (one, other), score in pairs}
    names = sorted({n for pair, _ in pairs for n in pair})
    held = {n: digest(n, "2031-05-04", [statement(f"What {n} has to say")]) for n in names}
    return groups_of(scores, held.__getitem__, lambda d: set(names) - {d}, 0.25)


def grouped(*pairs):
    """The same, each as the string of its documents."""
    return sorted("".join(m.document for m in g.members) for g in groups_among(pairs))


def test_who_hardly_belongs_to_a_group_is_left_out():
    assert grouped(("ab", 0.9), ("bc", 0.9), ("ac", 0.9), ("ad", 0.3), ("bd", 0.3), ("cd", 0.3)) == ["abc"]


def test_who_states_two_things_is_in_two_groups():
    one, other = [(p, 0.9) for p in ("ab", "af", "bf")], [(p, 0.9) for p in ("cd", "ce", "de")]
    assert grouped(*one, *other, ("ac", 0.5), ("ad", 0.5), ("ae", 0.5)) == ["abf", "acde"]


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg"))
        .filter(lambda p: p[0] < p[1])
        .map("".join),
        st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9]),
        min_size=1,
    )
)
def test_no_two_groups_have_one_id(pairs):
    found = groups_among(pairs.items())
    assert len({g.id for g in found}) == len(found)
    assert len({frozenset(m.document for m in g.members) for g in found}) == len(found)
