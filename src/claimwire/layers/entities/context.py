"""What the words around a name say of its label: table rows by place, and a few turns of grammar."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimwire.layers.entities.bodies import body_votes
from claimwire.layers.entities.mention import Mention
from claimwire.layers.entities.words import ORG_WORDS, is_given_name, is_role_noun, kinds
from claimwire.layers.parse import Parse
from claimwire.lexicon import table, words

_LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "throughout"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SPEECHLESS = frozenset({"FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
# What one has in a firm: "shares in Holcim" tell no place
_HOLDINGS = frozenset({"share", "stake", "investment", "investor", "invest", "confidence", "interest",
                       "holding", "shareholder", "trading", "majority", "trust", "believe", "role",
                       "dealing"})  # fmt: skip
# Where one is, lives or comes to is a place
_DWELL = frozenset({"live", "bear", "base", "arrive", "settle", "reside", "raise", "grow"})
_ACRONYM = 6
# Labels that the NER gives to one word it does not know
_UNKNOWN = frozenset({"PERSON", "ORG", "PRODUCT", "FAC", "LOC", "WORK_OF_ART", "EVENT"})
# What a young firm is called after
_VENTURES = frozenset({"app", "platform", "website", "site", "service", "brand"})
_OLDEST = 120

Vote = tuple[str, float]


@cache
def _cues() -> dict[tuple[str, str], list[tuple[str, float, frozenset[str]]]]:
    """The rows of label_cues.tsv by (place, noun): (label, weight, labels that stay)."""
    out: dict[tuple[str, str], list[tuple[str, float, frozenset[str]]]] = {}
    for row in table("label_cues"):
        unless = frozenset(filter(None, row["unless"].split(",")))
        for noun in row["words"].split(","):
            out.setdefault((row["place"], noun), []).append((row["label"], float(row["weight"]), unless))
    return out


def votes(parse: Parse, m: Mention, firm: bool, surname: bool) -> Iterator[Vote]:
    """(label, weight) of each cue around a mention.

    firm: its words are those of an organisation. surname: it is a word that is a person's surname here.
    """
    i = m.stop - 1
    if m.label == "PERSON" and not (surname or m.loud):
        yield from _unlike_person(parse, m, i)
    yield from _table(parse, m, i)
    yield from _governed(parse, m, i, surname)
    yield from _behind(parse, m, i, firm)
    if len(m.words) == 1 and not surname and m.label in _UNKNOWN and not is_given_name(m.words[0]):
        yield from body_votes(parse, m, i)
    if parse.dep[i] == "nsubj":
        yield from _acting(parse, m, parse.head[i], surname)


def _unlike_person(parse: Parse, m: Mention, i: int) -> Iterator[Vote]:
    """Forms that people's names do not have: an acronym, a plural with the article."""
    if len(m.words) == 1 and m.text.isupper() and 1 < len(m.text) < _ACRONYM and m.title is None:
        yield "ORG", 1.1
    elif len(m.words) == 1 and m.title is None and not is_given_name(m.words[0]):
        yield "ORG", 0.6  # news gives a person's full name
    if m.first and parse.lower[m.first - 1] == "the" and parse.tag[i] == "NNPS":
        yield "ORG", 1.2


def _table(parse: Parse, m: Mention, i: int) -> Iterator[Vote]:
    head, dep = parse.head[i], parse.dep[i]
    place, noun = "", -1
    listed = _noun_of_list(parse, m, i)
    if listed >= 0:
        place, noun = "behind", listed
    elif dep == "poss":
        place, noun = "has", head
    elif dep == "pobj" and parse.lower[head] == "of" and parse.head[head] < head:
        place, noun = "of", parse.head[head]
    if noun >= 0:
        for label, weight, unless in _cues().get((place, parse.lemma[noun].lower()), ()):
            if m.label not in unless:
                yield label, weight


def _noun_of_list(parse: Parse, m: Mention, i: int) -> int:
    """The noun that a name stands before, alone or in a row: "the Oatmere and Brisk brands"; -1: none."""
    first = parse.head[i] if parse.dep[i] == "conj" else i
    noun = parse.head[first]
    if parse.dep[first] not in ("compound", "nmod") or not m.stop <= noun <= m.stop + 3:
        return -1
    row = all(parse.orth[k][0].isupper() or parse.lower[k] in ("and", "or", ",") for k in range(m.stop, noun))
    return noun if row else -1


def _governed(parse: Parse, m: Mention, i: int, surname: bool) -> Iterator[Vote]:
    """What governs the name: a role behind it, what a person has, a preposition of place, shares."""
    head, dep = parse.head[i], parse.dep[i]
    if dep == "compound" and head == m.stop and is_role_noun(parse.lemma[head].lower()):
        # "Queen bassist Ann Smith": who has a bassist is no person
        if m.label in ("PERSON", *_SPEECHLESS):
            yield "ORG", 2.6 if m.label == "FAC" else 1.5
    elif dep == "poss" and parse.lemma[head].lower() in words("personal"):
        yield "PERSON", 1.5 if surname else 0.9
    elif dep == "pobj" and parse.lower[head] in _LOCATIVE and _tells_place(parse, m, head):
        if m.label in ("NORP", "LOC") and parse.lower[head] == "in" and _is_town(parse, m):
            yield "GPE", 1.2
        elif m.label in _PLACES:
            yield m.label, 1.0
        elif m.label == "PERSON":
            yield "GPE", 1.2 if len(m.words) == 1 and not surname else 1.0
        elif m.label == "ORG" and parse.lower[head] != "at" and _may_be_place(parse, m, parse.head[head]):
            yield "GPE", 2.0 if parse.lemma[parse.head[head]] in _DWELL else 1.1
    elif dep == "pobj" and parse.lower[head] == "of" and parse.lemma[parse.head[head]] == "stake":
        yield "ORG", 1.2 if m.label != "GPE" else 0.0
    if dep == "pobj" and parse.lower[head] == "in" and parse.lemma[parse.head[head]] in _HOLDINGS:
        yield "ORG", 1.2 if m.label != "GPE" else 0.0
    if m.label == "ORG" and parse.tag[i] == "NNPS" and parse.dependents(i, "nummod"):
        yield "PRODUCT", 1.5


def _tells_place(parse: Parse, m: Mention, preposition: int) -> bool:
    """Whether a preposition of place is one: not in "shares in X", "sales at X", "chief executive at X"."""
    noun = parse.lemma[parse.head[preposition]].lower()
    if parse.lower[preposition] == "at":
        return len(m.words) > 1 or not (noun in words("firm_objects") or is_role_noun(noun))
    return (
        noun not in _HOLDINGS or parse.lower[preposition] != "in" or " ".join(m.words) in words("countries")
    )


def _is_town(parse: Parse, m: Mention) -> bool:
    """Whether "in X" tells a town or state, not a part of the world nor a people ("in the Balkans")."""
    article = m.first > 0 and parse.lower[m.first - 1] == "the"
    return not (article or m.text.endswith("s") or m.words[-1] in words("regions") or len(m.words) > 2)


def _may_be_place(parse: Parse, m: Mention, above: int) -> bool:
    """Whether "in X" may tell a place of an unknown name: one word, no acronym, no known kind of body."""
    if m.first and parse.lower[m.first - 1] == "the":
        return False
    if len(m.words) > 1 or m.text.isupper() or m.words[0] in ORG_WORDS or m.words[0] in kinds():
        return False
    return parse.lemma[above].lower() not in _HOLDINGS and m.words[0] not in words("parties")


def _behind(parse: Parse, m: Mention, i: int, firm: bool) -> Iterator[Vote]:
    """What follows the name: an age, a role in apposition, a clause with "who"."""
    if firm:
        return
    if _aged(parse, m.stop):
        yield "PERSON", 2.0
    for c in parse.children[i]:
        if c < m.stop:
            continue
        kind = kinds().get(parse.lemma[c].lower(), ((), ""))[0] if parse.dep[c] == "appos" else ()
        if kind[:1] == ("ORG",) or (kind and m.label == "PERSON" and parse.lemma[c] in _VENTURES):
            yield "ORG", 2.0
        elif parse.dep[c] == "appos" and is_role_noun(parse.lemma[c].lower()):
            if m.label in ("ORG", "GPE", "FAC"):
                yield "PERSON", 1.5
        elif parse.dep[c] == "relcl" and parse.lower[parse.left[c]] == "who":
            yield ("ORG" if _plural_verb(parse, c) else "PERSON"), 1.2 if len(m.words) > 1 else 0.6


def _aged(parse: Parse, i: int) -> bool:
    """Whether tokens from i on are an age set off by commas: "Ann Smith, 34, …"."""
    if i + 2 >= len(parse) or parse.orth[i] != "," or parse.orth[i + 2] not in (",", "."):
        return False
    return parse.orth[i + 1].isdecimal() and int(parse.orth[i + 1]) < _OLDEST


def _acting(parse: Parse, m: Mention, verb: int, surname: bool) -> Iterator[Vote]:
    """What a subject does: only people and bodies speak; bodies take a plural verb."""
    if m.label == "PERSON" and len(m.words) < 3 and _plural_verb(parse, verb):
        yield "ORG", 1.2
    if parse.lemma[verb] not in words("person_verbs"):
        return
    if surname and m.label in _PLACES:
        yield "PERSON", 1.0
    elif m.label in _SPEECHLESS:
        yield ("PERSON" if len(m.words) in (2, 3) else "ORG"), 1.1


def _plural_verb(parse: Parse, verb: int) -> bool:
    helpers = parse.dependents(verb, "aux", "auxpass")
    finite = helpers[0] if helpers else verb
    return parse.lower[finite] in ("have", "are", "were") and not parse.dependents(verb, "cc")


def descriptor(parse: Parse, m: Mention) -> str | None:
    """The label that a common noun directly before the name asks for: "rock band Queen", "singer Bono"."""
    i = m.first - 1
    if i < 0 or parse.sent[i] != parse.sent[m.first] or not _is_common(parse, i):
        return None
    linked = parse.head[i] in range(m.first, m.stop) or any(
        parse.head[k] == i for k in range(m.first, m.stop)
    )
    kind = kinds().get(parse.lemma[i].lower())
    if not linked or kind is None:
        return None
    return m.label if m.label in kind[0] else kind[0][0]


def _is_common(parse: Parse, i: int) -> bool:
    """A common noun by its tag, or one in capitals only because a sentence begins with it."""
    if parse.tag[i] in ("NN", "NNS"):
        return True
    return parse.tag[i] == "NNP" and (i == 0 or parse.sent[i - 1] != parse.sent[i])
