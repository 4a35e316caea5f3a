"""Known names said again where the NER missed them: whole, by surname, by the first word of a firm."""

from __future__ import annotations

from claimwire.layers.entities.clean import make
from claimwire.layers.entities.cluster import core
from claimwire.layers.entities.find import Cover
from claimwire.layers.entities.mention import Mention, is_capitalised, words_of
from claimwire.layers.entities.words import (
    ORG_WORDS,
    TAILS,
    is_given_name,
    is_role_word,
    kinds,
)
from claimwire.layers.parse import Parse
from claimwire.lexicon import words


def again(parse: Parse, mentions: list[Mention], cover: Cover, inside: bytearray) -> list[Mention]:
    """Further occurrences of the names that the article has, where the NER missed them.

    inside: not 0 for the tokens of headlines, where a firm's first word is enough: "Larch profit slips".
    """
    known = _forms(mentions)
    short = _short_forms(parse, mentions)
    longest = max(len(words) for words in known)
    firsts = {words[0] for words in known}
    out: list[Mention] = []
    i = 0
    while i < len(parse):
        if inside[i] and parse.lower[i] in short and cover.free(i) and parse.orth[i][0].isupper():
            mention = make(parse, i, i + 1, short[parse.lower[i]], "again")
            if mention is not None and (mention.words not in known or len(mention.words) == 1):
                cover.add(mention)
                out.append(mention)
        if parse.lower[i].replace(".", "") in firsts and cover.free(i) and is_capitalised(parse.orth[i]):
            mention = _match(parse, i, known, longest, cover)
            if mention is not None:
                cover.add(mention)
                out.append(mention)
                i = mention.stop
                continue
        i += 1
    return out


def _forms(mentions: list[Mention]) -> dict[tuple[str, ...], str]:
    """Names to look for, with their label: whole names, and the last word of a person's."""
    known: dict[tuple[str, ...], str] = {}
    for m in mentions:
        if m.label == "PERSON" and len(m.words) > 1 and len(m.words[-1]) > 1:
            known.setdefault(m.words[-1:], "PERSON")
    for m in mentions:
        if m.words:
            known.setdefault(m.words, m.label)
        if m.label == "ORG" and len(core(m.words)) < len(m.words):
            known.setdefault(core(m.words), "ORG")
    for party in words("parties"):
        known.setdefault(tuple(party.split()), "ORG")
        known.setdefault(tuple(party.removesuffix("s").split()), "NORP")
    return known


def _short_forms(parse: Parse, mentions: list[Mention]) -> dict[str, str]:
    """First words of firms' and clubs' names that serve alone: no common word, no given name, one owner."""
    owners: dict[str, set[tuple[str, ...]]] = {}
    common = set(parse.orth)
    for m in mentions:
        if m.label == "ORG" and len(m.words) > 1 and m.words[-1] in ORG_WORDS | TAILS:
            owners.setdefault(m.words[0], set()).add(m.words)
    taken = {m.words[0] for m in mentions if m.label != "ORG"}
    return {
        word: "ORG"
        for word, names in owners.items()
        if len(names) == 1 and len(word) > 2 and word not in common and word not in taken
        if not (word in ORG_WORDS or word in kinds() or is_given_name(word) or is_role_word(word))
    }


def _match(
    parse: Parse, i: int, known: dict[tuple[str, ...], str], longest: int, cover: Cover
) -> Mention | None:
    words: tuple[str, ...] = ()
    best: tuple[int, str] | None = None
    j = i
    while j < len(parse) and len(words) < longest and cover.free(j) and parse.pos[j] != "SPACE":
        words += words_of(parse.orth[j])
        j += 1
        if words in known and parse.orth[j - 1][-1].isalnum():
            best = j, known[words]
    if best is None or not _plausible(parse, i, best[0], best[1] == "PERSON"):
        return None
    return make(parse, i, best[0], best[1], "again")


_OFFICES = frozenset({"minister", "ministry", "secretary", "department", "day"})


def _plausible(parse: Parse, first: int, stop: int, person: bool) -> bool:
    """A single word that could be a common one must be tagged as a name."""
    if stop - first > 1:
        return True
    tag = parse.tag[first]
    after = parse.tag[stop] if stop < len(parse) else ""
    if tag == "MD":
        # "May said": no modal stands before a finite verb
        return after in ("VBD", "VBZ") and parse.orth[first][:1].isupper()
    if stop < len(parse) and parse.head[first] == stop and parse.lower[stop] in _OFFICES:
        return False  # "Labour Minister": of labour, not of the party
    if person and _acts(parse, first):
        return True
    if tag in ("NNP", "NNPS"):
        return not (is_role_word(parse.lower[first]) and _begins(parse, first))
    return tag in ("NN", "NNS", "JJ", "FW", "UH", "VB") and not _begins(parse, first)


def _acts(parse: Parse, i: int) -> bool:
    """Whether a surname that is a common noun too is a bare subject: "Jobs said", "Price, 61, had led".

    A plural with a verb in the plural is the noun: "Jobs were lost".
    """
    verb = parse.head[i]
    if parse.dep[i] != "nsubj" or verb <= i or not parse.orth[i][:1].isupper():
        return False
    if any(parse.dep[c] in _NOUNLY or (c > i and parse.dep[c] == "prep") for c in parse.children[i]):
        return False
    if parse.tag[i] != "NNS":
        return parse.lemma[verb] != "be"
    finite = next(iter(parse.dependents(verb, "aux", "auxpass")), verb)
    singular = parse.tag[finite] == "VBZ" or parse.lower[finite] == "was"
    return singular or parse.lemma[verb].lower() in words("person_verbs") | words("saying_verbs")


_NOUNLY = frozenset({"det", "amod", "compound", "nummod", "poss"})


def _begins(parse: Parse, i: int) -> bool:
    return i == 0 or parse.sent[i] != parse.sent[i - 1]
