"""The text of a clause with pronouns and "the company" replaced by the names they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.layers.mentions import Mentions, tokens_of
from claimwire.layers.parse import Parse
from claimwire.layers.references.anaphora import pronouns
from claimwire.records import Reference

# Characters start..end and the text to stand there
Edit = tuple[int, int, str]

# Present and past forms that a singular name asks for in place of those of "I", "we", "they"
_AGREED = {"am": "is", "are": "is", "'m": "is", "’m": "is", "'re": "is", "’re": "is", "were": "was",
           "have": "has", "'ve": "has", "’ve": "has", "do": "does", "'s": "is", "’s": "is"}  # fmt: skip
_FULL = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would"}
_SIBILANT = ("s", "x", "z", "ch", "sh", "o")


def resolve_text(
    mentions: Mentions, start: int, end: int, edits: Iterable[Edit] = (), named: str | None = None
) -> str:
    """The characters start..end with every reference inside replaced by its name, possessives right.

    "its" becomes "Amazon's", "he" "Andy Jassy", "the company's" "Amazon's"; the verb of a replaced "I",
    "we" or "they" agrees. What the clause has named before stays as it is: "Amazon cut its forecast".
    edits: further changes as (start, end, new text), which go first; named: the entity that they name.
    """
    parse = mentions.parse
    edits = list(edits)
    said: set[str | None] = {named} if named is not None else set()
    for m in mentions.between(start, end):
        if isinstance(m, Reference) and m.entity not in said and m.end <= end:
            edits += _edits(parse, m, mentions.spoken(m))
        said.add(m.entity)
    return _apply(parse.text, start, end, edits)


def _apply(text: str, start: int, end: int, edits: list[Edit]) -> str:
    out, at = [], start
    for a, b, new in sorted(edits, key=lambda e: e[:2]):
        if a >= at and b <= end:
            out += [text[at:a], new]
            at = b
    return "".join(out) + text[at:end]


def _edits(parse: Parse, m: Reference, spoken: str) -> list[Edit]:
    name = spoken
    if spoken != m.name and m.text[:1].isupper():
        name = spoken[:1].upper() + spoken[1:]
    if m.kind == "nominal":
        # "company chairman Ann Smith": a name stands there without article
        name = m.name if parse.dep[_last(parse, m)] == "compound" else name
        return (
            [(m.start, m.end, name)] if m.rule in ("definite", "office") and not _has_tail(parse, m) else []
        )
    i = parse.token_at(m.start)
    row = pronouns().get(parse.lower[i])
    if row is None or row["form"] == "reflexive":
        return []
    if row["form"] == "possessive" or parse.dep[i] == "poss":
        return [(m.start, m.end, possessive(name))]
    return [(m.start, m.end, name), *_agreement(parse, i, row["person"] == "3" and row["number"] == "s")]


def _last(parse: Parse, m: Reference) -> int:
    return tokens_of(parse, m.start, m.end)[-1]


def possessive(name: str) -> str:
    """A name as a possessor: "Amazon's", "General Motors'"."""
    return name + ("'" if name.endswith("s") else "'s")


def _has_tail(parse: Parse, m: Reference) -> bool:
    """Whether the noun phrase goes on behind its head ("the company that …"): no name can replace it."""
    head = _last(parse, m)
    return any(c > head and parse.dep[c] in ("relcl", "prep", "acl", "appos") for c in parse.children[head])


def _agreement(parse: Parse, i: int, singular: bool) -> list[Edit]:
    """The finite verb of a subject pronoun, in the form that a name asks for."""
    if parse.dep[i] not in ("nsubj", "nsubjpass"):
        return []
    v = parse.head[i]
    helpers = [c for c in parse.children[v] if parse.dep[c] in ("aux", "auxpass") and c > i]
    verb = helpers[0] if helpers else v
    word = parse.lower[verb]
    if verb < i:
        return []
    glued = parse.start[verb] == parse.end[i]
    if singular:
        new = None
        if glued:
            new = _full(parse, verb) or (
                ("has" if parse.tag[v] == "VBN" else "is") if word in ("'s", "’s") else None
            )
    elif word in ("'s", "’s"):
        new = None
    else:
        new = third_person(parse, verb)
    if new is None:
        return []
    return [(parse.start[verb], parse.end[verb], (" " if glued else "") + new)]


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
