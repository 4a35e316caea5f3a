"""Document records against gold documents, all layers at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from claimwire.errors import UserError
from claimwire.score import claims, layers, reliability
from claimwire.score.tally import Tally

LAYERS = ("entities", "quantities", "dates", "attributions", "claims")


class GoldError(UserError, ValueError):
    """A gold file that is none; the message names it."""


def evaluate(
    gold: Iterable[Mapping[str, Any]], documents: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, float]]:
    """The figures of the document records (by id) on the gold documents; a missing document counts as empty.

    Measures map to {"P", "R", "F1", "gold", "predicted"}, shares to {"accuracy", "n"}, in per cent.
    """
    tally = Tally()
    for wanted in gold:
        found = documents.get(wanted["id"], {})
        have = {layer: list(found.get(layer) or []) for layer in LAYERS}
        text = wanted["text"]
        layers.entities(wanted["entities"], have["entities"], tally)
        layers.quantities(text, wanted["quantities"], have["quantities"], tally)
        layers.dates(wanted["dates"], have["dates"], tally)
        layers.attributions(text, wanted["attributions"], have["attributions"], tally)
        claims.claims(text, dict(wanted), have["claims"], tally)
    return tally.figures()


def confidence_figures(
    gold: Iterable[Mapping[str, Any]], documents: Mapping[str, Mapping[str, Any]]
) -> dict[str, float | None]:
    """How well the claims' confidence holds: `error` in points of 100, `auc` (0..1), `upper_half` right, `n`.

    `auc` and `upper_half` (per cent of the more confident half) are None where there is nothing to compare.
    """
    rated = []
    for wanted in gold:
        found = list(documents.get(wanted["id"], {}).get("claims") or [])
        rated += claims.rated_claims(wanted["text"], dict(wanted), found)
    area, best = reliability.auc(rated), reliability.upper_half(rated)
    return {
        "error": round(reliability.calibration_error(rated), 1),
        "auc": None if area is None else round(area, 2),
        "upper_half": None if best is None else round(100 * best, 1),
        "n": len(rated),
    }


def read_gold(names: Iterable[str]) -> list[dict[str, Any]]:
    """The gold documents of files, and of folders of `*.gold.json`.

    Gold without its text takes it from the `.txt` beside it. Raises GoldError.
    """
    found = [_one(path) for name in names for path in _paths(name)]
    if not found:
        raise GoldError(f"{', '.join(names)}: no *.gold.json there")
    return found


def _paths(name: str) -> list[Path]:
    path = Path(name)
    return sorted(path.glob("*.gold.json")) if path.is_dir() else [path]


def _one(path: Path) -> dict[str, Any]:
    try:
        gold = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise GoldError(f"{path}: no such file; check the path") from None
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: is no gold file ({error})") from None
    if not isinstance(gold, dict) or not {"id", *LAYERS} <= gold.keys():
        raise GoldError(f"{path}: is no gold file: it needs id, {', '.join(LAYERS)}")
    return _with_text(gold, path)


def _with_text(gold: dict[str, Any], path: Path) -> dict[str, Any]:
    if not gold.get("text"):
        beside = path.with_name(path.name.removesuffix(".gold.json") + ".txt")
        try:
            with open(beside, encoding="utf-8", newline="") as file:
                gold["text"] = file.read()
        except (OSError, UnicodeDecodeError) as error:
            raise GoldError(f"{path}: has no text, and {beside} cannot be read ({error})") from None
    wanted = gold.get("text_sha256")
    if wanted and hashlib.sha256(gold["text"].encode()).hexdigest() != wanted:
        raise GoldError(f"{path}: its text is not the one that was annotated")
    return gold
