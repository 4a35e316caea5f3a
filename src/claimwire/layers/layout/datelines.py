"""Datelines: the place, day and agency set before the first sentence of a report ("OSLO, May 3 (NTB) -").

Source of the forms: the Associated Press and Reuters style guides, and colons as the Indian press sets them.
"""

from __future__ import annotations

import re

# One without an agency or a day is believed at the head of an article only
_REACH = 600
_CAPITALS = r"[A-Z][A-Z.’'-]{2,25}(?:[ \t][A-Z][A-Z.’'-]{1,25}){0,3}"
_TITLED = r"[A-Z][\w.’'-]{1,25}(?:[ \t][A-Z][\w.’'-]{1,25}){0,3}"
_REGION = r"(?:,[ \t]{1,2}[A-Z][\w.’'-]{1,25}(?:[ \t][A-Z][\w.’'-]{1,25}){0,2}){0,2}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:,?[ \t](?:{_MONTH}[ \t]\d{{1,2}}|\d{{1,2}}[ \t]{_MONTH})(?:,?[ \t](?:19|20)\d\d)?)"
# No hyphen behind a capital: "(R-Texas)" is a politician's party
_AGENCY = r"(?:,?[ \t]?\([A-Z](?:[^()\n-]|(?<=[a-z])-){1,40}\))"
_DASH = r"[ \t]*(?:--|[–—]|-(?=\s))"
# What follows begins a sentence
_NEXT = r"\s*(?=[\"“‘'(\[]*[A-Z0-9$£€])"

_SURE = re.compile(
    rf"^[ \t]*(?:(?:{_TITLED}{_REGION})(?:{_DAY}{_AGENCY}?|{_AGENCY})|{_AGENCY})(?:{_DASH}|:){_NEXT}",
    re.MULTILINE,
)
_BARE = re.compile(rf"^[ \t]*{_CAPITALS}(?P<region>{_REGION})(?:{_DASH}|:){_NEXT}", re.MULTILINE)
_SECOND_DASH = re.compile(r"[^.!?\n]{0,300}?(?:[ \t](?:--|[-–—])[ \t]|[–—])")


def datelines(text: str) -> list[tuple[int, int]]:
    """The datelines as (start, end) offsets in order; the end is where the sentence behind begins."""
    found = {m.start(): m.end() for m in _SURE.finditer(text)}
    for m in _BARE.finditer(text, 0, _REACH):
        if m["region"] or not _SECOND_DASH.match(text, m.end()):
            found.setdefault(m.start(), m.end())
    return sorted(found.items())
