"""What a page says of its story: headline, author, address, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from claimwire.articles.fields import string
from claimwire.articles.headline import alike
from claimwire.articles.pages import jsonld
from claimwire.articles.pages.trees import Element, text_in

_SITE = re.compile(r"\s[|–—·»:-]\s[^|–—·»]{2,40}$")
_WORDS = 3  # of a headline; a site's name has fewer
_ALIKE = 0.6  # share of words that two forms of one headline have in common


@dataclass(frozen=True, slots=True)
class About:
    """What a page's metadata say of its story; `stories` are objects of JSON-LD, `titles` all headlines."""

    titles: tuple[str, ...]
    url: str | None
    description: str | None
    author: str | None
    site: str | None
    kind: str | None
    stories: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_live(self) -> bool:
        """Whether the story is a live blog, whose posts are no stories of their own."""
        return any("LiveBlogPosting" in jsonld.kinds(s) for s in self.stories)

    @property
    def is_stub(self) -> bool:
        """Whether the page says that only subscribers see the whole text."""
        return any(str(s.get("isAccessibleForFree")).lower() == "false" for s in self.stories)


def about(tree: Element) -> About:
    """What a page says of its story."""
    metas = dict(reversed(list(_metas(tree))))
    stories = jsonld.stories(tree)
    site = metas.get("og:site_name")
    link = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "") == "canonical"), None)
    url = next(filter(None, (link, metas.get("og:url"), *map(jsonld.url_of, stories))), None)
    named = [jsonld.title_of(s) for s in _of_page(stories, url)]
    title = next((_SITE.sub("", text_in(e)) for e in tree.iter("title")), None)
    given = [*named, metas.get("og:title"), metas.get("twitter:title"), title]
    authors = (name for s in stories if (name := string(s.get("author"))) and "://" not in name)
    return About(
        titles=tuple(dict.fromkeys(_without_site(t, site) for t in given if t and t.strip())),
        url=url if url and url.startswith("http") else None,
        description=metas.get("og:description") or metas.get("description"),
        author=next(filter(None, (*authors, _author(metas))), None),
        site=site,
        kind=metas.get("og:type"),
        stories=_of_page(stories, url),
    )


def headline(about: About, story: Element) -> str | None:
    """The headline of the story in an element.

    Its heading, where metadata say the same; its only one of the first level; else that of the metadata.
    """
    headings = [text_in(h) for h in story.iter("h1", "h2")]
    for heading in headings:
        if any(same(heading, title) for title in about.titles):
            return heading
    firsts = [text_in(h) for h in story.iter("h1") if len(text_in(h).split()) >= _WORDS]
    if len(firsts) == 1:
        return firsts[0]
    return next(iter(about.titles), None) or next(filter(None, headings), None)


def same(one: str, other: str) -> bool:
    """Whether two headlines are forms of one."""
    a, b = alike(one).split(), alike(other).split()
    if not a or not b:
        return False
    return (
        a == b or len(set(a) & set(b)) >= _ALIKE * min(len(set(a)), len(set(b))) and min(len(a), len(b)) > 2
    )


def _of_page(stories: list[dict[str, Any]], url: str | None) -> list[dict[str, Any]]:
    """The story that the page is about, where it describes several: that of its address, else the first."""
    if len(stories) < 2:
        return stories
    here = [s for s in stories if url and jsonld.url_of(s) == url]
    return (here or stories)[:1]


def _metas(tree: Element) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            yield name, content


def _author(metas: dict[str, str]) -> str | None:
    found = (metas.get(n) for n in ("author", "article:author", "parsely-author", "dc.creator", "byl"))
    name = next((a for a in found if a and "://" not in a), None)
    return re.sub(r"^by\s+", "", name, flags=re.IGNORECASE) if name else None


def _without_site(title: str, site: str | None) -> str:
    """A title without the name of the site that pages put behind it."""
    title = " ".join(title.split())
    if site and len(title) > len(site) and title.lower().endswith(site.lower()):
        return title[: -len(site)].rstrip(" |–—·»:-")
    return title


def heading_of(story: Element) -> str | None:
    """The first heading of an element."""
    return next((text_in(h) for h in story.iter("h1", "h2", "h3") if text_in(h)), None)
