"""HTML inside of other formats: the text of a fragment, a paragraph a block, without tags."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# Elements that begin and end a paragraph, and those whose content is no text (HTML Standard; hl2 is NITF's)
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "block", "center", "dd", "div", "dl", "dt", "figcaption",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hl1", "hl2", "hr", "li", "main", "nav", "ol",
    "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_UNREAD = frozenset({
    "audio", "button", "figure", "form", "iframe", "media", "noscript", "object", "script", "style", "svg",
    "template", "video",
})  # fmt: skip
_TAG = re.compile(r"</?(?:p|br|div|span|h[1-6]|ul|ol|li|strong|em|b|i|a|blockquote)\b[^<>]{0,2000}>", re.I)
_BLOCK_TAG = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|li|blockquote)\b", re.I)
_PARAGRAPH, _BREAK = "\x00", "\x01"


def has_tags(text: str) -> bool:
    """Whether a text is HTML: it has tags of paragraphs, lists, links or emphasis."""
    return "<" in text and _TAG.search(text) is not None


def text_of(fragment: str) -> str:
    """The text of an HTML fragment: paragraphs parted by an empty line, `<br>` a line end.

    Where a text has tags of emphasis and links only, its line ends are those of its paragraphs.
    """
    if not _BLOCK_TAG.search(fragment):
        return _TAG.sub("", fragment)
    parser = _Blocks()
    parser.feed(fragment)
    parser.close()
    return parser.text()


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _UNREAD:
            self._unread.append(tag)
        elif tag == "br":
            self._parts.append(_BREAK)
        elif tag in _BLOCKS:
            self._parts.append(_PARAGRAPH)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag not in _UNREAD:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            del self._unread[self._unread.index(tag) :]
        elif tag in _BLOCKS:
            self._parts.append(_PARAGRAPH)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._parts.append(data.replace(_PARAGRAPH, " ").replace(_BREAK, " "))

    def text(self) -> str:
        paragraphs = "".join(self._parts).split(_PARAGRAPH)
        lines = ([" ".join(line.split(None)) for line in p.split(_BREAK)] for p in paragraphs)
        return "\n\n".join(filter(None, ("\n".join(filter(None, some)) for some in lines)))
