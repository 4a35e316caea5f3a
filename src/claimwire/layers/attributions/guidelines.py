"""The narrower scope (fixtures/GUIDELINES.md): content is a clause or quoted words, less "that"."""

from __future__ import annotations

from functools import cache
from itertools import islice

from claimwire import lexicon
from claimwire.layers.attributions.called import is_name_calling, is_title
from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.quoted_parse import Pieces, QuotedParse
from claimwire.layers.grammar.verbs import SUBJECT, has_tense
from claimwire.layers.parse import Parse

# Quoted words make a content of their own from this length; shorter ones are names and single terms.
_QUOTED_WORDS = 4
# Tokens of a content that are looked at for its clause; far more than a sentence of news has.
_LONGEST = 500
# Words that introduce a reported clause and belong to neither side.
_INTRODUCERS = frozenset({"that"})


def within_guidelines(view: QuotedParse, choice: Choice, hosts: bool = False) -> bool:
    """Whether an attribution found in the wide sense is one in the guidelines' sense.

    hosts: whether one may be that is none but holds another: "declined to say that S".
    """
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
    if is_title(view, choice):
        return False
    if is_name_calling(view, choice) or _mostly_quoted(view, choice) or _is_speech(view, choice):
        return True
    if _is_bare_infinitive(parse, pieces[0][0]) and not hosts:
        return False
    if _is_described(parse, pieces[0][0]):
        return False
    if holds_clause(view, pieces, finite=True):
        return True
    classes = _classes().get(parse.lemma[cue.head], "")
    if holds_infinitive(view, pieces):
        return "ask" in classes
    return (cue.kind != "verb" or bool(classes)) and holds_clause(view, pieces, finite=False)


def holds_clause(view: QuotedParse, pieces: Pieces, finite: bool) -> bool:
    """Whether a stretch holds a verb with a subject of its own; finite: and with tense or a modal.

    Not the verb of a relative clause: "unveiled a van that costs less" reports the van.
    """
    parse = view.parse
    inside = _inside(pieces)
    return any(
        (parse.pos[i] in ("VERB", "AUX") or parse.dependents(i, "aux"))
        and parse.dep[i] != "relcl"
        and _has_subject(parse, i, inside)
        and (not finite or has_tense(parse, i))
        for i in (inside if finite else _heads(parse, inside))
    )


def holds_infinitive(view: QuotedParse, pieces: Pieces) -> bool:
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
    return any(parse.dep[c] in SUBJECT and c in inside for c in parse.children[verb])


def _quoted(view: QuotedParse, choice: Choice) -> int:
    """Quoted words of the content; inside one quotation nothing counts as quoted once more."""
    return 0 if view.quote[choice.cue.head] >= 0 else view.quoted(choice.content)


def _mostly_quoted(view: QuotedParse, choice: Choice) -> bool:
    quoted = _quoted(view, choice)
    words = sum(view.count(a, b) for a, b in choice.content)
    return quoted >= _QUOTED_WORDS and 2 * quoted >= words


def _is_speech(view: QuotedParse, choice: Choice) -> bool:
    """Whether the content is one short quotation beside its tag: "Until May," she said."""
    words = sum(view.count(a, b) for a, b in choice.content)
    if not words or _quoted(view, choice) < words or choice.cue.kind != "verb":
        return False
    parse, (a, b) = view.parse, choice.content[-1]
    ends = [k for k in range(max(a, b - 2), min(b + 2, len(parse))) if parse.orth[k] in _SPEECH_ENDS]
    return bool(ends) and "say" in _classes().get(parse.lemma[choice.cue.head], "say")


_SPEECH_ENDS = frozenset({",", ".", "?", "!", "…"})


def _is_bare_infinitive(parse: Parse, first: int) -> bool:
    """Whether a content begins with an infinitive that has no subject: "declined to say whether S"."""
    return parse.tag[first] == "TO" and parse.dep[first] == "aux"


def _is_described(parse: Parse, first: int) -> bool:
    """Whether a content is a relative clause: "the claim that she made"."""
    relative = next((i for i in (first, first - 1) if i >= 0 and parse.lower[i] == "that"), -1)
    return relative >= 0 and parse.dep[relative] in ("dobj", "nsubj", "nsubjpass", "pobj")


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


def narrow(view: QuotedParse, pieces: Pieces) -> Pieces:
    """The content without an introducing "that", cut at sentence ends, edges clean."""
    parse = view.parse
    out: list[tuple[int, int]] = []
    for k, (a, b) in enumerate(pieces):
        if k == 0:
            a = _behind_noun(parse, a, b)
        if k == 0 and parse.lower[a] in _INTRODUCERS and parse.dep[a] == "mark":
            a += 1
        out.extend(_by_sentence(view, a, b))
    return tuple(p for p in (_edges(view, a, b) for a, b in out) if p[0] < p[1])


def _behind_noun(parse: Parse, a: int, b: int) -> int:
    """Where the clause begins that a noun only announces: "suggestions that S", "the idea that S"."""
    for k in range(a + 1, min(b, a + _ANNOUNCING)):
        if parse.lower[k] in _INTRODUCERS and parse.dep[k] == "mark":
            verb = parse.head[k]
            noun = parse.head[verb]
            announced = parse.dep[verb] in ("acl", "ccomp") and a <= noun < k and parse.pos[noun] == "NOUN"
            bare = all(parse.pos[i] in ("DET", "ADJ", "NOUN", "PRON") for i in range(a, k))
            return k if announced and bare else a
    return a


# Tokens of a noun phrase that announces a clause: "any such suggestion"
_ANNOUNCING = 5


def _by_sentence(view: QuotedParse, a: int, b: int) -> list[tuple[int, int]]:
    parse, out = view.parse, []
    while a < b:
        stop = min(b, parse.sents[parse.sent[a]][1])
        out.append((a, stop))
        a = stop
    return out


def _edges(view: QuotedParse, a: int, b: int) -> tuple[int, int]:
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
