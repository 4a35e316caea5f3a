"""Signs that a claim may be wrong, as numbers: what its confidence is fitted on."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from math import log

from claimwire.lexicon import table
from claimwire.records import Attribution, Claim, Entity, Reference, Source

_DEICTIC = frozenset({"this", "that", "these", "those"})
_UNSURE = 0.7
# Beyond these odds a probability says no more
_CLIP = 0.02
_LONG_SOURCE = 4
_NEAR = 250
_REACH = 400
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
    def _named(self) -> list[Entity]:
        return sorted(self.entities, key=lambda e: e.start)

    @cached_property
    def _counts(self) -> Counter[str | None]:
        return Counter(e.entity for e in self.entities)

    @cached_property
    def _surnames(self) -> dict[str, set[str | None]]:
        out: dict[str, set[str | None]] = defaultdict(set)
        for e in self.entities:
            if e.label == "PERSON" and e.name:
                out[e.name.split()[-1]].add(e.entity)
        return out

    @cached_property
    def _cues(self) -> list[int]:
        return sorted(a.cue.start for a in self.attributions if a.cue is not None)

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

    def rivals(self, start: int, entity: str | None, label: str | None) -> int:
        """How many other names of a kind stand in the characters before an offset, 3 at most."""
        last = bisect_left(self._named, start, key=lambda e: e.start)
        first = bisect_left(self._named, start - _REACH, key=lambda e: e.start)
        return min(len({e.entity for e in self._named[first:last] if e.label == label} - {entity}), 3)

    def is_named_once(self, entity: str | None) -> bool:
        """Whether an entity has one mention in all."""
        return entity is not None and self._counts[entity] == 1

    def speaks_near(self, offset: int) -> bool:
        """Whether words of saying stand around an offset."""
        return bisect_left(self._cues, offset - _NEAR) < bisect_left(self._cues, offset + _NEAR)

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
    quoted = around.is_quoted(at)
    if said is None:
        return {"quoted without speaker": quoted, "speaker near": around.speaks_near(claim.start)}
    return {
        "attributed": 1,
        "attribution odds": _odds(said.confidence),
        "quotation open": said.type != "indirect" and not quoted,
        "nested": around.is_nested(at),
        **(_of_speaker(said.source, around) if said.source is not None else {"no speaker": 1}),
    }


def _of_speaker(source: Source, around: Surroundings) -> dict[str, float]:
    nameless = source.entity is None
    rivals = around.rivals(source.start, source.entity, source.label)
    return {
        f"speaker {source.how}": 1,
        "speaker odds": _odds(source.confidence),
        "speaker nameless": nameless,
        "speaker with capitals": nameless and source.how == "nominal" and _has_capitals(source.text),
        "speaker rivals": 0 if nameless or source.how == "named" else rivals,
        "speaker named once": around.is_named_once(source.entity),
        "speaker long": len(source.text.split()) > _LONG_SOURCE,
        "speaker shared": around.is_shared(source.name),
    }


def _of_subject(claim: Claim, around: Surroundings) -> dict[str, float]:
    said = claim.subject
    if said is None:
        return {"no subject": 1}
    words = said.text.lower().split()
    pronoun = len(words) == 1 and words[0] in _pronouns()
    known = said.name is not None
    return {
        "subject shared": around.is_shared(said.name),
        "subject named": known and not pronoun,
        "subject resolved": known and pronoun,
        "pronoun unresolved": pronoun and not known,
        "definite unresolved": not known and words[:1] == ["the"],
        "subject with capitals": not known and _has_capitals(said.text),
        "subject rivals": around.rivals(said.start, said.entity, said.label) if known and pronoun else 0,
        "subject named once": around.is_named_once(said.entity),
        "subject odds": _odds(around.weakest(said.start, said.end)) if known else 0,
    }


def _of_form(claim: Claim) -> dict[str, float]:
    rules = {e.field: e.rule for e in claim.evidence}
    return {
        f"clause {rules.get('clause', 'main')}": 1,
        "subject borrowed": rules.get("subject") in ("lent", "stretch"),
        "length": log(max(len(claim.text.split()), 1)) - log(10),
        "no end": claim.suffix[:1] in ("", "\n") and claim.text[-1:] not in ".!?\"”’'",
        "quantities": min(len(claim.quantities), 2),
        "dates": min(len(claim.dates), 2),
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


def _has_capitals(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split()[1:])


@cache
def _pronouns() -> frozenset[str]:
    rows = table("pronouns")
    return frozenset(r["word"] for r in rows if r["form"] == "personal") | {"who", "which", "you", *_DEICTIC}


@cache
def _first_persons() -> frozenset[str]:
    return frozenset(r["word"] for r in table("pronouns") if r["person"] == "1")
