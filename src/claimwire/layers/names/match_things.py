"""Mentions of organisations, places and things joined: acronyms, short forms, plurals of peoples."""

from __future__ import annotations

from collections import defaultdict

from claimwire.layers.names.cluster import Cluster, core
from claimwire.layers.names.mention import NameMention
from claimwire.layers.names.words import (
    ORG_SUFFIXES,
    TAILS,
    full_places,
    is_given_name,
    is_party,
    kinds,
)
from claimwire.lexicon import words

_FAMILY = {"GPE": "place", "LOC": "place", "NORP": "people"}
# What a firm adds to its name at will, whichever form comes first
_NEUTRAL = frozenset({"group", "holdings", "international", "worldwide", "industries", "enterprises"})
Key = tuple[str, tuple[str, ...]]


def key_of(m: NameMention) -> Key:
    """The family of a mention's label and the words by which its name is known."""
    form = core(m.words)
    if m.label in ("GPE", "LOC"):
        return "place", full_places().get(form, form)
    if m.label == "NORP" and is_party(form):
        return "people", form if form[-1].endswith("s") else (*form[:-1], form[-1] + "s")
    return _FAMILY.get(m.label, "thing"), form


def join_things(mentions: list[NameMention]) -> list[Cluster]:
    """Clusters of all mentions that are no people, which are in order of the text."""
    by_form: dict[Key, Cluster] = {}
    for m in mentions:
        by_form.setdefault(key_of(m), Cluster()).add(m)
    longer = _Longer(by_form)
    target: dict[Key, Key] = {}
    for key, c in by_form.items():
        alias = next((key_of(m.alias_of) for m in c.mentions if m.alias_of is not None), None)
        found = alias if alias in by_form and alias != key else longer.of(key)
        if found is not None:
            target[key] = found
    merged: dict[Key, Cluster] = {}
    for key, c in by_form.items():
        home = merged.setdefault(_end(key, target), Cluster())
        for m in c.mentions:
            home.add(m)
    return list(merged.values())


def _end(key: Key, target: dict[Key, Key]) -> Key:
    """Where a chain of short forms ends; a circle ends at its first key."""
    seen: list[Key] = []
    while key in target and key not in seen:
        seen.append(key)
        key = target[key]
    return min(seen[seen.index(key) :]) if key in seen else key


class _Longer:
    """The longer names of a document, by what a short form shares with them."""

    def __init__(self, by_form: dict[Key, Cluster]) -> None:
        self.by_form = by_form
        self.by_initials: dict[tuple[str, str], list[Key]] = defaultdict(list)
        self.by_beginning: dict[str, list[Key]] = defaultdict(list)
        for key in by_form:
            family, form = key
            for short in shortenings(form):
                self.by_initials[family, short].append(key)
            if family == "place" and len(form) == 2 and form not in full_places().values():
                self.by_beginning[form[0][:3]].append(key)
            if family == "thing" and len(form) > 1:
                self.by_beginning[form[0][:3]].append(key)
                for last in {form[1], form[-1]} - (TAILS | ORG_SUFFIXES):
                    if last[:3] != form[0][:3]:
                        self.by_beginning[last[:3]].append(key)

    def of(self, key: Key) -> Key | None:
        """The one longer name of the same family that a short form stands for."""
        family, form = key
        if not form:
            return None
        if family == "people":
            return next((k for k in self._peoples(key) if k in self.by_form and k != key), None)
        found = []
        if len(form) == 1 and _is_acronym(self.by_form[key]):
            found = [k for k in self.by_initials.get((family, form[0]), ()) if k != key]
        if family == "thing":
            found += [
                k for k in self.by_beginning.get(form[0][:3], ()) if k not in found and self._fits(key, k)
            ]
        if family == "place" and len(form) == 1 and not _is_known_place(form):
            found += [k for k in self.by_beginning.get(form[0][:3], ()) if self._part_of(key, k)]
        return found[0] if len(found) == 1 else None

    def _peoples(self, key: Key) -> list[Key]:
        """What the people of an adjective are called: "Democratic", "Democrats"."""
        family, form = key
        stems = [form[-1], form[-1].removesuffix("ic")]
        return [(family, (*form[:-1], stem + "s")) for stem in stems]

    def _part_of(self, short: Key, long: Key) -> bool:
        """Whether a place named later by one word is one of two words: "Himachal" of "Himachal Pradesh"."""
        if long[0] != "place" or long[1][:1] != short[1] or long[1][1] in kinds() | dict.fromkeys(_PLACED):
            return False
        home, alone = self.by_form[long], self.by_form[short]
        return alone.body is None or home.introduced < alone.introduced

    def _fits(self, short: Key, long: Key) -> bool:
        """Whether a long name comes first: a text names in full, then shortens (headlines shorten at once).

        A name used alone before a longer one begins with it is another's: "Amazon", "Amazon Web Services".
        """
        if short == long or not (
            _leads(short[1], long[1]) or _clipped(short[1], long[1]) or _ends(short[1], long[1])
        ):
            return False
        added = long[1][len(short[1]) :]
        if added and (set(added) <= _NEUTRAL or (len(short[1]) > 1 and set(added) <= TAILS)):
            return True
        home, alone = self.by_form[long], self.by_form[short]
        if not _alike(home, alone):
            return False
        return alone.body is None or home.introduced < alone.introduced


def _alike(a: Cluster, b: Cluster) -> bool:
    """Whether two clusters share a label: a firm is not its product, a league not its cup."""
    return bool({m.label for m in a.mentions} & {m.label for m in b.mentions})


# What makes another place of a name: "Kansas City", "Virginia Beach"
_PLACED = frozenset({"city", "town", "beach", "bay", "springs", "falls", "island", "islands", "coast",
                     "hills", "heights", "harbor", "harbour", "gulf", "park", "lake", "river", "valley",
                     "north", "south", "east", "west"})  # fmt: skip


def _is_known_place(form: tuple[str, ...]) -> bool:
    return form in full_places().values() or " ".join(form) in words("countries")


def _is_acronym(c: Cluster) -> bool:
    return any(m.text.replace(".", "").isupper() for m in c.mentions)


def _leads(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Leading words: "Aggregate" or "Aggregates" of "Aggregate Industries"; a given name leads no firm."""
    if len(short) >= len(long) or (len(short[0]) < 3 and not (short[0] == "st" and len(short) > 1)):
        return False
    if any(c.isdecimal() for w in long[len(short) :] for c in w):
        return False  # a make and its model
    last, theirs = short[-1], long[len(short) - 1]
    if short[:-1] != long[: len(short) - 1] or last not in (theirs, theirs + "s"):
        return False
    return len(short) > 1 or not is_given_name(last)


def _ends(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The last words: "Albero" of "Real Albero", "Fishing Committee" of "House Fishing Committee"."""
    return len(short) < len(long) and short == long[-len(short) :]


def _clipped(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Every word clipped: "Lib Dems" of "Liberal Democrats"."""
    if len(short) != len(long) or len(short) < 2:
        return False
    pairs = zip(short, long, strict=True)
    return all(len(a) > 2 and (b.startswith(a) or b.startswith(a.rstrip("s"))) for a, b in pairs)


# Small words that acronyms pass over
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "et", "du", "des", "la"})


def shortenings(words: tuple[str, ...]) -> set[str]:
    """The acronyms a name can have: its initials, with or without those of small words or the last words."""
    if len(words) < 2:
        return set()
    big = "".join(w[0] for w in words if w not in _SMALL)
    found = {big, "".join(w[0] for w in words)}
    if len(big) > 2:
        found |= {big[:k] for k in range(3, len(big))}
    return {s for s in found if len(s) > 1}
