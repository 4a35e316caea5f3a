"""Which clause must be read with another, because by itself the other would be put forward as true.

"Tests do not indicate that the dam was faulty" says nothing of the kind about the dam; nor does who hopes,
asks, demands, pledges or denies that something is so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.polarity import polarity
from claimwire.layers.grammar.verbs import is_infinitive_clause, is_subjunctive, subject_of
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_SUPPOSED = frozenset({"condition", "question"})
_REACH = 3
_GOVERNED = frozenset({"ccomp", "acl", "csubj", "csubjpass", "xcomp"})
_SET_OFF = frozenset({",", "-", "–", "—", "--"})
# What makes a bare plural a certain group ("special interest groups")
_MODIFIED = frozenset({"compound", "nummod", "poss", "nmod"})
_PREDICATES = frozenset({"nsubj", "acomp", "attr", "oprd", "dobj", "advmod"})


def governor(parse: Parse, clause: Clause, clauses: Mapping[int, Clause]) -> Clause | None:
    """The clause above that does not assert this one, so that it must be read with it."""
    base = clause.base
    if clause.kind != "complement" or parse.dep[base] not in _GOVERNED:
        return None
    above = clause_above(parse, base, clauses)
    if above is None:
        return None
    if is_subjunctive(parse, base) or is_infinitive_clause(parse, base):
        return above
    if any(_is_unasserting(parse, k) for k in _governing(parse, base)) or _is_negated(parse, above, clauses):
        return above
    return None


def supposed(parse: Parse, clause: Clause, clauses: Mapping[int, Clause]) -> Clause | None:
    """The clause above a relative one that tells of somebody who is only supposed, asked for or denied.

    "If a bank fails that the state owns" says nothing of a bank.
    """
    noun = parse.head[clause.base]
    if clause.kind != "relative" or not _is_indefinite(parse, noun):
        return None
    above = clause_above(parse, clause.base, clauses)
    if _only_describes(parse, clause.base, noun):
        return _whole(parse, above, clauses)
    inside, reach = False, 0
    while above is not None and reach < _REACH:
        if above.status not in _SUPPOSED and not _is_negated(parse, above, clauses):
            return above if inside else None
        inside, reach = True, reach + 1
        higher = clause_above(parse, above.base, clauses)
        if higher is None:
            return above
        above = higher
    return above


def _whole(parse: Parse, above: Clause | None, clauses: Mapping[int, Clause]) -> Clause | None:
    """The nearest clause from one upwards that is more than a part ("whether there are people who")."""
    while above is not None and above.status == "part":
        above = clause_above(parse, above.base, clauses)
    return above


def _only_describes(parse: Parse, base: int, noun: int) -> bool:
    """Whether a clause without comma tells what kind of thing is meant, not what one of them does.

    Robots in general ("robots that walk like people"), what somebody aims at ("to build a robot that walks")
    or needs, or what something is or is seen as ("the flag is a message that gets through").
    """
    first = parse.left[base]
    if parse.orth[first - 1] in _SET_OFF:
        return False
    if parse.tag[noun] == "NNS" and not any(parse.dep[c] in _MODIFIED for c in parse.children[noun]):
        return True
    above = parse.head[noun]
    if parse.lemma[noun] in words("adverbial_nouns") or parse.lemma[above] in words("wanting_verbs"):
        return True
    if parse.dep[noun] in ("attr", "oprd"):
        said = subject_of(parse, above)
        return said is not None and parse.pos[said] != "PRON"
    if parse.dep[noun] == "pobj" and parse.lower[above] in ("as", "like"):
        return True
    return parse.dep[noun] == "dobj" and parse.tag[above] in ("VB", "VBG") and _is_aim(parse, above)


def _is_aim(parse: Parse, verb: int) -> bool:
    """Whether a verb is an infinitive with "to", or a gerund, without a subject of its own."""
    helpers = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    return parse.tag[verb] == "VBG" and not helpers or any(parse.tag[c] == "TO" for c in helpers)


def _is_indefinite(parse: Parse, noun: int) -> bool:
    kinds = {
        parse.lower[c] for c in parse.children[noun] if c < noun and parse.dep[c] in ("det", "poss", "nummod")
    }
    return parse.pos[noun] == "NOUN" and (not kinds or bool(kinds & {"a", "an", "any", "some", "no"}))


def clause_above(parse: Parse, i: int, clauses: Mapping[int, Clause]) -> Clause | None:
    """The nearest clause whose verbs stand above a token."""
    owner = {v: c for c in clauses.values() for v in c.group.verbs}
    return next((owner[k] for k in parse.ancestors(i) if k in owner and owner[k].head != i), None)


def _governing(parse: Parse, base: int) -> Iterator[int]:
    """What takes the clause, and what is said of it: "it is unlikely that", "the claim is false"."""
    head = parse.head[base]
    yield head
    around = [head, parse.head[head]] if parse.pos[head] in ("ADJ", "NOUN") else [head]
    for k in around:
        if parse.lemma[k] in ("be", "seem", "appear", "remain", "look"):
            yield from (c for c in parse.children[k] if parse.dep[c] in _PREDICATES and c != base)


def _is_unasserting(parse: Parse, k: int) -> bool:
    """Whether a word is of those, also by its form, where the lemma is wrong ("hoping" taken for "hop")."""
    word = parse.lower[k]
    forms = {parse.lemma[k].lower(), word, word[:-1], f"{word.removesuffix('ing')}e"}
    return not words("unasserting_governors").isdisjoint(forms)


def _is_negated(parse: Parse, above: Clause, clauses: Mapping[int, Clause]) -> bool:
    return polarity(parse, above, dict(clauses)).value == "negated"
