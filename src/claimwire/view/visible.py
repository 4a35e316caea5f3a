"""Characters that a page or a terminal cannot hold, or that would rule it, made visible."""

from __future__ import annotations

# U+0000..U+001F but tab and line ends, and DEL: HTML forbids them, readers should see that they are there
_PAGE = {i: chr(0x2400 + i) for i in range(32) if i not in (9, 10, 13)} | {127: "\u2421"}
_PAGE |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
# a terminal also obeys C1 controls, carriage returns and, some of them, directional overrides
_TERMINAL = _PAGE | dict.fromkeys(
    [*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"
)
_TERMINAL |= {13: None}


def visible(text: str) -> str:
    """The text for HTML, with forbidden characters replaced by visible stand-ins, one for one."""
    return text.translate(_PAGE)


def harmless(text: str) -> str:
    """The text for a terminal: nothing in it moves the cursor, sets colours or turns the direction."""
    return text.translate(_TERMINAL)
