"""Which gender a name or the words before it tell."""

from __future__ import annotations

from claimwire.layers.names.mention import words_of
from claimwire.layers.names.words import gender_of_given, kinds, titles
from claimwire.layers.parse import Parse


def gender_of(name: str) -> str | None:
    """ "m" or "f" by the given name of a full name, None where it is unknown or serves both."""
    words = words_of(name)
    return gender_of_given(words[0]) if len(words) > 1 else None


def gender_told(parse: Parse, tokens: range) -> str:
    """The gender that a title or noun right before a name tells: "Mrs Smith", "actress Ann Smith"; or ""."""
    i = tokens.start - 1
    if i < 0 or parse.sent[i] != parse.sent[tokens.start]:
        return ""
    if parse.orth[i][:1].isupper() and (title := titles().get(parse.lower[i].rstrip("."))):
        return title
    linked = parse.head[i] in tokens
    return kinds().get(parse.lemma[i].lower(), ((), ""))[1] if linked and parse.tag[i] != "NNS" else ""
