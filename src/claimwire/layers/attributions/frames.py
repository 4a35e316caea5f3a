"""Frames of reported speech that name their speaker in a place of their own.

"MEDIUM quoted X as saying S", "AGENCY, citing X, said S", "called NP “…”", "S, the court heard",
"it is believed that S".
"""

from __future__ import annotations

from dataclasses import replace

from claimwire import lexicon
from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.content import ContentCandidate
from claimwire.layers.attributions.cues import cue_of
from claimwire.layers.attributions.signed import SCORE
from claimwire.layers.attributions.sources import NOBODY, SourceCandidate
from claimwire.layers.attributions.view import View
from claimwire.layers.attributions.words import complement, finite_form, may_act, reports, subject_of

_NEAR = 14  # tokens between a naming verb and its quoted words


def framed(view: View, choices: list[Choice]) -> list[Choice]:
    """The choices with frames read: sources put right, frames that were missed added."""
    by_cue = {c.cue.head: c for c in choices}
    parse = view.parse
    naming, bodies = lexicon.words("naming_verbs"), lexicon.words("hearing_bodies")
    for i, pos in enumerate(parse.pos):
        if pos != "VERB" or view.headline[parse.sent[i]]:
            continue
        lemma = parse.lemma[i]
        if lemma in ("quote", "cite"):
            _quoted_as(view, by_cue, i)
        if lemma == "cite" and parse.tag[i] == "VBG":
            _citing(view, by_cue, i)
        elif lemma in naming:
            _named(view, by_cue, i)
        elif lemma == "hear" and i not in by_cue:
            _heard(view, by_cue, i, bodies)
        elif i not in by_cue and reports(parse, i):
            _impersonal(view, by_cue, i)
            _said_in(view, by_cue, i)
            _continued(view, by_cue, i)
    return list(by_cue.values())


def _quoted_as(view: View, by_cue: dict[int, Choice], verb: int) -> None:
    """ "quoted X as saying S": X says it."""
    parse = view.parse
    sayings = [
        s
        for p in parse.dependents(verb, "prep")
        if parse.lower[p] == "as"
        for s in parse.dependents(p, "pcomp")
        if parse.tag[s] == "VBG" and reports(parse, s)
    ]
    passive = parse.dependents(verb, "nsubjpass")
    speaker = passive or [c for c in parse.dependents(verb, "dobj") if sayings and c < sayings[0]]
    if not sayings or not speaker:
        return
    saying, frame = sayings[0], by_cue.pop(verb, None)
    source = SourceCandidate(speaker[0], "quoted")
    held = by_cue.get(saying)
    if held is None:
        clause = complement(parse, saying)
        if clause >= 0:
            pieces = view.pieces([(parse.left[clause], parse.right[clause] + 1)])
        elif frame is not None and frame.content.pieces[0][0] < verb:
            pieces = frame.content.pieces
        elif left := [c for c in parse.dependents(verb, "ccomp") if c < speaker[0]]:
            stop = min(parse.right[left[0]] + 1, parse.left[speaker[0]])
            pieces = view.pieces([(parse.left[left[0]], stop)])
        elif frame is not None:
            pieces = view.pieces((max(a, saying + 1), b) for a, b in frame.content.pieces if b > saying + 1)
        else:
            return
        if pieces:
            content = ContentCandidate(pieces, "ccomp", clause)
            by_cue[saying] = Choice(cue_of(parse, saying), source, content, 1.0, SCORE, "quoted_as_saying")
    else:
        by_cue[saying] = replace(held, source=source, rule="quoted_as_saying")


def _citing(view: View, by_cue: dict[int, Choice], verb: int) -> None:
    """ "AGENCY, citing X, said S": X is a source of S too, where X is somebody."""
    parse = view.parse
    outer = by_cue.get(parse.head[verb])
    speaker = [c for c in parse.dependents(verb, "dobj") if may_act(parse, c)]
    if outer is None or verb in by_cue or not speaker:
        return
    if any(a <= verb < b for a, b in outer.content.pieces):
        return
    source = SourceCandidate(speaker[0], "dobj")
    by_cue[verb] = Choice(cue_of(parse, verb), source, outer.content, 1.0, SCORE, "citing")


def _named(view: View, by_cue: dict[int, Choice], verb: int) -> None:
    """ "called NP “…”", "described NP as “…”", "NP that X described as “…”": the quoted words are said."""
    parse, quote = view.parse, view.quote
    stop = min(parse.sents[parse.sent[verb]][1], verb + _NEAR)
    region = next((quote[j] for j in range(verb + 1, stop) if quote[j] not in (-1, quote[verb])), -1)
    if region < 0 or quote[verb] >= 0:
        return
    a, b = view.regions[region]
    between = range(verb + 1, a)
    as_there = [j for j in between if parse.lower[j] == "as"]
    verbs = (j for j in between if parse.pos[j] in ("VERB", "AUX") and parse.dep[j] not in ("dobj", "amod"))
    if any(verbs) or any(parse.lower[j] in ("and", "that") for j in between):
        return
    passive = bool(parse.dependents(verb, "auxpass", "nsubjpass"))
    said_of = [j for j in between if parse.pos[j] in ("NOUN", "PROPN", "PRON") or parse.dep[j] == "dobj"]
    words = [j for j in range(a, b) if view.count(j, j + 1)]
    if not (as_there or (said_of and not passive)) or all(parse.pos[j] == "PROPN" for j in words):
        return
    if parse.dep[said_of[-1] if said_of else verb] == "compound" and not as_there:
        return  # the quoted words belong to the object's name
    source = _speaker_of(view, by_cue, verb)
    if source is None:
        return
    content = ContentCandidate(view.pieces([(a, b)]), "named")
    if content.pieces:
        by_cue[verb] = Choice(cue_of(parse, verb), source, content, 1.0, SCORE, "named")


def _speaker_of(view: View, by_cue: dict[int, Choice], verb: int) -> SourceCandidate | None:
    parse = view.parse
    held = by_cue.get(verb)
    if held is not None and held.source.head >= 0:
        return held.source
    for c in parse.dependents(verb, "agent"):
        for d in parse.dependents(c, "pobj"):
            return SourceCandidate(d, "agent_by")
    above, k = verb, 0
    while k < 6:
        own = parse.dependents(above, "nsubj")
        if own:
            return SourceCandidate(own[0], "nsubj")
        if parse.dep[above] not in ("conj", "advcl", "xcomp") or parse.head[above] == above:
            return None
        above, k = parse.head[above], k + 1
    return None


def _heard(view: View, by_cue: dict[int, Choice], verb: int, bodies: frozenset[str]) -> None:
    """ "S, the court heard on Monday": what stands before is what was said there."""
    parse = view.parse
    body = subject_of(parse, verb)
    if body < 0 or parse.lemma[body].lower() not in bodies:
        return
    first = parse.left[body]
    left = [c for c in parse.dependents(verb, "ccomp", "parataxis") if c < first]
    clause = left[-1] if left else complement(parse, verb)
    if clause < 0 and parse.orth[first - 1] == "," and parse.head[verb] < first:
        clause = parse.head[verb]  # the parser hangs the frame on what was said
    if clause < 0:
        return
    stop = parse.right[clause] + 1 if clause > verb else min(parse.right[clause] + 1, first)
    pieces = view.pieces([(parse.left[clause], stop)])
    if pieces:
        content = ContentCandidate(pieces, parse.dep[clause], clause)
        source = SourceCandidate(body, "nsubj")
        by_cue[verb] = Choice(cue_of(parse, verb), source, content, 1.0, SCORE, "heard")


def _impersonal(view: View, by_cue: dict[int, Choice], verb: int) -> None:
    """ "It is believed that S": an attribution without a source."""
    parse = view.parse
    if not parse.dependents(verb, "auxpass") or parse.dependents(verb, "neg"):
        return
    subject, clause = subject_of(parse, verb), complement(parse, verb)
    if subject < 0 or clause < 0 or parse.lower[subject] != "it" or not parse.dependents(clause, "mark"):
        return
    if parse.dependents(verb, "agent"):
        return
    pieces = view.pieces([(parse.left[clause], parse.right[clause] + 1)])
    content = ContentCandidate(pieces, "ccomp", clause)
    by_cue[verb] = Choice(cue_of(parse, verb), NOBODY, content, 1.0, SCORE, "impersonal")


def _continued(view: View, by_cue: dict[int, Choice], verb: int) -> None:
    """ "plans to open a shop and believes that S": a coordinated verb has the first one's subject."""
    parse = view.parse
    if (
        parse.dep[verb] != "conj"
        or parse.tag[verb] not in ("VBD", "VBZ", "VBP")
        or parse.dependents(verb, "neg")
    ):
        return
    first, k = verb, 0
    while parse.dep[first] == "conj" and subject_of(parse, first) < 0 and k < _NEAR:
        first, k = parse.head[first], k + 1
    subject, clause = subject_of(parse, first), complement(parse, verb)
    if clause < 0 or subject < 0 or parse.dependents(first, "expl", "auxpass"):
        return
    pieces = view.pieces([(parse.left[clause], parse.right[clause] + 1)])
    if pieces and parse.tag[pieces[0][0]] not in ("WP", "WRB"):
        content = ContentCandidate(pieces, "ccomp", clause)
        source = SourceCandidate(subject, "up0_conj")
        by_cue[verb] = Choice(cue_of(parse, verb), source, content, 1.0, SCORE, "coordinated_verb")


def _said_in(view: View, by_cue: dict[int, Choice], verb: int) -> None:
    """ "said in a speech that S", where the parser takes S for a relative clause of the speech."""
    parse = view.parse
    subject, media = subject_of(parse, verb), lexicon.words("media_nouns")
    if subject < 0 or parse.dependents(verb, "neg", "ccomp", "auxpass", "dobj"):
        return
    for medium in (d for c in parse.dependents(verb, "prep") for d in parse.dependents(c, "pobj")):
        if medium < verb or parse.lower[medium] not in media:
            continue
        for clause in parse.dependents(medium, "relcl", "acl"):
            that, own = parse.left[clause], parse.dependents(clause, "nsubj", "nsubjpass", "expl")
            if parse.lower[that] == "that" and own and own[0] > that and finite_form(parse, clause):
                pieces = view.pieces([(that + 1, parse.right[clause] + 1)])
                content = ContentCandidate(pieces, "inner_acl", clause)
                source = SourceCandidate(subject, "nsubj")
                if pieces:
                    by_cue[verb] = Choice(cue_of(parse, verb), source, content, 1.0, SCORE, "said_in_medium")
                return
