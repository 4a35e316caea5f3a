"""Names with a nickname in quotation marks inside: Luis "Lucky" Ortega is one person."""

from __future__ import annotations

import re

from claimwire.layers.names.mention import NameMention, words_of

# What may stand between given name and surname: a quoted word or two, or a bracketed one
_NICKNAME = re.compile(r"""\s{1,2}["“‘'(]\s?[\w.-]+(?:\s[\w.-]+)?\s?["”’')]\s{1,2}""")


def join_nicknames(text: str, mentions: list[NameMention]) -> list[NameMention]:
    """The mentions, in order, with a given name, its nickname and the surname as one."""
    out: list[NameMention] = []
    for m in mentions:
        while out and out[-1].label == m.label == "PERSON" and _within(text, out[-1], m):
            out.pop()
        before = out[-1] if out else None
        if before and before.label == m.label == "PERSON" and _NICKNAME.fullmatch(text, before.end, m.start):
            out[-1] = _joined(text, before, m)
        else:
            out.append(m)
    return out


def _within(text: str, nickname: NameMention, surname: NameMention) -> bool:
    """Whether a mention is the quoted part before a surname."""
    a, b = nickname.start, nickname.end
    quoted = a > 0 and text[a - 1] in "\"“‘'(" and b < len(text) and text[b] in "\"”’')"
    return quoted and a > 1 and text[a - 2].isspace() and text[b + 1 : surname.start].isspace()


def _joined(text: str, given: NameMention, surname: NameMention) -> NameMention:
    whole = NameMention(
        given.first, surname.stop, given.start, surname.end, text[given.start : surname.end], "PERSON",
        given.rule, words=(*words_of(given.text), *words_of(surname.text)), title=given.title,
    )  # fmt: skip
    whole.votes = dict(given.votes)
    whole.confidence = min((c for c in (given.confidence, surname.confidence) if c is not None), default=None)
    return whole
