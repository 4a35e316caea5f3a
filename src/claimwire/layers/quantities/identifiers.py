"""Stretches whose digits identify and count nothing: web addresses, handles, telephone numbers."""

from __future__ import annotations

import re

_WEB = re.compile(
    r"https?://\S{1,2000}|\bwww\.\S{1,2000}|\b[a-z]{2,20}\.(?:com|org|net|co|gov|edu)/\S{1,2000}|[@#]\w{1,100}"
)
# Groups of digits behind a plus or a zero, or the American form (555) 123-4567
_PHONE = re.compile(
    r"(?<![\w.,])(?:\+\d{1,3}(?:[ .-]?\(?\d{2,5}\)?){2,5}|\(?0\d{2,4}\)?(?:[ .-]\d{2,5}){1,4}"
    r"|(?:1[ .-])?(?:\d{3}[.-]|\(\d{3}\) ?)\d{3}[.-]\d{4})(?![\w%]|[.,]\d)"
)


def identifiers(text: str) -> list[tuple[int, int]]:
    """Offsets of addresses and telephone numbers."""
    return [m.span() for pattern in (_WEB, _PHONE) for m in pattern.finditer(text)]
