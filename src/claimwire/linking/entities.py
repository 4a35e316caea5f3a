"""Entities of many documents joined by their names, with abstention where a name alone does not tell.

A full name joins; a single word joins a person only within one story ("Kim" is nobody in particular), and
never where the story has two people whom it could mean. Two bearers of one name whose roles differ and who
share no company stay apart.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimwire.linked import EntityMember, LinkedEntity
from claimwire.linking.digest import Named
from claimwire.linking.names import initials, name_tokens
from claimwire.linking.variants import variants
from claimwire.linking.words import stems

# Labels that name no person, body or place that articles share.
_LEFT_OUT = frozenset({"CARDINAL", "ORDINAL", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NORP"})
Key = str


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity of a document as it is joined: its keys, and the other names of its document."""

    document: str
    date: str | None
    named: Named
    keys: tuple[Key, ...]
    company: frozenset[Key]


def mentions(document: str, date: str | None, entities: Sequence[Named]) -> list[Mention]:
    """The entities of a document, each with its keys and its company."""
    kept = [e for e in entities if e.label not in _LEFT_OUT]
    keys = [_keys(e) for e in kept]
    whole = [k[0] for k in keys if k]
    return [
        Mention(document, date, e, k, frozenset(whole) - set(k)) for e, k in zip(kept, keys, strict=True) if k
    ]


def _keys(e: Named) -> tuple[Key, ...]:
    """The keys under which an entity may meet others; the first is that of its own name.

    A shorter form of a person's name is no key; an acronym of a body is one where its document spells it out.
    """
    person = e.label == "PERSON"
    own = " ".join(name_tokens(e.name, person))
    if not own:
        return ()
    others = (" ".join(name_tokens(f, person)) for f in e.forms)
    more = {k for k in others if k != own and not person and initials(own) == k.replace(" ", "")}
    return (own, *sorted(more))


def join(found: Iterable[Mention], story: Callable[[str, str], bool]) -> list[LinkedEntity]:
    """All mentions joined to entities, in the order of their ids.

    story: whether two documents are of one story. The result does not depend on the order of the mentions.
    """
    ordered = sorted(found, key=lambda m: (m.date or "9999", m.document, m.named.entity))
    by_key: dict[Key, list[Mention]] = defaultdict(list)
    full = _spelled_out(ordered)
    whole = [full.get(m.keys[0], m.keys[0]) for m in ordered]
    other = _other_forms(ordered, whole, story)
    for mention, key in zip(ordered, whole, strict=True):
        by_key[other.get((mention.document, key), key)].append(mention)
    return sorted(
        (_entity(key, part) for key, some in by_key.items() for part in _apart(key, some, story)),
        key=lambda e: e.id,
    )


def _other_forms(
    ordered: Sequence[Mention], whole: Sequence[Key], story: Callable[[str, str], bool]
) -> Mapping[tuple[str, Key], Key]:
    documents: dict[Key, dict[str, None]] = defaultdict(dict)
    for m, key in zip(ordered, whole, strict=True):
        documents[key][m.document] = None
    persons = frozenset(key for m, key in zip(ordered, whole, strict=True) if m.named.label == "PERSON")
    return variants(documents, persons, story)


def _spelled_out(found: Iterable[Mention]) -> Mapping[Key, Key]:
    """Acronyms that some document spells out, where all documents that do agree."""
    meant: dict[Key, set[Key]] = defaultdict(set)
    for m in found:
        for other in m.keys[1:]:
            meant[other].add(m.keys[0])
    return {short: next(iter(names)) for short, names in meant.items() if len(names) == 1}


def _apart(key: Key, some: list[Mention], story: Callable[[str, str], bool]) -> list[list[Mention]]:
    """The mentions of one key, parted where they are not the same."""
    if not any(m.named.label == "PERSON" for m in some):
        return [some]
    single = " " not in key
    parts: list[list[Mention]] = []
    for m in some:
        fits = [p for p in parts if _fits(m, p, single, story)]
        if fits:
            max(fits, key=lambda p: _shared(m, p)).append(m)
        else:
            parts.append([m])
    return parts


def _fits(m: Mention, part: list[Mention], single: bool, story: Callable[[str, str], bool]) -> bool:
    if any(o.document == m.document for o in part):
        return not single
    if single:
        return any(story(m.document, o.document) for o in part)
    return _shared(m, part) > 0 or not _roles_differ(m, part)


def _shared(m: Mention, part: list[Mention]) -> int:
    return max(len(m.company & o.company) for o in part)


def _roles_differ(m: Mention, part: list[Mention]) -> bool:
    """Whether both have roles and no word of them is common."""
    mine = {w for r in m.named.roles for w in stems(r)}
    theirs = {w for o in part for r in o.named.roles for w in stems(r)}
    return bool(mine and theirs and not mine & theirs)


def _entity(key: Key, part: list[Mention]) -> LinkedEntity:
    names = Counter(m.named.name for m in part)
    labels = Counter(m.named.label for m in part)
    dates = sorted(m.date for m in part if m.date)
    first = part[0]
    mark = hashlib.blake2b(f"{key}\0{first.document}\0{first.named.entity}".encode(), digest_size=8)
    named = _names_by_document(part)
    return LinkedEntity(
        id=mark.hexdigest(),
        label=_most(labels),
        name=_most(names),
        forms=tuple(sorted({f for m in part for f in m.named.forms})),
        roles=tuple(sorted({r for m in part for r in m.named.roles})),
        members=tuple(EntityMember(m.document, m.named.entity, named[m.document]) for m in part),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )


def _names_by_document(part: Iterable[Mention]) -> dict[str, str]:
    """The name of an entity in each document: where it has several there, the one used most."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for m in part:
        counted[m.document][m.named.name] += m.named.count
    return {document: _most(names) for document, names in counted.items()}


def _most(counted: Counter[str]) -> str:
    """The most frequent, of equals the longest, then the first of the alphabet."""
    return min(counted, key=lambda x: (-counted[x], -len(x), x))
