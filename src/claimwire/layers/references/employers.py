"""For whom a person speaks: "Apple CEO Ann Smith", "Ann Smith, head of Apple", "a Boeing spokesman"."""

from __future__ import annotations

from collections.abc import Callable

from claimwire.layers.grammar.phrases import core_phrase
from claimwire.layers.names.words import is_role_noun
from claimwire.layers.parse import Parse

_OF = frozenset({"of", "at", "for", "with", "from", "in"})
Organisation = Callable[[int], str | None]


def employer_of(parse: Parse, first: int, stop: int, head: int, organisation: Organisation) -> str | None:
    """The organisation beside a person's name of tokens first..stop: an entity id, or None.

    organisation: the entity id of the organisation that a token names or stands for, else None.
    """
    left = parse.left[head]
    for i in range(max(left, first - 12), first):
        if (found := organisation(i)) is not None:
            return found
    for c in parse.children[head]:
        if c >= stop and parse.dep[c] == "appos" and is_role_noun(parse.lemma[c].lower()):
            return _of_role(parse, c, organisation)
    if (led := _led(parse, head, organisation)) is not None:
        return led
    if parse.dep[head] == "appos" and is_role_noun(parse.lemma[parse.head[head]].lower()):
        return _of_role(parse, parse.head[head], organisation)
    return None


_LEADING = frozenset({"chair", "lead", "head", "run", "direct", "manage", "found", "own", "represent"})


def _led(parse: Parse, head: int, organisation: Organisation) -> str | None:
    """ "Ann Smith, who chairs the Larch Trust", "Ann Smith of the Larch Trust"."""
    for c in parse.children[head]:
        if parse.dep[c] == "relcl" and parse.lemma[c] in _LEADING and parse.lower[parse.left[c]] == "who":
            found = (organisation(k) for k in parse.dependents(c, "dobj"))
        elif parse.dep[c] == "prep" and c > head and parse.lower[c] in ("of", "from", "at"):
            found = (organisation(k) for k in parse.dependents(c, "pobj"))
        else:
            continue
        if (first := next((f for f in found if f is not None), None)) is not None:
            return first
    return None


def _of_role(parse: Parse, role: int, organisation: Organisation) -> str | None:
    """ "chief executive of Amazon", "Amazon's chief executive": the organisation nearest to the role."""
    first, stop = core_phrase(parse, role)
    for i in range(first, stop):
        if (found := organisation(i)) is not None:
            return found
    for c in parse.children[role]:
        if c > role and parse.dep[c] == "prep" and parse.lower[c] in _OF:
            for k in parse.children[c]:
                if parse.dep[k] == "pobj" and (found := organisation(k)) is not None:
                    return found
    return None


def employer_of_noun(parse: Parse, head: int, organisation: Organisation) -> str | None:
    """The organisation of a speaker without name: "a Boeing spokesman", "officials at the bank"."""
    return _of_role(parse, head, organisation)
