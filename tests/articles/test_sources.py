"""A record's source leads back to its text, also in an archive."""

from __future__ import annotations

from claimwire.articles import Article
from claimwire.cli.texts import texts_of
from claimwire.records import Document, Run
from tests.articles import makers
from tests.articles.test_read import read, write


def document(article: Article) -> Document:
    return Document(
        id=article.id, source=article.source, sha256=article.sha256, run=Run("1", "news", "model")
    )


def test_the_texts_of_files_in_archives_are_found_again(tmp_path):
    packed = write(tmp_path / "a.zip", makers.packed({"x/b.txt": makers.BODY, "c.txt": makers.FIRST}))
    page = ("https://example.org/a//b.txt", 200, "text/plain", makers.SECOND.encode())
    archive = write(tmp_path / "b.warc", makers.warc([page]))
    found = read(packed, archive)
    assert texts_of([document(a) for a in found], []) == [makers.FIRST, makers.BODY, makers.SECOND]
