"""Whether a clause is affirmed or negated: by its own words, by what calls it false, by who denies it."""

from __future__ import annotations

from itertools import islice

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.lost_subjects import is_about_noun
from claimwire.layers.claims.modality import Decision, first_conjunct
from claimwire.layers.falsity import called_false
from claimwire.layers.grammar.verbs import SUBJECT, shares_auxiliary
from claimwire.layers.negation import Negation, cues, of_phrase, of_verb
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_NOMINALS = ("nsubj", "nsubjpass", "dobj", "attr")
_FRAMED = ("ccomp", "csubj", "csubjpass", "acl", "relcl", "advcl", "xcomp")


def polarity(
    parse: Parse, clause: Clause, clauses: dict[int, Clause], denied: Decision | None = None
) -> Decision:
    """The polarity of a clause; two negations cancel, in one verb group or one in what denies the clause.

    denied: what negates the clause from outside, where its source denies it.
    """
    found = _inside(parse, clause, clauses)
    outside = denied or _decision(_framed(parse, clause))
    found += [outside] if outside else []
    return found[0] if len(found) % 2 else Decision("affirmed", "double" if found else "default")


def _inside(parse: Parse, clause: Clause, clauses: dict[int, Clause]) -> list[Decision]:
    """The negations of the clause's own words; one of the noun phrases counts where no verb has one."""
    verbs = clause.group.verbs
    found = [f for v in verbs if (f := _decision(of_verb(parse, v))) is not None]
    found += [f for v in verbs[:-1] if (f := _unsaid(parse, v, verbs[-1])) is not None]
    if found:
        return found
    last = (_decision(_nominal(parse, verbs)), _nor(parse, clause), _shared(parse, clause, clauses))
    return [f for f in last if f is not None][:1]


def _decision(found: Negation | None) -> Decision | None:
    return Decision("negated", found.rule, found.token) if found is not None else None


def _framed(parse: Parse, clause: Clause) -> Negation | None:
    """What calls the clause false: "it is not true that S", "the rumour that S was a lie"."""
    if clause.kind != "complement" or parse.dep[clause.base] not in _FRAMED:
        return None
    noun = parse.head[clause.base]
    if is_about_noun(parse, clause.base):
        return None
    of_claim = parse.dep[noun] in SUBJECT and parse.lemma[noun] in words("report_nouns") | words(
        "claim_nouns"
    )
    for above in islice(parse.ancestors(clause.base), 3):
        if (found := called_false(parse, above)) is not None:
            moral = found.rule.rpartition(" ")[2].rpartition(":")[2] in ("wrong", "right")
            return found if of_claim or not (moral or parse.dep[noun] in SUBJECT) else None
        if parse.pos[above] == "VERB" and parse.lemma[above] not in words("saying_verbs"):
            return None
    return None


def _nor(parse: Parse, clause: Clause) -> Decision | None:
    """The "nor" that joins a conjunct to the one before ("neither confirmed nor denied")."""
    if clause.above is None:
        return None
    joined = (c for c in parse.dependents(clause.above, "cc") if clause.above < c < clause.head)
    return next((Decision("negated", "word:nor", c) for c in joined if parse.lower[c] == "nor"), None)


def _unsaid(parse: Parse, v: int, main: int) -> Decision | None:
    """ "Declined to say whether S": it was not said, though "declined to comment" is affirmed."""
    tells = parse.lemma[main] in words("saying_verbs") and parse.dependents(main, "ccomp", "advcl")
    lemma = parse.lemma[v]
    return Decision("negated", f"to:{lemma}", v) if tells and lemma in cues("to") else None


def _nominal(parse: Parse, verbs: tuple[int, ...]) -> Negation | None:
    """A "no" before, or a "nobody" as, the subject, object or predicate noun."""
    nouns = ((c, parse.dep[c] in SUBJECT) for v in verbs for c in parse.dependents(v, *_NOMINALS))
    return next((f for c, subject in nouns if (f := of_phrase(parse, c, subject)) is not None), None)


def _shared(parse: Parse, clause: Clause, clauses: dict[int, Clause]) -> Decision | None:
    """The negated auxiliary of an earlier conjunct, unless "but" stands between ("did not buy or sell")."""
    first = first_conjunct(parse, clause, clauses)
    if first is None or not shares_auxiliary(parse, clause.head, first.head):
        return None
    above = clause.above if clause.above is not None else clause.head
    if any(parse.dep[c] == "cc" and parse.lower[c] == "but" for c in parse.children[above]):
        return None
    return _decision(of_verb(parse, first.head))
