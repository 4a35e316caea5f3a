"""The gold of the fixtures, read once, and the few questions that tests put to it."""

import json
from pathlib import Path

FIXTURES = Path(__file__).parent.parent / "fixtures"
SEED = "amazon_layoffs"
GOLD = {
    path.name.removesuffix(".gold.json"): json.loads(path.read_text("utf-8"))
    for path in sorted(FIXTURES.glob("*.gold.json"))
}
OWN = {name: gold for name, gold in GOLD.items() if name != SEED}
MODIFIERS = {None, "approx", "less_than", "more_than", "at_least", "at_most"}
MODALITIES = {None, "conditional", "planned", "possible", "necessary", "predicted", "asserted"}


def each(layer, of=GOLD):
    """Give all rows of a layer, each with the text of its article."""
    return [(gold["text"], row) for gold in of.values() for row in gold[layer]]


def said(text, span):
    """Give the words of a [start, end] span."""
    return text[span[0] : span[1]]


def slices(gold):
    """Every [start, end] of a gold file with a name for the message."""
    for layer in ("entities", "quantities", "dates", "claims"):
        for row in gold[layer]:
            yield layer, [row["start"], row["end"]]
            for field in ("counted", "predicate", "subject"):
                if row.get(field) is not None:
                    yield f"{layer}.{field}", row[field]
    for row in gold["attributions"]:
        for field in ("source", "cue", "medium"):
            if row[field] is not None:
                yield f"attributions.{field}", row[field]
        for span in row["content"]:
            yield "attributions.content", span


def hull(content):
    """Give the stretch from the first to the last of several spans."""
    return content[0][0], content[-1][1]


def inside(inner, outer):
    """Tell whether a row lies within a stretch."""
    return outer[0] <= inner["start"] and inner["end"] <= outer[1]
