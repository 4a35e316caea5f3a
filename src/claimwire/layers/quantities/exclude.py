"""Numbers that are no quantities: years, scores, labels, parts of names, list numbers, the pronoun "one"."""

from __future__ import annotations

import re

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.ages import is_age
from claimwire.layers.quantities.cues import cues
from claimwire.layers.quantities.match import QuantityMatch
from claimwire.lexicon import words

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_MONTHS = (
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_MONTH = re.compile(rf"\b(?:{_MONTHS})(?: \d{{1,2}},?)?(?: and| to|-|–)? ?$")
_MONTH_AFTER = re.compile(rf"(?: of)? (?:{_MONTHS})")
_NUMERO = re.compile(r"\b(?:No\.?|Nos\.?|Nr\.|№) ?$")
_LIST = re.compile(r"(?:^|\n)[ \t(\[]*$")
_CAPITALS = re.compile(r"[A-Z][\w’']{0,30}(?:[ -][A-Z][\w’']{0,30}){0,8}")
_PAGE = re.compile(r"; ?\d{1,4}: ?$")
_VOLUME = re.compile(r": ?\d")
_SHORT = 3  # digits of an emergency number
_LIST_SIZE = 8  # characters before a list number that can stand on its line


def is_none(parse: Parse, found: QuantityMatch, joint: str) -> bool:
    """Whether a number without a unit is no quantity."""
    text = parse.text
    first = parse.token_at(found.first)
    digits = text[found.first : found.last]
    if joint == "odds" or (joint == "hyphen" and not _plural(parse, found)):
        return True  # a score or a vote
    if digits[:1].isdecimal() and (_year(parse, found, digits, first) or _calendar(text, found, digits)):
        return True
    return (
        _score_end(text, found)
        or _compound(parse, found)
        or _pronoun(parse, found, first)
        or _anaphoric(parse, found, first)
        or _label(parse, found, first)
        or _address(parse, found)
        or is_age(parse, found, first)
        or _listed(text, found)
        or _named(text, found)
        or _cited(text, found)
        or _called(parse, found, first)
        or _other_scores(parse, found, first)
        or _ranked(parse, found, first)
        or _speaks(parse, found, first)
        or _nothing(parse, found, first)
        or _model(parse, found, first)
        or _clock(text, found)
    )


def _plural(parse: Parse, found: QuantityMatch) -> bool:
    if not found.noun:
        return False
    last = found.noun[1] - 1
    return parse.tag[last] in ("NNS", "NNPS") or parse.lower[last] == "people"


def _calendar(text: str, found: QuantityMatch, digits: str) -> bool:
    """A day of a month."""
    day = digits.isdecimal() and 1 <= int(digits) <= 31
    return day and bool(
        _MONTH.search(text[max(0, found.first - 22) : found.first]) or _MONTH_AFTER.match(text, found.last)
    )


def _score_end(text: str, found: QuantityMatch) -> bool:
    before = text[max(0, found.first - 2) : found.first]
    return len(before) == 2 and before[1] in "-–—" and before[0].isdecimal() and text[found.first].isdecimal()


def _compound(parse: Parse, found: QuantityMatch) -> bool:
    """The number of an adjective: "two-way", "18-rated"; not the degree on a scale ("5.9-magnitude")."""
    rest = parse.text[found.last : found.last + 2]
    tied = len(rest) == 2 and rest[0] in "-–" and rest[1].isalpha()
    behind = parse.token_at(found.last + 1)
    rated = tied and parse.lower[behind].endswith("ed") and parse.tag[behind] in ("VBN", "VBD", "JJ")
    return rated or (tied and found.noun is None and parse.lower[behind] not in cues("scale"))


def _year(parse: Parse, found: QuantityMatch, digits: str, first: int) -> bool:
    if not _YEAR.match(digits):
        return False
    lead = parse.lower[first - 1] if first > 0 else ""
    old = int(digits) < 1900
    if found.noun is None:
        inexact = found.modifier is not None and lead not in ("around", "about")
        return not inexact and (not old or lead in cues("old_year"))
    noun = found.noun[1] - 1
    direct = found.noun[1] - found.noun[0] == 1 and parse.head[first] == noun
    counts = direct and _plural(parse, found)
    if lead in ("and", "to"):
        lead = lead if parse.pos[first - 2 if first > 1 else first] == "NUM" else ""  # "in 2003 and 2004"
        counts = counts and parse.lower[noun] not in words("time_dated_nouns")
    return not counts or (lead in cues("year") and not old)


def _pronoun(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """ "one" without a noun, or in "one day", "no one", "one of"."""
    if parse.lower[first] != "one" or found.last - found.first != 3:
        return False
    before = parse.lower[first - 1] if first else ""
    if before == "not":
        return True  # "not one firm": none
    if found.noun is None and found.modifier and not parse.text.startswith(" of", found.last):
        return False  # "at least one"
    if found.noun is None or before in cues("determined_one") or parse.tag[first] != "CD":
        return True
    return parse.lower[found.noun[1] - 1] in cues("vague_one")


def _anaphoric(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """ "the two", "these three": a pronoun for what was counted before."""
    last = parse.token_at(found.last - 1)
    after = parse.lower[last + 1] if last + 1 < len(parse) else ""
    known = first > 0 and parse.lower[first - 1] in cues("anaphor")
    known = known or _stage(parse, first)
    return known and found.noun is None and after != "of" and parse.orth[first].isalpha() and not found.vague


def _stage(parse: Parse, first: int) -> bool:
    """ "The last eight", "the final four": a stage of a contest."""
    return first > 1 and parse.lower[first - 1] in ("last", "final") and parse.lower[first - 2] == "the"


def _ranked(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """ "A top five brewer": a rank, not five of them."""
    single = found.noun is not None and parse.tag[found.noun[1] - 1] == "NN"
    return first > 0 and parse.lower[first - 1] == "top" and single and (found.value or 0) > 1


def _speaks(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """A number that says something, in the singular: the name of a firm."""
    verb = parse.head[first]
    bare = found.noun is None and found.value != 1 and parse.dep[first] == "nsubj"
    return bare and parse.tag[verb] == "VBZ" and parse.lemma[verb] in words("saying_verbs")


def _label(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """A number that names the noun before it: "Channel 5", "page 12", "iPhone 14", "(4)"."""
    digits = parse.text[found.first : found.last]
    if parse.text[found.first - 1 : found.first] + parse.text[found.last : found.last + 1] in ("()", "[]"):
        return found.modifier is None and "," not in digits and len(digits) < 5
    before = first - 1
    if first > 1 and parse.lower[before] == "of" and parse.lower[before - 1] in words("quantity_labels"):
        counts = found.noun is not None and _plural(parse, found)
        return parse.orth[before - 1][0].isupper() and not counts  # "the Group of 20 summit"
    if _NUMERO.search(parse.text[max(0, found.first - 5) : found.first]):
        return True
    if found.modifier or before < parse.sents[parse.sent[first]][0] or "," in digits:
        return False
    if parse.text[parse.end[before] : found.first].strip():
        return False
    if parse.lower[before] in words("quantity_labels"):
        return parse.pos[before] in ("NOUN", "PROPN") or parse.lower[before] == "no."
    counts = found.noun is not None and _plural(parse, found) and parse.head[first] == found.noun[1] - 1
    if parse.pos[before] == "PROPN":
        return not counts or parse.head[before] == found.noun[1] - 1  # type: ignore[index]
    if (
        parse.orth[before][:1].isupper()
        and parse.orth[before].isalpha()
        and before > parse.sents[parse.sent[first]][0]
    ):
        return not counts and parse.pos[before] in ("NOUN", "ADJ", "X")
    alone = found.noun is None and digits[:1].isdecimal()
    return (
        parse.pos[before] == "NOUN"
        and alone
        and parse.head[first] == before
        or parse.lower[before] == "top"
        and alone
    )


def _address(parse: Parse, found: QuantityMatch) -> bool:
    """A number before a name in the singular: a house number, a model."""
    if not found.noun or found.value == 1 or not parse.text[found.first].isdecimal():
        return False
    tokens = range(*found.noun)
    if any(parse.lower[i] in words("street_words") and parse.pos[i] == "PROPN" for i in tokens):
        return True
    plural = parse.lower[tokens[-1]][-1:] == "s" and parse.tag[tokens[-1] - 1] == "CD"  # of a headline
    name = parse.tag[tokens[-1]] == "NNP" and not plural
    return name and all(parse.pos[i] in ("PROPN", "PUNCT") for i in tokens)


def _cited(text: str, found: QuantityMatch) -> bool:
    """A volume and its page: "28: 685"."""
    page = _PAGE.search(text[max(0, found.first - _LIST_SIZE) : found.first])
    return found.noun is None and bool(_VOLUME.match(text, found.last) or page)


def _called(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """A short telephone number: "she called 999"."""
    digits = parse.text[found.first : found.last]
    return first > 0 and len(digits) == _SHORT and parse.lemma[first - 1] in cues("calling")


def _nothing(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """ "Zero in on", "zero tolerance": a way of speaking."""
    noun = parse.lower[found.noun[0]] if found.noun else ""
    zero = parse.lower[first] == "zero"
    if zero and first and parse.lower[first - 1] in cues("before_zero"):
        return True
    return zero and (noun in cues("zero") or parse.text.startswith(" in on", found.last))


def _model(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """A number behind an article and before no noun: a model ("like a 737"), a mark ("a 10 out of 10")."""
    alone = found.noun is None and found.modifier is None and parse.orth[first].isdecimal()
    return alone and first > 0 and parse.lower[first - 1] in ("a", "an")


def _clock(text: str, found: QuantityMatch) -> bool:
    """Four digits with a nought before them, "from 0800 to 1800", and a decade, "70's music"."""
    digits = text[found.first : found.last]
    decade = len(digits) == 2 and digits[1] == "0" and text[found.last : found.last + 2] in ("'s", "’s")
    return decade or (digits.isdecimal() and len(digits) == 4 and digits[0] == "0")


def _other_scores(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """ "Scores" that are no twenties: a verb, or results ("test scores")."""
    if parse.lower[first] != "scores" or parse.text.startswith(" of ", found.last):
        return False
    before = parse.pos[first - 1] if first else ""
    return parse.tag[first].startswith("VB") or before in ("NOUN", "ADJ", "PRON", "DET", "PROPN")


def _named(text: str, found: QuantityMatch) -> bool:
    """A number word with a capital inside of a sentence, before a capital ("at Six Flags"); no headline."""
    behind = text[found.last : found.last + 2]
    if not text[found.first].isupper() or behind[:1] not in (" ", "-") or not behind[1:].isupper():
        return False
    before = text[max(0, found.first - _LIST_SIZE) : found.first].rstrip(" \"'“‘(")
    if not before or not (before[-1].isalnum() or before[-1] in ",’'"):
        return False
    begin, end = text.rfind("\n", 0, found.first) + 1, text.find("\n", found.first)
    run = _CAPITALS.match(text, found.first)
    rest = text[begin : found.first] + text[run.end() if run else found.last : end if end >= 0 else len(text)]
    line = [w for w in rest.split() if w[0].isalpha()]
    return 2 * sum(w[0].isupper() for w in line) < len(line)


def _listed(text: str, found: QuantityMatch) -> bool:
    opens = _LIST.search(text[max(0, found.first - _LIST_SIZE) : found.first])
    return bool(opens) and text[found.last : found.last + 1] in (".", ")", "]") and found.noun is None
