"""What a source does with the content of an attribution: it asserts, denies, doubts, asks or withholds it.

Gold guidelines, "stance". The words are those of the stance table; the grammar is here: the words that stand
between the content and the verb whose subject speaks, from the inside out, each with its own negation.
Nothing is needed but the parse and the record, so that it holds however the attribution was found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from claimwire.layers.attributions.asking import Question, question_of, quoted_question
from claimwire.layers.attributions.governors import Node, is_conditional, is_questioned, nodes
from claimwire.layers.falsity import called_false
from claimwire.layers.grammar.subjects import referring_subject_of
from claimwire.layers.grammar.verbs import SUBJECT
from claimwire.layers.negation import of_phrase, of_verb
from claimwire.layers.parse import Parse
from claimwire.lexicon import table, words
from claimwire.records import Attribution, Cue, Span, Stance


class Effect(NamedTuple):
    """What a word of the table means as it stands, and negated."""

    plain: Stance
    denied: Stance

    def of(self, negated: bool) -> Stance:
        """What it means here."""
        return self.denied if negated else self.plain


_PLAIN = Effect("asserts", "withholds")


@cache
def _effects() -> dict[str, Effect]:
    rows = (row for row in table("stance") if row["frame"] == "cue")
    return {r["cue"]: Effect(r["stance"], r["denied"] or "withholds") for r in rows}  # type: ignore[arg-type]


@cache
def _frame(name: str) -> frozenset[str]:
    return frozenset(row["cue"] for row in table("stance") if row["frame"] == name)


def with_stance(parse: Parse, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, each with its stance."""
    return [replace(a, stance=stance(parse, a)) for a in attributions]


def stance(parse: Parse, attribution: Attribution) -> Stance:
    """What the source does with the content."""
    if quoted_question(parse.text, attribution):
        return "asks"
    path = nodes(parse, attribution)
    if path and _is_name(parse, attribution, path[0]):
        return "asserts"
    if not path:
        return "asserts"
    question = question_of(parse, attribution, path[0].token)
    if attribution.source is None and _is_called_false(parse, path[0].token):
        return "denies"
    if attribution.source is None and _is_noun(parse, path[0]):
        path = [path[0], *(node for node in path[1:] if _own(node, question).plain in ("denies", "doubts"))]
    first = _PLAIN if _is_reply(parse, attribution, path[0]) else _own(path[0], question)
    found = first.of(_negated(parse, path[0].token) and not _says_no(parse, attribution, path[0].token))
    for n in range(1, len(path)):
        found = _seen_through(parse, path, n, found, question)
    if _is_unsaid(parse, path):
        return "withholds"
    return _of_question(path, question, found)


def _is_name(parse: Parse, attribution: Attribution, node: Node) -> bool:
    """Whether the quoted words are what something is called: "dismissed it as “a fantasy”" asserts them."""
    calls = attribution.type == "direct" and parse.lemma[node.token] in words("calling_verbs")
    inside = {i for s in attribution.content for i in parse.tokens_in(s.start, s.end)}
    return calls and not any(parse.dep[i] in SUBJECT for i in inside)


def _says_no(parse: Parse, attribution: Attribution, cue: int) -> bool:
    """Whether the negation that the parser hung on a verb is what was said: "Never," she said."""
    negation = of_verb(parse, cue)
    place = parse.start[negation.token] if negation is not None else -1
    return any(s.start <= place < s.end for s in attribution.content)


def _is_called_false(parse: Parse, noun: int) -> bool:
    """Whether the article says of a claim that nobody is named for that it is false."""
    return parse.dep[noun] in ("nsubj", "nsubjpass") and called_false(parse, parse.head[noun]) is not None


def _is_reply(parse: Parse, attribution: Attribution, node: Node) -> bool:
    """Whether words in quotation marks are themselves the denial: "“I was at home,” he hit back"."""
    if attribution.type != "direct" or parse.pos[node.token] != "VERB":
        return False
    before = parse.tokens_in(0, attribution.content[0].start)
    return "that" not in (parse.lower[k] for k in before[-2:])


def _own(node: Node, question: Question) -> Effect:
    """What the table says of a word; a verb of asking that has no question for its content says it."""
    own = next((_effects()[key] for key in node.keys if key in _effects()), _PLAIN)
    return _PLAIN if own.plain == "asks" and not question and _is_in("asking", node) else own


def _seen_through(parse: Parse, path: list[Node], n: int, found: Stance, question: Question) -> Stance:
    """The stance of the words inside, seen through the nth word outwards."""
    node, spoken = path[n], _has_verb(parse, path[:n])
    if node.role == "copula" or _merely_below(parse, node, path[:n]):
        return found
    negated, own = _negated(parse, node.token), _own(node, question)
    if own.plain != "asserts" and not node.role:
        return _joined(found, own.of(negated), spoken)
    if negated == _is_in("above", node):
        return found
    # what was not said, or not thought, is what the word nearest to the content makes of it
    return _own(path[0], question).denied if found == "asserts" else "withholds"


def _is_noun(parse: Parse, node: Node) -> bool:
    return parse.pos[node.token] in ("NOUN", "PROPN")


def governing_stance(parse: Parse, clause: int) -> Stance:
    """The stance of whoever governs a clause that no attribution holds; `clause` is its head."""
    start, end = parse.chars(parse.left[clause], parse.right[clause] + 1)
    cue = parse.head[clause]
    words = Cue(*parse.chars(cue, cue + 1), parse.orth[cue], parse.lemma[cue], "verb")
    content = Span(start, end, parse.text[start:end])
    return stance(parse, Attribution("", "indirect", None, words, (content,)))


def _is_in(frame: str, node: Node) -> bool:
    return any(key in _frame(frame) for key in node.keys)


def _has_verb(parse: Parse, inner: list[Node]) -> bool:
    return any(parse.pos[n.token] == "VERB" for n in inner)


def _merely_below(parse: Parse, node: Node, inner: list[Node]) -> bool:
    """A verb above a gerund with a preposition, of which the table says nothing ("never tires of saying")."""
    by = bool(inner) and parse.dep[inner[-1].token] == "prep" and _has_verb(parse, inner)
    return by and not _is_in("above", node) and not any(key in _effects() for key in node.keys)


def _negated(parse: Parse, i: int) -> bool:
    if parse.pos[i] in ("NOUN", "PROPN", "PRON"):
        return of_phrase(parse, i, subject=False) is not None
    copula = parse.dep[i] in ("acomp", "oprd") and of_verb(parse, parse.head[i]) is not None
    return copula or of_verb(parse, i) is not None or _neither(parse, i)


def _neither(parse: Parse, i: int) -> bool:
    """ "Neither confirmed nor denied", on either verb."""
    words = (parse.lower[c] for c in parse.dependents(i, "preconj", "cc", "det", "nsubj"))
    return any(word in ("neither", "nor") for word in words)


def _joined(inner: Stance, outer: Stance, spoken: bool) -> Stance:
    """The stance of what is inside, seen through a word outside. spoken: whether a verb stands inside."""
    if outer == "asserts":
        return inner
    if inner == "withholds" or outer == "withholds" or (outer == "denies" and spoken):
        return "withholds"
    return outer if inner in ("asserts", outer) else "withholds"


def _is_unsaid(parse: Parse, path: list[Node]) -> bool:
    """Whether nobody is said to speak: no subject there is, a question, a condition."""
    verb = path[-1].token
    subject = referring_subject_of(parse, verb)
    nobody = subject is not None and of_phrase(parse, subject, subject=True) is not None
    return nobody or is_questioned(parse, verb) or is_conditional(parse, verb)


def _of_question(path: list[Node], question: Question, found: Stance) -> Stance:
    """The stance towards a content that is a question itself."""
    if question and any(_is_in("wanting", node) for node in path[1:]):
        return "asks"
    if question != "whether" or found in ("asks", "doubts", "withholds"):
        return found
    if found == "denies":
        return "doubts"
    return "withholds" if _is_in("telling", path[0]) else "asks"
