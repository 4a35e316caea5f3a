"""What shows a name of one word, which the NER knows not, to be a firm or a person: "its", "it", "his"."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.layers.entities.mention import Mention
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_SUBJECTS = ("nsubj", "nsubjpass")
_HIS = frozenset({"his", "her", "himself", "herself"})
_REACH = 40
# Before a firm as before a person, but news gives a person's full name: "its rival Norden"
_TIES = frozenset({"rival", "parent", "owner", "competitor", "supplier", "lender", "partner", "peer"})
_LEADERS = frozenset({"market", "industry", "world", "sector", "global"})

Vote = tuple[str, float]


def body_votes(parse: Parse, m: Mention, i: int) -> Iterator[Vote]:
    """(label, weight) of the turns around a mention, with its last token i, that bodies or people take.

    Said of names of one word: a full name tells more by itself.
    """
    before = m.first - 1
    if before >= 0 and parse.lower[before] in _TIES and parse.sent[before] == parse.sent[i]:
        yield "ORG", 1.2
    for c in parse.children[i]:
        if c < m.stop:
            continue
        if parse.dep[c] == "relcl" and parse.lower[parse.left[c]] == "which":
            yield "ORG", 1.2
        elif parse.dep[c] == "appos" and _leads_market(parse, c):
            yield "ORG", 2.0
    if parse.dep[i] in _SUBJECTS:
        yield from _doing(parse, i, parse.head[i])


def _leads_market(parse: Parse, noun: int) -> bool:
    """ "the market leader", "the world's largest …": no person is called so."""
    return parse.lemma[noun] == "leader" and parse.lower[noun - 1] in _LEADERS


def _doing(parse: Parse, i: int, verb: int) -> Iterator[Vote]:
    if any(parse.dep[c] in _SUBJECTS and c < i for c in parse.children[verb]):
        return
    yield from _owning(parse, i, verb)
    for c in parse.children[verb]:
        if c < verb:
            continue
        if parse.dep[c] == "ccomp":
            yield from _reported(parse, c)
        elif parse.dep[c] == "dobj" and parse.lemma[c].lower() in words("firm_objects"):
            yield "ORG", 0.8
        elif (
            parse.dep[c] == "prep" and parse.lower[c] == "in" and parse.lemma[verb] in ("base", "headquarter")
        ):
            yield "ORG", 1.5


def _owning(parse: Parse, i: int, verb: int) -> Iterator[Vote]:
    """ "Norden cut its forecast" tells a body, "Norden hurt his knee" a person."""
    for k in range(verb + 1, min(parse.right[verb] + 1, verb + _REACH)):
        if parse.dep[k] in _SUBJECTS:
            return
        if parse.lower[k] == "its" or (parse.lower[k] == "itself" and parse.dep[k] != "appos"):
            yield "ORG", 1.5
            return
        if parse.lower[k] in _HIS:
            yield "PERSON", 1.0
            return


def _reported(parse: Parse, clause: int) -> Iterator[Vote]:
    """ "Norden said it had cut jobs" tells a body, "Norden said he was sorry" a person, less surely."""
    for c in parse.children[clause]:
        if parse.dep[c] in _SUBJECTS and c < clause:
            if parse.lower[c] == "it" and not any(
                parse.dep[k] in ("ccomp", "acomp", "attr", "csubj") for k in parse.children[clause]
            ):
                yield "ORG", 1.5
            elif parse.lower[c] in ("he", "she"):
                yield "PERSON", 0.8
            return
