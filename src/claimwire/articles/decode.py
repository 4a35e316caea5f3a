"""Bytes to text, without ever replacing a character: offsets must stay true.

A byte order mark names the charset and is no part of the text. Without one the text is UTF-8; else, when it
holds no valid UTF-8 sequence beyond ASCII, its charset is detected (Windows-1252 preferred where it fits,
as the texts are English); else it is refused, with the offset of the first byte that cannot be read.
"""

from __future__ import annotations

import codecs
import re

from claimwire.articles.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # UTF-32 before UTF-16, whose mark begins alike
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ADVICE = "convert it to UTF-8"


def decode(data: bytes, source: str) -> tuple[str, str]:
    """The text and the charset it was read in. Line ends stay as they are.

    Raises InputError for binary data and for bytes that no charset explains.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], charset, source, skipped=len(mark)), charset
    if b"\x00" in data:
        where = data.index(b"\x00")
        raise InputError(
            source, f"is binary, not text (zero byte at byte {where}); give a text file", "binary"
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _detected(data, error.start, source)


def _strict(data: bytes, charset: str, source: str, skipped: int) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        place = error.start + skipped
        raise InputError(source, f"is not valid {charset} at byte {place}; {_ADVICE}", "encoding") from None


def _detected(data: bytes, bad: int, source: str) -> tuple[str, str]:
    if _MULTIBYTE.search(data):
        message = f"is damaged UTF-8: byte {bad} (0x{data[bad]:02x}) cannot be read; {_ADVICE}"
        raise InputError(source, message, "encoding")
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    likely = {name for match in matches for name in match.could_be_from_charset}
    best = matches.best()
    charset = "cp1252" if "cp1252" in likely else best.encoding if best else None
    if charset is None:
        message = f"is text in no charset that could be detected (not UTF-8 at byte {bad}); {_ADVICE}"
        raise InputError(source, message, "encoding")
    return data.decode(charset), charset
