"""Other forms of one name within a story: another spelling, or a part of the whole name.

Such forms are joined only between articles of one story, and only where the story has one name that fits:
"the Red Cross" of one article is "the German Red Cross" of another, but not that of all the world.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from claimwire.linking.neighbours import Near
from claimwire.linking.words import rarity, stem

Documents = Mapping[str, Collection[str]]
_LONG = 8  # letters of a name of which one may differ
_TAIL = 2  # words that a name may lack at its end
_RARE = 4.8  # of a single word that is the end of a body's name: not "house", "bank" or "times"
_MANY = 100  # names with one first or last word, beyond which none is compared


def variants(
    keys: Documents, persons: frozenset[str], bodies: frozenset[str], near: Near
) -> dict[tuple[str, str], str]:
    """For (document, key) the key that it stands for.

    keys: the documents of each key. persons, bodies: the keys that name persons, and those that name
    organisations or buildings.
    """
    found: dict[tuple[str, str], str] = {}
    for some in _sharing_an_end(keys, bodies):
        for short in some:
            others = [k for k in some if _stands_for(short, k, short in persons, {short, k} <= bodies)]
            others = [k for k in others if not k.startswith(f"{short} ") or _apart(short, k, keys)]
            found |= _in_story(short, others, keys, near)
    return found


def _sharing_an_end(keys: Documents, bodies: frozenset[str]) -> Iterator[list[str]]:
    """The keys with one first and those with one last word, as far as these are not too many."""
    by_end: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for key in keys:
        first, last = key.partition(" ")[0], key.rpartition(" ")[2]
        if " " in key or key in bodies:
            by_end[True, last].append(key)
        if " " in key and key in bodies:
            by_end[False, first].append(key)
    yield from (some for some in by_end.values() if 1 < len(some) <= _MANY)


def _in_story(short: str, others: list[str], keys: Documents, near: Near) -> dict[tuple[str, str], str]:
    found = {}
    for document in keys[short] if others else ():
        story = (document, *near(document))
        there = [k for k in others if any(d in keys[k] for d in story)]
        if len(there) == 1:
            found[document, short] = there[0]
    return found


def _apart(key: str, other: str, keys: Documents) -> bool:
    """Whether no document has both names: who writes of a club and its youth club means two."""
    return not any(d in keys[other] for d in keys[key])


def _stands_for(key: str, other: str, person: bool, bodies: bool) -> bool:
    """Whether `key` may be another form of `other`: of two spellings, the later one of the alphabet."""
    if not person and (_end_of(key, other, bodies) or _without_inner(key, other)):
        return True
    if bodies and " " in key and other.startswith(f"{key} "):
        return other.count(" ") - key.count(" ") <= _TAIL
    return key > other and len(key) >= _LONG and len(key.split()) == len(other.split()) and close(key, other)


def _end_of(key: str, other: str, bodies: bool) -> bool:
    """Whether `other` ends with `key`, which has two words or is a rare one that names a body."""
    return other.endswith(f" {key}") and (" " in key or (bodies and rarity(stem(key)) >= _RARE))


def _without_inner(key: str, other: str) -> bool:
    """Whether `key` has the first and the last word of `other`, and only words of it between."""
    short, whole = key.split(), other.split()
    if not 1 < len(short) < len(whole) or short[0] != whole[0] or short[-1] != whole[-1]:
        return False
    rest = iter(whole)
    return all(word in rest for word in short)


def close(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes two words equal."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return a[start + 1 :] == b[start + 1 :] or a[start:] == b[start + 1 :] or a[start + 1 :] == b[start:]
