"""A document made by hand, with every layer, for tests of the views."""

from __future__ import annotations

import hashlib

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
    "Harbour firm to hire\n\n"
    "“We will hire about 300 welders next week,” said Mara Quist, chief executive of Quist Marine. "
    "She may not sell the old yard.\n"
)


def at(part: str, text: str = TEXT) -> tuple[int, int, str]:
    """Start, end and text of a part."""
    start = text.index(part)
    return start, start + len(part), part


def document(id: str = "harbour", text: str = TEXT) -> Document:
    """The sample article with all its layers."""
    quantity = Quantity(
        *at("about 300 welders"),
        value=300,
        modifier="approx",
        counted=Span(*at("welders")),
        rule="count",
        per="week",
    )
    date = Date(*at("next week"), type="DATE", value="2026-W05", earliest="2026-01-26", latest="2026-02-01")
    said = "We will hire about 300 welders next week"
    attribution = Attribution(
        id="a1",
        type="direct",
        source=Source(
            *at("Mara Quist, chief executive of Quist Marine"),
            name="Mara Quist", label="PERSON", entity="e1", role="chief executive", how="named",
        ),
        cue=Cue(*at("said"), lemma="say", kind="verb"),
        content=(Span(*at(said)),),
        quotes=(Span(*at(said)),),
        confidence=0.9,
        stance="doubts",
    )  # fmt: skip
    hire = Claim(
        "c1", 1, *at(said), prefix="", suffix="",
        resolved="Quist Marine will hire about 300 welders next week",
        subject=Subject(*at("We"), name="Quist Marine", label="ORG", entity="e2"),
        predicate=Predicate(*at("will hire"), lemma="hire"),
        arguments=(Argument(*at("about 300 welders"), role="object"),),
        modality="predicted", attribution=attribution, quantities=(quantity,), dates=(date,),
        evidence=(Evidence("modality", "aux:will"),), confidence=0.8,
    )  # fmt: skip
    sell = Claim(
        "c2", 2, *at("She may not sell the old yard"), prefix="", suffix=".",
        resolved="Mara Quist may not sell the old yard",
        subject=Subject(*at("She"), name="Mara Quist", label="PERSON", entity="e1"),
        predicate=Predicate(*at("may not sell"), lemma="sell"),
        polarity="negated", modality="possible", evidential="alleged",
    )  # fmt: skip
    return Document(
        id=id, source=f"{id}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), date="2026-01-23",
        date_source="field", author="Jo Pell", language="en",
        warnings=(DocumentWarning("layer_failed", "times gave nothing"),),
        title=Span(*at("Harbour firm to hire")),
        entities=(Entity(*at("Mara Quist"), label="PERSON", name="Mara Quist", entity="e1"),),
        references=(Reference(*at("She"), name="Mara Quist", entity="e1", kind="pronoun"),),
        quantities=(quantity,), dates=(date,), attributions=(attribution,), claims=(hire, sell),
        run=Run("0.1.0", "news", "none"), text=text,
    )  # fmt: skip
