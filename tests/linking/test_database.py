"""Links inside a loaded database, in each of the stores."""

from dataclasses import replace

import pytest

from claimwire.linking.database import open_database
from claimwire.linking.link import link_database
from claimwire.sinks.errors import SinkError
from claimwire.sinks.loading import Loader
from tests.sinks.samples import HARBOUR

pytest.importorskip("sqlalchemy", reason="needs the extra sql")
pytest.importorskip("duckdb", reason="needs the extra duckdb")
OTHER = replace(HARBOUR, id="second", source="second.txt")


@pytest.fixture(params=["sqlite", "duckdb", "postgresql"])
def url(request, tmp_path):
    if request.param == "postgresql":
        made = request.getfixturevalue("new_database")()
    else:
        made = f"{request.param}:///{tmp_path / 'news.db'}"
    load(made, HARBOUR, OTHER)
    return made


def load(url, *documents):
    with Loader(url) as loader:
        for document in documents:
            loader.add(document)


def asked(url, query):
    database = open_database(url)
    try:
        return database.rows(query)
    finally:
        database.close()


def test_two_loaded_articles_meet_in_the_views(url):
    report = link_database(url)
    assert (report.new, report.gone) == (2, 0)
    names = asked(url, "SELECT name, documents FROM link_entities ORDER BY name")
    assert names == [("Ida Brandt", 2), ("Veldport", 2)]
    by_entity = asked(url, "SELECT document_id FROM v_by_entity WHERE name = 'Ida Brandt' ORDER BY 1")
    assert by_entity == [(HARBOUR.id,), ("second",)] or by_entity == [("second",), (HARBOUR.id,)]
    first = asked(url, "SELECT documents FROM v_first_said")
    assert first and set(first) == {(2,)}
    assert asked(url, "SELECT * FROM v_contradictions") == []


def test_linking_again_changes_nothing(url):
    link_database(url)
    before = asked(url, "SELECT * FROM link_members ORDER BY group_id, id")
    assert link_database(url).same == 0, "unchanged documents are not even read"
    assert asked(url, "SELECT * FROM link_members ORDER BY group_id, id") == before


def test_a_changed_document_is_linked_anew(url):
    link_database(url)
    load(url, replace(OTHER, sha256="f" * 64, claims=()))
    report = link_database(url)
    assert report.new == 1
    assert asked(url, "SELECT * FROM link_members") == []


def test_what_is_no_longer_loaded_goes(url):
    link_database(url)
    database = open_database(url)
    for table in ("claims", "entities", "documents"):
        database.delete(table, "id" if table == "documents" else "document_id", ["second"])
    database.close()
    report = link_database(url)
    assert (report.new, report.gone) == (0, 1)
    assert asked(url, "SELECT * FROM link_members") == []
    assert asked(url, "SELECT DISTINCT document_id FROM link_entity_members") == [(HARBOUR.id,)]


def test_linking_anew_gives_the_same(url):
    link_database(url)
    before = asked(url, "SELECT * FROM link_members ORDER BY group_id, id")
    assert link_database(url, again=True).new == 2
    assert asked(url, "SELECT * FROM link_members ORDER BY group_id, id") == before


def test_a_failure_leaves_the_links_as_they_were(url):
    link_database(url)
    before = asked(url, "SELECT * FROM link_members ORDER BY group_id, id")
    database = open_database(url)
    with pytest.raises(ZeroDivisionError), database.transaction():
        database.delete("link_members", "document_id", ["second"])
        raise ZeroDivisionError
    database.close()
    assert asked(url, "SELECT * FROM link_members ORDER BY group_id, id") == before


def test_a_database_without_documents_says_so(tmp_path):
    with pytest.raises(SinkError, match="load them first"):
        link_database(f"sqlite:///{tmp_path / 'empty.db'}")
