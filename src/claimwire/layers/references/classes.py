"""What kind of body or place a name shows itself to be, and whether a noun can mean one of that kind."""

from __future__ import annotations

from functools import cache
from typing import Final

from claimwire.layers.names.mention import words_of
from claimwire.layers.names.words import full_places
from claimwire.layers.references.discourse import Actor
from claimwire.lexicon import table, words

_PLACES: Final = {
    **dict.fromkeys(("country", "nation", "kingdom", "republic"), "country"),
    **dict.fromkeys(("province", "state", "territory"), "part"),
    **dict.fromkeys(("city", "town", "village", "municipality"), "town"),
}


def fit_of(noun: str, actor: Actor) -> int:
    """1 where a noun says the kind that an entity is known to be, -1 where another, 0 where none is known."""
    if actor.label == "GPE":
        asked = _PLACES.get(noun)
        return 0 if asked is None else 1 if asked == _place(actor.name) else -1
    wanted, shown = classes().get(noun), shown_by(actor)
    if not wanted or not shown:
        return 0
    return 1 if wanted & shown else -1


def shown_by(actor: Actor) -> frozenset[str]:
    """The classes that the words of a name, and the nouns told of it, show."""
    known = classes()
    return frozenset(k for w in (*actor.words, *actor.kinds) for k in known.get(w, ()))


@cache
def _place(name: str) -> str:
    """A town is what no list has."""
    plain = words_of(name)
    if " ".join(plain) in words("countries"):
        return "country"
    part = plain in full_places().values() or " ".join(plain) in words("more_states")
    return "part" if part else "town"


@cache
def classes() -> dict[str, frozenset[str]]:
    """The classes of noun_classes.tsv by word."""
    out: dict[str, set[str]] = {}
    for row in table("noun_classes"):
        for word in row["words"].split(","):
            out.setdefault(word, set()).add(row["class"])
    return {word: frozenset(found) for word, found in out.items()}


def is_taken_up(actor: Actor, noun: str) -> bool:
    """Whether a noun is another for an office that the text has told: "the lawmaker" for a senator."""
    return any(noun in taken_up_by().get(told, ()) for told in (*actor.titles, *actor.kinds))


@cache
def taken_up_by() -> dict[str, frozenset[str]]:
    """Nouns by which the holder of an office is taken up, by the office or the title before a name."""
    return {row["word"]: frozenset(row["nouns"].split(",")) for row in table("office_nouns")}
