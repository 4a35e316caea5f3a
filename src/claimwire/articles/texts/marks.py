"""Markdown: its text without marks, links without addresses, images as their descriptions.

Struck text (`~~so~~`) is what the author took back, and is left out; so are the marks of footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NOTE_MARK = re.compile(r"(?<=\S)\[\^[^\]\s]{1,40}\](?!:)|^[ \t]*\[\^[^\]\s]{1,40}\]:[ \t]*", re.MULTILINE)
# What a text that nobody called Markdown must hold to be read as such; no mark of it is found in plain prose
_SURE = re.compile(
    r"""
      (?<![*\w])(?:\*\*|__)(?=[^\s*_])[^\n*]{1,300}?(?<=[^\s*_])(?:\*\*|__)(?![*\w])   # **strong**
    | (?<![*\w])\*(?=[^\s*])[^\n*]{1,300}?(?<=[^\s*])\*(?![*\w])                       # *emphasis*
    | !?\[[^\]\n]{0,300}\]\([^\s()]{1,2000}(?:[ ]"[^"\n]{0,300}")?\)                   # [link](address)
    | ~~(?=\S)[^~\n]{1,300}~~
    | \[\^[^\]\s]{1,40}\]
    | ^\#{1,6}[ ]+\S
    """,
    re.VERBOSE | re.MULTILINE,
)
_IMAGES = 1_000
_LINE_MARKS = re.compile(r"[ ]{0,3}(?:\#{1,6}[ ]+|>[ ]?)")
_CLOSING_MARKS = re.compile(r"[ ]#{1,9}[ ]{0,9}$")


def has_marks(text: str) -> bool:
    """Whether a text that nobody called Markdown has marks that nothing else explains."""
    return _SURE.search(text) is not None


def without_marks(text: str) -> str:
    """A text that has Markdown's marks, line by line: without them, its lines as they are."""
    parser = _parser(_has_images(text))
    return "".join(_line(line, parser) for line in _NOTE_MARK.sub("", text).splitlines(keepends=True))


def rendered(text: str) -> str:
    """The text of a Markdown document: blocks parted by an empty line, list items on lines of their own."""
    tokens = _parser(_has_images(text)).parse(_NOTE_MARK.sub("", text))
    blocks = list(_blocks(tokens))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _line(line: str, parser: MarkdownIt) -> str:
    content = line.rstrip("\r\n")
    if not _SURE.search(content) and not _LINE_MARKS.match(content):
        return line
    head = _LINE_MARKS.match(content)
    inner = _CLOSING_MARKS.sub("", content[head.end() :]) if head else content
    lead = inner[: len(inner) - len(inner.lstrip())]
    tokens = parser.parseInline(inner.strip())
    return lead + _inline(tokens[0].children or []) + line[len(content) :] if tokens else line


def _has_images(text: str) -> bool:
    """Whether images are to be read: of thousands of their marks, each would be looked for to the end."""
    return text.count("![") <= _IMAGES


@cache
def _parser(images: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    return parser if images else parser.disable("image")


def _blocks(tokens: list[Token]) -> Iterator[str]:
    marks: list[str] = []  # of the lists that are open
    fresh = False  # whether the mark of the item is still to be written
    cells: list[str] | None = None
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            marks.append("-" if token.type.startswith("b") else "1.")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            marks.pop()
        elif token.type == "list_item_open":
            fresh, marks[-1] = True, f"{token.info}." if token.info else "-"
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield " | ".join(filter(None, cells or []))
            cells = None
        elif token.type in ("inline", "fence", "code_block"):
            text = _inline(token.children) if token.children is not None else token.content.rstrip("\n")
            if cells is not None:
                cells.append(text)
            elif text:
                yield f"{marks[-1]} {text}" if fresh and marks else text
                fresh = False


def _inline(tokens: list[Token]) -> str:
    out, struck = [], 0
    for token in tokens:
        struck += token.nesting if token.tag == "s" else 0
        if not struck and token.tag != "s":
            out.append(_piece(token))
    return re.sub(r"[ \t]{2,}", " ", "".join(out)).strip()


def _piece(token: Token) -> str:
    if token.type in ("text", "text_special", "code_inline"):
        return token.content
    if token.type == "image":
        return _inline(token.children or [])
    if token.type == "softbreak":
        return " "
    return "\n" if token.type == "hardbreak" or token.content.lower().startswith("<br") else ""
