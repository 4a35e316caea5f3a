"""Which paragraphs of a page are prose of a story, and which are teasers of other pages."""

from __future__ import annotations

from itertools import islice

from claimwire.articles.pages.trees import HEADINGS, Element, in_links, tag_of, text_in

_LONG = 60  # characters that make a paragraph of prose, not a label
_BLOCKS = ("div", "td", "section", "article", "main", "center", "font", "span")
_OWN = 120  # characters of text in a block itself that make it prose
_TEASER = 450  # characters of text that may stand under the heading of a teaser
_NEAR = 8  # elements between a heading and a paragraph under it
_REACH = 4  # levels that a teaser's heading stands above its paragraph
_TITLED = 25  # characters of a link that is a headline


class Prose:
    """The prose of a page. Made before the page is changed; elements that were taken out have none."""

    def __init__(self, tree: Element) -> None:
        self._headings: dict[Element, Element] = {}  # the last heading in an element
        for heading in tree.iter(*HEADINGS):
            for around in (heading, *islice(heading.iterancestors(), _REACH + 2)):
                self._headings[around] = heading
        self._sizes = {p: len(text_in(p)) for p in tree.iter("p") if is_long(p) and not self.is_teaser(p)}
        for element in tree.iter(*_BLOCKS):  # old pages have no paragraphs, but line ends in a block or cell
            if (size := _own_text(element)) >= _OWN:
                self._sizes[element] = size

    def size(self, root: Element) -> int:
        """Characters of prose in an element."""
        return sum(self._sizes.get(element, 0) for element in root.iter())

    def size_of_story(self, root: Element) -> int:
        """As `size`, without paragraphs right under a link, which on lists of stories sum up another page."""
        return sum(self._sizes[e] for e in root.iter() if e in self._sizes and not _under_link(e))

    def is_teaser(self, paragraph: Element) -> bool:
        """Whether a paragraph stands under a heading that is a link, with little else: of another page."""
        node = paragraph
        for _ in range(_REACH):
            for before in islice(node.itersiblings(preceding=True), _NEAR):
                if before in self._headings:
                    return _leads_away(self._headings[before]) and self._under(before) < _TEASER
            node = node.getparent()
            if node is None or tag_of(node) in ("body", "main"):
                return False
        return False

    def _under(self, heading: Element) -> int:
        """Characters of text between an element with a heading and the next one."""
        size = 0
        for sibling in heading.itersiblings():
            if sibling in self._headings or size >= _TEASER:
                break
            size += len(text_in(sibling))
        return size


def is_long(paragraph: Element) -> bool:
    """Whether a paragraph is prose by its length, most of it outside of links."""
    size = len(text_in(paragraph))
    return size >= _LONG and in_links(paragraph) < size / 2


def _own_text(block: Element) -> int:
    """Characters that stand in a block itself, in no element within it."""
    return len((block.text or "").strip()) + sum(len((child.tail or "").strip()) for child in block)


def _leads_away(heading: Element) -> bool:
    """Whether a heading is a link; that of a story itself may be one too, and is of the first level."""
    size = len(text_in(heading))
    return tag_of(heading) != "h1" and size > 0 and in_links(heading) >= 0.8 * size


def _under_link(paragraph: Element) -> bool:
    """Whether what stands right before a paragraph, or its box, is a link as long as a headline."""
    for element in (paragraph, paragraph.getparent()):
        before = element.getprevious() if element is not None else None
        if before is not None and _TITLED <= len(text_in(before)) == in_links(before):
            return True
    return False


def title_links(root: Element) -> int:
    """How many links of a tree have texts as long as headlines, outside of navigation."""
    found = (a for a in root.iter("a") if a.get("href") and len(text_in(a)) >= _TITLED)
    return sum(not any(tag_of(x) in ("nav", "footer", "header") for x in a.iterancestors()) for a in found)
