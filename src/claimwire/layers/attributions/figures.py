"""Candidate sources and contents as signs (strings) and figures (numbers), for trained scores."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimwire.layers.attributions.content import ContentCandidate
from claimwire.layers.attributions.cues import CueCandidate
from claimwire.layers.attributions.sources import SourceCandidate
from claimwire.layers.attributions.speeches import following
from claimwire.layers.attributions.view import View

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_FINAL = frozenset(".!?")


def source_signs(view: View, cue: CueCandidate, found: Sequence[SourceCandidate]) -> list[list[str]]:
    """The signs of each candidate source of a cue."""
    parse = view.parse
    lemma, pos = parse.lemma[cue.head].lower(), parse.pos[cue.head]
    kids = {parse.dep[c] for c in parse.children[cue.head]}
    passive = "auxpass" in kids or (parse.tag[cue.head] == "VBN" and "aux" not in kids)
    shape = f"{pos}/{parse.dep[cue.head]}/{'nsubj' in kids}/{passive}"
    own = view.own(cue.head)
    quoted = view.quote[cue.head] not in (-1, own)
    paths = "+".join(s.path for s in found[:3])
    out = []
    for s in found:
        signs = [
            f"p={s.path}", f"pl={s.path}/{lemma}", f"ps={s.path}/{shape}",
            f"pt={s.path}/{parse.tag[cue.head]}",
            f"pp={s.path}|{paths}", f"pkind={s.path}/{cue.kind}/{passive}",
        ]  # fmt: skip
        if s.head >= 0:
            h = s.head
            name = parse.pos[h] if parse.pos[h] in ("PROPN", "NUM") else parse.lemma[h].lower()
            side = "before" if h < cue.head else "behind"
            signs += [
                f"w={name}", f"wp={parse.pos[h]}/{s.path}", f"side={side}/{pos}/{passive}",
                f"q={view.quote[h] not in (-1, own)}/{quoted}", f"wt={parse.tag[h]}",
                f"same={parse.sent[h] == parse.sent[cue.head]}", f"wl={name}/{lemma}",
                f"far={min(abs(h - cue.head), 12)}/{s.path}",
            ]  # fmt: skip
        out.append(signs)
    return out


class CueScores:
    """How likely each candidate cue of a document is one (0..1), asked by stretch."""

    __slots__ = ("heads", "chances")

    def __init__(self, heads: Sequence[int], chances: Sequence[float]) -> None:
        self.heads, self.chances = heads, chances

    def between(self, first: int, stop: int) -> Sequence[float]:
        """Chances of the candidates in tokens first..stop - 1, at most the first sixty."""
        low = bisect_left(self.heads, first)
        return self.chances[low : min(bisect_left(self.heads, stop, low), low + 60)]


class CueScene:
    """What all candidate contents of one cue share, read once."""

    __slots__ = (
        "view", "cue", "source", "lemma", "pos", "first", "stop", "kids", "names", "passive", "edge", "far",
        "quoted", "inside", "run", "scores",
    )  # fmt: skip

    def __init__(
        self, view: View, cue: CueCandidate, source: tuple[int, int] | None, scores: CueScores
    ) -> None:
        parse = view.parse
        self.view, self.cue, self.source, self.scores = view, cue, source, scores
        h = cue.head
        self.lemma, self.pos = parse.lemma[h].lower(), parse.pos[h]
        self.first, self.stop = parse.sents[parse.sent[h]]
        self.kids = [c for c in parse.children[h] if parse.dep[c] != "punct"]
        self.names = frozenset(parse.dep[c] for c in self.kids)
        self.passive = "auxpass" in self.names
        low, high = cue.first, cue.stop
        if source:
            low, high = min(low, source[0]), max(high, source[1])
        self.edge, self.far = low, high
        self.quoted = view.quote[h] >= 0 and not view.nested
        self.inside = view.own(h) >= 0
        run = following(view, self.stop - 1)
        self.run = len(run)


def content_signs(scene: CueScene, c: ContentCandidate) -> list[str]:
    """The signs of one candidate content."""
    view, parse = scene.view, scene.view.parse
    a, b = c.pieces[0][0], c.pieces[-1][1]
    key = f"{c.shape}/{c.grown}"
    tag = parse.tag[a]
    first = parse.lower[a] if tag in ("IN", "TO", "WDT", "WP", "WRB", "DT", "PRP", "CC", "RB") else tag
    after = parse.lower[b] if b < len(parse) and view.edge[b] else (parse.dep[b] if b < len(parse) else "END")
    before = parse.lower[a - 1] if a and (view.edge[a - 1] or parse.tag[a - 1] in ("IN", "TO", "CC")) else "w"
    kids = "+".join(sorted(scene.names & _FRAME))
    return [
        f"k={key}", f"sl={c.shape}/{scene.lemma}", f"s={c.shape}/{scene.pos}/{parse.dep[scene.cue.head]}",
        f"skids={c.shape}/{kids}", f"gk={c.grown}/{scene.run > 0}/{scene.quoted}", f"f={first}/{c.shape}",
        f"fl={first}/{scene.lemma}", f"e={after}", f"b={before}/{c.shape}", f"e2={after}/{c.grown}",
        f"ht={parse.tag[c.head] if c.head >= 0 else 'none'}/{c.shape}", f"passive={scene.passive}/{c.shape}",
        f"src={scene.source is None}/{c.shape}", f"n={len(c.pieces)}/{key}",
        f"tag={parse.tag[scene.cue.head]}/{c.shape}", f"hl={view.headline[parse.sent[a]]}/{c.shape}",
    ]  # fmt: skip


_FRAME = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "ccomp",
        "xcomp",
        "prep",
        "agent",
        "oprd",
        "dative",
        "acl",
        "advcl",
        "acomp",
    }
)


def content_figures(scene: CueScene, c: ContentCandidate) -> list[float]:
    """The figures of one candidate content; a list of fixed length (see FIGURES)."""
    view, parse, cue = scene.view, scene.view.parse, scene.cue
    quote, words = view.quote, view.words
    pieces = c.pieces
    a, b = pieces[0][0], pieces[-1][1]
    n = sum(words[q] - words[p] for p, q in pieces)
    quoted = 0 if scene.inside else view.quoted(pieces)
    ends = 0
    for p, q in () if scene.inside else pieces:  # a quotation cut in two
        for i, outside in ((p, p - 1), (q - 1, q)):
            r = quote[i]
            if r >= 0 and 0 <= outside < len(quote) and quote[outside] == r:
                x, y = view.regions[r]
                ends += (
                    bool(words[i if outside > i else i] - words[x])
                    if outside < i
                    else bool(words[y] - words[q])
                )
    before = b <= cue.first
    behind = a >= cue.stop
    if behind:
        gap = words[a] - words[max(scene.far, cue.stop)] if a > scene.far else 0
    elif before:
        gap = words[scene.edge] - words[b] if b < scene.edge else 0
    else:
        gap = -1
    left = words[a] - words[scene.first] if a >= scene.first else -1
    right = words[scene.stop] - words[b] if b <= scene.stop else -1
    head = c.head
    clause = head >= 0 and parse.pos[head] in ("VERB", "AUX")
    subject = clause and any(parse.dep[k] in _SUBJECTS for k in parse.children[head])
    inside = [s for p, q in pieces for s in scene.scores.between(p, q)]
    other = max(inside, default=0.0)
    sents = parse.sent[b - 1] - parse.sent[a] + 1
    s0 = parse.sent[cue.head]
    commas = sum(view.commas[q] - view.commas[p] for p, q in pieces)
    return [
        n, quoted / n if n else 0.0, quoted, ends, len(pieces), before, behind, gap, left, right,
        clause, subject, other, len(inside), sents, parse.sent[a] - s0, parse.sent[b - 1] - s0, commas,
        not scene.inside and a > 0 and quote[a - 1] >= 0 and quote[a] >= 0,
        b < len(quote) and parse.orth[b] in _FINAL,
        parse.tag[a] in _WH, scene.run, scene.quoted, words[scene.stop] - words[scene.first],
        view.paragraph[parse.sent[b - 1]] - view.paragraph[s0],
    ]  # fmt: skip
