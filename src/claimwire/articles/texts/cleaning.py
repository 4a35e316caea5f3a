"""The text of a field as an article's text: without the entities, tags and marks that were left in it."""

from __future__ import annotations

from claimwire.articles.texts.entities import decoded
from claimwire.articles.texts.markup import has_tags, text_of
from claimwire.records import DocumentWarning

_COUNT = "offsets count in the text without them"
ENTITIES = DocumentWarning("decoded_entities", "HTML entities were decoded when the text was read; " + _COUNT)
TAGS = DocumentWarning("removed_tags", "HTML tags were taken out when the text was read; " + _COUNT)
MARKS = DocumentWarning("removed_markdown", "Markdown marks were taken out when the text was read; " + _COUNT)


def cleaned(text: str) -> tuple[str, tuple[DocumentWarning, ...]]:
    """The text without what is none, and a warning for each kind of thing that was taken away."""
    warnings = []
    plain = decoded(text)
    if plain != text:
        warnings.append(ENTITIES)
    # tags are looked for in what was decoded once and twice, and text_of decodes what stands between them
    if has_tags(plain):
        plain = text_of(plain)
        warnings.append(TAGS)
    if _may_have_marks(plain):
        from claimwire.articles.texts.marks import has_marks, without_marks

        if has_marks(plain):
            plain = without_marks(plain)
            warnings.append(MARKS)
    return plain, tuple(warnings)


def _may_have_marks(text: str) -> bool:
    return any(mark in text for mark in ("*", "__", "](", "~~", "[^", "# "))
