"""What `claimwire evaluate` does once its options are read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click

from claimwire.cli.inputs import record_files
from claimwire.cli.messages import OK, Failure, reason, say, writing
from claimwire.score import confidence_figures, evaluate, read_gold
from claimwire.sinks.jsonl import read_documents


def run(gold_names: list[str], predictions: str, as_json: bool, html: str | None = None) -> int:
    """Print the figures, and write the page where one is wanted; the exit code."""
    gold = read_gold(gold_names)
    files = record_files([predictions], "evaluate")
    try:
        documents = {record["id"]: record for path in files for record in read_documents(path)}
    except OSError as error:
        raise Failure(f"{predictions}: cannot be read: {reason(error)}") from None
    except ValueError as error:
        raise Failure(str(error)) from None
    _tell_missing([record["id"] for record in gold if record["id"] not in documents], predictions)
    _check_form(documents.values(), predictions)
    figures, held = evaluate(gold, documents), confidence_figures(gold, documents)
    if as_json:
        click.echo(json.dumps({**figures, "claims.confidence": held}))
    else:
        click.echo(f"{table(figures)}\n\n{confidence_line(held)}")
    if html:
        _write(html, gold, documents)
    return OK


def _write(name: str, gold: Sequence[dict[str, Any]], documents: Mapping[str, dict[str, Any]]) -> None:
    from claimwire.sinks.jsonl import atomic
    from claimwire.view.evaluation import evaluation

    with writing(name), atomic(name) as file:
        file.write(evaluation(gold, documents).encode("utf-8"))


def _tell_missing(ids: Sequence[str], predictions: str) -> None:
    if not ids:
        return
    named = ", ".join(map(repr, ids[:3])) + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")
    said = f"document {named}; it counts" if len(ids) == 1 else f"documents {named}; they count"
    say(f"evaluate: {predictions} has no {said} as empty")


def _check_form(records: object, predictions: str) -> None:
    for record in records:  # type: ignore[attr-defined]
        if record.get("schema", "").startswith("claimwire.claim/"):
            raise Failure(f"{predictions}: holds claim records; write it with extract --format documents")


def confidence_line(held: Mapping[str, float | None]) -> str:
    """How well the claims' confidence holds, in one sentence."""
    if not held["n"]:
        return "confidence: no claim has one"
    told = [f"confidence of {held['n']} claims: calibration error {held['error']:.1f} points"]
    if held["auc"] is not None:
        told.append(f"AUC {held['auc']:.2f}")
    if held["upper_half"] is not None:
        told.append(f"{held['upper_half']:.1f} % of the upper half right")
    return ", ".join(told)


def table(figures: dict[str, dict[str, float]]) -> str:
    """The figures as aligned columns."""
    rows = [f"{'measure':<22}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}"]
    shares = ["", f"{'of matched claims':<22}{'right %':>14}{'claims':>14}"]
    for name, row in figures.items():
        if "accuracy" in row:
            shares.append(f"{name:<22}{row['accuracy']:>14.1f}{row['n']:>14}")
        else:
            cells = "".join(f"{row[key]:>7.1f}" for key in ("P", "R", "F1"))
            rows.append(f"{name:<22}{cells}{row['gold']:>7}{row['predicted']:>7}")
    return "\n".join(rows + (shares if len(shares) > 2 else []))
