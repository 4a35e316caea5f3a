"""One label for a name all through an article: the NER's votes, and what the words around it say."""

from __future__ import annotations

from collections import Counter, defaultdict

from claimwire.layers.entities import context
from claimwire.layers.entities.mention import Mention
from claimwire.layers.entities.words import (
    ORG_SUFFIXES,
    ORG_WORDS,
    STRICT_TITLES,
    TAILS,
    is_given_name,
    is_rank,
    kinds,
)
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_STORMS = frozenset({"typhoon", "hurricane", "cyclone", "storm"})
# Labels that a name's last word settles ("Free Trade Agreement", "Belgrave Road Temple")
_BY_LAST = frozenset({"LAW", "FAC"})
# How much the rest of the article counts against the words around one mention
_SHARE = 2.0
# What a known longer name says of the firm's or club's short form
_FIRST_WORD, _LAST_WORD = 2.0, 1.2
# Labels that the NER gives to names it does not know
_LOOSE = frozenset({"PERSON", "FAC", "PRODUCT", "LOC", "WORK_OF_ART", "EVENT"})

# What all the labels of the NER for one name count together, where they are alike
_GUESS = 1.5
# How far one of the two must be ahead for a name that begins with a given name
_GIVEN = 1.0
# What may act and speak
_PARTIES = frozenset({"ORG", "PERSON"})

Votes = dict[str, float]


def settle(parse: Parse, mentions: list[Mention]) -> None:
    """Give each mention the label for which its context and the article's other mentions vote, in place."""
    full = [m for m in mentions if len(m.words) > 1 and m.rule != "again"]
    surnames = {m.words[-1] for m in full if m.label == "PERSON" and not is_firm(m.words)}
    for m in mentions:
        m.votes = evidence(parse, m, surnames)
    _vote_short_forms(mentions, [m for m in full if m.label == "ORG" or is_firm(m.words)], surnames)
    shared: dict[tuple[str, ...], Votes] = defaultdict(lambda: defaultdict(float))
    told: dict[tuple[str, ...], Votes] = defaultdict(lambda: defaultdict(float))
    for m in mentions:
        for label, weight in m.votes.items():
            shared[m.words][label] += weight
            told[m.words][label] += weight - (_own_vote(m) if label == m.label else 0.0)
    sizes = Counter(m.words for m in mentions)
    for m in mentions:
        told[m.words][m.label] += _GUESS / sizes[m.words]
    for m in mentions:
        m.label = _choose(m, shared[m.words])
    _settle_forms(mentions, told, surnames)
    for m in mentions:
        _settle_party(m)
    _settle_lists(parse, mentions)


def _choose(m: Mention, tally: Votes) -> str:
    size = max(sum(w for w in tally.values() if w > 0), 1.0)
    score = {k: m.votes.get(k, 0.0) + _SHARE * tally[k] / size for k in tally}
    return max(score, key=lambda k: (score[k], k == m.label, k))


def _vote_short_forms(mentions: list[Mention], firms: list[Mention], surnames: set[str]) -> None:
    """A firm called by its first word, a club by its last: "Dunmore" of "Dunmore Haulage"."""
    first = {m.words[0] for m in firms} - surnames
    begun = {m.words[:-1] for m in firms if len(m.words) > 2 and m.words[-1] in TAILS}
    last = {m.words[-1] for m in firms if len(m.words) == 2} - surnames - ORG_WORDS - ORG_SUFFIXES
    for m in mentions:
        if m.words in begun and m.label in _LOOSE:
            m.votes["ORG"] += _FIRST_WORD
        elif len(m.words) == 1 and m.label in _LOOSE and not is_given_name(m.words[0]):
            if m.words[0] in first:
                m.votes["ORG"] += _FIRST_WORD
            elif m.words[0] in last:
                m.votes["ORG"] += _LAST_WORD
        elif len(m.words) == 1 and m.words[0] in first and m.label == "PERSON":
            m.votes["ORG"] += _LAST_WORD


def _settle_forms(mentions: list[Mention], told: dict[tuple[str, ...], Votes], surnames: set[str]) -> None:
    """No name is both a person's and an organisation's in one article, but for a surname.

    told: what the words around all mentions say; the NER's word counts once, however often it is said.
    """
    used: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for m in mentions:
        used[m.words].add(m.label)
    for m in mentions:
        if m.label in _PARTIES and used[m.words] >= _PARTIES and _may_be_body(m, surnames):
            given = is_given_name(m.words[0]) and not is_firm(m.words)
            ahead = told[m.words]["ORG"] - told[m.words]["PERSON"]
            if not (given and abs(ahead) < _GIVEN):
                m.label = "ORG" if ahead > 0 else "PERSON"


def _may_be_body(m: Mention, surnames: set[str]) -> bool:
    return is_firm(m.words) or m.words[0] not in surnames


def _settle_party(m: Mention) -> None:
    name = " ".join(m.words)
    if m.label in ("NORP", "ORG", "PERSON", "PRODUCT"):
        if name in words("parties"):
            m.label = "ORG"
        elif name + "s" in words("parties"):
            m.label = "NORP"


def _settle_lists(parse: Parse, mentions: list[Mention]) -> None:
    """The items of a list are of one kind: products, where the first is one."""
    chains: dict[int, list[Mention]] = defaultdict(list)
    for m in mentions:
        chains[_chain(parse, m)].append(m)
    for items in chains.values():
        if len(items) > 2 and items[0].label == "PRODUCT":
            for m in items[1:]:
                m.label = "PRODUCT"


def _chain(parse: Parse, m: Mention) -> int:
    """The first conjunct of the list that a mention, or the noun it modifies, stands in."""
    i = m.stop - 1
    if parse.dep[i] == "compound" and parse.head[i] == m.stop:
        i = m.stop
    for _ in range(50):
        if parse.dep[i] not in ("conj", "appos") or parse.head[i] == i:
            break
        i = parse.head[i]
    return i


def evidence(parse: Parse, m: Mention, surnames: set[str]) -> Votes:
    """What one mention says about its label, by weight."""
    out: Votes = defaultdict(float)
    out[m.label] += _own_vote(m)
    if m.title is not None and m.label in ("ORG", "GPE", "PERSON"):
        out["PERSON"] += 4 if m.title in STRICT_TITLES or is_rank(m.title) else 0.5
    _by_words(m, out, surnames)
    firm = len(m.words) > 1 and is_firm(m.words)
    described = context.descriptor(parse, m)
    if described and not (described == "PERSON" and firm):
        out[described] += 2
    for label, weight in context.votes(parse, m, firm, len(m.words) == 1 and m.words[0] in surnames):
        out[label] += weight
    return out


def _own_vote(m: Mention) -> float:
    """What the label that a mention came with counts."""
    return 0.5 if m.rule in ("again", "capitals") else 1.0


def is_firm(name: tuple[str, ...]) -> bool:
    """Whether a name has a legal form or a word that shows an organisation."""
    return name[-1] in ORG_SUFFIXES or not ORG_WORDS.isdisjoint(name)


def _by_words(m: Mention, out: Votes, surnames: set[str]) -> None:
    if m.label != "PERSON" and " ".join(m.words) in words("countries"):
        out["GPE"] += 2.5
    if m.rule == "dateline":
        out[m.label] += 1.5
    if m.label != "PERSON" and len(m.words) in (2, 3) and m.words[-1] in words("street_words") - {"court"}:
        out["FAC"] += 1.5
    if m.words[0] in _STORMS and len(m.words) > 1:
        out["EVENT"] += 2
    last = kinds().get(m.words[-1], ((), ""))[0] if len(m.words) > 2 else ()
    if last and last[0] in _BY_LAST:
        out[last[0]] += 1.5
    if len(m.words) > 1:
        if is_firm(m.words):
            if m.label in ("GPE", "PERSON", "NORP"):
                out["ORG"] += 1.2
        elif m.label not in ("PERSON", "ORG") and len(m.words) == 2 and is_given_name(m.words[0]):
            out["PERSON"] += 0.6
        if m.words[0] == "st" and m.label == "PERSON":
            out["ORG"] += 1.5  # a hospital, school or club
        if m.words[-1][0].isdecimal() and m.label == "ORG":
            out["PRODUCT"] += 1.2
    elif m.words and m.words[0] in surnames:
        out["PERSON"] += 1.1
