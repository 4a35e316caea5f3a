"""Finite clauses of a Parse, and which of them put something forward (gold guidelines, "claims")."""

from __future__ import annotations

from collections.abc import Collection

from claimwire.layers.claims.clause import Clause, Kind, Status
from claimwire.layers.claims.conditions import conditions, effects, is_condition, is_inverted
from claimwire.layers.claims.coordination import Said, conjoined_to, is_base_form
from claimwire.layers.claims.frames import is_empty_frame
from claimwire.layers.claims.lost_subjects import (
    has_conjoined_subject,
    is_content_of_noun,
    is_noun_behind_that,
    lent_subjects,
)
from claimwire.layers.claims.predicate import verb_group
from claimwire.layers.claims.questions import is_question
from claimwire.layers.claims.reporting_clauses import is_expected, is_reporting
from claimwire.layers.grammar.verbs import (
    auxiliaries,
    is_finite,
    is_verb,
    shares_auxiliary,
    subject_of,
)
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_KINDS: dict[str, Kind] = {
    "ROOT": "main", "relcl": "relative", "acl": "complement", "ccomp": "complement", "csubj": "complement",
    "csubjpass": "complement", "xcomp": "complement", "pcomp": "complement", "advcl": "adverbial",
}  # fmt: skip
_QUESTION_WORDS = frozenset(
    {
        "what",
        "how",
        "why",
        "whether",
        "if",
        "who",
        "which",
        "where",
        "when",
        "whom",
        "whose",
        "whatever",
        "whoever",
        "whichever",
    }
)
_QUESTION_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})
_PEOPLE = frozenset({"i", "he", "she", "they", "we"})
_DEGREE_HEADS = frozenset({"soon", "long", "far", "much", "well", "often", "many", "more", "less"})


def find_clauses(parse: Parse, cues: Collection[int] = (), said: Said = lambda i: None) -> dict[int, Clause]:
    """All finite clauses by their head, in order of the text.

    cues: tokens of reporting cues. said: whose words hold a token (an object for each report, or None).
    An infinitive with a subject of its own counts where it is what somebody expects.
    """
    clauses: dict[int, Clause] = {}
    for i in range(len(parse)):
        if not is_verb(parse, i) or is_noun_behind_that(parse, i):
            continue
        above = conjoined_to(parse, i, clauses, said) if parse.dep[i] == "conj" else i
        if is_finite(parse, i) or is_expected(parse, i) or has_conjoined_subject(parse, i):
            if is_base_form(parse, i, clauses):
                continue
        elif (
            above == i or parse.head[i] not in clauses or not shares_auxiliary(parse, i, clauses[above].head)
        ):
            continue
        clauses[i] = _clause(parse, i, clauses, cues, clauses.get(above))
    for verb, noun in lent_subjects(parse, clauses).items():
        clauses.pop(noun, None)
        clauses[verb].lent = noun
    for verb, marker in conditions(parse, clauses).items():
        clauses[verb].condition = marker
    return clauses


def _clause(
    parse: Parse, i: int, clauses: dict[int, Clause], cues: Collection[int], above: Clause | None
) -> Clause:
    group = verb_group(parse, i)
    marker = _marker(parse, i)
    if above is not None:
        kind, base = above.kind, above.base
        status = _inherited(above.status) if marker is None else _status(parse, i, kind, marker)
        marker = marker if marker is not None else above.marker
    else:
        kind, base = _kind(parse, i), i
        status = _status(parse, i, kind, marker)
        if kind == "complement" and _inside_part(parse, i, clauses):
            status = "part"
    if status == "claim" and is_reporting(parse, group.verbs, cues):
        status = "reporting"
    elif status == "claim" and kind != "relative" and is_question(parse, i):
        status = "question"
    elif status == "claim" and is_empty_frame(parse, i):
        status = "frame"
    return Clause(i, kind, base, group, marker, status, above.head if above is not None else None)


def _kind(parse: Parse, i: int) -> Kind:
    """What its place makes a clause; one with a relative pronoun in front modifies the noun before it.

    That of "the rumour that he died" is no relative clause, whatever the parser took "that" for.
    """
    if is_content_of_noun(parse, i):
        return "complement"
    if parse.dep[i] == "acl" and parse.tag[parse.left[i]] in ("WDT", "WP", "WP$"):
        return "relative"
    return _KINDS.get(parse.dep[i], "main")


def _inside_part(parse: Parse, i: int, clauses: dict[int, Clause]) -> bool:
    """Whether the nearest clause above a complement is itself a mere part ("until it is sure that S").

    So is a question ("Do you think that S?"), but not one that is tagged on behind ("S, do you think?").
    """
    above = next((k for k in parse.ancestors(i) if k in clauses), None)
    if above is None:
        return False
    status = clauses[above].status
    return status in ("part", "condition") or (status == "question" and above < i)


def _inherited(status: Status) -> Status:
    return "claim" if status in ("reporting", "frame") else status


def _marker(parse: Parse, i: int) -> int | None:
    """The subordinator or question word that opens the clause."""
    if parse.dep[i] == "ccomp" and _opens_with_question(parse, i):
        return parse.left[i]  # "how far it went", "what they have asked for"
    for c in parse.children[i]:
        if c > i:
            return None
        if parse.dep[c] == "mark" or parse.tag[c] in _QUESTION_TAGS:
            return c
    return None


def _opens_with_question(parse: Parse, i: int) -> bool:
    """Whether a question word that belongs to no clause inside stands first."""
    k = parse.left[i]
    if k >= i or parse.tag[k] not in _QUESTION_TAGS:
        return False
    while parse.head[k] != i and parse.pos[k] not in ("VERB", "AUX"):
        k = parse.head[k]
    return parse.head[k] == i and parse.dep[k] not in ("csubj", "ccomp", "advcl")


def _status(parse: Parse, i: int, kind: Kind, marker: int | None) -> Status:
    word = parse.lower[marker] if marker is not None else ""
    if kind == "adverbial":
        return _adverbial(parse, i, word)
    if kind == "relative":
        return "part" if word == "when" else "claim"
    if kind == "complement" and is_condition(parse, i, word):
        return "condition"
    if word == "by":  # "by the time help came"
        return "part"
    if kind == "complement" and (word in _QUESTION_WORDS or parse.dep[i] == "pcomp"):
        return "part"
    return "claim"


def _adverbial(parse: Parse, i: int, word: str) -> Status:
    if parse.lower[parse.head[i]] in _DEGREE_HEADS:
        return "part"
    if not word:
        return "condition" if is_inverted(parse, i) else "claim"
    if word == "as" and subject_of(parse, i) is None:  # "as expected", "as was the case"
        return "part"
    if word == "as" and parse.lower[parse.left[i] + 1] in ("if", "though"):
        return "part"
    if word == "as" and _is_simultaneous(parse, i):
        return "part"
    if word in ("if", "though") and parse.lower[parse.left[i]] == "as":  # "as if nothing had happened"
        return "part"
    effect = effects().get(word, "claim")
    return effect  # type: ignore[return-value]


def _is_simultaneous(parse: Parse, i: int) -> bool:
    """Whether an "as" behind its main clause, without a comma, says what somebody did meanwhile."""
    mark, subject = parse.left[i], subject_of(parse, i)
    if mark < parse.head[i] or subject is None or parse.lower[subject] not in _PEOPLE:
        return False
    past = parse.tag[i] == "VBD" or any(parse.lower[a] in ("was", "were") for a in auxiliaries(parse, i))
    return past and parse.orth[mark - 1] != "," and parse.lemma[i] not in words("stative_verbs")
