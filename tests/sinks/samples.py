"""Records made by hand for the tests of the sinks: two short articles and what they claim."""

from __future__ import annotations

from dataclasses import replace

from claimwire.records import (
    Argument,
    Attribution,
    Claim,
    Cue,
    Date,
    Document,
    DocumentWarning,
    Entity,
    Evidence,
    Predicate,
    Quantity,
    Reference,
    Run,
    Source,
    Span,
    Subject,
)

TEXT = (
    "Harbour tolls to rise\n\n"
    'Mayor Ida Brandt said on Tuesday that Veldport "will not close" its harbour. '
    "She expects tolls to bring in about €4.5m a year. "
    "Veldport handled 310 ships last month."
)


def span(words: str, nth: int = 0) -> Span:
    """The nth place of these words in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def place(words: str, nth: int = 0) -> dict[str, object]:
    """The same as keyword arguments of a record."""
    found = span(words, nth)
    return {"start": found.start, "end": found.end, "text": found.text}


BRANDT = Entity(
    **place("Ida Brandt"), label="PERSON", name="Ida Brandt", entity="e1", role="mayor", confidence=0.75
)
VELDPORT = Entity(**place("Veldport"), label="GPE", name="Veldport", entity="e2")
VELDPORT_2 = Entity(**place("Veldport", 1), label="GPE", name="Veldport", entity="e2")
TUESDAY = Date(
    **place("Tuesday"), type="DATE", value="2026-03-03", earliest="2026-03-03", latest="2026-03-03"
)
MONTH = Date(**place("last month"), type="DATE", value="2026-02", earliest="2026-02-01", latest="2026-02-28")
YEARLY = Date(**place("a year"), type="SET", value="P1Y")
TOLLS = Quantity(
    **place("about €4.5m"),
    value=4_500_000.0,
    modifier="approx",
    unit="EUR",
    per="year",
    kind="money",
    counted=span("tolls"),
)
SHIPS = Quantity(**place("310 ships"), value=310.0, counted=span("ships"))
SHE = Reference(
    **place("She"), name="Ida Brandt", entity="e1", kind="pronoun", label="PERSON", confidence=0.5
)
SAID = Attribution(
    id="a1",
    type="mixed",
    source=Source(
        **place("Mayor Ida Brandt"),
        name="Ida Brandt",
        label="PERSON",
        entity="e1",
        role="mayor",
        how="named",
        confidence=0.85,
    ),
    cue=Cue(**place("said"), lemma="say", kind="verb"),
    content=(span('Veldport "will not close" its harbour'),),
    quotes=(span("will not close"),),
    dates=(TUESDAY,),
    confidence=0.9,
)
EXPECTS = Attribution(
    id="a2",
    type="indirect",
    source=Source(**place("She"), name="Ida Brandt", label="PERSON", entity="e1", how="pronoun"),
    cue=Cue(**place("expects"), lemma="expect", kind="verb"),
    content=(span("tolls to bring in about €4.5m a year"),),
    stance="doubts",
)


def _claim(id_: str, words: str, sentence: int, resolved: str | None = None, **fields: object) -> Claim:
    at = span(words)
    prefix, suffix = TEXT[max(0, at.start - 32) : at.start], TEXT[at.end : at.end + 32]
    around = {"prefix": prefix, "suffix": suffix, "resolved": resolved or words}
    return Claim(id=id_, sentence=sentence, **place(words), **around, **fields)


CLAIMS = (
    _claim(
        "c1",
        'Veldport "will not close" its harbour',
        1,
        subject=Subject(**place("Veldport"), name="Veldport", label="GPE", entity="e2"),
        predicate=Predicate(**place("will not close"), lemma="close"),
        arguments=(Argument(**place("its harbour"), role="object"),),
        polarity="negated",
        modality="predicted",
        evidence=(Evidence("polarity", "negation", span("not").start, span("not").end, 0.95, "affirmed"),),
        attribution=SAID,
        entities=(VELDPORT,),
        confidence=0.8,
    ),
    _claim(
        "c2",
        "tolls to bring in about €4.5m a year",
        2,
        subject=Subject(**place("tolls", 1)),
        predicate=Predicate(**place("to bring in"), lemma="bring"),
        arguments=(Argument(**place("about €4.5m"), role="object"),),
        modality="predicted",
        evidential="believed",
        resolved_confidence=0.65,
        attribution=EXPECTS,
        quantities=(TOLLS,),
        dates=(YEARLY,),
    ),
    _claim(
        "c3",
        "Veldport handled 310 ships last month",
        3,
        subject=Subject(**place("Veldport", 1), name="Veldport", label="GPE", entity="e2"),
        predicate=Predicate(**place("handled"), lemma="handle"),
        arguments=(Argument(**place("310 ships"), role="object"),),
        entities=(VELDPORT_2,),
        quantities=(SHIPS,),
        dates=(MONTH,),
        confidence=0.7,
    ),
)

HARBOUR = Document(
    id="harbour",
    source="harbour.txt",
    sha256="aa" * 32,
    date="2026-03-04",
    title=span("Harbour tolls to rise"),
    author="Per Lund",
    date_source="field",
    language="en",
    warnings=(DocumentWarning("decoded_entities", "2 HTML entities were decoded"),),
    entities=(BRANDT, VELDPORT, VELDPORT_2),
    references=(SHE,),
    quantities=(TOLLS, SHIPS),
    dates=(TUESDAY, YEARLY, MONTH),
    attributions=(SAID, EXPECTS),
    claims=CLAIMS,
    run=Run("0.1.0", "news", "en_core_web_md-3.7.1"),
    text=TEXT,
)


def copies(count: int, document: Document = HARBOUR) -> list[Document]:
    """The same article under other ids: doc0, doc1, ..."""
    return [replace(document, id=f"doc{n}", source=f"doc{n}.txt") for n in range(count)]
