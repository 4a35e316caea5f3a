"""The encoder's tags as mentions: edges cleaned, repetitions of known names found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimwire.encoder.tagging import Tagged, log_softmax, span, tagged
from claimwire.layers.encoded import Encoded
from claimwire.layers.names.mention import NameMention, is_capitalised, is_ticker, words_of
from claimwire.layers.names.words import STRICT_TITLES, is_rank, is_title
from claimwire.layers.parse import Parse

# How likely a word must be part of some name for the repetition of a known one to be taken for it
_REPEATED = 0.15
_SURNAME = 0.35
_ARTICLES = frozenset({"the", "a", "an"})
_NO_NAME = re.compile(r"[\W\d_]+")


def tag_names(encoded: Encoded, parse: Parse) -> list[NameMention]:
    """Mentions in order of the text, as the tagger gives them."""
    out = []
    for place in encoded.places:
        for found in tagged(encoded.tags[place.first : place.stop], place.first):
            mention = mention_of(encoded, parse, found, "tagged")
            if mention is not None:
                out.append(mention)
    return out


def mention_of(encoded: Encoded, parse: Parse, found: Tagged, rule: str) -> NameMention | None:
    """A mention without article, title and possessive at its edges; None where nothing of a name is left."""
    first, stop = found.first, found.stop
    text = parse.text
    words = [text[encoded.starts[k] : encoded.ends[k]] for k in range(first, stop)]
    title = None
    while len(words) > 1 and (_is_article(words[0], encoded, first) or _is_address(words, found.label)):
        if words[0].lower() not in _ARTICLES:
            title = words[0].lower()
        drop = 2 if len(words) > 2 and words[1] == "." else 1
        words, first = words[drop:], first + drop
    if len(words) > 2 and words[-1].lower() == "s" and words[-2] in "'’":
        words, stop = words[:-2], stop - 2
    while words and words[-1] in "'’,;:":
        words, stop = words[:-1], stop - 1
    while words and words[0] in "'’“\"‘,;:-":
        words, first = words[1:], first + 1
    if not words:
        return None
    start, end = encoded.starts[first], encoded.ends[stop - 1]
    if (
        not is_capitalised(text[start:end])
        or _NO_NAME.fullmatch(text[start:end])
        or is_ticker(text[start:end])
    ):
        return None
    tokens = parse.tokens_in(start, end)
    a = max(parse.token_at(start), 0)
    b = max(tokens.stop, a + 1)
    title = title or _title_before(text, encoded, first)
    mention = NameMention(a, b, start, end, text[start:end], found.label, rule, title=title)
    mention.votes, mention.confidence = dict(found.votes), found.probability
    return mention


def _is_article(word: str, encoded: Encoded, first: int) -> bool:
    return word in _ARTICLES or (word == "The" and _begins(encoded, first))


def _begins(encoded: Encoded, word: int) -> bool:
    """Whether a word is the first of its window, where a capital tells nothing."""
    return any(p.first == word for p in encoded.places)


def _is_address(words: list[str], label: str) -> bool:
    return label == "PERSON" and words[0].lower() in STRICT_TITLES and len(words) > 1


def _title_before(text: str, encoded: Encoded, first: int) -> str | None:
    k = first - 1
    if k > 0 and text[encoded.starts[k]] == ".":
        k -= 1
    word = text[encoded.starts[k] : encoded.ends[k]] if k >= 0 else ""
    known = word and is_capitalised(word) and (is_title(word.lower()) or is_rank(word.lower()))
    return word.lower() if known else None


def repetitions(encoded: Encoded, parse: Parse, mentions: list[NameMention]) -> Iterator[NameMention]:
    """Known names where the tagger passed them over though it was not sure that they are none."""
    known = _known(mentions)
    longest = max((len(k) for k in known), default=0)
    firsts = {k[0] for k in known}
    taken = bytearray(len(encoded.words))
    for m in mentions:
        for k in encoded.words_in(m.start, m.end):
            taken[k] = 1
    for place in encoded.places:
        scores = log_softmax(encoded.tags[place.first : place.stop])
        k = place.first
        while k < place.stop:
            size = 0
            if (
                not taken[k]
                and words_of(parse.text[encoded.starts[k] : encoded.ends[k]])[:1]
                and _first(parse, encoded, k) in firsts
            ):
                size = _match(encoded, parse, known, k, min(place.stop, k + longest), taken)
            if size:
                label = known[_form(parse, encoded, k, k + size)]
                found = span(scores, k - place.first, k + size - place.first, label, place.first)
                if sum(found.votes.values()) >= (_SURNAME if size == 1 else _REPEATED):
                    mention = mention_of(encoded, parse, found, "repeated")
                    if mention is not None:
                        yield mention
            k += max(size, 1)


def _first(parse: Parse, encoded: Encoded, k: int) -> str:
    return parse.text[encoded.starts[k] : encoded.ends[k]].casefold()


def _form(parse: Parse, encoded: Encoded, first: int, stop: int) -> tuple[str, ...]:
    return words_of(parse.text[encoded.starts[first] : encoded.ends[stop - 1]])


def _match(
    encoded: Encoded, parse: Parse, known: dict[tuple[str, ...], str], k: int, stop: int, taken: bytearray
) -> int:
    best = 0
    for end in range(k + 1, stop + 1):
        if taken[end - 1]:
            break
        if _form(parse, encoded, k, end) in known and is_capitalised(
            parse.text[encoded.starts[k] : encoded.ends[k]]
        ):
            best = end - k
    return best


def _known(mentions: list[NameMention]) -> dict[tuple[str, ...], str]:
    """Whole names, and the last word of a person's, with their label."""
    out: dict[tuple[str, ...], str] = {}
    for m in mentions:
        if m.words:
            out.setdefault(m.words, m.label)
        if m.label == "PERSON" and len(m.words) > 1 and len(m.words[-1]) > 1:
            out.setdefault(m.words[-1:], "PERSON")
    return out
