"""One label for a name all through an article: the NER's votes, and what the words around it say."""

from __future__ import annotations

from collections import defaultdict

from claimwire.layers.entities.mention import Mention
from claimwire.layers.entities.words import (
    ORG_SUFFIXES,
    ORG_WORDS,
    STRICT_TITLES,
    is_given_name,
    is_role_noun,
    kinds,
)
from claimwire.layers.parse import Parse


def settle(parse: Parse, mentions: list[Mention]) -> None:
    """Give all mentions of the same words the label with most votes, in place."""
    votes: dict[tuple[str, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    surnames = {m.words[-1] for m in mentions if m.label == "PERSON" and len(m.words) > 1}
    for m in mentions:
        tally = votes[m.words]
        for label, weight in evidence(parse, m, surnames).items():
            tally[label] += weight
    for m in mentions:
        tally = votes[m.words]
        if m.title not in STRICT_TITLES:
            m.label = max(tally, key=lambda label: (tally[label], label == m.label, label))


def evidence(parse: Parse, m: Mention, surnames: set[str]) -> dict[str, float]:
    """What one mention says about its label, by weight."""
    out: dict[str, float] = defaultdict(float)
    out[m.label] += 0.5 if m.rule == "again" else 1.0
    if m.title in STRICT_TITLES:
        out["PERSON"] += 3
    if len(m.words) > 1:
        if m.words[-1] in ORG_SUFFIXES or not ORG_WORDS.isdisjoint(m.words):
            out["ORG"] += 1 if m.label in ("GPE", "PERSON", "NORP") else 0
        elif m.label != "PERSON" and len(m.words) == 2 and is_given_name(m.words[0]):
            out["PERSON"] += 0.6
    elif m.words and m.words[0] in surnames:
        out["PERSON"] += 0.75
    described = descriptor(parse, m)
    if described:
        out[described] += 2
    after = m.stop
    if m.label == "PERSON" and after < len(parse) and parse.head[m.stop - 1] >= after:
        # "Queen bassist Ann Smith": who has a bassist is no person
        if parse.dep[m.stop - 1] == "compound" and is_role_noun(parse.lower[after]):
            out["ORG"] += 1.5
    return out


def descriptor(parse: Parse, m: Mention) -> str | None:
    """The label that a common noun directly before the name asks for: "rock band Queen", "singer Bono"."""
    i = m.first - 1
    if i < 0 or parse.sent[i] != parse.sent[m.first] or parse.tag[i] not in ("NN", "NNS"):
        return None
    linked = parse.head[i] in range(m.first, m.stop) or any(
        parse.head[k] == i for k in range(m.first, m.stop)
    )
    kind = kinds().get(parse.lemma[i].lower())
    if not linked or kind is None:
        return None
    return m.label if m.label in kind[0] else kind[0][0]
