"""The narrower scope (fixtures/GUIDELINES.md): content is a clause or quoted words, less "that"."""

from __future__ import annotations

from functools import cache
from itertools import islice

from claimwire import lexicon
from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.view import Pieces, View
from claimwire.layers.parse import Parse

_CLAUSE_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
# Quoted words make a content of their own from this length; shorter ones are names and single terms.
_QUOTED_WORDS = 4
# Tokens of a content that are looked at for its clause; far more than a sentence of news has.
_LONGEST = 500
# Words that introduce a reported clause and belong to neither side.
_INTRODUCERS = frozenset({"that"})


def within_guidelines(view: View, choice: Choice) -> bool:
    """Whether an attribution found in the wide sense is one in the guidelines' sense."""
    parse, cue = view.parse, choice.cue
    if parse.pos[cue.head] == "AUX":
        return False
    if view.headline[cue.head] and cue.kind != "punctuation":
        return False  # a signature on a line of its own looks like a headline and is none
    if cue.kind == "verb" and choice.source is None and not _impersonal(parse, cue.head):
        return _quoted(view, choice) >= _QUOTED_WORDS and not _raising(parse, cue.head)
    if _raising(parse, cue.head):
        return False
    pieces = choice.content
    if _mostly_quoted(view, choice) or holds_clause(view, pieces, finite=True):
        return True
    classes = _classes().get(parse.lemma[cue.head], "")
    if holds_infinitive(view, pieces):
        return "ask" in classes
    return (cue.kind != "verb" or bool(classes)) and holds_clause(view, pieces, finite=False)


def holds_clause(view: View, pieces: Pieces, finite: bool) -> bool:
    """Whether a stretch holds a verb with a subject of its own; finite: and with tense or a modal.

    Not the verb of a relative clause: "unveiled a van that costs less" reports the van.
    """
    parse = view.parse
    inside = _inside(pieces)
    return any(
        parse.pos[i] in ("VERB", "AUX")
        and parse.dep[i] != "relcl"
        and _has_subject(parse, i, inside)
        and (not finite or any(parse.tag[k] in _FINITE for k in (i, *parse.dependents(i, "aux", "auxpass"))))
        for i in (inside if finite else _heads(parse, inside))
    )


def holds_infinitive(view: View, pieces: Pieces) -> bool:
    """Whether a stretch is an object with its infinitive ("him to leave")."""
    parse = view.parse
    inside = _inside(pieces)
    return any(
        parse.dep[i] in ("dobj", "dative")
        and any(parse.dep[c] in ("xcomp", "ccomp") and c in inside for c in parse.children[parse.head[i]])
        for i in _heads(parse, inside)
    )


def _inside(pieces: Pieces) -> set[int]:
    """The tokens of a stretch, or its first: contents without an end, nested, would cost their square."""
    return set(islice((i for a, b in pieces for i in range(a, b)), _LONGEST))


def _heads(parse: Parse, inside: set[int]) -> list[int]:
    return [i for i in inside if parse.head[i] not in inside or parse.head[i] == i]


@cache
def _classes() -> dict[str, str]:
    """What each reporting verb takes; "ask" is an object and an infinitive ("urge them to leave")."""
    return {r["lemma"]: r["classes"] for r in lexicon.table("report_verbs")}


def _has_subject(parse: Parse, verb: int, inside: set[int]) -> bool:
    return any(parse.dep[c] in _CLAUSE_SUBJECTS and c in inside for c in parse.children[verb])


def _quoted(view: View, choice: Choice) -> int:
    """Quoted words of the content; inside one quotation nothing counts as quoted once more."""
    return 0 if view.quote[choice.cue.head] >= 0 else view.quoted(choice.content)


def _mostly_quoted(view: View, choice: Choice) -> bool:
    quoted = _quoted(view, choice)
    words = sum(view.count(a, b) for a, b in choice.content)
    return quoted >= _QUOTED_WORDS and 2 * quoted >= words


def _raising(parse: Parse, verb: int) -> bool:
    """ "is thought to have spread": a passive whose subject is the infinitive's, with nobody who thinks."""
    children = parse.children[verb]
    passive = any(parse.dep[c] in ("auxpass", "nsubjpass") for c in children)
    return passive and any(parse.dep[c] == "xcomp" for c in children)


def _impersonal(parse: Parse, verb: int) -> bool:
    """ "it is believed that" and "it was announced that", but not "it seems that"."""
    children = parse.children[verb]
    passive = any(parse.dep[c] == "auxpass" for c in children)
    empty = any(parse.lower[c] == "it" for c in children)
    return passive and empty and any(parse.dep[c] == "ccomp" for c in children)


def narrow(view: View, pieces: Pieces) -> Pieces:
    """The content without an introducing "that", cut at sentence ends, edges clean."""
    parse = view.parse
    out: list[tuple[int, int]] = []
    for k, (a, b) in enumerate(pieces):
        if k == 0 and parse.lower[a] in _INTRODUCERS and parse.dep[a] == "mark":
            a += 1
        out.extend(_by_sentence(view, a, b))
    return tuple(p for p in (_edges(view, a, b) for a, b in out) if p[0] < p[1])


def _by_sentence(view: View, a: int, b: int) -> list[tuple[int, int]]:
    parse, out = view.parse, []
    while a < b:
        stop = min(b, parse.sents[parse.sent[a]][1])
        out.append((a, stop))
        a = stop
    return out


def _edges(view: View, a: int, b: int) -> tuple[int, int]:
    """Clean edges, but a bracket or a mark that closes what opens inside stays."""
    a, b = view.trim(a, b)
    parse = view.parse
    if a < b < len(parse) and view.quote[b - 1] >= 0 and view.quote[a] < 0:
        region = view.regions[view.quote[b - 1]]
        if region[1] == b + 1 and region[0] > a:
            b += 1
    if (
        a < b
        and a
        and view.quote[a] >= 0
        and view.quote[b - 1] < 0
        and view.regions[view.quote[a]][0] == a - 1
    ):
        a -= 1
    return a, b


def media_nouns() -> frozenset[str]:
    """Heads of phrases that name where something was said."""
    return lexicon.words("media_nouns")
