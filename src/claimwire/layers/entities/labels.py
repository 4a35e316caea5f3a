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
from claimwire.lexicon import words

_LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "throughout"})
_STORMS = frozenset({"typhoon", "hurricane", "cyclone", "storm"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
# Labels that a name's last word settles ("Free Trade Agreement", "Belgrave Road Temple")
_BY_LAST = frozenset({"LAW", "FAC"})
# How much the rest of the article counts against the words around one mention
_SHARE = 2.0


def settle(parse: Parse, mentions: list[Mention]) -> None:
    """Give each mention the label for which its context and the article's other mentions vote, in place."""
    full = [m for m in mentions if len(m.words) > 1 and m.rule != "again"]
    surnames = {m.words[-1] for m in full if m.label == "PERSON" and not _is_firm(m.words)}
    leads = {m.words[0] for m in full if m.label == "ORG" or _is_firm(m.words)} - surnames
    own = [evidence(parse, m, surnames) for m in mentions]
    for m, votes in zip(mentions, own, strict=True):
        if len(m.words) == 1 and m.words[0] in leads and m.label == "PERSON":
            votes["ORG"] += 1.2  # a firm called by its first word
    shared: dict[tuple[str, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for m, votes in zip(mentions, own, strict=True):
        for label, weight in votes.items():
            shared[m.words][label] += weight
    for m, votes in zip(mentions, own, strict=True):
        tally = shared[m.words]
        size = max(sum(w for w in tally.values() if w > 0), 1.0)
        score = {k: votes.get(k, 0.0) + _SHARE * tally[k] / size for k in tally}
        m.label = max(score, key=lambda k: (score[k], k == m.label, k))
    for m in mentions:
        if m.label in ("NORP", "ORG", "PERSON") and " ".join(m.words) in words("parties"):
            m.label = "ORG"
        elif " ".join(m.words) + "s" in words("parties") and m.label in ("ORG", "PERSON", "NORP"):
            m.label = "NORP"
    _settle_lists(parse, mentions)


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


def evidence(parse: Parse, m: Mention, surnames: set[str]) -> dict[str, float]:
    """What one mention says about its label, by weight."""
    out: dict[str, float] = defaultdict(float)
    out[m.label] += 0.5 if m.rule in ("again", "capitals") else 1.0
    if m.title is not None and m.label in ("ORG", "GPE", "PERSON"):
        out["PERSON"] += 4 if m.title in STRICT_TITLES else 0.5
    _by_words(m, out, surnames)
    described = descriptor(parse, m)
    if described and not (described == "PERSON" and len(m.words) > 1 and _is_firm(m.words)):
        out[described] += 2
    _by_context(parse, m, out, len(m.words) == 1 and m.words[0] in surnames)
    return out


def _is_firm(name: tuple[str, ...]) -> bool:
    return name[-1] in ORG_SUFFIXES or not ORG_WORDS.isdisjoint(name)


def _by_words(m: Mention, out: dict[str, float], surnames: set[str]) -> None:
    if m.words[0] in _STORMS and len(m.words) > 1:
        out["EVENT"] += 2
    last = kinds().get(m.words[-1], ((), ""))[0] if len(m.words) > 2 else ()
    if last and last[0] in _BY_LAST:
        out[last[0]] += 1.5
    if len(m.words) > 1:
        if _is_firm(m.words):
            if m.label in ("GPE", "PERSON", "NORP"):
                out["ORG"] += 1.2
        elif m.label not in ("PERSON", "ORG") and len(m.words) == 2 and is_given_name(m.words[0]):
            out["PERSON"] += 0.6
        if m.words[-1][0].isdigit() and m.label == "ORG":
            out["PRODUCT"] += 1.2
    elif m.words and m.words[0] in surnames:
        out["PERSON"] += 1.1


def _by_context(parse: Parse, m: Mention, out: dict[str, float], surname: bool) -> None:
    """What the words around a mention say; more of a word that is a person's surname in this article."""
    i, after = m.stop - 1, m.stop
    head, dep = parse.head[i], parse.dep[i]
    if dep == "compound" and head >= after and is_role_noun(parse.lemma[head].lower()) and head == after:
        # "Queen bassist Ann Smith": who has a bassist is no person
        if m.label in ("PERSON", "PRODUCT", "WORK_OF_ART"):
            out["ORG"] += 1.5
    elif dep == "poss" and parse.lemma[head].lower() in words("personal"):
        out["PERSON"] += 1.5 if surname else 0.9
    elif (
        dep in ("nsubj", "nsubjpass")
        and surname
        and m.label in _PLACES
        and parse.lemma[head] in words("person_verbs")
    ):
        out["PERSON"] += 1.0
    elif dep == "pobj" and parse.lower[head] in _LOCATIVE and m.label in (*_PLACES, "PERSON"):
        out["GPE" if m.label == "PERSON" else m.label] += 1.0
    if m.label in ("ORG", "GPE", "FAC") and not _is_firm(m.words):
        for c in parse.children[i]:
            if c >= after and parse.dep[c] == "appos" and is_role_noun(parse.lemma[c].lower()):
                out["PERSON"] += 1.5
    if _is_owned_firm(parse, i):
        out["ORG"] += 1.2 if m.label != "GPE" else 0.0
    if dep == "nsubj" and m.label == "PERSON" and len(m.words) == 1 and _plural_verb(parse, head):
        out["ORG"] += 1.2
    if m.label == "ORG" and parse.tag[i] == "NNPS" and parse.dependents(i, "nummod"):
        out["PRODUCT"] += 1.5


def _is_owned_firm(parse: Parse, i: int) -> bool:
    """Whether a name has shares or shareholders: "shares in Holcim", "Holcim's profits"."""
    head = parse.head[i]
    if parse.dep[i] == "pobj" and parse.lower[head] in ("in", "of"):
        return parse.lemma[parse.head[head]] in ("share", "stake", "shareholder", "subsidiary")
    return parse.dep[i] in ("poss", "compound") and parse.lemma[head].lower() in _OWNED


_OWNED = frozenset(
    {"share", "shareholder", "profit", "revenue", "subsidiary", "takeover", "customer", "earnings"}
)


def _plural_verb(parse: Parse, verb: int) -> bool:
    helpers = parse.dependents(verb, "aux", "auxpass")
    finite = helpers[0] if helpers else verb
    return parse.lower[finite] in ("have", "are", "were") and not parse.dependents(verb, "cc")


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
