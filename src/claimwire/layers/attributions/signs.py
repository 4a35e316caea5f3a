"""The signs by which a word may be known as a cue: strings for a linear model over sparse features."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.layers.attributions.view import View

_KIDS = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "csubj",
        "dobj",
        "ccomp",
        "xcomp",
        "prep",
        "agent",
        "oprd",
        "dative",
        "mark",
        "acomp",
        "attr",
        "advcl",
        "acl",
        "relcl",
        "poss",
        "expl",
        "prt",
        "auxpass",
        "neg",
        "parataxis",
        "npadvmod",
        "advmod",
        "pcomp",
    ]
)
_PLAIN = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
_NOUN_LINKS = frozenset({"poss", "prep", "acl", "ccomp", "relcl", "dobj", "amod", "compound", "nmod"})
_CLAUSE_LINKS = frozenset({"nsubj", "dobj", "ccomp", "nsubjpass", "xcomp"})
_LONG = 4  # words from which a quotation counts as speech rather than as a name or a single term


def candidates(view: View, known: frozenset[str]) -> list[int]:
    """Tokens that may head a cue. known: "lemma/POS" of the nouns and adjectives that have been cues."""
    parse = view.parse
    dep, lemma, children = parse.dep, parse.lemma, parse.children
    out = []
    for i, pos in enumerate(parse.pos):
        if pos == "VERB":
            out.append(i)
        elif pos == "AUX":
            if dep[i] not in ("aux", "auxpass"):
                out.append(i)
        elif pos == "NOUN" or pos == "ADJ":
            if f"{lemma[i]}/{pos}" in known or any(dep[c] in ("ccomp", "nsubj") for c in children[i]):
                out.append(i)
        elif pos == "PROPN":
            if any(dep[c] in _CLAUSE_LINKS for c in children[i]):
                out.append(i)
        elif parse.orth[i] == ":":
            out.append(i)
    return out


def signs(view: View, i: int) -> list[str]:
    """The signs of token i as a cue."""
    parse = view.parse
    pos, lemma, dep = parse.pos[i], parse.lemma[i].lower(), parse.dep[i]
    alone = view.nested and dep == "ccomp"  # a reported clause, read as the sentence that it would be
    if alone:
        dep = "ROOT"
    if pos == "PUNCT":
        return list(dict.fromkeys(_colon(view, i)))
    out = [pos, f"l={lemma}", f"lp={lemma}/{parse.tag[i]}", f"d={pos}/{dep}", f"ld={lemma}/{dep}"]
    kids = set()
    clausal = False
    for c in parse.children[i]:
        d = parse.dep[c]
        if alone and d == "mark":
            continue
        if d in _KIDS:
            kids.add(d)
            word = parse.lower[c]
            if d in ("nsubj", "nsubjpass", "poss"):
                name = parse.pos[c] if parse.pos[c] == "PROPN" else parse.lemma[c].lower()
                out.append(f"s={name}")
                out.append(f"ls={lemma}/{parse.pos[c]}")
            elif d in ("dobj", "attr", "acomp", "oprd", "xcomp"):
                out.append(f"{d}={parse.lemma[c].lower()}")
                out.append(f"l{d}={lemma}/{parse.lemma[c].lower()}")
            elif d in ("prep", "prt", "agent", "mark"):
                out.append(f"{d}={word}/{pos}")
                out.append(f"l{d}={lemma}/{word}")
            elif d in ("ccomp", "advcl", "parataxis"):
                clausal = True
                side = "before" if c < i else "behind"
                out.append(f"{d}-{side}/{pos}")
                out.append(f"l{d}-{side}={lemma}")
        elif d == "aux":
            out.append(f"aux={parse.lower[c]}")
    out.append(f"kids={pos}/" + "+".join(sorted(kids)))
    out.extend([f"lk={lemma}/{k}" for k in kids])
    if not alone:
        out.extend(_above(view, i, lemma))
    out.extend(_around(view, i, lemma, clausal))
    return list(dict.fromkeys(out))


def _above(view: View, i: int, lemma: str) -> Iterator[str]:
    """What governs the word: a verb that reports already leaves it inside that verb's content."""
    parse = view.parse
    head = parse.head[i]
    if head != i:
        yield f"h={parse.lemma[head].lower()}/{parse.dep[i]}"
        yield f"lh={lemma}/{parse.lemma[head].lower()}"
    below, k = i, 0
    while parse.head[below] != below and k < 6 and not view.nested:
        dep = parse.dep[below]
        below = parse.head[below]
        k += 1
        if dep in ("ccomp", "xcomp", "pcomp", "acl", "advcl", "relcl"):
            yield f"under={dep}/{parse.lemma[below].lower()}"
            if dep == "ccomp":
                return


def _around(view: View, i: int, lemma: str, clausal: bool) -> Iterator[str]:
    parse, quote = view.parse, view.quote
    n = len(parse)
    before = parse.lower[i - 1] if i else ""
    after = parse.lower[i + 1] if i + 1 < n else ""
    yield f"b={before}"
    yield f"a={after}"
    yield f"la={lemma}/{after}"
    yield f"lb={lemma}/{before}"
    k = parse.sent[i]
    if view.headline[k]:
        yield "headline"
        yield f"headline/{parse.pos[i]}/{parse.dep[i]}"
    r = -1 if view.nested else quote[i]
    if r >= 0:
        a, b = view.regions[r]
        long = "long" if view.count(a, b) >= _LONG else "short"
        yield f"in-{long}"
        yield f"in-{long}/{parse.pos[i]}/{clausal}"
        return
    contact = quote_contact(view, i)
    yield f"contact={contact}/{parse.pos[i]}"
    yield f"contact={contact}/{clausal}"
    yield f"lcontact={lemma}/{contact}"


def quote_contact(view: View, i: int) -> str:
    """Where the nearest long quotation of the sentence stands: "next", "same", or "none"."""
    parse, quote = view.parse, view.quote
    if view.own(i) >= 0:
        return "none"
    first, stop = parse.sents[parse.sent[i]]
    for j in range(i + 1, min(stop, i + 8)):
        if quote[j] >= 0:
            a, b = view.regions[quote[j]]
            return "next" if view.count(a, b) >= _LONG else "next-short"
    for j in range(i - 1, max(first, i - 8) - 1, -1):
        if quote[j] >= 0:
            a, b = view.regions[quote[j]]
            return "last" if view.count(a, b) >= _LONG else "last-short"
    return "none"


def _colon(view: View, i: int) -> Iterator[str]:
    parse, quote = view.parse, view.quote
    n = len(parse)
    first, stop = parse.sents[parse.sent[i]]
    before = parse.pos[i - 1] if i > first else "START"
    j = i + 1
    while j < n and parse.pos[j] == "SPACE":
        j += 1
    yield ":"
    yield f":b={before}"
    yield f":bl={parse.lemma[i - 1].lower() if i else ''}"
    yield f":h={parse.pos[parse.head[i]]}/{parse.lemma[parse.head[i]].lower()}"
    yield f":quote={j < n and quote[j] >= 0}/{before}"
    yield f":in={quote[i] >= 0 and not view.nested}"
    yield f":headline={view.headline[parse.sent[i]]}/{before}"
    yield f":short={min(view.count(first, i), 8)}"
    yield f":end={j >= stop}"
    yield f":a={parse.lower[j] if j < n else ''}"
    verbs = sum(parse.pos[k] == "VERB" for k in range(first, i))
    yield f":verbs={min(verbs, 3)}/{before}"
