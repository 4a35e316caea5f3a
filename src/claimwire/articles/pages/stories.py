"""Which elements of a page are stories: one, several, or none but links to other pages."""

from __future__ import annotations

from claimwire.articles.pages.about import About, heading_of, same
from claimwire.articles.pages.prose import Prose, title_links
from claimwire.articles.pages.trees import Element, drop, tag_of, text_in

_STORY = 250  # characters of prose that make a story
_PER_LINK = 30  # of a page that is a story, for each link with a headline
_STUB = 80  # those that are enough where metadata call the page a story
_SHARE = 0.6  # of the page's prose that its only `article` holds, if it is the story
_LINKS = 8  # links with headlines that make a page a list of stories
_TYPES = ("Article", "BlogPosting", "Report")


def is_list(tree: Element, about: About, prose: Prose) -> bool:
    """Whether a page only points to stories: many links with headlines, and little prose of its own."""
    size = prose.size_of_story(tree)
    if (about.stories or about.kind == "article") and (size >= _STUB or _has_body(about)):
        return False
    links = title_links(tree)
    return links >= _LINKS and (size < _STORY or (not about.stories and size < _PER_LINK * links))


def stories(tree: Element, about: About, prose: Prose) -> list[Element]:
    """The elements of a page that hold its stories, in order; the whole page where none stands out."""
    if about.is_live:
        return [tree]
    found = [e for e in _marked(tree) if prose.size(e) >= _STORY]
    found = [e for e in found if heading_of(e) or len(found) == 1]
    if not found or (len(found) == 1 and prose.size(found[0]) < _SHARE * prose.size(tree)):
        return _under_headings(tree, prose)
    return [tree] if len(found) > 1 and _is_headed_by(tree, found, about) else found


def _has_body(about: About) -> bool:
    return any(isinstance(s.get("articleBody"), str) for s in about.stories)


def _is_headed_by(tree: Element, found: list[Element], about: About) -> bool:
    """Whether articles of a page are parts of one story, whose headline stands above all of them."""
    headings = [h for h in tree.iter("h1") if any(same(text_in(h), title) for title in about.titles)]
    inner = {id(e) for e in found}
    above = [h for h in headings if not any(id(a) in inner for a in h.iterancestors())]
    return bool(about.stories) and len(above) == 1


def main_story(found: list[Element], about: About) -> Element | None:
    """That of several stories of which the page's metadata speak."""
    for title in about.titles:
        for story in found:
            if same(heading_of(story) or "", title):
                return story
    return None


def only(tree: Element, story: Element, prose: Prose) -> None:
    """Leave of a page what stands before a story and the story; other stories before it go too."""
    node = story
    while node is not tree and node is not None:
        for sibling in list(node.itersiblings()):
            drop(sibling)
        for sibling in list(node.itersiblings(preceding=True)):
            if prose.size(sibling) >= _STORY:
                drop(sibling)
        node = node.getparent()


def _marked(tree: Element) -> list[Element]:
    """Elements marked as articles, those within others left out."""
    found = [e for e in tree.iter() if _is_marked(e)]
    inner = {id(e) for e in found for a in e.iterancestors() if _is_marked(a)}
    return [e for e in found if id(e) not in inner]


def _is_marked(element: Element) -> bool:
    kind = (element.get("itemtype") or "").rstrip("/") if tag_of(element) else ""
    return tag_of(element) == "article" or (
        tag_of(element) != ""
        and (element.get("role") == "article" or ("schema.org" in kind and kind.endswith(_TYPES)))
    )


def _under_headings(tree: Element, prose: Prose) -> list[Element]:
    """The largest elements with one first-level heading each, where there are several with a story."""
    headings = [h for h in tree.iter("h1") if text_in(h)]
    if len(headings) < 2:
        return [tree]
    found = []
    for heading in headings:
        node = heading
        while node.getparent() is not None and sum(1 for _ in node.getparent().iter("h1")) == 1:
            node = node.getparent()
        if prose.size(node) >= _STORY:
            found.append(node)
    return found if len(found) > 1 else [tree]
