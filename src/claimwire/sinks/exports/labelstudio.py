"""Label Studio: tasks whose pre-annotations a person corrects, and the labelling config that shows them.

Format: https://labelstud.io/guide/predictions. Every span is a labelled region; what a region has besides its
place (value, modality, ...) are per-region results with the region's id; what belongs together is a relation.
`claimwire import labelstudio` reads corrected tasks back as gold. Offsets are code points.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import msgspec

from claimwire import records
from claimwire.records import Attribution, ClaimRecord, Date, Document, Quantity, Span, least_confidence
from claimwire.sinks.exports import text_of
from claimwire.sinks.jsonl import atomic
from claimwire.sinks.reading import Loaded

ENTITY_LABELS = (
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW",
)  # fmt: skip
PARTS = (
    "Quantity", "Counted", "Date", "Speaker", "Cue", "Content", "Medium", "Claim", "Subject", "Predicate",
)  # fmt: skip
# Fields chosen from a list, and the label of the regions that have them.
CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "modifier": ("Quantity", get_args(records.Modifier)),
    "timex": ("Date", get_args(records.TimexType)),
    "mod": ("Date", get_args(records.TimexMod)),
    "said": ("Content", get_args(records.AttributionType)),
    "stance": ("Content", get_args(records.Stance)),
    "polarity": ("Claim", get_args(records.Polarity)),
    "modality": ("Claim", get_args(records.Modality)),
    "evidential": ("Claim", get_args(records.Evidential)),
    "speaker_label": ("Speaker", ENTITY_LABELS),
}
# Fields written by hand.
TEXTS: dict[str, str] = {
    "name": ",".join((*ENTITY_LABELS, "Speaker", "Subject")),
    "value": "Quantity,Date",
    "low": "Quantity",
    "high": "Quantity",
    "unit": "Quantity",
    "per": "Quantity",
}
RELATIONS = (
    "source",
    "cue",
    "medium",
    "said on",
    "continues",
    "counted",
    "subject",
    "predicate",
    "attributed",
)


def config() -> str:
    """The labelling config, to be pasted into the project's settings."""
    labels = "".join(f'    <Label value="{name}"/>\n' for name in (*ENTITY_LABELS, *PARTS))
    shown = 'toName="text" perRegion="true" whenTagName="layer" whenLabelValue'
    choices = "".join(
        f'  <Choices name="{name}" {shown}="{of}">\n'
        + "".join(f'    <Choice value="{value}"/>\n' for value in values)
        + "  </Choices>\n"
        for name, (of, values) in CHOICES.items()
    )
    texts = "".join(
        f'  <TextArea name="{name}" {shown}="{of}" placeholder="{name}" maxSubmissions="1"/>\n'
        for name, of in TEXTS.items()
    )
    relations = "".join(f'    <Relation value="{name}"/>\n' for name in RELATIONS)
    return (
        f'<View>\n  <Labels name="layer" toName="text">\n{labels}  </Labels>\n'
        f'  <Text name="text" value="$text" granularity="word"/>\n'
        f"{choices}{texts}  <Relations>\n{relations}  </Relations>\n</View>\n"
    )


class _Results:
    """The results of one prediction."""

    def __init__(self) -> None:
        self.results: list[dict[str, Any]] = []
        self._places: dict[tuple[str, int, int], str] = {}

    def region(self, label: str, span: Any, shared: bool = False, **fields: Any) -> str:
        """A labelled region with its fields; the id. `shared`: one region for all who name this place."""
        key = (label, span.start, span.end)
        if shared and key in self._places:
            return self._places[key]
        id_ = f"{label.lower()}-{len(self.results) + 1}"
        self._places[key] = id_
        place = {"start": span.start, "end": span.end, "text": span.text}
        self._result(id_, "layer", "labels", {**place, "labels": [label]})
        place.pop("text")
        for name, value in fields.items():
            if value is not None and name in CHOICES:
                self._result(id_, name, "choices", {**place, "choices": [value]})
            elif value is not None:
                self._result(id_, name, "textarea", {**place, "text": [_plain(value)]})
        return id_

    def _result(self, id_: str, name: str, type_: str, value: dict[str, Any]) -> None:
        self.results.append(
            {
                "id": id_,
                "from_name": name,
                "to_name": "text",
                "type": type_,
                "origin": "prediction",
                "value": value,
            }
        )

    def relate(self, label: str, one: str, other: str | None) -> None:
        """A relation from one region to another, if there is another."""
        if other is not None:
            self.results.append(
                {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [label]}
            )


def _plain(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def task(loaded: Loaded) -> dict[str, Any]:
    """A document as a task with one prediction."""
    document, out = loaded.document, _Results()
    data = {"text": text_of(loaded), "id": document.id, "date": document.date, "source": document.source}
    for entity in document.entities:
        out.region(entity.label, entity, name=entity.name)
    for quantity in document.quantities:
        _quantity(out, quantity)
    for date in document.dates:
        _date(out, date)
    contents = {a.id: _attribution(out, a) for a in document.attributions}
    for claim in loaded.claims:
        _claim(out, claim, contents)
    prediction = {"model_version": _version(document), "score": _score(loaded), "result": out.results}
    return {"data": data, "predictions": [prediction]}


def _score(loaded: Loaded) -> float | None:
    """The confidence of the claim that is doubted most."""
    return min((c for claim in loaded.claims if (c := least_confidence(claim)) is not None), default=None)


def _order(loaded: Loaded) -> float:
    score = _score(loaded)
    return 1.0 if score is None else score


def _version(document: Document) -> str:
    return f"claimwire {document.run.version}, {document.run.pipeline}"


def _quantity(out: _Results, q: Quantity) -> str:
    names = ("value", "low", "high", "modifier", "unit", "per")
    fields = {name: getattr(q, name) for name in names}
    id_ = out.region("Quantity", q, shared=True, **fields)
    out.relate("counted", id_, _part(out, "Counted", q.counted))
    return id_


def _date(out: _Results, d: Date) -> str:
    return out.region("Date", d, shared=True, value=d.value, timex=d.type, mod=d.mod)


def _part(out: _Results, label: str, span: Span | None) -> str | None:
    return out.region(label, span, shared=True) if span else None


def _attribution(out: _Results, a: Attribution) -> str | None:
    ids = [out.region("Content", s, said=a.type, stance=a.stance) for s in a.content]
    if not ids:
        return None
    for other in ids[1:]:
        out.relate("continues", ids[0], other)
    if a.source:
        fields = {"name": a.source.name, "speaker_label": a.source.label}
        out.relate("source", ids[0], out.region("Speaker", a.source, shared=True, **fields))
    out.relate("cue", ids[0], _part(out, "Cue", a.cue))
    out.relate("medium", ids[0], _part(out, "Medium", a.medium))
    for date in a.dates:
        out.relate("said on", ids[0], _date(out, date))
    return ids[0]


def _claim(out: _Results, c: ClaimRecord, contents: dict[str, str | None]) -> None:
    id_ = out.region("Claim", c, polarity=c.polarity, modality=c.modality, evidential=c.evidential)
    if c.subject:
        out.relate("subject", id_, out.region("Subject", c.subject, shared=True, name=c.subject.name))
    out.relate("predicate", id_, _part(out, "Predicate", c.predicate))
    if c.attribution:
        out.relate("attributed", id_, contents.get(c.attribution.id))


def write(documents: Iterable[Loaded], path: Path) -> int:
    """Write the tasks as one JSON file, and beside it the labelling config, with the ending `.xml`.

    The article with the claim that is doubted most comes first, as in `claimwire review`.
    """
    tasks = [(_order(loaded), n, msgspec.json.encode(task(loaded))) for n, loaded in enumerate(documents)]
    with atomic(path) as file:
        file.write(b"[" + b",".join(b"\n" + line for _, _, line in sorted(tasks)) + b"\n]\n")
    with atomic(path.with_suffix(".xml")) as file:
        file.write(config().encode())
    return len(tasks)
