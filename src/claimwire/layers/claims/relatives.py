"""A relative clause read alone: its noun in place of the pronoun or the gap, where the parse is sure of both.

"which the storm destroyed" is read as "the storm destroyed the bridge", "in which two died" as "in the crash
two died".
"""

from __future__ import annotations

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.subject import Phrase
from claimwire.layers.grammar.relatives import is_relative_pronoun
from claimwire.layers.grammar.time_nouns import is_time
from claimwire.layers.grammar.verbs import AUXILIARY, FINITE, auxiliaries, subject_of
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import Parse
from claimwire.lexicon import table, words

_FAR = 4
_BEFORE = 20
_SINGULAR = frozenset({"VBZ"})
_PLURAL = frozenset({"VBP"})
_PLACE = frozenset({"in", "at", "on", "near", "outside", "inside"})
# Behind the verb of a gap: what may follow where its object has gone
_MODIFIERS = frozenset({"advmod", "npadvmod", "prep", "advcl", "punct", "prt", "cc", "conj", "neg"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BELOW = frozenset({"ccomp", "xcomp", "advcl", "parataxis"})
_PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "ee", "man", "woman", "ant", "eur", "mate", "person", "people")


def relative_pronoun(parse: Parse, clause: Clause, since: int) -> int | None:
    """The clause's own relative pronoun or "where" before the predicate, from token `since` on."""
    for k in range(max(clause.group.first - _BEFORE, since, 0), clause.group.first):
        found = is_relative_pronoun(parse, k) or _is_where(parse, k)
        if found and parse.dep[k] != "mark" and _is_ours(parse, clause, k):
            return k
    return None


def _reaches_below(parse: Parse, clause: Clause) -> bool:
    """Whether the noun belongs into a clause below ("a car that she was told might fail")."""
    k = clause.group.stop
    if k >= len(parse) or parse.tag[k] not in FINITE:
        return False
    verb = k if parse.dep[k] not in AUXILIARY else parse.head[k]
    return verb > clause.group.main and subject_of(parse, verb) is None and parse.dep[verb] in _BELOW


def _is_place(parse: Parse, mentions: Mentions, noun: Phrase) -> bool:
    """Whether something can be in what a noun stands for: a place by its label or by its preposition."""
    entity = mentions.covering(noun.head)
    if entity is not None:
        return entity.label in _PLACES
    return noun.first > 0 and parse.lower[noun.first - 1] in _PLACE


def _is_where(parse: Parse, k: int) -> bool:
    return parse.lower[k] == "where" and parse.tag[k] == "WRB"


def _is_ours(parse: Parse, clause: Clause, k: int) -> bool:
    for _ in range(_FAR):
        k = parse.head[k]
        if k in clause.group.verbs:
            return True
    return False


def is_sure(parse: Parse, mentions: Mentions, clause: Clause, noun: Phrase, pronoun: int | None) -> bool:
    """Whether the noun is what the clause modifies beyond doubt, and can stand in it in the pronoun's place.

    "Anyone who" and "no firm that" name nobody of whom the clause holds.
    """
    if _is_open(parse, noun) or any(
        parse.lower[k] in words("open_determiners") for k in _opening(parse, noun)
    ):
        return False
    if _reaches_below(parse, clause):
        return False
    if pronoun is None:
        lacks = subject_of(parse, clause.head) is None or is_adverbial(parse, noun)
        return lacks or gap(parse, clause, noun) is not None
    if _is_where(parse, pronoun):
        return _is_place(parse, mentions, noun)
    if parse.lower[pronoun] == "who" and not is_person(parse, mentions, noun.head):
        return False
    if parse.lower[pronoun] == "who" and _follows_another(parse, mentions, noun, pronoun):
        return False
    if parse.lower[pronoun] == "which" and _is_someone(mentions, noun.head):
        return False
    if parse.head[clause.head] == noun.head and _has_rival(parse, noun, pronoun):
        return False
    if _may_mean_what_is_there(parse, mentions, noun, pronoun):
        return False
    if _may_mean_it_all(parse, mentions, clause, noun, pronoun):
        return False
    return _agrees(parse, clause, noun, pronoun)


def _opening(parse: Parse, noun: Phrase) -> range:
    return range(noun.first, min(noun.first + 2, noun.head + 1))


def _is_open(parse: Parse, noun: Phrase) -> bool:
    """Whether a pronoun heads the phrase that names nobody ("those", "anything", "one")."""
    if parse.lower[noun.head] == "one":
        return True
    return parse.pos[noun.head] in ("PRON", "DET") and parse.lower[noun.head] not in ("he", "she", "they")


def is_person(parse: Parse, mentions: Mentions, head: int) -> bool:
    """Whether a noun stands for a person, or for what acts like one: by its label, its word or its ending."""
    entity = mentions.covering(head)
    if entity is not None:
        return entity.label in _PEOPLE
    noun = parse.lemma[head].lower()
    if (
        noun in words("people_nouns")
        or noun.endswith(_AGENT_ENDINGS)
        or parse.pos[head] in ("PROPN", "NUM", "ADJ")
    ):
        return True
    return any(row["noun"] == noun and "PERSON" in row["labels"] for row in table("kinds"))


def _is_someone(mentions: Mentions, head: int) -> bool:
    entity = mentions.covering(head)
    return entity is not None and entity.label == "PERSON"


def _follows_another(parse: Parse, mentions: Mentions, noun: Phrase, pronoun: int) -> bool:
    """Whether a person's name ends the phrase of another ("the son of Ann Holm, who")."""
    last = pronoun - 1 if pronoun == 0 or parse.orth[pronoun - 1] != "," else pronoun - 2
    return last > noun.head and _is_someone(mentions, last) and parse.head[last] != noun.head


def _may_mean_what_is_there(parse: Parse, mentions: Mentions, noun: Phrase, pronoun: int) -> bool:
    """Whether a "which" behind a comma may take up the thing at a place ("the library in Bergen, which")."""
    if parse.lower[pronoun] != "which" or parse.orth[pronoun - 1] != "," or parse.dep[noun.head] != "pobj":
        return False
    entity, above = mentions.covering(noun.head), parse.head[noun.head]
    there = entity is not None and entity.label in _PLACES and parse.lower[above] in _PLACE
    return there and above > 0 and parse.pos[above - 1] == "NOUN"


def _may_mean_it_all(parse: Parse, mentions: Mentions, clause: Clause, noun: Phrase, pronoun: int) -> bool:
    """Whether a "which" behind a comma may take up all that was said ("…, which could give hope")."""
    if parse.lower[pronoun] != "which" or pronoun == 0 or parse.orth[pronoun - 1] != ",":
        return False
    if mentions.covering(noun.head) is not None:
        return False
    return parse.lemma[clause.group.main] in words("outcome_verbs") and parse.dep[noun.head] in (
        "pobj",
        "dobj",
    )


def _has_rival(parse: Parse, noun: Phrase, pronoun: int) -> bool:
    """Whether a comma and other words stand between the noun's phrase and the pronoun."""
    between = [
        k
        for k in range(noun.stop, parse.left[_opener(parse, pronoun)])
        if parse.pos[k] not in ("PUNCT", "SPACE")
    ]
    return len(between) > 0


def _opener(parse: Parse, pronoun: int) -> int:
    """The preposition that a pronoun behind it opens its clause with ("in which")."""
    above = parse.head[pronoun]
    return above if parse.dep[pronoun] == "pobj" and above < pronoun else pronoun


def _agrees(parse: Parse, clause: Clause, noun: Phrase, pronoun: int) -> bool:
    """Whether the number of the verb is that of the noun, where the pronoun is its subject."""
    if subject_of(parse, clause.head) != pronoun:
        return True
    finite = next(iter(auxiliaries(parse, clause.head)), clause.head)
    many = parse.tag[noun.head] in ("NNS", "NNPS")
    one = parse.tag[noun.head] in ("NN",) and not any(
        parse.dep[c] == "conj" for c in parse.children[noun.head]
    )
    singular = parse.tag[finite] in _SINGULAR or parse.lower[finite] == "was"
    plural = parse.tag[finite] in _PLURAL or parse.lower[finite] == "were"
    return not (many and singular or one and plural and parse.lower[pronoun] != "who")


def stranded(parse: Parse, clause: Clause) -> int | None:
    """A preposition without object behind the verb: "the issue voters care about"."""
    below = (c for c in parse.children[clause.group.main] if c > clause.group.main)
    return next((c for c in below if parse.dep[c] == "prep" and not parse.children[c]), None)


def is_adverbial(parse: Parse, noun: Phrase) -> bool:
    """Whether a clause without pronoun has its noun as a time, place or manner ("the day he left")."""
    return is_time(parse, noun.head) or parse.lemma[noun.head] in words("adverbial_nouns")


def gap(parse: Parse, clause: Clause, noun: Phrase) -> int | None:
    """The token behind which the object has gone from a clause without pronoun, where that is sure."""
    group = clause.group
    if is_adverbial(parse, noun):
        return None
    if (place := stranded(parse, clause)) is not None:
        return place
    below = [c for c in parse.children[group.main] if c > group.main]
    if any(parse.dep[c] not in _MODIFIERS for c in below) or _has_complement(parse, group.stop):
        return None
    return group.stop - 1


def _has_complement(parse: Parse, stop: int) -> bool:
    """Whether the verb goes on with a preposition that completes it ("learned of", "spoke to")."""
    return stop < len(parse) and parse.lower[stop] in ("of", "to", "with", "about", "for")


def preposition_of_place(parse: Parse, noun: Phrase) -> str:
    """The preposition that puts a "where" clause at its noun: the noun's own, else "in"."""
    before = parse.lower[noun.first - 1] if noun.first else ""
    return before if before in _PLACE else "in"
