"""Names of one entity joined: surname and full name, acronym and expansion, short and legal form."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimwire.layers.entities.find import shortens
from claimwire.layers.entities.mention import Mention
from claimwire.layers.entities.words import ORG_SUFFIXES, is_given_name, nicknames, titles

_FAMILY = {"PERSON": "person", "GPE": "place", "LOC": "place", "NORP": "people"}
_GENERATION = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})


@dataclass(slots=True)
class Cluster:
    """The mentions of one entity, in order of the text."""

    mentions: list[Mention] = field(default_factory=list)
    forms: set[tuple[str, ...]] = field(default_factory=set)
    gender: str | None = None

    def first_in_text(self) -> int:
        """Offset of the first mention outside headlines."""
        return min((m.start for m in self.mentions if not m.headline), default=self.mentions[0].start)

    def add(self, m: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(m)
        self.forms.add(core(m.words))
        if m.title and titles().get(m.title):
            self.gender = titles()[m.title]


def join(mentions: list[Mention]) -> list[Cluster]:
    """Clusters of mentions, in order of their first mention."""
    people = [m for m in mentions if m.label == "PERSON"]
    others = [m for m in mentions if m.label != "PERSON"]
    clusters = _join_people(people) + _join_others(others)
    for c in clusters:
        c.mentions.sort(key=lambda m: m.start)
    return sorted(clusters, key=lambda c: c.mentions[0].start)


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without legal form and leading article."""
    stop = len(words)
    while stop > 1 and words[stop - 1] in ORG_SUFFIXES:
        stop -= 1
    first = 1 if stop > 1 and words[0] == "the" else 0
    return words[first:stop]


def _join_people(mentions: list[Mention]) -> list[Cluster]:
    full: list[Cluster] = []
    by_last: dict[str, list[Cluster]] = {}
    for m in mentions:
        if len(m.words) < 2:
            continue
        _, last = _name_parts(m.words)
        home = next((c for c in by_last.get(last, []) if _agree(c, m)), None)
        if home is None:
            home = Cluster()
            full.append(home)
            by_last.setdefault(last, []).append(home)
        home.add(m)
    by_first: dict[str, list[Cluster]] = {}
    for c in full:
        for form in c.forms:
            by_first.setdefault(form[0], []).append(c)
    single: dict[str, list[Cluster]] = {}
    for m in mentions:
        if len(m.words) != 1:
            continue
        word = m.words[0]
        home = _nearest(by_last.get(word, []), m) or _nearest(by_first.get(word, []), m)
        if home is None:
            known = single.setdefault(word, [])
            home = next((c for c in known if _same_gender(c, m)), None)
            if home is None:
                home = Cluster()
                known.append(home)
                full.append(home)
        home.add(m)
    return full


def _name_parts(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Given names and surname of a full name, generation off."""
    stop = len(words)
    while stop > 2 and words[stop - 1] in _GENERATION:
        stop -= 1
    return words[: stop - 1], words[stop - 1]


def _agree(c: Cluster, m: Mention) -> bool:
    """Whether a full name can be that of a cluster: given names alike, generation and gender too."""
    generation = [w for w in m.words if w in _GENERATION]
    for form in c.forms:
        if len(form) < 2:
            continue
        theirs = [w for w in form if w in _GENERATION]
        if generation and theirs and generation != theirs:
            continue
        if _same_given(_name_parts(form)[0], _name_parts(m.words)[0]):
            return _same_gender(c, m)
    return False


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not _same_first(a[0], b[0]):
        return False
    if len(a) > 1 and len(b) > 1:
        return all(_same_first(x, y) for x, y in zip(a[1:], b[1:], strict=False))
    return True


def _same_first(a: str, b: str) -> bool:
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    known = nicknames()
    return b in known.get(a, ()) or a in known.get(b, ())


def _same_gender(c: Cluster, m: Mention) -> bool:
    theirs = titles().get(m.title or "") or None
    return c.gender is None or theirs is None or c.gender == theirs


def _nearest(candidates: list[Cluster], m: Mention) -> Cluster | None:
    """The candidate named last before the mention, else the first named after it."""
    fit = [c for c in candidates if _same_gender(c, m)]
    if len(fit) < 2:
        return fit[0] if fit else None
    before = [(max(x.start for x in c.mentions if x.start < m.start), k) for k, c in enumerate(fit)
              if any(x.start < m.start for x in c.mentions)]  # fmt: skip
    if before:
        return fit[max(before)[1]]
    return min(fit, key=lambda c: min(x.start for x in c.mentions))


def _join_others(mentions: list[Mention]) -> list[Cluster]:
    by_form: dict[tuple[str, tuple[str, ...]], Cluster] = {}
    order: list[Cluster] = []
    for m in mentions:
        key = (_FAMILY.get(m.label, "thing"), core(m.words))
        if key not in by_form:
            by_form[key] = Cluster()
            order.append(by_form[key])
        by_form[key].add(m)
    parent: dict[int, int] = {id(c): id(c) for c in order}

    def find(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for (family, form), c in list(by_form.items()):
        for m in c.mentions:
            if m.alias_of is not None:
                target = by_form.get((_FAMILY.get(m.alias_of.label, "thing"), core(m.alias_of.words)))
                if target is not None:
                    parent[find(id(c))] = find(id(target))
        target = _longer(family, form, by_form)
        if target is not None:
            parent[find(id(c))] = find(id(target))
    merged: dict[int, Cluster] = {}
    for c in order:
        root = find(id(c))
        home = merged.setdefault(root, Cluster())
        for m in c.mentions:
            home.add(m)
    return list(merged.values())


def _longer(
    family: str, form: tuple[str, ...], by_form: dict[tuple[str, tuple[str, ...]], Cluster]
) -> Cluster | None:
    """The cluster of the one longer name of the same family that a short form stands for."""
    if family == "people":
        return next((c for (f, o), c in by_form.items() if o != form and _plural_of(o, form)), None)
    found = []
    for (other_family, other), cluster in by_form.items():
        if other_family != family or other == form:
            continue
        if (
            len(form) == 1
            and len(other) > 1
            and shortens(form[0], other)
            and _is_acronym(by_form[(family, form)])
        ):
            found.append(cluster)
        elif family == "thing" and _introduced(cluster, by_form[(family, form)]):
            if _leads(form, other) or _clipped(form, other):
                found.append(cluster)
    return found[0] if len(found) == 1 else None


def _introduced(long: Cluster, short: Cluster) -> bool:
    """Whether the long name comes first: a text names in full, then shortens (headlines shorten at once).

    A name used alone before a longer one begins with it is another's: "Amazon", "Amazon Web Services".
    """
    return long.first_in_text() < short.first_in_text()


def _is_acronym(c: Cluster) -> bool:
    return any(m.text.replace(".", "").isupper() for m in c.mentions)


def _leads(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Leading words: "Aggregate" or "Aggregates" of "Aggregate Industries"; a given name leads no firm."""
    if len(short) >= len(long) or len(short[0]) < 3 or any(w[0].isdigit() for w in long[len(short) :]):
        return False
    last = short[-1]
    same_last = last == long[len(short) - 1] or last == long[len(short) - 1] + "s"
    return (
        same_last and short[:-1] == long[: len(short) - 1] and not (len(short) == 1 and is_given_name(last))
    )


def _clipped(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Every word clipped: "Lib Dems" of "Liberal Democrats"."""
    if len(short) != len(long) or len(short) < 2:
        return False
    return all(
        len(a) > 2 and (b.startswith(a) or b.startswith(a.rstrip("s")))
        for a, b in zip(short, long, strict=True)
    )


def _plural_of(long: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return long[:-1] == form[:-1] and long[-1] == form[-1] + "s"
