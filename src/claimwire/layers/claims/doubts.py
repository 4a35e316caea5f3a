"""Signs that a claim may be wrong, as numbers: what its confidence is fitted on."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from math import log

from claimwire.lexicon import table, words
from claimwire.records import Attribution, Claim, Entity, Reference, Source

_DEICTIC = frozenset({"this", "that", "these", "those"})
# Pronouns that point at something said, which is rarely a name
_POINTING = _DEICTIC | {"who", "which", "you"}
_DEFINITE = frozenset({"the", "his", "her", "its", "their", "this", "that"})
_MARKS = frozenset('"“”’')
_UNSURE = 0.7
# Beyond these odds a probability says no more
_CLIP = 0.02
_DEPTH = 20


@dataclass(frozen=True)
class Surroundings:
    """What an article's records say around its claims, and its text."""

    text: str
    entities: tuple[Entity, ...] = ()
    references: tuple[Reference, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    @cached_property
    def _sure(self) -> list[tuple[int, int, float]]:
        known: list[Entity | Reference] = [*self.entities, *self.references]
        return sorted((m.start, m.end, m.confidence) for m in known if m.confidence is not None)

    @cached_property
    def _surnames(self) -> dict[str, set[str | None]]:
        out: dict[str, set[str | None]] = defaultdict(set)
        for e in self.entities:
            if e.label == "PERSON" and e.name:
                out[e.name.split()[-1]].add(e.entity)
        return out

    @cached_property
    def _contents(self) -> list[tuple[int, int]]:
        return sorted((s.start, s.end) for a in self.attributions for s in a.content)

    def is_shared(self, name: str | None) -> bool:
        """Whether two persons bear the last word of a name."""
        return bool(name) and len(self._surnames.get((name or "").split()[-1], ())) > 1

    def weakest(self, start: int, end: int) -> float | None:
        """The least confidence of a name or reference inside a span; None where none has one."""
        near = self._sure[bisect_left(self._sure, (start,)) : bisect_left(self._sure, (end,))]
        return min((p for _, b, p in near if b <= end), default=None)

    def is_nested(self, offset: int) -> bool:
        """Whether an offset lies in what two are said to say."""
        last = bisect_left(self._contents, (offset + 1,))
        return sum(offset < end for _, end in self._contents[max(last - _DEPTH, 0) : last]) > 1

    def is_quoted(self, offset: int) -> bool:
        """Whether a quotation mark of the paragraph is open at an offset."""
        before = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        straight = before.count('"') + before.count("``") + before.count("''")
        return straight % 2 == 1 or before.count("“") > before.count("”")


def doubts(claim: Claim, around: Surroundings) -> dict[str, float]:
    """The signs that bear on a claim's fields, by name; those that are not there are left out."""
    signs = {**_of_source(claim, around), **_of_subject(claim, around), **_of_form(claim)}
    return {name: float(value) for name, value in signs.items() if value}


def _of_source(claim: Claim, around: Surroundings) -> dict[str, float]:
    said = claim.attribution
    at = claim.predicate.start if claim.predicate else claim.start
    if said is None:
        return {"quoted without speaker": around.is_quoted(at)}
    return {
        "attributed": 1,
        "attribution odds": _odds(said.confidence),
        "mixed quotation": said.type == "mixed",
        "nested": around.is_nested(at),
        **(_of_speaker(said.source, around) if said.source is not None else {"speaker open": 1}),
    }


def _of_speaker(source: Source, around: Surroundings) -> dict[str, float]:
    known = source.entity is not None
    return {
        "speaker open": not known and source.how == "pronoun",
        "speaker in one word": source.how == "named" and _is_short_name(source.name),
        "speaker definite": not known and source.how == "nominal" and _may_be_named(source.text),
        "speaker odds": _odds(source.confidence) if known else 0,
        "speaker shared": around.is_shared(source.name),
    }


def _of_subject(claim: Claim, around: Surroundings) -> dict[str, float]:
    said = claim.subject
    if said is None:
        return {"no subject": 1}
    if said.name is None:
        return _of_unnamed(said.text)
    return {
        "subject in one word": said.label in ("PERSON", "ORG") and _is_short_name(said.name),
        "subject shared": around.is_shared(said.name),
        "subject odds": _odds(around.weakest(said.start, said.end)),
    }


def _of_unnamed(text: str) -> dict[str, float]:
    """What kind of phrase is left without a name: most nouns rightly are, "we" and "the firm" seldom."""
    phrase = text.lower().split()
    pronoun = phrase[0] if len(phrase) == 1 else ""
    kind = not pronoun and phrase[0] in _DEFINITE and _head(phrase) in _kinds()
    return {
        "first person unresolved": pronoun in _first_persons(),
        "pronoun unresolved": pronoun in _pronouns() - _first_persons() - _POINTING,
        "deictic": pronoun in _POINTING,
        "kind unresolved": kind,
        "definite unresolved": not kind and phrase[:1] == ["the"],
        "subject with capitals": _has_capitals(text),
    }


def _of_form(claim: Claim) -> dict[str, float]:
    rules = {e.field: e.rule for e in claim.evidence}
    verb, said = claim.predicate, claim.subject
    before = claim.text[: max(verb.start - claim.start, 0)] if verb else ""
    apart = said is None or not claim.start <= said.start < claim.end
    return {
        "clause main": rules.get("clause") == "main",
        "subject borrowed": rules.get("subject") in ("lent", "stretch"),
        "verb of saying": verb is not None and verb.lemma in _saying(),
        "quotation before verb": any(mark in before for mark in _MARKS),
        "base form without subject": verb is not None and verb.text == verb.lemma and apart,
    }


def resolved_doubts(claim: Claim, around: Surroundings) -> dict[str, float]:
    """The signs that bear on the `resolved` text, by name; those that are not there are left out."""
    words = claim.resolved.lower().replace("’", "'").split()
    left = [w.strip(".,;:\"'") for w in words]
    rules = {e.field: e.rule for e in claim.evidence}
    edited = claim.resolved != claim.text
    signs = {
        "edited": edited,
        "first person left": any(w in _first_persons() for w in left),
        "pronoun first": bool(left) and left[0] in _pronouns(),
        "pronoun left": any(w in _pronouns() for w in left[1:]),
        "deictic": any(w in _DEICTIC for w in left[:2]),
        "no subject": claim.subject is None,
        f"clause {rules.get('clause', 'main')}": 1,
        "short": len(words) < 5,
        "length": log(max(len(words), 1)) - log(12),
        "attributed": claim.attribution is not None,
        "name odds": _odds(around.weakest(claim.start, claim.end)) if edited else 0,
        "quoted without speaker": claim.attribution is None and around.is_quoted(claim.start),
    }
    return {name: float(value) for name, value in signs.items() if value}


def _odds(p: float | None) -> float:
    """The log-odds of a probability against those of one that is merely usual; 0 where it is not known."""
    if p is None:
        return 0.0
    p = min(max(p, _CLIP), 1 - _CLIP)
    return log(p / (1 - p)) - log(_UNSURE / (1 - _UNSURE))


def _is_short_name(name: str | None) -> bool:
    """Whether a name has one word: often a surname or an abbreviation whose full name the text has, too."""
    return len((name or "").split()) == 1


def _may_be_named(text: str) -> bool:
    """Whether a nominal speaker is one whom the text may have named ("the company", "Bergen police")."""
    return text.lower().partition(" ")[0] in _DEFINITE or _has_capitals(text)


def _head(phrase: list[str]) -> str:
    """The last word of a phrase before "of"."""
    return phrase[phrase.index("of") - 1] if "of" in phrase[1:] else phrase[-1]


def _has_capitals(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split()[1:])


@cache
def _pronouns() -> frozenset[str]:
    rows = table("pronouns")
    return frozenset(r["word"] for r in rows if r["form"] == "personal") | {"who", "which", "you", *_DEICTIC}


@cache
def _kinds() -> frozenset[str]:
    """Nouns for kinds of persons, bodies and places, which a text mostly has a name for."""
    return frozenset(row["noun"] for row in table("kinds"))


@cache
def _saying() -> frozenset[str]:
    """Verbs that report: a claim with one may be a report whose content was not found."""
    reports = {row["lemma"] for row in table("report_verbs")}
    return words("saying_verbs") | words("naming_verbs") | reports


@cache
def _first_persons() -> frozenset[str]:
    return frozenset(r["word"] for r in table("pronouns") if r["person"] == "1")
