"""The words between a content and the verb whose subject speaks: "made no claim that S", "declined to say S".

A content hangs on its cue, or on a noun or adjective that hangs on it; above the cue stand the verbs, nouns
and adjectives that it completes, up to the one that has a subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimwire.layers.grammar.subjects import referring_subject_of
from claimwire.layers.grammar.verbs import AUXILIARY, has_tense
from claimwire.layers.parse import Parse
from claimwire.records import Attribution

_BEHIND = ("prt", "advmod", "dobj", "prep", "acomp")
_COPULAS = frozenset({"be", "remain", "seem", "appear", "become", "feel", "sound", "stay"})
_REACH = 8
_BARE = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "relcl", "dep"})
_PHRASE = frozenset({"prep", "pobj", "dobj", "attr", "acomp", "oprd", "nsubjpass", "agent", "advmod"})
Role = Literal["", "joined", "copula"]


class Node(NamedTuple):
    """A word on the way, with the keys under which the table may hold it.

    role: "joined" for a verb that the next inner one is a conjunct of, of which only the negation reaches in;
    "copula" for the verb of an adjective, whose negation is the adjective's.
    """

    token: int
    keys: tuple[str, ...]
    role: Role = ""


def nodes(parse: Parse, attribution: Attribution) -> list[Node]:
    """The words from the content outwards; [] where there is no cue in the parse."""
    if attribution.cue is None:
        return []
    cue = parse.tokens_in(attribution.cue.start, attribution.cue.end)
    top = _top(parse, cue)
    if top is None:
        return []
    found = [*_inner(parse, attribution, top), *_outer(parse, attribution, top)]
    return [Node(i, _keys(parse, i), role) for i, role in found]


def _top(parse: Parse, cue: range) -> int | None:
    """The token of a cue that the others hang on; of several a verb."""
    tops = [i for i in cue if parse.head[i] not in cue or parse.head[i] == i]
    content_words = [i for i in tops if parse.pos[i] in ("VERB", "AUX", "NOUN", "ADJ", "PROPN")]
    return next(iter([i for i in content_words if parse.pos[i] == "VERB"] or content_words), None)


def _inner(parse: Parse, attribution: Attribution, top: int) -> Iterator[tuple[int, Role]]:
    """What stands between the content and the top of the cue, the top itself last."""
    below: int | None = None
    for i in [*_between(parse, attribution, top), top]:
        yield i, "" if below is None else _role_above(parse, below) or ""
        below = i


def _between(parse: Parse, attribution: Attribution, top: int) -> list[int]:
    content = {i for s in attribution.content for i in parse.tokens_in(s.start, s.end)}
    for i in sorted(content):
        if parse.head[i] in content or parse.head[i] == i:
            continue
        above = [parse.head[i], *parse.ancestors(parse.head[i])][:_REACH]
        if top in above:
            return above[: above.index(top)]
    return []


def _outer(parse: Parse, attribution: Attribution, top: int) -> Iterator[tuple[int, Role]]:
    """What the cue completes, up to the verb that has a subject; nothing for a noun with its own speaker."""
    i = top
    if parse.pos[top] in ("NOUN", "PROPN") and not _reaches(parse, attribution, top):
        return
    for _ in range(_REACH):
        if referring_subject_of(parse, i) is not None and parse.dep[i] != "conj":
            return
        if (role := _role_above(parse, i)) is None:
            return
        i = parse.head[i]
        yield i, role


def _role_above(parse: Parse, i: int) -> Role | None:
    """What the head of a word is to it on the way outwards; None where the way ends."""
    dep = parse.dep[i]
    if dep == "conj":
        return "joined" if _shares(parse, i) else None
    if dep in _BARE:
        return "" if _completes(parse, i) else None
    if dep in ("acomp", "oprd") and parse.lemma[parse.head[i]] in _COPULAS:
        return "copula"
    return "" if dep in _PHRASE and parse.head[i] != i else None


def _reaches(parse: Parse, attribution: Attribution, noun: int) -> bool:
    """Whether what stands above a noun of saying is the source's: "X rejected claims", not "X's claim"."""
    source = attribution.source
    if source is None:
        return True
    place = parse.token_at(source.start)
    return not parse.left[noun] <= place <= parse.right[noun]


def _completes(parse: Parse, i: int) -> bool:
    """A form without tense or subject below the word it completes, or a clause that "without" opens."""
    return not has_tense(parse, i) and (parse.dep[i] != "advcl" or parse.tag[i] == "VB")


def _shares(parse: Parse, i: int) -> bool:
    """Whether a conjunct takes subject and auxiliaries of the verb before it ("did not confirm or deny")."""
    above = parse.head[i]
    if referring_subject_of(parse, i) is not None or parse.dependents(i, *AUXILIARY):
        return False
    if any(parse.dep[c] == "cc" and parse.lower[c] == "but" for c in parse.children[above]):
        return False
    return parse.tag[i] == parse.tag[above] or parse.tag[i] == "VB"


def _keys(parse: Parse, i: int) -> tuple[str, ...]:
    """The lemma with each particle, adverb or object behind it, then the lemma alone."""
    lemma = parse.lemma[i].lower()
    if parse.pos[i] not in ("VERB", "AUX"):
        return (f"{lemma}, n.", parse.lower[i], lemma)
    behind = [c for c in parse.dependents(i, *_BEHIND) if c > i]
    words = (w for c in behind for w in (parse.lower[c], parse.lemma[c].lower()))
    return (*(f"{lemma} {w}" for w in words), lemma)


def is_conditional(parse: Parse, verb: int) -> bool:
    """Whether "if", "unless" or "whether" opens the clause of a verb."""
    return any(parse.lower[c] in ("if", "unless", "whether") for c in parse.dependents(verb, "mark"))


def is_questioned(parse: Parse, verb: int) -> bool:
    """Whether the clause of a verb asks yes or no ("Did she say that S?"), or who ("Who says that S?")."""
    first, stop = parse.sents[parse.sent[verb]]
    if not any(parse.orth[k] == "?" for k in range(max(verb, stop - 3), stop)):
        return False
    subject = referring_subject_of(parse, verb)
    if subject is None:
        return False
    helper = next(iter(parse.dependents(verb, *AUXILIARY)), None)
    inverted = helper is not None and helper < parse.left[subject] and not _asks_for(parse, helper, first)
    return inverted or parse.lower[subject] == "who"


def _asks_for(parse: Parse, helper: int, first: int) -> bool:
    """Whether a question word stands before the auxiliary: what is asked then is not whether it was said."""
    return any(parse.tag[k] in ("WRB", "WP", "WDT", "WP$") for k in range(max(first, helper - 3), helper))
