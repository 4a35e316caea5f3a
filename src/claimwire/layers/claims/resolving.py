"""The `resolved` text of a claim: its clause read alone, or with the one it cannot be read without."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.completion import complete_stop
from claimwire.layers.claims.governed import clause_above, governor, supposed
from claimwire.layers.claims.leaning import clause_before, has_noun, open_pronoun
from claimwire.layers.claims.modality import modality
from claimwire.layers.claims.polarity import polarity
from claimwire.layers.claims.quotes import Marks
from claimwire.layers.claims.resolved import NameWriter
from claimwire.layers.claims.stand_alone import StandAloneClause
from claimwire.layers.claims.subject import subject
from claimwire.layers.grammar.trimming import QUOTES
from claimwire.layers.grammar.verbs import subject_of
from claimwire.layers.parse import Parse

# A clause above the clause above
_LEVELS = 2
# Tokens beyond which a sentence helps nobody to read a clause alone
_LONGEST = 70
# Tokens that a clause may come to with the words that it leans on
_LONGEST_LEANT = 45
# What a text begins with in which nobody knows who speaks
_OPENINGS = ("I ", "We ", "we ", "My ", "my ", "Our ", "our ")
# With one of these as its subject, a name before a text would be taken for theirs
_THIRD_PERSONS = frozenset({"he", "she", "it", "they"})
Extent = tuple[int, int]


class Resolver:
    """Writes the clauses of one article so that each can be read alone.

    extent: the tokens [first, stop) of a clause's own span, and the token that what it says ends at.
    """

    def __init__(
        self,
        parse: Parse,
        clauses: Mapping[int, Clause],
        writer: NameWriter,
        marks: Marks,
        extent: Callable[[Clause], tuple[Extent, int]],
    ) -> None:
        self.parse = parse
        self.clauses = dict(clauses)
        self.writer = writer
        self.marks = marks
        self.extent = extent

    def text(self, clause: Clause, withheld: bool = False, speaker: str | None = None) -> str:
        """The clause to be read alone.

        withheld: whether who speaks does not assert it (denies, doubts, asks). speaker: whose words they are,
        named before a clause in which an "I" or "we" is left.
        """
        first, stop = self.extent(clause)[0]
        text = self._read(clause, withheld, first, stop, _LEVELS) or self._plain(first, stop)
        if speaker is None:
            return text
        said = subject_of(self.parse, clause.head)
        known = said is None or self.parse.lower[said] not in _THIRD_PERSONS
        left = known and self.writer.leaves_first_person(first, stop)
        return f"{speaker}: {text}" if left or text.startswith(_OPENINGS) else text

    def _read(self, clause: Clause, withheld: bool, first: int, stop: int, levels: int) -> str | None:
        """The text of a clause that must at least reach over tokens first..stop."""
        above = governor(self.parse, clause, self.clauses) or supposed(self.parse, clause, self.clauses)
        if above is None and withheld:
            above = clause_above(self.parse, clause.base, self.clauses)
        found = self._alone(clause, first, stop) if above is None else None
        if levels == 0:
            return found
        if found is not None:
            leant = self._leant(clause, first, stop)
            return (leant and self._around(leant, first, stop, levels)) or found
        above = above or clause_above(self.parse, clause.base, self.clauses)
        if above is None or self.parse.sent[above.head] != self.parse.sent[clause.head]:
            return None
        return self._around(above, first, stop, levels)

    def _around(self, above: Clause, first: int, stop: int, levels: int) -> str | None:
        """The text of a clause together with tokens first..stop."""
        (a, b), _ = self.extent(above)
        return self._read(above, False, min(a, first), max(b, stop), levels - 1)

    def _leant(self, clause: Clause, first: int, stop: int) -> Clause | None:
        """The clause before, where it has the noun of a pronoun that is left in this one."""
        parse, mentions = self.parse, self.writer.mentions
        pronoun = open_pronoun(parse, mentions, clause, first, self.writer.writes)
        before = clause_before(parse, clause, self.clauses) if pronoun is not None else None
        if pronoun is None or before is None:
            return None
        (begin, _), _ = self.extent(before)
        if stop - begin > _LONGEST_LEANT or any(parse.orth[k] in QUOTES for k in range(before.head, first)):
            return None
        return before if has_noun(parse, mentions, pronoun, range(begin, first)) else None

    def _alone(self, clause: Clause, first: int, stop: int) -> str | None:
        parse, clauses = self.parse, self.clauses
        (_, end), limit = self.extent(clause)
        if stop == end:
            stop = complete_stop(parse, clauses, first, stop, limit)
        first, stop = self.marks.settled(first, stop, (clause.group.first, clause.group.stop))
        if stop - first > _LONGEST:
            return None
        alone = StandAloneClause(
            parse=parse,
            writer=self.writer,
            clauses=clauses,
            clause=clause,
            first=first,
            stop=stop,
            said=subject(parse, clause, clauses),
            sign=polarity(parse, clause, clauses),
            mode=modality(parse, clause, clauses),
        )
        text = alone.text()
        return None if text is None else text + self.marks.left_open(first, stop)

    def _plain(self, first: int, stop: int) -> str:
        return self.writer.text(*self.parse.chars(first, stop)) + self.marks.left_open(first, stop)
