"""Entities of many documents joined by their names, with abstention where a name alone does not tell.

A full name joins; a single word joins a person only within one story ("Kim" is nobody in particular), and
never where the story has two people whom it could mean. Two bearers of one name whose roles differ and who
share no company stay apart.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimwire.linked import EntityMember, LinkedEntity
from claimwire.linking.digest import Named
from claimwire.linking.names import initials, name_tokens
from claimwire.linking.neighbours import Near
from claimwire.linking.variants import variants
from claimwire.linking.words import stems

# Labels that name no person, body or place that articles share.
_LEFT_OUT = frozenset({"CARDINAL", "ORDINAL", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NORP"})
_BODIES = frozenset({"ORG", "FAC"})
Key = str


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity of a document as it is joined: its keys, and all names of its document."""

    document: str
    date: str | None
    named: Named
    keys: tuple[Key, ...]
    around: frozenset[Key]

    @property
    def company(self) -> frozenset[Key]:
        """The other names of its document."""
        return self.around.difference(self.keys)


def mentions(document: str, date: str | None, entities: Sequence[Named]) -> list[Mention]:
    """The entities of a document, each with its keys and its company."""
    kept = [e for e in entities if e.label not in _LEFT_OUT]
    keys = [_keys(e) for e in kept]
    whole = frozenset(k[0] for k in keys if k)
    return [Mention(document, date, e, k, whole) for e, k in zip(kept, keys, strict=True) if k]


def _keys(e: Named) -> tuple[Key, ...]:
    """The keys under which an entity may meet others; the first is that of its own name.

    A shorter form of a person's name is no key; an acronym of a body is one where its document spells it out.
    """
    person = e.label == "PERSON"
    own = " ".join(name_tokens(e.name, person))
    if not own:
        return ()
    if person or " " not in own:
        return (own,)
    short = initials(own)
    written = (f for f in e.forms if len(f) <= 3 * len(short))
    others = {" ".join(name_tokens(f)) for f in written} - {own}
    return (own, *sorted(k for k in others if k.replace(" ", "") == short))


def join(found: Iterable[Mention], near: Near) -> list[LinkedEntity]:
    """All mentions joined to entities, in the order of their ids.

    near: the documents of a document's story. The result does not depend on the order of the mentions.
    """
    ordered = sorted(found, key=lambda m: (m.date or "9999", m.document, m.named.entity))
    by_key: dict[Key, list[Mention]] = defaultdict(list)
    full = _spelled_out(ordered)
    whole = [full.get(m.keys[0], m.keys[0]) for m in ordered]
    other = _other_forms(ordered, whole, near)
    for mention, key in zip(ordered, whole, strict=True):
        by_key[other.get((mention.document, key), key)].append(mention)
    return sorted(
        (_entity(key, part) for key, some in by_key.items() for part in _apart(key, some, near)),
        key=lambda e: e.id,
    )


def _other_forms(
    ordered: Sequence[Mention], whole: Sequence[Key], near: Near
) -> Mapping[tuple[str, Key], Key]:
    documents: dict[Key, dict[str, None]] = defaultdict(dict)
    for m, key in zip(ordered, whole, strict=True):
        documents[key][m.document] = None
    labels: dict[Key, set[str]] = defaultdict(set)
    for m, key in zip(ordered, whole, strict=True):
        labels[key].add(m.named.label)
    persons = frozenset(key for key, some in labels.items() if "PERSON" in some)
    bodies = frozenset(key for key, some in labels.items() if some <= _BODIES)
    return variants(documents, persons, bodies, near)


def _spelled_out(found: Iterable[Mention]) -> Mapping[Key, Key]:
    """Acronyms that some document spells out, where all documents that do agree."""
    meant: dict[Key, set[Key]] = defaultdict(set)
    for m in found:
        for other in m.keys[1:]:
            meant[other].add(m.keys[0])
    return {short: next(iter(names)) for short, names in meant.items() if len(names) == 1}


class _Part:
    """Mentions that are one entity, with what they have together."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.documents: set[str] = set()
        self._company: set[Key] = set()
        self._roles: set[str] = set()

    def add(self, m: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(m)
        self.documents.add(m.document)
        self._company |= m.company
        self._roles |= _role_words(m)

    def shared(self, m: Mention) -> int:
        """How many of the names beside a mention stand beside others too."""
        return len(m.company & self._company)

    def fits(self, m: Mention) -> bool:
        """Whether a full name is that of these: by its document, its company or its roles."""
        if m.document in self.documents or self.shared(m):
            return True
        mine = _role_words(m)
        return not (mine and self._roles and not mine & self._roles)


def _role_words(m: Mention) -> set[str]:
    return {w for r in m.named.roles for w in stems(r)}


def _apart(key: Key, some: list[Mention], near: Near) -> list[list[Mention]]:
    """The mentions of one key, parted where they are not the same."""
    if not any(m.named.label == "PERSON" for m in some):
        return [some]
    parts: list[_Part] = []
    of: dict[str, _Part] = {}
    for m in some:
        fits = [p for p in parts if p.fits(m)] if " " in key else _in_story(m, of, near)
        part = max(fits, key=lambda p: p.shared(m)) if fits else _Part()
        if not fits:
            parts.append(part)
        part.add(m)
        of[m.document] = part
    return [p.mentions for p in parts]


def _in_story(m: Mention, of: Mapping[str, _Part], near: Near) -> list[_Part]:
    """Those whom a single name may mean: who is called so in the story, and nobody else of the document."""
    found = {id(of[d]): of[d] for d in sorted(near(m.document)) if d in of}
    return [p for p in found.values() if m.document not in p.documents]


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
    """The name of an entity in each document: of several there the one of most words that is no exception."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for m in part:
        counted[m.document][m.named.name] += m.named.count
    return {document: _fullest(names) for document, names in counted.items()}


def _fullest(names: Counter[str]) -> str:
    usual = [n for n in names if 3 * names[n] >= max(names.values())]
    return max(usual, key=lambda n: (len(n.split()), names[n], len(n), n))


def _most(counted: Counter[str]) -> str:
    """The most frequent, of equals the longest, then the first of the alphabet."""
    return min(counted, key=lambda x: (-counted[x], -len(x), x))
