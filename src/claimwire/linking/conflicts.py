"""Which statements of one group cannot both be true, and why, in words.

Only what is sure is said: two numbers of one thing beyond what their modifiers allow, two days of one act,
one affirmed and one denied, one quotation from two mouths. Of a number or a day that a later article gives
anew, the earlier one is superseded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from claimwire.linked import Conflict, ConflictField
from claimwire.linking.amounts import compatible, counted, one_thing, same_thing, shown
from claimwire.linking.digest import Amount, Statement
from claimwire.linking.names import name_tokens
from claimwire.linking.times import YEAR, going_on, grain, other_time
from claimwire.linking.words import raw_words, stems

# How likely two statements are one at least before their days or denials are set against each other, and from
# which share of common words two quotations are one.
SURE_ENOUGH = 0.5
SAME_WORDS = 0.7
# "two years ago", "last week" may be rounded, or counted from another day than that of publication.
_LOOSE = re.compile(r"\b(?:ago|last|past|recent\w*|earlier|later|next|coming)\b", re.I)
_SURE = ("asserted", "predicted", "planned")


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement of a group, its document, when that was published (ISO), the number the group is about."""

    document: str
    published: str | None
    statement: Statement
    number: Amount | None = None


def conflicts(members: Sequence[Dated], sure: Sequence[Sequence[float]]) -> tuple[Conflict, ...]:
    """The conflicts of a group, in the order of its members. sure: probability of each pair of members."""
    found = []
    for a, b in combinations(range(len(members)), 2):
        if members[a].document != members[b].document:
            found += list(islice(_between(a, b, members[a], members[b], sure[a][b]), 1))
    return tuple(found)


def _between(a: int, b: int, one: Dated, two: Dated, sure: float) -> Iterator[Conflict]:
    for field, values, why, updates in _reasons(one, two, sure):
        yield Conflict(a, b, field, values, why, _superseded(a, b, one, two) if updates else None)


def _superseded(a: int, b: int, one: Dated, two: Dated) -> int | None:
    """The place of the statement that was published on an earlier day, if either was."""
    if not one.published or not two.published or one.published == two.published:
        return None
    return a if one.published < two.published else b


Reason = tuple[ConflictField, tuple[str, str], str, bool]


def _reasons(one: Dated, two: Dated, sure: float) -> Iterator[Reason]:
    if one.number and two.number:
        if _alone(one, two.number) and _alone(two, one.number):
            yield from _values(one, two, one.number, two.number)
        return
    if sure >= SURE_ENOUGH:
        yield from _days(one.statement, two.statement)
        yield from _course(one, two)
        yield from _polarity(one.statement, two.statement)
    yield from _speakers(one.statement, two.statement)


def _alone(one: Dated, number: Amount) -> bool:
    """Whether no other number of the statement agrees with the other one's."""
    return not any(compatible(x, number) and x.unit == number.unit for x in one.statement.amounts)


def _values(one: Dated, two: Dated, x: Amount, y: Amount) -> Iterator[Reason]:
    if x.change != y.change or compatible(x, y) or not (one_thing(x, y) or _one_unnamed(x, y)):
        return
    if not other_time(one.statement, one.published, two.statement, two.published):
        what = f" of {x.counted}" if x.counted else ""
        why = f"one says {shown(x)}, the other {shown(y)}{what}: more apart than the words allow"
        yield "value", (shown(x), shown(y)), why, True


def _one_unnamed(x: Amount, y: Amount) -> bool:
    """Whether one of two numbers leaves out what it counts, or says it by a pronoun."""
    return same_thing(x, y) > 0 and bool(counted(x)) != bool(counted(y))


def _days(one: Statement, two: Statement) -> Iterator[Reason]:
    """Two times of one act, both given as finely and without a day in common.

    Of two verbs the act is one where years are given and the statements share a name.
    """
    if len(one.days) != 1 or len(two.days) != 1:
        return
    x, y = one.days[0], two.days[0]
    if _LOOSE.search(x.text) or _LOOSE.search(y.text) or grain(x) != grain(y):
        return
    same_act = one.predicate == two.predicate or (grain(x) == YEAR and set(one.names) & set(two.names))
    apart = x.latest < y.earliest or y.latest < x.earliest
    if same_act and apart and x.text.casefold() != y.text.casefold():
        yield "date", (x.text, y.text), f"one says {x.text}, the other {y.text}, for the same act", True


def _course(one: Dated, two: Dated) -> Iterator[Reason]:
    """Of two articles of one day, one says that an act goes on, the other on which later day it will be."""
    x, y = one.statement, two.statement
    if one.published is None or one.published != two.published or x.predicate != y.predicate:
        return
    later = [d for s in (x, y) if s.modality == "planned" for d in s.days if d.earliest > one.published]
    if later and (going_on(x) or going_on(y)) and set(stems(x.subject)) & set(stems(y.subject)):
        values = tuple(later[0].text if s.modality == "planned" else "going on" for s in (x, y))
        why = f"one says that it goes on, the other that it will be {later[0].text}"
        yield "date", (values[0], values[1]), why, False


def _polarity(one: Statement, two: Statement) -> Iterator[Reason]:
    plain = one.modality in _SURE and two.modality in _SURE
    if one.negated != two.negated and one.predicate == two.predicate and plain:
        values = tuple("denied" if s.negated else "affirmed" for s in (one, two))
        yield "polarity", (values[0], values[1]), f"one is {values[0]}, the other {values[1]}", False


def _speakers(one: Statement, two: Statement) -> Iterator[Reason]:
    """One quotation of two persons: most words the same, and both speakers have a name of two words."""
    if not (one.quoted and two.quoted and one.speaker and two.speaker):
        return
    names = set(name_tokens(one.speaker, True)), set(name_tokens(two.speaker, True))
    words = set(raw_words(one.text)), set(raw_words(two.text))
    alike = len(words[0] & words[1]) / max(len(words[0] | words[1]), 1)
    full = all(len(n) > 1 and s[:1].isupper() for n, s in zip(names, (one.speaker, two.speaker), strict=True))
    if full and not names[0] & names[1] and alike >= SAME_WORDS and len(stems(one.text)) > 3:
        why = f"the same words, from {one.speaker} in one and from {two.speaker} in the other"
        yield "speaker", (one.speaker, two.speaker), why, False
