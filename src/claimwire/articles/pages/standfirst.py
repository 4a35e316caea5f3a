"""The standfirst: the sentence under a headline that sums the story up, which extractors often lose."""

from __future__ import annotations

from claimwire.articles.headline import alike
from claimwire.articles.pages.prose import is_long
from claimwire.articles.pages.trees import Element, name_words, tag_of, text_in

# How content systems call it (WordPress, Drupal, Arc XP, Guardian, BBC)
_NAMES = ("standfirst", "dek", "deck", "subtitle", "sub-title", "subheadline", "sub-headline", "subhead",
          "lede", "strapline", "article-summary", "article-intro", "article-description")  # fmt: skip
_LEAST, _MOST = 30, 500  # characters


def with_standfirst(text: str, title: tuple[int, int] | None, tree: Element, description: str | None) -> str:
    """The text with the page's standfirst under the headline, where the page shows one that it lacks."""
    found = _standfirst(tree, description)
    if found is None or alike(found) in alike(text):
        return text
    end = title[1] if title else 0
    before, behind = text[:end], text[end:].lstrip()
    return f"{before}\n\n{found}\n\n{behind}" if before else f"{found}\n\n{behind}"


def _standfirst(tree: Element, description: str | None) -> str | None:
    wanted = alike(description or "")
    for element in tree.iter("p", "h2", "h3", "div", "span"):
        text = text_in(element)
        named = any(f"-{n}-" in name_words(element) for n in _NAMES)
        if tag_of(element) == "p" and is_long(element) and not named and alike(text) != wanted:
            return None  # the story has begun
        if not _LEAST <= len(text) <= _MOST:
            continue
        if named or (wanted and alike(text) == wanted):
            return text
    return None
