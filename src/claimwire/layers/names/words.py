"""The word lists of this layer, read once."""

from __future__ import annotations

from functools import cache

from claimwire.lexicon import table, words

STRICT_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "mister"})
RANKS = words("ranks")
ORG_SUFFIXES = words("org_suffixes")
TAILS = words("firm_tails")
ROLE_MODIFIERS = words("role_modifiers")


@cache
def titles() -> dict[str, str]:
    """Titles without final dot, with their gender ("m", "f", "")."""
    return {row["title"].rstrip("."): row["gender"] for row in table("titles")}


@cache
def kinds() -> dict[str, tuple[tuple[str, ...], str]]:
    """Common nouns of kinds of things: (labels, usual one first; gender)."""
    return {row["noun"]: (tuple(row["labels"].split(",")), row["gender"]) for row in table("kinds")}


@cache
def full_places() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The words of the full names of places by those of their short form ("Kan.", "U.S.")."""
    return {tuple(row["short"].split()): tuple(row["full"].split()) for row in table("place_shorts")}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Full given names by their short form."""
    return {row["short"]: frozenset(row["full"].split(",")) for row in table("nicknames")}


def is_title(lower: str) -> bool:
    """Whether a lower-case word is a form of address or an office before a name."""
    return lower.rstrip(".") in titles()


def is_rank(lower: str) -> bool:
    """Whether a lower-case word is an abbreviated rank, which only a person's name follows ("Sgt.")."""
    return lower.rstrip(".") in RANKS


def is_party(name: tuple[str, ...]) -> bool:
    """Whether words are the name of a political party, or of its members in the singular."""
    text = " ".join(name)
    return text in words("parties") or text + "s" in words("parties")


def is_role_noun(lower: str) -> bool:
    """Whether a lower-case singular noun says what a person is."""
    kind = kinds().get(lower)
    return (kind is not None and "PERSON" in kind[0]) or is_rank(lower)


def is_role_word(lower: str) -> bool:
    """Whether a lower-case word can stand in a role before a name ("deputy", "executive")."""
    return lower in ROLE_MODIFIERS or is_role_noun(lower)


@cache
def _given() -> tuple[frozenset[str], frozenset[str]]:
    return words("first_names_male"), words("first_names_female")


def is_given_name(lower: str) -> bool:
    """Whether a lower-case word is a usual given name."""
    male, female = _given()
    return lower in male or lower in female or lower in nicknames()


def gender_of_given(lower: str) -> str | None:
    """The gender that a given name usually tells: "m", "f", or None when it is unknown or serves both."""
    if lower in words("first_names_both"):
        return None
    male, female = _given()
    full = nicknames().get(lower)
    if full:
        found = {gender_of_given(f) for f in full if f not in nicknames()} - {None}
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    if (lower in male) == (lower in female):
        return None
    return "m" if lower in male else "f"
