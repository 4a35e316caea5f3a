"""The forms that a name asks for in place of a pronoun: the possessive, and the verb of the third person."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.layers.grammar.verbs import subject_of
from claimwire.layers.parse import Parse

# Characters start..end and the text to stand there
Edit = tuple[int, int, str]

# Present and past forms that a singular name asks for in place of those of "I", "we", "they"
_AGREED = {"am": "is", "are": "is", "'m": "is", "’m": "is", "'re": "is", "’re": "is", "were": "was",
           "have": "has", "'ve": "has", "’ve": "has", "do": "does", "'s": "is", "’s": "is"}  # fmt: skip
_FULL = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would"}
_SIBILANT = ("s", "x", "z", "ch", "sh", "o")


def possessive(name: str) -> str:
    """A name as a possessor: "Amazon's", "General Motors'"."""
    return name + ("'" if name.endswith("s") else "'s")


def verb_edits(parse: Parse, i: int, singular: bool) -> list[Edit]:
    """The finite verbs of a subject pronoun at token i, in the form that a singular name asks for.

    singular: whether the pronoun's own verb is in the third person already ("she's" is only written out).
    """
    if parse.dep[i] not in ("nsubj", "nsubjpass"):
        return []
    verbs = [parse.head[i], *([] if singular else _sharing(parse, parse.head[i]))]
    return [edit for v in verbs if (edit := _verb_edit(parse, i, v, singular)) is not None]


def _sharing(parse: Parse, v: int) -> Iterator[int]:
    """The verbs joined to another that take its subject: "I have seen it and know"."""
    for c in parse.dependents(v, "conj"):
        if parse.pos[c] in ("VERB", "AUX") and subject_of(parse, c) is None:
            yield c
            yield from _sharing(parse, c)


def _verb_edit(parse: Parse, i: int, v: int, singular: bool) -> Edit | None:
    helpers = [c for c in parse.children[v] if parse.dep[c] in ("aux", "auxpass") and c > i]
    verb = helpers[0] if helpers else v
    if verb < i:
        return None
    glued = parse.start[verb] == parse.end[i]
    new = _third_person_clitic(parse, verb, v, glued) if singular else _agreed(parse, verb)
    return None if new is None else (parse.start[verb], parse.end[verb], (" " if glued else "") + new)


def _agreed(parse: Parse, verb: int) -> str | None:
    return None if parse.lower[verb] in ("'s", "’s") else third_person(parse, verb)


def _third_person_clitic(parse: Parse, verb: int, v: int, glued: bool) -> str | None:
    """A verb glued to "he", "she" or "it", written out."""
    if not glued:
        return None
    written = _full(parse, verb)
    if written is None and parse.lower[verb] in ("'s", "’s"):
        written = "has" if parse.tag[v] == "VBN" and parse.dep[verb] != "auxpass" else "is"
    return written


def third_person(parse: Parse, verb: int, tags: tuple[str, ...] = ("VBP",)) -> str | None:
    """The form a singular name asks for in place of that of "I", "we", "they"; None where none changes.

    tags: those of a verb that is a present tense.
    """
    word = parse.lower[verb]
    return _AGREED.get(word) or _full(parse, verb) or (_third(word) if parse.tag[verb] in tags else None)


def _full(parse: Parse, verb: int) -> str | None:
    """A clitic written out; "'d" is "had" before a participle."""
    word = parse.lower[verb]
    if word in ("'d", "’d") and parse.tag[parse.head[verb]] in ("VBN", "VBD"):
        return "had"
    return _FULL.get(word)


def _third(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANT) else "s")
