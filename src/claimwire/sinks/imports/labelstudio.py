"""Corrected Label Studio tasks as gold (the form of `fixtures/*.gold.json`).

The input is what Label Studio exports as JSON: tasks with annotations. Of a task's annotations the last one
that was not cancelled counts; a task without any gives no gold. Ids are given anew, in the order of the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from claimwire.sinks.errors import SinkError
from claimwire.sinks.exports.labelstudio import ENTITY_LABELS


@dataclass(slots=True)
class _Region:
    """A labelled region with its fields, and the regions it points to, by relation."""

    label: str
    start: int
    end: int
    fields: dict[str, str] = field(default_factory=dict)
    to: dict[str, list[_Region]] = field(default_factory=dict)

    @property
    def place(self) -> list[int]:
        return [self.start, self.end]

    def first(self, relation: str) -> _Region | None:
        """The region that this one points to, if any."""
        return next(iter(self.to.get(relation, [])), None)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The gold of each annotated task of a file. Raises SinkError."""
    try:
        tasks = msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise SinkError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise SinkError(f"{path} is no JSON: {error}") from error
    if not isinstance(tasks, list):
        raise SinkError(f"{path} is no list of tasks: export from Label Studio as JSON (not JSON-MIN)")
    for number, task in enumerate(tasks, 1):
        try:
            results = _chosen(task)
            if results is not None:
                yield gold(task["data"], results)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            why = f"{type(error).__name__}: {error}"
            raise SinkError(f"{path}: task {number} is not as claimwire exports them ({why})") from error


def _chosen(task: dict[str, Any]) -> list[dict[str, Any]] | None:
    done = [a for a in task.get("annotations", []) if not a.get("was_cancelled")]
    return done[-1]["result"] if done else None


def gold(data: dict[str, Any], results: list[dict[str, Any]]) -> dict[str, Any]:
    """The gold of a task's data and the results of one annotation."""
    regions = _regions(results)
    text: str = data["text"]

    def of(*labels: str) -> list[_Region]:
        return [r for r in regions if r.label in labels]

    quantities = _numbered("q", of("Quantity"))
    dates = _numbered("t", of("Date"))
    contents = of("Content")
    continued = {id(other) for r in contents for other in r.to.get("continues", [])}
    attributions = _numbered("a", [r for r in contents if id(r) not in continued])
    owner = {id(r): a for a, first in attributions.items() for r in (first, *first.to.get("continues", []))}
    date_ids = {id(r): name for name, r in dates.items()}
    return {
        "id": data["id"],
        "date": data.get("date"),
        "entities": [
            {
                "start": r.start,
                "end": r.end,
                "label": r.label,
                "name": r.fields.get("name", text[r.start : r.end]),
            }
            for r in of(*ENTITY_LABELS)
        ],
        "quantities": [_quantity(name, r) for name, r in quantities.items()],
        "dates": [_date(name, r) for name, r in dates.items()],
        "attributions": [_attribution(name, r, text, date_ids) for name, r in attributions.items()],
        "claims": [
            _claim(name, r, owner, quantities, dates) for name, r in _numbered("c", of("Claim")).items()
        ],
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
    }


def _regions(results: list[dict[str, Any]]) -> list[_Region]:
    """Labelled regions in the order of the text, with what other results say of them."""
    regions: dict[str, _Region] = {}
    for result in results:
        if result["type"] == "labels":
            value = result["value"]
            regions[result["id"]] = _Region(value["labels"][0], value["start"], value["end"])
    for result in results:
        if result["type"] == "relation":
            # A relation whose end was deleted, or one drawn without a label, says nothing.
            one, other = regions.get(result["from_id"]), regions.get(result["to_id"])
            for label in result.get("labels", []) if one and other else ():
                one.to.setdefault(label, []).append(other)  # type: ignore[union-attr,arg-type]
        elif result["type"] in ("choices", "textarea") and result["id"] in regions:
            value = result["value"].get("choices") or result["value"].get("text")
            chosen = value[0] if isinstance(value, list) and value else value
            if chosen:
                regions[result["id"]].fields[result["from_name"]] = str(chosen).strip()
    return sorted(regions.values(), key=lambda r: (r.start, r.end, r.label))


def _numbered(prefix: str, regions: list[_Region]) -> dict[str, _Region]:
    return {f"{prefix}{number}": region for number, region in enumerate(regions, 1)}


def _number(text: str | None) -> float | int | None:
    if text is None:
        return None
    number = float(text.replace(",", ""))
    return int(number) if number.is_integer() else number


def _quantity(name: str, r: _Region) -> dict[str, Any]:
    counted, fields = r.first("counted"), r.fields
    out: dict[str, Any] = {"id": name, "start": r.start, "end": r.end, "value": _number(fields.get("value"))}
    if "low" in fields or "high" in fields:
        out |= {"low": _number(fields.get("low")), "high": _number(fields.get("high"))}
    return out | {
        "modifier": fields.get("modifier"),
        "unit": fields.get("unit"),
        "per": fields.get("per"),
        "counted": counted.place if counted else None,
    }


def _date(name: str, r: _Region) -> dict[str, Any]:
    type_, value, mod = (r.fields.get(key) for key in ("timex", "value", "mod"))
    return {"id": name, "start": r.start, "end": r.end, "type": type_ or "DATE", "value": value, "mod": mod}


def _attribution(name: str, r: _Region, text: str, date_ids: dict[int, str]) -> dict[str, Any]:
    source, cue, medium = (r.first(key) for key in ("source", "cue", "medium"))
    parts = sorted((r, *r.to.get("continues", [])), key=lambda part: part.start)
    return {
        "id": name,
        "type": r.fields.get("said", "indirect"),
        "stance": r.fields.get("stance", "asserts"),
        "source": source.place if source else None,
        "name": source.fields.get("name", text[source.start : source.end]) if source else None,
        "label": source.fields.get("speaker_label") if source else None,
        "cue": cue.place if cue else None,
        "content": [part.place for part in parts],
        "medium": medium.place if medium else None,
        "dates": [date_ids[id(d)] for d in r.to.get("said on", [])],
    }


def _claim(
    name: str, r: _Region, owner: dict[int, str], quantities: dict[str, _Region], dates: dict[str, _Region]
) -> dict[str, Any]:
    subject, predicate, said = (r.first(key) for key in ("subject", "predicate", "attributed"))

    def inside(some: dict[str, _Region]) -> list[str]:
        return [key for key, part in some.items() if r.start <= part.start and part.end <= r.end]

    return {
        "id": name,
        "start": r.start,
        "end": r.end,
        "predicate": predicate.place if predicate else None,
        "subject": subject.place if subject else None,
        "subject_name": subject.fields.get("name") if subject else None,
        "polarity": r.fields.get("polarity", "affirmed"),
        "modality": r.fields.get("modality", "asserted"),
        "evidential": r.fields.get("evidential"),
        "attribution": owner.get(id(said)) if said else None,
        "quantities": inside(quantities),
        "dates": inside(dates),
    }
