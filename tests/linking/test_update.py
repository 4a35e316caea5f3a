"""Links grow with the documents, and come out the same whatever way the documents came."""

import pytest

from claimwire.linking.database import open_database
from claimwire.linking.reading import entities, groups
from claimwire.linking.update import Links
from tests.linking.made import GROUNDED, OWN, RESCUED, WORDS, story

STORIES = [story(1), story(2), story(3, rescued=240, date="2031-05-06")]


@pytest.fixture
def database():
    opened = open_database("sqlite:///:memory:")
    yield opened
    opened.close()


def held(database):
    return list(groups(database)), list(entities(database))


def linked(database, *runs, gone=()):
    links = Links(database)
    for run in runs:
        report = links.update(run)
    if gone:
        report = links.update([], gone)
    return report


def texts_of(database):
    return {m.text for g in groups(database) for m in g.members}


def test_statements_of_three_outlets_meet(database):
    linked(database, STORIES)
    found = {g.members[0].text: g for g in groups(database)}
    assert {m.document for m in found[GROUNDED].members} == {"outlet1", "outlet2", "outlet3"}
    assert found[WORDS].kind == "quote"
    assert found[RESCUED.format(212)].kind == "number"


def test_what_one_outlet_alone_says_is_in_no_group(database):
    linked(database, STORIES)
    assert not texts_of(database) & set(OWN)


def test_a_number_that_a_later_article_gives_anew_is_superseded(database):
    linked(database, STORIES)
    conflicts = [(g, c) for g in groups(database) for c in g.conflicts]
    assert {c.field for _, c in conflicts} == {"value"}
    group, conflict = conflicts[0]
    assert conflict.values == ("212", "240")
    assert group.members[conflict.superseded].document in ("outlet1", "outlet2")
    assert "212" in conflict.why and "240" in conflict.why


def test_the_same_documents_again_change_nothing(database):
    linked(database, STORIES)
    before = held(database)
    report = linked(database, STORIES)
    assert (report.new, report.same) == (0, 3)
    assert held(database) == before


def test_one_by_one_gives_what_all_at_once_gives(database):
    linked(database, *([s] for s in STORIES))
    other = open_database("sqlite:///:memory:")
    linked(other, STORIES)
    assert held(database) == held(other)
    other.close()


def test_a_changed_document_takes_its_old_links_with_it(database):
    linked(database, STORIES, [story(3, rescued=212, date="2031-05-06", mark="2")])
    assert not [c for g in groups(database) for c in g.conflicts]
    other = open_database("sqlite:///:memory:")
    linked(other, [STORIES[0], STORIES[1], story(3, rescued=212, date="2031-05-06", mark="2")])
    assert held(database) == held(other)
    other.close()


def test_a_document_that_is_gone_is_in_no_link(database):
    linked(database, STORIES, gone=["outlet2"])
    documents = {m.document for g in groups(database) for m in g.members}
    documents |= {m.document for e in entities(database) for m in e.members}
    assert documents == {"outlet1", "outlet3"}


def test_a_person_of_all_three_is_one(database):
    linked(database, STORIES)
    (ilse,) = [e for e in entities(database) if e.name == "Ilse Brandt"]
    assert [m.document for m in ilse.members] == ["outlet1", "outlet2", "outlet3"]
    assert (ilse.first, ilse.last, ilse.roles) == ("2031-05-04", "2031-05-06", ("passenger",))
