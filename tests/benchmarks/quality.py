"""The quality gate: every measure has a floor, pinned with the hash of its data.

    python tests/benchmarks/quality.py                     measure, compare with the floors, exit 1 below one
    python tests/benchmarks/quality.py --pin               raise floors to what was measured
    python tests/benchmarks/quality.py --pin --reason TEXT also lower; the reason is written beside the floor
    python tests/benchmarks/quality.py --table             write the evaluation table into README.md

The fixtures' gold is always measured; the other sets need the development data in ../shared.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
MEASURE = SHARED / "bench" / "measure.py"
FLOORS = Path(__file__).with_name("floors.json")
PEERS = Path(__file__).with_name("peers.json")
# Another processor rounds otherwise and may move one item of the smallest set (94) over a threshold.
TOLERANCE = 1.1
# name of a set -> (layer of measure.py, further arguments, pipeline); "wide" has the conventions of corpora
SETS: dict[str, tuple[str, list[str], str]] = {
    "blind": ("gold", ["--set", "blind"], "news"),
    "gold": ("gold", [], "news"),
    "faults": ("faults", [], "news"),
    "attribution": ("attribution", [], "wide"),
    "quantities": ("quantities", [], "news"),
    "probes": ("quantities", ["--set", "probes"], "news"),
    "times": ("times", [], "wide"),
    "aquaint": ("times", ["--set", "aquaint"], "wide"),
    "names": ("names", [], "news"),
    "propositions": ("propositions", [], "news"),
}
Figures = dict[str, float]


def figures_of(name: str) -> tuple[Figures, str]:
    """Measure one set: its figures in per cent, and the hash of its data."""
    return _fixture_figures() if name == "fixtures" else _shared_figures(name)


@cache
def pipeline(name: str) -> Any:
    """A loaded pipeline, once a process."""
    import claimwire

    return claimwire.load(name)


def documents(rows: list[dict[str, Any]], name: str) -> Iterator[bytes]:
    """Document records, as JSON lines, of rows with id, date and text."""
    import msgspec

    from claimwire.articles import Article
    from claimwire.pipeline import process_many

    articles = [Article(text=r["text"], id=r["id"], date=r.get("date")) for r in rows]
    for document in process_many(pipeline(name), articles):
        yield msgspec.json.encode(document) + b"\n"


def _shared_figures(name: str) -> tuple[Figures, str]:
    layer, more, pipe = SETS[name]
    given = _measure("input", layer, *more)
    rows = [json.loads(line) for line in given.splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "docs.jsonl"
        predicted.write_bytes(b"".join(documents(rows, pipe)))
        result = json.loads(_measure(layer, str(predicted), *more, "--json"))
    return READERS.get(layer, _flat)(result), hashlib.sha256(given.encode()).hexdigest()


def _measure(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(MEASURE), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


def _flat(result: dict[str, Any]) -> Figures:
    """{measure: {F1 | accuracy}} as {measure: figure}."""
    return {k: v.get("F1", v.get("accuracy")) for k, v in result.items() if isinstance(v, dict)}


def _attribution(result: dict[str, Any]) -> Figures:
    whole = {k: v["F1"] for k, v in result["whole"].items()}
    return (
        whole
        | {f"{k}.recall": v["recall_attribution"] for k, v in result["kinds"].items()}
        | {f"{k}.content": v["recall_jaccard"] for k, v in result["kinds"].items()}
    )


def _times(result: dict[str, Any]) -> Figures:
    shares = {
        "strict": result["strict"]["f1"],
        "relaxed": result["relaxed"]["f1"],
        "value": result["value_f1"],
    }
    return {k: round(100 * v, 1) for k, v in shares.items()}


def _quantities(result: dict[str, Any]) -> Figures:
    kept = ("value", "value+unit", "value+mod", "value+unit+mod")
    table = result.get("metrics", result)
    return {k: round(_percent(table[k]), 1) for k in kept if k in table}


def _percent(row: dict[str, float]) -> float:
    f1 = row.get("F1", row.get("f1", row.get("f")))
    assert f1 is not None, row
    return f1 if f1 > 1 else 100 * f1


def _names(result: dict[str, Any]) -> Figures:
    return {k: v["F1"] for k, v in result.items()} | {"all.precision": result["all"]["P"]}


def _faults(result: dict[str, Any]) -> Figures:
    return {"all": result["all"]["accuracy"]}


READERS = {
    "faults": _faults,
    "attribution": _attribution,
    "times": _times,
    "quantities": _quantities,
    "names": _names,
}


def _fixture_golds() -> list[Path]:
    return sorted((ROOT / "fixtures").glob("*.gold.json"))


def _fixture_figures() -> tuple[Figures, str]:
    from claimwire.score import evaluate, read_gold

    gold = read_gold([str(ROOT / "fixtures")])
    found = (json.loads(line) for line in documents(gold, "news"))
    result = evaluate(gold, {document["id"]: document for document in found})
    files = _fixture_golds()
    return _flat(result), hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def sets_at_hand() -> list[str]:
    """The sets that can be measured here."""
    return ["fixtures", *(SETS if MEASURE.is_file() else [])]


def read_floors() -> dict[str, Any]:
    """The pinned floors: {set: {"data": hash, "floors": {...}, "lowered": [...]}}."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def below(name: str, figures: Figures, data: str) -> list[str]:
    """What is wrong with a set's figures, one sentence a fault."""
    pinned = read_floors().get(name)
    if pinned is None:
        return [f"{name}: no floors are pinned; run {Path(__file__).name} --pin"]
    if pinned["data"] != data:
        return [f"{name}: the data are not those that the floors were pinned on; pin again"]
    return [
        f"{name}: {measure} is {figures.get(measure, 0.0)}, below its floor {floor}"
        for measure, floor in pinned["floors"].items()
        if figures.get(measure, 0.0) < floor - TOLERANCE
    ]


def pin(name: str, figures: Figures, data: str, reason: str | None) -> list[str]:
    """Raise the floors of a set to its figures; lower only with a reason. Returns what was refused."""
    floors = read_floors()
    entry = floors.setdefault(name, {"data": data, "floors": {}})
    refused = []
    same_data = entry["data"] == data
    for measure, figure in figures.items():
        old = entry["floors"].get(measure)
        if old is not None and figure < old and same_data:
            if reason is None:
                if figure < old - TOLERANCE:
                    refused.append(f"{name}: {measure} would fall from {old} to {figure}; give --reason")
                continue
            entry.setdefault("lowered", []).append(
                {"measure": measure, "from": old, "to": figure, "reason": reason}
            )
        entry["floors"][measure] = figure
    if not refused:
        entry["data"] = data
        FLOORS.write_text(
            json.dumps(floors, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8"
        )
    return refused


def table() -> str:
    """The README's evaluation table, from the pinned floors and the peers' figures."""
    peers = json.loads(PEERS.read_text(encoding="utf-8"))
    rows = ["| data | measure | claimwire | others on the same data |", "|---|---|---|---|"]
    for name, title, measures in _TABLE:
        pinned = read_floors().get(name, {}).get("floors", {})
        for measure, words in measures:
            if measure in pinned:
                others = ", ".join(f"{who} {f}" for who, f in peers.get(name, {}).get(measure, {}).items())
                rows.append(f"| {title} | {words} | **{pinned[measure]}** | {others or '–'} |")
    return "\n".join(rows)


_TABLE: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "blind",
        "12 articles that nobody looked at",
        [
            ("entities", "entities, F1"),
            ("entities.name", "with canonical name, F1"),
            ("quantities.full", "with unit and modifier, F1"),
            ("quantities.counted", "and what is counted, F1"),
            ("dates.value", "with value, F1"),
            ("attributions", "attributions, F1"),
            ("attributions.name", "with the speaker's name, F1"),
            ("claims", "claims, F1"),
            ("claims.span", "claim spans right, %"),
            ("claims.subject_name", "subjects named right, %"),
            ("claims.polarity", "polarity right, %"),
            ("claims.attribution", "speaker of the claim right, %"),
            ("claims.full", "claims right in everything, F1"),
        ],
    ),
    (
        "gold",
        "32 development articles, learned from",
        [
            ("entities.name", "entities with canonical name, F1"),
            ("attributions.name", "attributions with the speaker's name, F1"),
            ("claims.full", "claims right in everything, F1"),
        ],
    ),
    ("faults", "263 short texts, one known fault each", [("all", "texts right, %")]),
    (
        "attribution",
        "84 news articles (PolNeAR)",
        [
            ("attribution", "whole attributions, F1"),
            ("direct.content", "direct speech found, %"),
            ("indirect.content", "indirect speech found, %"),
        ],
    ),
    (
        "quantities",
        "297 sentences of economic news",
        [
            ("value", "value, F1"),
            ("value+unit", "value and unit, F1"),
            ("value+unit+mod", "value, unit, modifier, F1"),
        ],
    ),
    (
        "times",
        "183 news articles (TimeBank)",
        [("value", "value, F1"), ("relaxed", "found, F1"), ("strict", "exact span, F1")],
    ),
    ("aquaint", "73 news articles (AQUAINT)", [("value", "value, F1")]),
    (
        "names",
        "80 news articles",
        [("all", "who is meant by a pronoun or noun, F1"), ("all.precision", "the same, precision")],
    ),
    ("propositions", "641 sentences", [("tuples", "propositions, word-overlap F1")]),
    (
        "fixtures",
        f"{len(_fixture_golds())} articles of this project",
        [
            ("attributions.name", "attributions with the speaker's name, F1"),
            ("claims", "claims, F1"),
            ("claims.full", "claims right in everything, F1"),
        ],
    ),
]


def write_table(readme: Path = ROOT / "README.md") -> None:
    """Put the table between its marks in the README."""
    text = readme.read_text(encoding="utf-8")
    begin, end = "<!-- evaluation -->\n", "<!-- /evaluation -->"
    head, rest = text.split(begin)
    readme.write_text(f"{head}{begin}{table()}\n{end}{rest.split(end)[1]}", encoding="utf-8")


def main() -> int:
    """Command line; see the module's head."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", help="sets to measure; default: all at hand")
    parser.add_argument("--pin", action="store_true", help="raise the floors")
    parser.add_argument("--reason", help="why floors may fall")
    parser.add_argument("--table", action="store_true", help="write the README's table and measure nothing")
    options = parser.parse_args()
    if options.table:
        write_table()
        return 0
    faults = []
    for name in options.sets or sets_at_hand():
        figures, data = figures_of(name)
        print(name, json.dumps(figures), flush=True)
        faults += pin(name, figures, data, options.reason) if options.pin else below(name, figures, data)
    print("\n".join(faults), file=sys.stderr)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
