"""Mentions of people joined: full names that agree, then surnames and given names to the person meant."""

from __future__ import annotations

from claimwire.layers.names.cluster import Cluster
from claimwire.layers.names.mention import NameMention
from claimwire.layers.names.words import nicknames, titles

_GENERATION = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})


def join_people(mentions: list[NameMention]) -> list[Cluster]:
    """Clusters of the mentions of people, which are in order of the text."""
    full: list[Cluster] = []
    by_last: dict[str, list[Cluster]] = {}
    for m in sorted(mentions, key=lambda m: (-len(m.words), m.start)):
        if len(m.words) < 2:
            break
        _, last = _name_parts(m.words)
        home = next((c for c in by_last.get(last, []) if _agree(c, m)), None)
        home = home or _by_surname(by_last.get(last, []), m)
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


def _by_surname(candidates: list[Cluster], m: NameMention) -> Cluster | None:
    """The one person whose surname of several words this is: "Le Pen" of "Marine Le Pen"."""
    fit = [
        c for c in candidates
        if any(len(f) > len(m.words) and f[-len(m.words) :] == m.words for f in c.forms)
        and _same_gender(c, m)
    ]  # fmt: skip
    return fit[0] if len(fit) == 1 else None


def _name_parts(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Given names and surname of a full name, generation off."""
    stop = len(words)
    while stop > 2 and words[stop - 1] in _GENERATION:
        stop -= 1
    return words[: stop - 1], words[stop - 1]


def _agree(c: Cluster, m: NameMention) -> bool:
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


def _same_gender(c: Cluster, m: NameMention) -> bool:
    theirs = titles().get(m.title or "") or None
    return c.gender is None or theirs is None or c.gender == theirs


def _nearest(candidates: list[Cluster], m: NameMention) -> Cluster | None:
    """The candidate named last before the mention, else the first named after it."""
    fit = [c for c in candidates if _same_gender(c, m)]
    if len(fit) < 2:
        return fit[0] if fit else None
    before = [(c.last_before(m.start), -k) for k, c in enumerate(fit)]
    last, k = max(before)
    return fit[-k] if last >= 0 else min(fit, key=lambda c: c.starts[0])
