"""Marked sentences: `<value>words</>` is an expected expression, `<TYPE value mod>words</>` a fuller one."""

import re
from typing import get_args

from claimwire.records import Date, TimexMod

_MARK = re.compile(r"<(?P<what>[^<>/]+)>(?P<text>[^<]+)</>")


def read(marked: str) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """The bare sentence, and for each expectation its words and the fields that are checked."""
    wanted = []
    for found in _MARK.finditer(marked):
        fields: dict[str, str] = {}
        for word in found["what"].split():
            key = (
                "type" if word in ("DATE", "TIME", "DURATION", "SET") else "mod" if word in _MODS else "value"
            )
            fields[key] = word
        wanted.append((found["text"], fields))
    return _MARK.sub(lambda m: m["text"], marked), wanted


_MODS = frozenset(get_args(TimexMod))


def shown(dates: list[Date], wanted: list[tuple[str, dict[str, str]]]) -> list[tuple[str, dict[str, str]]]:
    """The found expressions with the fields that the expectations name, for a readable comparison."""
    out = []
    for k, found in enumerate(dates):
        keys = wanted[k][1] if k < len(wanted) else {"type": "", "value": ""}
        out.append((found.text, {key: getattr(found, key) for key in keys}))
    return out
