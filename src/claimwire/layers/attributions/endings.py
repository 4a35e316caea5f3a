"""Where a content ends: at the speaker's next verb, at the writer's comment, before a title behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claimwire import lexicon
from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.content import ContentCandidate
from claimwire.layers.attributions.cues import cue_of
from claimwire.layers.attributions.signed import SCORE
from claimwire.layers.attributions.sources import source_span
from claimwire.layers.attributions.view import Pieces, View, subtract
from claimwire.layers.attributions.words import (
    complement,
    finite_form,
    may_act,
    reports,
    subject_of,
    verb_classes,
)
from claimwire.layers.parse import Parse

_RELATIVES = frozenset({"who", "whom", "whose", "which"})
_CONTRAST = frozenset({"while", "whereas"})
_CHAIN = 12  # coordinated verbs that are looked at


def ended(view: View, choices: list[Choice]) -> list[Choice]:
    """The choices with contents cut where the speaker's words end, and what follows there as a choice."""
    held = {c.cue.head: c for c in choices}
    for choice in choices:
        choice = held[choice.cue.head]
        verb = next_verb(view, choice, held)
        if verb >= 0:
            choice = cut(view, choice, _before_conjunct(view, verb))
            second = held.get(verb) or _second(view, choice, verb)
            if second is not None:
                held[verb] = replace(second, source=choice.source)
        for other in _others(view, choice, held):
            choice = cut(view, choice, _before_conjunct(view, other.cue.head))
            if view.parse.tag[other.cue.head] == "VBG":
                held[other.cue.head] = replace(other, source=choice.source)
        held[choice.cue.head] = _shortened(view, _lengthened(view, choice))
    return list(held.values())


def _others(view: View, choice: Choice, held: dict[int, Choice]) -> list[Choice]:
    """Attributions at the end of a content that are the writer's: ", while Y said T", ", calling it “…”"."""
    parse, cue, top = view.parse, choice.cue, _top(view.parse, choice)
    if cue.kind != "verb" or top < 0 or finite_form(parse, cue.head) != "past":
        return []
    a, b = choice.content.pieces[-1]
    out = []
    for verb in parse.dependents(top, "advcl"):
        if verb not in held or not a < verb < b or view.quote[verb] != view.quote[cue.head]:
            continue
        first = parse.left[verb]
        contrast = parse.lower[first] in _CONTRAST and finite_form(parse, verb) == "past"
        remark = parse.tag[verb] == "VBG" and first == verb
        if parse.orth[first - 1] == "," and (contrast or remark):
            out.append(held[verb])
    return out


def with_pieces(choice: Choice, pieces: Pieces, shape: str = "") -> Choice:
    """The choice with another content, unless that is empty."""
    if not pieces or pieces == choice.content.pieces:
        return choice
    content = replace(choice.content, pieces=pieces, shape=shape or choice.content.shape)
    return replace(choice, content=content)


def conjuncts(parse: Parse, verb: int) -> list[int]:
    """The verbs coordinated with a verb behind it, nearest first."""
    out: list[int] = []
    waiting = [verb]
    while waiting and len(out) < _CHAIN:
        for c in parse.dependents(waiting.pop(0), "conj"):
            if c > verb and parse.pos[c] in ("VERB", "AUX"):
                out.append(c)
                waiting.append(c)
    return out


def _top(parse: Parse, choice: Choice) -> int:
    """The verb that heads a content behind its cue (-1: none)."""
    top, cue = choice.content.head, choice.cue.head
    if top > cue and parse.pos[top] in ("VERB", "AUX"):
        return top
    return complement(parse, cue)


def next_verb(view: View, choice: Choice, held: Mapping[int, Choice]) -> int:
    """The verb inside a content behind its cue that is the speaker's own next deed (-1: none).

    A finite verb without a subject, coordinated with the reported one, is the cue's conjunct rather where it
    has the cue's tense and the reported verb has another ("said the plan works and raised"), where it takes
    somebody who acts and the reported subject is a thing ("said the plan had failed and accused"), where it
    reports in turn behind a comma ("said S, but added that"), or where it is a cue of the same speaker. held:
    the attributions by cue.
    """
    parse, cue, top = view.parse, choice.cue, _top(view.parse, choice)
    if cue.kind != "verb" or choice.source.head < 0 or top < 0:
        return -1
    form = finite_form(parse, cue.head)
    if form not in ("past", "present") or parse.dependents(cue.head, "aux", "auxpass"):
        return -1
    a, b = choice.content.pieces[-1]
    for verb in conjuncts(parse, top):
        here = a < verb < b and view.quote[verb] == view.quote[cue.head]
        if not here or not _bare(parse, verb):
            continue
        same = verb in held and held[verb].source.head == choice.source.head
        if (same and parse.tag[verb] == parse.tag[cue.head]) or _is_next(parse, cue.head, top, verb, form):
            return verb
    return -1


def _bare(parse: Parse, verb: int) -> bool:
    own = [c for c in parse.children[verb] if c < verb]
    return parse.pos[verb] == "VERB" and not any(
        parse.dep[c] in ("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark") for c in own
    )


def _is_next(parse: Parse, cue: int, top: int, verb: int, form: str) -> bool:
    said, tag = finite_form(parse, top), parse.tag[verb]
    if form == "present":
        alike = tag == parse.tag[cue] and tag in ("VBZ", "VBP")
    else:
        alike = tag in ("VBD", "VBN")
    reporting = reports(parse, verb) and complement(parse, verb) >= 0
    if not alike or (tag == "VBN" and not reporting and parse.dependents(top, "auxpass")):
        return False
    perfect = any(parse.lemma[c] == "have" for c in parse.dependents(top, "aux"))
    if form == "past" and said in ("modal", "present") and not perfect:
        return True
    first = parse.left[verb] - 1
    apart = parse.lower[first] == "but" or parse.orth[first - 1] == ","
    if apart and reporting:
        return True
    subject = subject_of(parse, top)
    classes = verb_classes().get(parse.lemma[verb], frozenset())
    acts = parse.lemma[verb] in lexicon.words("agent_verbs") or bool(classes & {"ask", "think"})
    return acts and subject >= 0 and not may_act(parse, subject)


def _before_conjunct(view: View, verb: int) -> int:
    """Where the coordination that a verb belongs to begins: its conjunction and comma."""
    parse = view.parse
    i = parse.left[verb]
    while i > 0 and (parse.dep[i - 1] in ("cc", "advmod", "punct") or view.edge[i - 1]):
        i -= 1
        if parse.dep[i] == "cc":
            break
    return i


def cut(view: View, choice: Choice, stop: int) -> Choice:
    """The choice with its content up to a token (exclusive)."""
    left = [part for a, b in choice.content.pieces for part in subtract(a, b, [(stop, len(view.parse))])]
    return with_pieces(choice, view.pieces(left))


def _second(view: View, choice: Choice, verb: int) -> Choice | None:
    """The attribution of a speaker's second reporting verb."""
    parse = view.parse
    clause = complement(parse, verb)
    if clause < 0 or not reports(parse, verb):
        return None
    pieces = view.pieces([(parse.left[clause], parse.right[clause] + 1)])
    if not pieces:
        return None
    content = ContentCandidate(pieces, "ccomp", clause)
    return Choice(cue_of(parse, verb), choice.source, content, 1.0, SCORE, "second_verb")


def _lengthened(view: View, choice: Choice) -> Choice:
    """With a conjunct of the past cue that is present or modal ("said it would A, but would B")."""
    parse, cue = view.parse, choice.cue
    if cue.kind != "verb" or choice.source.head < 0 or finite_form(parse, cue.head) != "past":
        return choice
    last = choice.content.pieces[-1][1]
    for verb in parse.dependents(cue.head, "conj"):
        if (
            verb >= last
            and subject_of(parse, verb) < 0
            and finite_form(parse, verb) in ("modal", "present")
            and view.quote[verb] == view.quote[cue.head]
        ):
            stretch = (parse.left[verb], parse.right[verb] + 1)
            near = view.count(max(last, cue.stop), stretch[0])
            if near <= 1 + (last <= cue.head) * 8:
                joined = [*choice.content.pieces, _with_conjunction(parse, stretch, last > cue.head)]
                return with_pieces(choice, view.pieces(joined))
    return choice


def _with_conjunction(parse: Parse, stretch: tuple[int, int], goes_on: bool) -> tuple[int, int]:
    """A stretch with the conjunction before it where the content runs straight on into it."""
    a, b = stretch
    return (a - 1, b) if goes_on and a and parse.dep[a - 1] == "cc" else stretch


def _shortened(view: View, choice: Choice) -> Choice:
    """Without the writer's comment at its end, a relative clause of the source, a title before the source."""
    parse, pieces = view.parse, choice.content.pieces
    if len(pieces) > 1 and parse.dep[pieces[0][0]] == "cc" and pieces[0][1] - pieces[0][0] == 1:
        choice = with_pieces(choice, pieces[1:])  # "But X said S"
    source = source_span(view, choice.cue, choice.source.head) if choice.source.head >= 0 else None
    stop = _comment(view, choice)
    if stop >= 0:
        choice = cut(view, choice, stop)
    pieces = choice.content.pieces
    if source is None:
        return choice
    if len(pieces) > 1 and _is_relative(view, pieces[-1][0], source):
        choice = with_pieces(choice, pieces[:-1])
    title = _title(view, choice.content.pieces, source, choice.cue.head)
    return cut(view, choice, title) if title >= 0 else choice


def _is_relative(view: View, first: int, source: tuple[int, int]) -> bool:
    near = view.count(source[1], first) == 0 and source[1] <= first
    return near and view.parse.lower[first] in _RELATIVES


def _comment(view: View, choice: Choice) -> int:
    """Where a comment such as ", a figure that could not be verified" begins (-1: none)."""
    parse = view.parse
    nouns, checks = lexicon.words("comment_nouns"), lexicon.words("checking_verbs")
    a, b = choice.content.pieces[-1]
    for i in range(max(a, b - 40), b):
        outside = view.quote[i] == view.quote[choice.cue.head]
        if outside and parse.lemma[i] in nouns and parse.pos[i] == "NOUN":
            first = i
            while first > a and parse.orth[first] != "," and i - first < 4:
                first -= 1
            article = parse.lower[first + 1] in ("a", "an", "the")
            if first > a and article and any(parse.lemma[k] in checks for k in range(i + 1, b)):
                return first
    return -1


def _title(view: View, pieces: Pieces, source: tuple[int, int], cue: int) -> int:
    """Where a title of the name behind the content begins (-1: none): "S, Chief of Police | Ada Lind"."""
    parse = view.parse
    a, b = pieces[-1]
    if b != source[0] or source[0] > cue or parse.pos[source[0]] != "PROPN":
        return -1
    i = b - 1
    while i > a and b - i <= 8 and parse.orth[i] != ",":
        if parse.pos[i] not in ("PROPN", "NOUN", "ADP", "ADJ") and parse.lower[i] != "and":
            return -1
        i -= 1
    return i if i > a and parse.orth[i] == "," else -1
