"""A quantity as found in the text, before its counted phrase is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class QuantityMatch:
    """A quantity found: offsets (characters, end-exclusive), values at full scale, and what it is joined to.

    start, end: its span with modifier and counted noun; first, last: the number alone.
    unit: name, `$` and the like where the article decides the currency. per: what a rate is per, or None;
    over: where the words of a rate of many ("per 1,000 births") end.
    noun: tokens of the noun phrase right behind a count. like: index of an earlier quantity that it
    converts or restates, whose counted phrase it shares; echo: it also shares its change. compared: index of
    an earlier one that it is compared with, whose counted phrase stands in where it has none.
    """

    start: int
    end: int
    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    kind: str
    modifier: str | None
    rule: str
    vague: bool = False
    per: str | None = None
    over: int = 0
    noun: tuple[int, int] | None = None
    like: int | None = None
    echo: bool = False
    compared: int | None = None
