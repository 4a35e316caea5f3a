"""Attributions by rules alone: a list of reporting words and the constructions they stand in."""

from __future__ import annotations

from claimwire import lexicon
from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.content import ContentCandidate, contents
from claimwire.layers.attributions.cues import CueCandidate, cue_of
from claimwire.layers.attributions.sources import NOBODY, SourceCandidate, source_span, sources
from claimwire.layers.attributions.view import View
from claimwire.layers.parse import Parse

# Shapes in order of preference, by what the cue is; a shape ending in * is a prefix.
_CLAUSE = ("left_ccomp", "ccomp", "dobj+ccomp", "up_parataxis", "inner_ccomp")
_QUOTED = ("dobj", "xcomp", "oprd", "attr", "dobj+prep", "regions_run", "next_regions")
_PHRASE = ("up_prep", "up_advmod", "up_advcl", "up_pcomp", "before", "after")
_NOUN = ("acl", "ccomp", "inner_ccomp")
_ASKED = ("dobj+xcomp", "xcomp", "ccomp", "dobj+advcl")
_ORDER = ("run", "run2", "run1", "sentence", "quote", "")
_PATHS = (
    "nsubj", "agent_by", "poss", "object", "prep_to",
    "up0_conj", "head0_acl", "up0_advcl", "up0_xcomp", "head0_relcl",
)  # fmt: skip


def _verbs() -> dict[str, frozenset[str]]:
    return {row["lemma"]: frozenset(row["classes"].split()) for row in lexicon.table("report_verbs")}


class Rules:
    """The rule decider. Its scores are fixed: rules know no degrees."""

    def __init__(self) -> None:
        self.verbs = _verbs()
        self.nouns = lexicon.words("report_nouns")

    def __call__(self, view: View) -> list[Choice]:
        """The attributions that the rules find, in the order of their cues."""
        parse = view.parse
        out = []
        for i, pos in enumerate(parse.pos):
            if pos in ("VERB", "AUX") or (pos == "NOUN" and parse.lemma[i] in self.nouns):
                choice = self._choose(view, i)
                if choice is not None:
                    out.append(choice)
        return out

    def _choose(self, view: View, i: int) -> Choice | None:
        parse = view.parse
        classes = self.verbs.get(parse.lemma[i], frozenset())
        cue = cue_of(parse, i)
        order: tuple[str, ...]
        if cue.kind == "phrase":
            order, rule = _PHRASE, "according_to"
        elif cue.kind == "noun":
            order, rule = _NOUN, "noun_clause"
        elif classes & {"say", "think"}:
            order, rule = _CLAUSE + _QUOTED, "verb_clause"
            if "ask" in classes:
                order = order + _ASKED
        elif "ask" in classes:
            order, rule = _ASKED, "verb_infinitive"
        elif view.regions and view.quote[i] < 0:
            order, rule = ("left_ccomp", "ccomp"), "quotation_contact"
        else:
            return None
        source = _source(view, cue)
        if cue.kind == "phrase" and source is NOBODY:
            return None
        span = source_span(view, cue, source.head) if source.head >= 0 else None
        content = _content(view, contents(view, cue, span), order, rule)
        if content is None:
            return None
        if source is NOBODY and not _agentless(parse, i):
            return None
        return Choice(cue, source, content, 1.0, 1.0, rule)


def _source(view: View, cue: CueCandidate) -> SourceCandidate:
    found = {s.path: s for s in reversed(sources(view, cue))}
    return next((found[p] for p in _PATHS if p in found), NOBODY)


def _agentless(parse: Parse, i: int) -> bool:
    """ "It is believed that": a passive with an empty subject; a noun of saying needs no speaker either."""
    return parse.pos[i] == "NOUN" or any(parse.dep[c] == "auxpass" for c in parse.children[i])


def _content(
    view: View, found: list[ContentCandidate], order: tuple[str, ...], rule: str
) -> ContentCandidate | None:
    best: tuple[int, int] | None = None
    chosen = None
    for c in found:
        if c.shape not in order:
            continue
        if rule == "quotation_contact" and view.quote[c.head] < 0:
            continue
        needs_quotes = c.shape in _QUOTED or rule == "quotation_contact"
        if needs_quotes and view.quoted(c.pieces) < max(1, view.count(c.pieces[0][0], c.pieces[-1][1]) // 2):
            continue
        rank = (order.index(c.shape), _ORDER.index(c.grown) if c.grown in _ORDER else len(_ORDER))
        if best is None or rank < best:
            best, chosen = rank, c
    return chosen
