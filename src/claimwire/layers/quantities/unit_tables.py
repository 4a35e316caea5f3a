"""The tables of units: our lexicon, and quantulum3's dictionary of physical units.

quantulum3's table is read as data when the first unknown word behind a number asks for it; its parser, which
reads units into running news text, and its classifier are never loaded.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from claimwire.layers.quantities.currency import money_scales
from claimwire.lexicon import table

Kind = Literal["money", "percent", "measure"]
Meaning = tuple[str, Kind, float]  # name, kind, factor of minor units
_PREFIXES = {
    "E": "exa", "P": "peta", "T": "tera", "G": "giga", "M": "mega", "k": "kilo", "h": "hecto", "da": "deca",
    "d": "deci", "c": "centi", "m": "milli", "µ": "micro", "n": "nano", "p": "pico",
}  # fmt: skip
_NO_MEASURE = frozenset({"time", "currency", "dimensionless", "instance frequency", "charge"})


@cache
def word_units() -> dict[str, Meaning]:
    """Units and currencies by their word, singular and in lower case."""
    out: dict[str, Meaning] = {}
    for row in table("quantity_units"):
        if row["side"] == "word":
            out[row["form"]] = (row["name"], _kind(row["name"]), 1.0)
    for row in table("currencies"):
        if row["side"] == "word":
            out[row["form"]] = (row["code"], "money", float(row["factor"]))
    return out


@cache
def symbols() -> dict[str, Meaning]:
    """Units and currencies by their symbol, as written."""
    out: dict[str, Meaning] = {}
    for row in table("quantity_units"):
        if row["side"] == "symbol":
            out[row["form"]] = (row["name"], _kind(row["name"]), 1.0)
    for row in table("currencies"):
        if row["side"] == "symbol" or (
            row["side"] == "prefix" and row["form"].isalpha() and len(row["form"]) == 3
        ):
            out[row["form"]] = (row["code"], "money", float(row["factor"]))
            if row["form"].isupper() and len(row["form"]) == 3:
                out.update(_scaled_codes(row["form"], row["code"]))
    return out


def _scaled_codes(form: str, code: str) -> dict[str, Meaning]:
    """A code with its magnitude in one word: "50 MUSD", "50 EURm"."""
    scales = money_scales()
    before: dict[str, Meaning] = {f"{letters}{form}": (code, "money", f) for letters, f in scales.items()}
    behind: dict[str, Meaning] = {
        f"{form}{letters}": (code, "money", f) for letters, f in scales.items() if letters.islower()
    }
    return before | behind


def _kind(name: str) -> Kind:
    return "percent" if name in ("percent", "percentage_point", "basis point") else "measure"


@cache
def dictionary() -> tuple[dict[str, str], dict[str, str]]:
    """quantulum3's physical units: singular surface -> name, and symbol -> name, metric prefixes expanded."""
    surfaces: dict[str, str] = {}
    symbols: dict[str, str] = {}
    spec = find_spec("quantulum3")
    if spec is None or spec.origin is None:
        return surfaces, symbols
    units = json.loads((Path(spec.origin).parent / "units.json").read_text(encoding="utf-8"))
    for name, unit in units.items():
        if unit.get("entity") in _NO_MEASURE:
            continue
        for prefix in ["", *unit.get("prefixes", ())]:
            long = _PREFIXES.get(prefix)
            if prefix and not long:
                continue
            full = (long or "") + name
            for surface in [*unit.get("surfaces", ()), name]:
                surfaces.setdefault((long or "") + surface.lower(), full)
            for symbol in unit.get("symbols", ()):
                symbols.setdefault(prefix + symbol, full)
    return surfaces, symbols
