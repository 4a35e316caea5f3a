"""Role nouns whose holder is named only behind them: "The governor …" before "Gov. Maria Ortiz"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from claimwire.layers.entities.words import is_role_noun
from claimwire.layers.parse import Parse
from claimwire.layers.phrases import core_phrase
from claimwire.lexicon import table, words

_ARTICLES = frozenset({"the", "a", "an"})
_NAMING = frozenset({"identify", "name", "know"})
# Who holds a role no more or not himself
OTHERWISE = frozenset({"former", "ex", "late", "deputy", "vice", "assistant", "acting", "then", "one-time"})
# Sentences ahead in which the holder of a role must be named, and back in which nobody of that role may be
_AHEAD = 2


def titled_as(parse: Parse, first: int) -> str | None:
    """The office that a short title directly before a name tells: "Gov." is governor."""
    before = parse.lower[first - 1].rstrip(".") if first else ""
    return _shorts().get(before) if first and parse.orth[first - 1][:1].isupper() else None


def _shorts() -> dict[str, str]:
    return {row["short"]: row["office"] for row in table("title_offices")}


def identified(parse: Parse, head: int) -> int | None:
    """The noun that a name is given to: "the driver, identified as Mark Olsen", "a man named Olsen"."""
    verb = parse.head[head]
    if parse.dep[head] == "pobj" and parse.lower[verb] == "as":
        verb = parse.head[verb]
    elif parse.dep[head] not in ("oprd", "attr", "dobj"):
        return None
    if parse.lemma[verb] not in _NAMING:
        return None
    if parse.dep[verb] == "acl":
        noun = parse.head[verb]
        return noun if parse.tag[verb] == "VBN" and is_role(parse, noun) else None
    patients = parse.dependents(verb, "nsubjpass", "dobj")
    return next((c for c in patients if c < head and is_role(parse, c)), None)


def is_role(parse: Parse, i: int) -> bool:
    """Whether token i is a singular common noun that says what a person is."""
    return parse.pos[i] == "NOUN" and parse.tag[i] == "NN" and is_role_noun(parse.lemma[i].lower())


class Told(NamedTuple):
    """A noun beside the name at a token, with the words that stand before the noun."""

    noun: str
    entity: str
    name: int
    words: frozenset[str]


def said_with(parse: Parse, noun: int) -> frozenset[str]:
    """The words of a phrase up to its noun."""
    first, stop = core_phrase(parse, noun)
    return frozenset(parse.lower[first:stop])


def introduced(parse: Parse, told: Iterable[Told]) -> dict[int, str]:
    """The entity ids of articled role nouns, by token, that one person of the text is called behind them.

    told: the nouns that stand beside names, in order of the text. The name follows within two sentences, in
    the whole text for an office that only one can hold. A second holder makes it nobody.
    """
    holders: dict[str, dict[str, Told]] = defaultdict(dict)
    for t in told:
        holders[t.noun].setdefault(t.entity, t)
    single = {noun: next(iter(of.values())) for noun, of in holders.items() if len(of) == 1}
    out = {}
    for i, lemma in enumerate(parse.lemma):
        found = single.get(lemma.lower())
        if found is None or i > found.name or not is_role(parse, i) or not _plain(parse, i):
            continue
        told_more = len(found.words - _ARTICLES) > 1
        if told_more and any(parse.lower[c] not in found.words for c in parse.dependents(i, "compound")):
            continue  # "the finance minister" is not the prime minister
        near = parse.sent[found.name] - parse.sent[i] <= _AHEAD
        if near or (lemma.lower() in words("sole_offices") and parse.lower[parse.left[i]] == "the"):
            out[i] = found.entity
    return out


def _plain(parse: Parse, i: int) -> bool:
    """Whether a noun has an article, and neither a name nor a phrase with "of" that tells whose it is."""
    first, stop = core_phrase(parse, i)
    if parse.lower[first] not in _ARTICLES or parse.dep[i] in ("compound", "attr", "appos", "conj"):
        return False
    if any(parse.orth[k][:1].isupper() for k in range(first + 1, stop)):
        return False
    return not any(c > i and _tells_whose(parse, c) for c in parse.children[i])


def _tells_whose(parse: Parse, c: int) -> bool:
    return parse.dep[c] in ("conj", "relcl", "appos") or parse.lower[c] in ("of", "for")
