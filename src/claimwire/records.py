"""The records claimwire writes, as frozen dataclasses.

All offsets are Unicode code points into the article's own text, end-exclusive, and `text` is always that
slice. This module knows no spaCy: sinks, views and scores work on records alone.
`rule` names the rule that made a finding, for people who must trust or correct it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

DOCUMENT_SCHEMA: Final = "claimwire.document/2"
CLAIM_SCHEMA: Final = "claimwire.claim/2"
ERROR_SCHEMA: Final = "claimwire.error/1"
# Older forms that are still read, and what they become: fields they lack take their defaults.
OLDER_SCHEMAS: Final = {"claimwire.document/1": DOCUMENT_SCHEMA, "claimwire.claim/1": CLAIM_SCHEMA}
# The lists of a document record, in its order.
LAYERS: Final = ("entities", "references", "quantities", "dates", "attributions", "claims")

Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "predicted", "planned", "possible", "necessary", "conditional"]
Modifier = Literal["approx", "more_than", "less_than", "at_least", "at_most"]
Change = Literal["increase", "decrease"]
QuantityKind = Literal["count", "money", "percent", "measure", "ratio"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal[
    "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"
]
AttributionType = Literal["direct", "mixed", "indirect"]
CueKind = Literal["verb", "noun", "phrase", "punctuation"]
SpeakerHow = Literal["named", "pronoun", "nominal"]
ReferenceKind = Literal["pronoun", "nominal"]
Stance = Literal["asserts", "denies", "doubts", "asks", "withholds"]
Evidential = Literal["reported", "alleged", "believed"]
ArgumentRole = Literal["object", "indirect_object", "attribute", "oblique", "clause"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article: code-point offsets, end-exclusive, and the text between them."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """A quoted region with its marks. `spans` are the verbatim parts without marks, one a paragraph.

    `depth` is 0 for a quotation that stands in no other.
    """

    spans: tuple[Span, ...] = ()
    mark: str = '"'
    closed: bool = True
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Entity(Span):
    """A named mention. `label` is OntoNotes'; `name` the canonical name; `entity` its id in the document.

    `confidence` is how sure the name and its label are, 0..1, or None where nothing measures it.
    """

    label: str
    name: str
    entity: str | None = None
    role: str | None = None
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Reference(Span):
    """A pronoun or common noun that stands for a named entity; `confidence` is how sure that is, 0..1."""

    name: str
    entity: str | None
    kind: ReferenceKind
    label: str | None = None
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A number with what it measures or counts, at full scale; a range has `low` and `high`, no `value`.

    `per` is the unit of a rate, in the singular: "$75 a barrel" has the unit USD, per barrel.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    modifier: Modifier | None = None
    change: Change | None = None
    unit: str | None = None
    kind: QuantityKind = "count"
    counted: Span | None = None
    rule: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Date(Span):
    """A time expression after TIMEX3. `earliest` and `latest` are ISO dates, inclusive."""

    type: TimexType
    value: str
    mod: TimexMod | None = None
    earliest: str | None = None
    latest: str | None = None
    anchored: bool = True
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Source(Span):
    """Who speaks: the noun phrase, and the speaker after resolution; `confidence` is how sure he is, 0..1."""

    name: str | None = None
    label: str | None = None
    entity: str | None = None
    role: str | None = None
    how: SpeakerHow = "nominal"
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The words that report: "said", "his claim", "according to"."""

    lemma: str
    kind: CueKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to say, write, think, predict or plan to say something.

    `stance` is what the source does with the content: only `asserts` and `denies` make a claim its own.
    """

    id: str
    type: AttributionType
    source: Source | None
    cue: Cue | None
    content: tuple[Span, ...]
    quotes: tuple[Span, ...] = ()
    medium: Span | None = None
    dates: tuple[Date, ...] = ()
    confidence: float | None = None
    rule: str | None = None
    stance: Stance = "asserts"


@dataclass(frozen=True, slots=True)
class Subject(Span):
    """Of whom or what a claim speaks; name, label and entity are null when it is no named entity."""

    name: str | None = None
    label: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Predicate(Span):
    """The verb group of a claim and the lemma of its main verb."""

    lemma: str


@dataclass(frozen=True, slots=True)
class Argument(Span):
    """An argument of a claim's predicate; `marker` is the preposition or conjunction before it."""

    role: ArgumentRole
    marker: str | None = None
    name: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which rule or cue, at which place, decided a field of a claim.

    `probability` is how sure the decision was, 0..1, and `rival` the value that came second, where both
    are known.
    """

    field: str
    rule: str
    start: int | None = None
    end: int | None = None
    probability: float | None = None
    rival: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause that puts something forward, as it stands in a document record.

    `evidential` says that the article passes the clause on without vouching for it and without naming who
    says it. `confidence` is how likely all its fields are right, `resolved_confidence` how likely `resolved`
    is.
    """

    id: str
    sentence: int
    start: int
    end: int
    text: str
    prefix: str
    suffix: str
    resolved: str
    subject: Subject | None
    predicate: Predicate | None
    arguments: tuple[Argument, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float | None = None
    evidential: Evidential | None = None
    resolved_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What made a record: version of the package, name of the pipeline, trained model."""

    version: str
    pipeline: str
    model: str


LAYER_FAILED = "layer_failed"  # code of the warning, before the layer's name and a colon


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """What was done to an article's text, or could not be done; `code` is one word for programs."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article with all its layers.

    `date_source` says where `date` came from (`field`, `json-ld`, `dateline` ...); `language` is the text's
    own, as detected.
    """

    schema: Literal["claimwire.document/2"] = DOCUMENT_SCHEMA
    id: str
    source: str | None = None
    sha256: str
    date: str | None = None
    title: Span | None = None
    url: str | None = None
    reader: str | None = None
    author: str | None = None
    date_source: str | None = None
    language: str | None = None
    warnings: tuple[DocumentWarning, ...] = ()
    entities: tuple[Entity, ...] = ()
    references: tuple[Reference, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    run: Run
    text: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """The keys of a claim's document that travel with each claim record."""

    id: str
    source: str | None
    sha256: str
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """A claim that can be read alone: the default line of output."""

    schema: Literal["claimwire.claim/2"] = CLAIM_SCHEMA
    id: str
    document: DocumentKey
    sentence: int
    start: int
    end: int
    text: str
    prefix: str
    suffix: str
    resolved: str
    subject: Subject | None
    predicate: Predicate | None
    arguments: tuple[Argument, ...] = ()
    polarity: Polarity
    modality: Modality
    attribution: Attribution | None = None
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float | None = None
    evidential: Evidential | None = None
    resolved_confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRecord:
    """An article that could not be read or processed."""

    schema: Literal["claimwire.error/1"] = ERROR_SCHEMA
    source: str
    stage: str
    error: str
    message: str
    id: str | None = field(default=None)


def least_confidence(claim: Claim | ClaimRecord) -> float | None:
    """The lower of a claim's `confidence` and `resolved_confidence`, 0..1: how far to doubt it."""
    known = [c for c in (claim.confidence, claim.resolved_confidence) if c is not None]
    return min(known, default=None)


def claim_records(document: Document) -> list[ClaimRecord]:
    """The claims of a document as self-contained records, in the order of the text."""
    key = DocumentKey(document.id, document.source, document.sha256, document.date)
    names = Claim.__dataclass_fields__
    return [ClaimRecord(document=key, **{n: getattr(c, n) for n in names}) for c in document.claims]
