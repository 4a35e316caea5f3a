"""The page of `claimwire evaluate --html`: figures, the articles with errors marked, tables of errors.

One self-contained page without scripts: the switches are style rules. Escaping is that of the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimwire.score import evaluate
from claimwire.score.evaluate import LAYERS
from claimwire.view.errors import KINDS, ScoredError, findings
from claimwire.view.marks import cut_overlaps
from claimwire.view.report import asset, environment
from claimwire.view.visible import visible

KIND_WORDS = {"right": "right", "partly": "partly right", "missed": "missed", "spurious": "spurious"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text with the classes of its marks, what to say of it, and the errors that begin there."""

    text: str
    classes: str
    tip: str
    begins: tuple[int, ...]


def evaluation(gold: Sequence[Mapping[str, Any]], documents: Mapping[str, Mapping[str, Any]]) -> str:
    """The page; documents are the predicted document records by id, one that is missing counts as empty."""
    articles = [_article(n, g, findings(g, documents.get(g["id"], {}))) for n, g in enumerate(gold, 1)]
    every = [f for a in articles for _, f in a["findings"]]
    fields = Counter((f.layer, field.name) for f in every if f.kind == "partly" for field in f.fields)
    page = environment().get_template("evaluation.html")
    return page.render(
        articles=articles,
        counts=Counter((f.layer, f.kind) for f in every),
        fields=sorted(fields.items(), key=lambda item: (LAYERS.index(item[0][0]), -item[1], item[0][1])),
        figures=evaluate(gold, documents),
        layers=LAYERS,
        kinds=KINDS,
        kind_words=KIND_WORDS,
        css=asset("report.css"),
        own_css=asset("evaluation.css"),
    )


def _article(number: int, gold: Mapping[str, Any], found: list[ScoredError]) -> dict[str, Any]:
    numbered = list(enumerate(found, 1))
    return {
        "number": number,
        "id": gold["id"],
        "stretches": _stretches(gold["text"], numbered),
        "findings": numbered,
        "errors": [(n, f) for n, f in numbered if f.kind != "right"],
        "counts": Counter(f.kind for f in found),
    }


def _stretches(text: str, numbered: list[tuple[int, ScoredError]]) -> list[Stretch]:
    by_number = dict(numbered)
    spans = [
        (start, end, (n, side))
        for n, f in numbered
        for side, places in (("g", f.gold), ("f", f.predicted))
        for start, end in places
    ]
    out, met = [], set[int]()
    for start, end, active in cut_overlaps(spans, len(text)):
        numbers = sorted({n for n, _ in active})
        marks = {f"{by_number[n].layer}-{side}-{by_number[n].kind}" for n, side in active}
        tips = dict.fromkeys(f"{by_number[n].layer}: {KIND_WORDS[by_number[n].kind]}" for n in numbers)
        begins = tuple(n for n in numbers if n not in met and by_number[n].kind != "right")
        met.update(numbers)
        classes = " ".join(sorted(marks))
        out.append(Stretch(visible(text[start:end]), classes, "\n".join(tips), begins))
    return out
