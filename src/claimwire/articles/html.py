"""Web pages: the story's text by trafilatura, with the headline, date and author that the page gives.

Blocks that belong to other stories are taken away before, by the page's structure. Offsets count in the text
that comes out; `with_text` output keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from claimwire.articles.article import Article
from claimwire.articles.decode import decode
from claimwire.articles.errors import InputError
from claimwire.articles.files import library, read_article
from claimwire.articles.headline import headed
from claimwire.articles.options import ReadOptions
from claimwire.articles.pages import dates
from claimwire.articles.pages.about import About, about, heading_of, headline
from claimwire.articles.pages.blocks import without_blocks, without_labels, without_layout_tables
from claimwire.articles.pages.prose import Prose
from claimwire.articles.pages.standfirst import with_standfirst
from claimwire.articles.pages.stories import is_list, main_story, only, stories
from claimwire.articles.pages.trees import Element
from claimwire.articles.places import InputFile
from claimwire.articles.texts.markup import has_tags, text_of
from claimwire.records import DocumentWarning

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://.+")
_STUB = DocumentWarning(
    "paywall", "the page shows the beginning of the article only, the rest to subscribers"
)
_LIVE = DocumentWarning(
    "live_blog", "the page is a live blog: posts of different times, the newest often first"
)
_FROM_URL = DocumentWarning("date_from_url", "the publication date was found in the page's address only")


@dataclass(frozen=True, slots=True)
class _Story:
    text: str
    title: tuple[int, int] | None
    date: str | None
    date_source: str | None
    warnings: tuple[DocumentWarning, ...]


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article]]:
    """The article of the page; of a page with several, that of its headline, else each, called `page-2`.

    Raises InputError where the page holds no article's text, or only points to other pages.
    """
    library("trafilatura", place, "HTML", "trafilatura", "html")
    page, charset = _page(read_article(place, options.max_chars), place.source)
    reader = f"html (trafilatura {version('trafilatura')}, {charset})"
    try:
        told, found = _stories(page, place.source)
    except InputError:
        raise
    except Exception as error:  # of a damaged page, lxml and trafilatura may raise anything
        message = f"is HTML that cannot be read ({type(error).__name__}); give its text instead"
        raise InputError(place.source, message, "html") from None
    for number, story in enumerate(found, 1):
        several = len(found) > 1
        yield (
            f"{place.source}:{number}" if several else place.source,
            Article(
                text=story.text,
                id=f"{id}-{number}" if several else id,
                source=place.source,
                date=story.date or options.date,
                title=story.title,
                url=told.url,
                reader=reader,
                author=None if several else told.author,
                date_source=story.date_source or ("option" if options.date else None),
                warnings=story.warnings,
            ),
        )


def _stories(page: str, source: str) -> tuple[About, list[_Story]]:
    from trafilatura import load_html

    tree = load_html(page)
    if tree is None:
        raise InputError(source, "is no HTML; give a page or a text", "no_text")
    told, prose = about(tree), Prose(tree)
    if is_list(tree, told, prose):
        message = "is a page that lists articles, not one; give the pages that it points to"
        raise InputError(source, message, "section_page")
    elements = stories(tree, told, prose)
    main = main_story(elements, told) if len(elements) > 1 else elements[0]
    fetched = _ADDRESS.search(source)  # of a page in a web archive
    address = fetched[0] if fetched else None
    alone = main is not None
    found = [_story(tree, e, told, alone, address) for e in ([main] if alone else elements)]
    kept = [story for story in found if story.text]
    if not kept:
        raise InputError(
            source, "is HTML in which no article text was found; give its text instead", "no_text"
        )
    if len(elements) == 1:
        return told, kept
    what = "only the one of its headline was read" if alone else "each was read as one of its own"
    warning = DocumentWarning("several_stories", f"the page holds {len(elements)} stories; {what}")
    return told, [_warned(story, warning) for story in kept]


def _warned(story: _Story, warning: DocumentWarning) -> _Story:
    return _Story(story.text, story.title, story.date, story.date_source, (*story.warnings, warning))


def _story(tree: Element, element: Element, told: About, alone: bool, address: str | None) -> _Story:
    """The story in an element; alone: whether what the page says of its story is said of this one.

    address: where the page was fetched.
    """
    copy = deepcopy(tree)
    inside = copy.xpath(tree.getroottree().getpath(element))[0] if element is not tree else copy
    prose = Prose(copy)
    only(copy, inside, prose)
    without_blocks(copy, prose)
    without_layout_tables(copy, prose)
    if alone:
        date, source = dates.published(told.stories, tree, [told.url, address], [inside, copy])
    else:
        date, source = dates.timed(inside)
    title = headline(told, inside if element is not tree else copy) if alone else heading_of(inside)
    root = copy if alone else inside
    without_labels(root)
    for part in list(root.iter("article")) if element is tree else ():
        part.tag = "div"  # parts of one story, of which trafilatura would take the first by tag or name
        part.attrib.clear()
    body = _body(root, told if alone else None)
    text, span = headed(title, body) if body else ("", None)
    if alone and text:
        text = with_standfirst(text, span, copy, told.description)
    stub, live, by_url = alone and told.is_stub, alone and told.is_live, source == "url"
    notes = ((_STUB, stub), (_LIVE, live), (_FROM_URL, by_url))
    return _Story(text, span, date, source, tuple(note for note, holds in notes if holds))


def _body(root: Element, told: About | None) -> str:
    """The text of a tree by trafilatura; that of the metadata where the page itself shows much less."""
    from trafilatura import bare_extraction

    extracted: Any = bare_extraction(deepcopy(root), include_comments=False, with_metadata=False)
    text = (extracted.text or "").strip() if extracted is not None else ""
    for described in told.stories if told else ():
        body = described.get("articleBody")
        if isinstance(body, str) and len(body) > 2 * len(text):
            text = text_of(body) if has_tags(body) else body.strip()
    return text


def _page(data: bytes, source: str) -> tuple[str, str]:
    declared = _DECLARED.search(data[:4096])
    if declared:
        charset = declared[1].decode("ascii").lower()
        try:
            return data.decode(charset), charset
        except (LookupError, UnicodeDecodeError):
            pass  # pages often declare a charset that they are not in
    return decode(data, source)
