"""Blocks of a page that are no part of its story: related and most read stories, slide shows, sign-ups."""

from __future__ import annotations

import re

from claimwire.articles.pages.prose import Prose, is_long
from claimwire.articles.pages.trees import (
    HEADINGS,
    Element,
    drop,
    in_links,
    name_words,
    tag_of,
    text_in,
    words_of,
)  # fmt: skip

_ASIDE = ("aside", "nav", "footer", "form", "dialog", "button", "noscript", "template")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_MOST = 0.3  # of a page's prose: a block with more of it is the story, whatever it is called
_POINTER = 180  # characters of a line that points to another story
_FOLLOWER = 200  # of prose that a list of other stories may hold
_LABEL = 150  # characters of a line that only names the author and the time
# Names of such lines, in the class or id (WordPress, Drupal, Arc XP)
_LABELS = ("byline", "timestamp", "publish-date", "published-date", "posted-on", "entry-meta", "post-meta")


def without_blocks(story: Element, prose: Prose) -> None:
    """Take all blocks that are no part of the story out of its tree."""
    most = _MOST * prose.size(story)
    for element in list(story.iter()):
        aside = tag_of(element) in _ASIDE or _is_aside(element)
        if aside and _is_in(element, story) and prose.size(element) <= most:
            drop(element)
    for element in list(story.iter(*HEADINGS, "p", "strong", "div", "li")):
        if _is_in(element, story) and _points_elsewhere(element):
            _drop_pointer(element, prose)
    for paragraph in list(story.iter("p")):
        if is_long(paragraph) and prose.is_teaser(paragraph):
            drop(paragraph)


def without_layout_tables(story: Element, prose: Prose) -> None:
    """Make blocks of the tables that only lay a page out, and drop their cells of links."""
    for table in [t for t in story.iter("table") if any(map(prose.size, t.iter("td")))]:
        for cell in list(table.iter("td")):
            if not prose.size(cell) and in_links(cell) > len(text_in(cell)) / 2:
                drop(cell)
        for part in table.iter("table", "tbody", "tr", "td"):
            part.tag = "div"


def without_labels(story: Element) -> None:
    """Take the lines with the author and the time out, whose values are in the record."""
    for element in list(story.iter()):
        named = tag_of(element) and any(f"-{name}-" in name_words(element) for name in _LABELS)
        if (named or tag_of(element) == "time") and _is_in(element, story):
            line = element.getparent() if tag_of(element) == "time" else element
            if len(text_in(line)) <= _LABEL and not any(True for _ in line.iter(*HEADINGS)):
                drop(element)


def _is_in(element: Element, story: Element) -> bool:
    return element is not story and any(a is story for a in element.iterancestors())


def _is_aside(element: Element) -> bool:
    if not tag_of(element) or tag_of(element) in ("html", "body", "main", "article"):
        return False
    if _HIDDEN.search(element.get("style") or "") or element.get("role") == "complementary":
        return True
    words = name_words(element)
    return words != "--" and any(f"-{name}-" in words for name in words_of("block_names.txt"))


def _points_elsewhere(element: Element) -> bool:
    """Whether an element is a heading such as "Most read", or a line such as "Read more: …" with a link."""
    if tag_of(element) in ("div", "li") and len(element) > 3:
        return False
    text = text_in(element)
    if not text or len(text) > _POINTER or not _begins(text):
        return False
    if in_links(element) >= 0.5 * len(text):
        return True
    is_title = tag_of(element) in HEADINGS or len(text.split()) <= 4
    return is_title and _heads_links(element)


def _heads_links(element: Element) -> bool:
    """Whether what stands under a title is a list of links, or nothing: the title may have its own box."""
    following = next(element.itersiblings(), None)
    if following is None:
        return True
    size = len(text_in(following))
    return tag_of(following) in ("ul", "ol", "nav") or in_links(following) >= 0.3 * size


def _begins(text: str) -> bool:
    lower = text.lower().replace("’", "'")
    return any(re.match(rf"{re.escape(name)}\b", lower) for name in words_of("block_headings.txt"))


def _drop_pointer(element: Element, prose: Prose) -> None:
    """Drop a line that points elsewhere and, where it is the heading of a list, what follows under it."""
    is_heading = tag_of(element) in HEADINGS or not in_links(element)
    followers = []
    for sibling in element.itersiblings() if is_heading else ():
        ends = tag_of(sibling) in HEADINGS and not in_links(sibling)
        if ends or prose.size(sibling) > _FOLLOWER or (tag_of(sibling) == "p" and prose.size(sibling)):
            break
        followers.append(sibling)
    for each in (element, *followers):
        drop(each)
