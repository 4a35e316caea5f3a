"""Other forms of one name within a story: another spelling, or the end of the whole name.

Such forms are joined only between articles of one story, and only where the story has one name that fits:
"the Red Cross" of one article is "the German Red Cross" of another, but not that of all the world.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

Story = Callable[[str, str], bool]
_LONG = 8  # letters of a name of which one may differ
_MANY = 100  # names with one last word, beyond which none is compared


def variants(
    keys: Mapping[str, Iterable[str]], persons: frozenset[str], story: Story
) -> dict[tuple[str, str], str]:
    """For (document, key) the key that it stands for; documents by key are given, those of persons told."""
    by_end: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if " " in key:
            by_end[key.rpartition(" ")[2]].append(key)
    found: dict[tuple[str, str], str] = {}
    for some in by_end.values():
        if 1 < len(some) <= _MANY:
            for short in some:
                others = [k for k in some if _stands_for(short, k, short in persons)]
                found |= _in_story(short, others, keys, story)
    return found


def _in_story(
    short: str, others: list[str], keys: Mapping[str, Iterable[str]], story: Story
) -> dict[tuple[str, str], str]:
    found = {}
    for document in keys[short]:
        near = [k for k in others if any(story(document, d) or d == document for d in keys[k])]
        if len(near) == 1:
            found[document, short] = near[0]
    return found


def _stands_for(key: str, other: str, person: bool) -> bool:
    """Whether `key` may be another form of `other`: of two spellings, the later one of the alphabet."""
    if not person and other.endswith(f" {key}"):
        return True
    return key > other and len(key) >= _LONG and len(key.split()) == len(other.split()) and close(key, other)


def close(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes two words equal."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return a[start + 1 :] == b[start + 1 :] or a[start:] == b[start + 1 :] or a[start + 1 :] == b[start:]
