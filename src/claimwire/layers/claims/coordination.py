"""Which verb a coordinated verb continues, where its form shows that the parser hung it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice

from claimwire.layers.claims.clause import Clause
from claimwire.layers.grammar.verbs import auxiliaries, subject_of
from claimwire.layers.parse import Parse
from claimwire.lexicon import table

# Tells whose words hold a token: one object for each report, None for the article's own
Said = Callable[[int], object]
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "would", "'d", "’d", "shall"})
_PRESENT = frozenset({"VBZ", "VBP"})
_HE = frozenset({"he", "she", "it", "this", "that"})
_FAR = 20


def conjoined_to(parse: Parse, i: int, clauses: Mapping[int, Clause], said: Said) -> int:
    """The verb that a conjunct continues: the parser's, unless its form or the words reported rule that out.

    said: as for `find_clauses`.
    """
    if subject_of(parse, i) is not None:
        return parse.head[i]
    above = _by_form(parse, i, clauses)
    held = said(i)
    if above not in clauses or said(above) is held:
        return above
    # "said S and accused them", where the report ends before the second verb
    other = next((k for k in _clauses_above(parse, above, clauses) if said(k) is held), above)
    return above if _disagrees(parse, i, other) and not _disagrees(parse, i, above) else other


def _disagrees(parse: Parse, i: int, above: int) -> bool:
    """Whether a verb of the present has another number than the subject: "aides say … and hopes"."""
    number = {"VBZ": "s", "VBP": "p"}.get(parse.tag[i])
    return number is not None and _number(parse, above) not in (None, number)


def _by_form(parse: Parse, i: int, clauses: Mapping[int, Clause]) -> int:
    above = parse.head[i]
    if above not in clauses:
        return next(_clauses_above(parse, above, clauses), above)
    if clauses[above].status in ("condition", "part"):
        return _outside_condition(parse, i, above, clauses)
    if (reported := _reported(parse, i, above, clauses)) is not None:
        return reported
    if (before := _said_before(parse, i, above, clauses)) is not None:
        return before
    return _reporting(parse, i, above, clauses)


def is_base_form(parse: Parse, i: int, clauses: Mapping[int, Clause]) -> bool:
    """Whether a conjunct of an infinitive, taken for a present tense, agrees with nothing above.

    It has not the number of the subject, or not the tense ("pledged to hire cooks, train waiters").
    """
    if parse.dep[i] != "conj" or parse.tag[i] != "VBP" or auxiliaries(parse, i):
        return False
    if parse.head[i] in clauses:
        return _follows_infinitive(parse, i, parse.head[i])
    above = next(_clauses_above(parse, i, clauses), None)
    return above is not None and subject_of(parse, i) is None and _number(parse, above) == "s"


def _follows_infinitive(parse: Parse, i: int, above: int) -> bool:
    """Whether an infinitive stands between a past tense and a verb joined to it without subject."""
    if parse.tag[above] != "VBD" or subject_of(parse, i) is not None:
        return False
    below = (c for c in parse.dependents(above, "xcomp") if above < c < i)
    return any(parse.tag[a] == "TO" for c in below for a in auxiliaries(parse, c))


def _clauses_above(parse: Parse, i: int, clauses: Mapping[int, Clause]) -> Iterator[int]:
    return (k for k in islice(parse.ancestors(i), _FAR) if k in clauses)


def _outside_condition(parse: Parse, i: int, above: int, clauses: Mapping[int, Clause]) -> int:
    """A clause of condition or time takes no "will" (Quirk et al. 1985, ch. 14).

    A conjunct with one continues the clause above, which has one too ("it will help if X and will also
    teach").
    """
    modal = _modals(parse, i)
    if modal and not _modals(parse, above):
        return next((k for k in _clauses_above(parse, above, clauses) if modal & _modals(parse, k)), above)
    return above


def _reported(parse: Parse, i: int, above: int, clauses: Mapping[int, Clause]) -> int | None:
    """The reported clause that a conjunct of the reporting verb shares its "would" with.

    "The board says it would lose money but would stay": whoever reports is not the one who will stay.
    """
    modal = _modals(parse, i)
    if not modal or _modals(parse, above):
        return None
    said = (c for c in parse.dependents(above, "ccomp") if above < c < i and c in clauses)
    return next((c for c in said if modal & _modals(parse, c)), None)


def _said_before(parse: Parse, i: int, above: int, clauses: Mapping[int, Clause]) -> int | None:
    """The reported clause before "Lee said", which a conjunct behind a comma goes on with.

    "The firm will cut jobs, Lee said, and will close a plant"; not "…, Lee said, and left the room".
    """
    first = next(
        (c for c in parse.dependents(above, "ccomp", "parataxis") if c < above and c in clauses), None
    )
    joined = [c for c in parse.dependents(above, "cc") if above < c < i]
    if first is None or not joined or parse.orth[joined[-1] - 1] != ",":
        return None
    apart = parse.tag[i] == parse.tag[above] == "VBD" and not auxiliaries(parse, i)
    return None if apart and parse.tag[first] != "VBD" else first


def _reporting(parse: Parse, i: int, above: int, clauses: Mapping[int, Clause]) -> int:
    """The reporting verb above a reported clause, for a conjunct that cannot be part of what is reported.

    In "she said Y would close and promised help" the tense of "promised" is that of "said", and no base form
    behind "would"; in "he says prices are high and expects more" the number of "expects" is that of "he"; and
    behind a comma another verb of reporting goes on with the first ("said Y lost money, but added that").
    """
    if parse.dep[above] != "ccomp" or auxiliaries(parse, i):
        return above
    k = parse.head[above]
    if k not in clauses or not k < above or not _same_tense(parse, i, k):
        return above
    helped = auxiliaries(parse, above)
    if any(parse.tag[a] == "MD" for a in helped) and parse.tag[i] in ("VBD", "VBZ"):
        return k
    if _behind_comma(parse, above, i) and (helped or parse.lemma[i] in _reporting_verbs()):
        return k
    number = {"VBZ": "s", "VBP": "p"}.get(parse.tag[i])
    apart = number is not None and _number(parse, above) not in (None, number)
    return k if apart and _number(parse, k) == number else above


def _modals(parse: Parse, i: int) -> set[str]:
    return {parse.lower[a] for a in auxiliaries(parse, i)} & _FUTURE


def _same_tense(parse: Parse, i: int, k: int) -> bool:
    if auxiliaries(parse, k):
        return False
    return parse.tag[i] == parse.tag[k] or (parse.tag[i] in _PRESENT and parse.tag[k] in _PRESENT)


def _behind_comma(parse: Parse, above: int, i: int) -> bool:
    """Whether a comma and "and" or "but" part a past tense, no passive, from the verb before it."""
    if parse.tag[i] != "VBD" or parse.dependents(i, "agent"):
        return False
    joined = [c for c in parse.dependents(above, "cc") if above < c < i]
    return bool(joined) and parse.lower[joined[-1]] in ("and", "but") and parse.orth[joined[-1] - 1] == ","


@cache
def _reporting_verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("report_verbs"))


def _number(parse: Parse, i: int) -> str | None:
    """The number of a clause as its subject's form tells it, where it does beyond doubt."""
    subject = subject_of(parse, i)
    if subject is None:
        return None
    if any(parse.dep[c] == "conj" for c in parse.children[subject]):
        return "p"
    if parse.tag[subject] in ("NNS", "NNPS") or parse.lower[subject] in ("they", "we", "these", "those"):
        return "p"
    return "s" if parse.tag[subject] in ("NN", "NNP") or parse.lower[subject] in _HE else None
