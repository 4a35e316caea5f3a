"""The verb group on a Parse: auxiliaries, finiteness, and the chain of infinitives behind a finite verb."""

from __future__ import annotations

from claimwire.layers.parse import Parse
from claimwire.lexicon import words

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
AUXILIARY = frozenset({"aux", "auxpass"})
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_BETWEEN = frozenset({"advmod", "neg", "prt", "aux", "auxpass", "npadvmod", "punct", "preconj"})
# A past tense without an object is often tagged as a participle; in these places only a finite verb fits
_FINITE_PLACE = frozenset({"ROOT", "ccomp", "relcl", "conj", "parataxis", "advcl"})
_NOMINAL_PLACE = frozenset({"pobj", "nsubj", "nsubjpass", "dobj", "compound", "amod", "nmod", "det", "poss"})
_DASHES = frozenset({"-", "–", "—"})
_ABSOLUTE = frozenset({"with", "without"})
_REDUCED = frozenset({"acl", "relcl", "advcl"})
_CHAINED_ADJECTIVES = frozenset({"VBN", "VBG"})


def auxiliaries(parse: Parse, i: int) -> list[int]:
    """The auxiliaries of a verb, "to" included, in order; a name like "May" before a past tense is none."""
    return [c for c in parse.children[i] if parse.dep[c] in AUXILIARY and not is_name(parse, c, i)]


def is_name(parse: Parse, a: int, verb: int) -> bool:
    """Whether a capital word tagged as a modal stands before a tense that no modal takes ("Will went")."""
    return parse.tag[a] == "MD" and parse.tag[verb] in ("VBD", "VBZ") and parse.orth[a][0].isupper()


def subject_of(parse: Parse, i: int) -> int | None:
    """The verb's own subject: the nearest before it, else the first; an expletive only if alone."""
    found = None
    for c in parse.children[i]:
        if parse.dep[c] not in SUBJECT and not (parse.dep[c] == "aux" and is_name(parse, c, i)):
            continue
        if found is None or parse.dep[found] == "expl" or (c < i and parse.dep[c] != "expl"):
            found = c
    return found


def is_verb(parse: Parse, i: int) -> bool:
    """Whether a token heads a verb group: a verb or copula, no auxiliary, in no noun's place."""
    if parse.pos[i] not in ("VERB", "AUX") or parse.dep[i] in AUXILIARY or parse.orth[i] in _DASHES:
        return False
    if any(c < i and parse.dep[c] == "poss" for c in parse.children[i]):  # a noun, taken for a verb
        return False
    return parse.dep[i] not in _NOMINAL_PLACE or any(parse.dep[c] in SUBJECT for c in parse.children[i])


def is_finite(parse: Parse, i: int) -> bool:
    """Whether the verb group of a token carries tense: by itself, by an auxiliary, or by a tag corrected."""
    tag = parse.tag[i]
    helpers = auxiliaries(parse, i)
    if any(parse.tag[a] in FINITE for a in helpers):
        return True
    if any(parse.tag[a] == "TO" for a in helpers):
        return False
    if is_subjunctive(parse, i):
        return True
    if tag == "VBD" and parse.dep[i] in _REDUCED and (_stands_alone(parse, i) or _is_absolute(parse, i)):
        return False
    if tag == "VBP" and not helpers and (_is_bare_infinitive(parse, i) or _shares_to(parse, i)):
        return False
    if tag in FINITE:
        return True
    return _finite_in_place(parse, i, tag) if not helpers else False


def has_tense(parse: Parse, i: int) -> bool:
    """Whether a verb or an auxiliary of it is tagged as finite; `is_finite` weighs its place too."""
    return any(parse.tag[k] in FINITE for k in (i, *parse.dependents(i, *AUXILIARY)))


def is_subjunctive(parse: Parse, i: int) -> bool:
    """A base form with a subject below "that" ("ordered that he be freed", "require that states report")."""
    if parse.dep[i] != "ccomp" or subject_of(parse, i) is None:
        return False
    first = next((c for c in parse.children[i] if parse.dep[c] in AUXILIARY), i)
    return parse.tag[first] == "VB" and any(
        parse.dep[c] == "mark" and parse.lower[c] == "that" for c in parse.children[i]
    )


def is_infinitive_clause(parse: Parse, i: int) -> bool:
    """An infinitive with "to" and a subject of its own, as the complement of the verb above."""
    if parse.dep[i] not in ("ccomp", "xcomp") or subject_of(parse, i) is None:
        return False
    return any(parse.tag[a] == "TO" for a in auxiliaries(parse, i))


def _stands_alone(parse: Parse, i: int) -> bool:
    """Neither subject nor conjunction: in a subordinate place a participle ("the man jailed in May")."""
    opened = any(parse.dep[c] == "mark" or parse.tag[c] in ("WDT", "WP", "WRB") for c in parse.children[i])
    return not opened and subject_of(parse, i) is None


def _finite_in_place(parse: Parse, i: int, tag: str) -> bool:
    """A participle or base form that stands where only a finite verb can, with a subject before it."""
    subject = subject_of(parse, i)
    if subject is None or subject > i or parse.dep[i] not in _FINITE_PLACE:
        return False
    if tag == "VBN":
        return parse.dep[i] != "advcl" or _subordinated(parse, i)
    if tag == "VB" and parse.dep[i] in ("ROOT", "relcl") and parse.tag[subject] in ("NNS", "NNPS"):
        return not _is_vocative(parse, subject, i)
    return tag == "VB" and parse.dep[i] == "ccomp" and not _is_bare_infinitive(parse, i)


def _is_vocative(parse: Parse, subject: int, i: int) -> bool:
    """Whether a comma alone parts a subject from its verb: "All members, stand up"."""
    return parse.right[subject] == i - 2 and parse.orth[i - 1] == ","


def _is_bare_infinitive(parse: Parse, i: int) -> bool:
    """The complement of a verb that takes a noun phrase and a bare infinitive ("saw a stranger win")."""
    if parse.dep[i] != "ccomp" or parse.lemma[parse.head[i]] not in words("bare_infinitive_governors"):
        return False
    subject = subject_of(parse, i)
    return subject is not None and subject < i and not _subordinated(parse, i)


def _shares_to(parse: Parse, i: int) -> bool:
    """A base form taken for a present tense, beside an infinitive ("to check facts and argue")."""
    above = parse.head[i]
    if parse.dep[i] != "conj" or parse.tag[above] != "VB" or subject_of(parse, i) is not None:
        return False
    return any(parse.tag[a] == "TO" for a in auxiliaries(parse, above))


def _is_absolute(parse: Parse, i: int) -> bool:
    """Whether "with" stands before a noun and its participle ("with the road closed")."""
    return any(c < i and parse.lower[c] in _ABSOLUTE and not parse.children[c] for c in parse.children[i])


def _subordinated(parse: Parse, i: int) -> bool:
    return any(parse.dep[c] == "mark" and parse.lower[c] not in _ABSOLUTE for c in parse.children[i])


def shares_auxiliary(parse: Parse, i: int, first: int) -> bool:
    """Whether a conjunct without auxiliary completes the one of an earlier verb ("will buy and sell")."""
    helpers = auxiliaries(parse, first)
    own = auxiliaries(parse, i)
    if not own and not helpers and parse.tag[first] in ("VBD", "VBP"):
        # Forms that do not change ("cost", "put") behind a past tense, base forms behind a present
        if parse.tag[first] == "VBP":
            return parse.tag[i] == "VB"
        return parse.tag[i] == "VBN" or (
            parse.tag[i] in ("VB", "VBP") and parse.lower[i] in words("unchanging_verbs")
        )
    if own or not helpers or parse.tag[i] not in ("VB", "VBN", "VBG", "VBD", "VBP"):
        return False
    if parse.tag[helpers[-1]] in ("MD",) or parse.lemma[helpers[-1]] == "do":
        unchanged = parse.lemma[i] == parse.lower[i]  # "would raise fees and cut staff", "cut" tagged as past
        return parse.tag[i] in ("VB", "VBP") or unchanged
    return parse.tag[i] in ("VBN", "VBG") and parse.tag[first] in ("VBN", "VBG", "VBD")


def chain(parse: Parse, i: int) -> list[int]:
    """The verbs of a group from the finite one to the last chained infinitive ("continues to restructure").

    An infinitive is chained when nothing but adverbs, negation and particles stands between.
    """
    out = [i]
    while (step := _next_in_chain(parse, out[-1])) is not None:
        out.append(step)
    return out


def _next_in_chain(parse: Parse, v: int) -> int | None:
    for c in parse.children[v]:
        if c <= v or parse.dep[c] not in ("xcomp", "advcl", "acomp", "oprd", "ccomp"):
            continue
        dep = parse.dep[c]
        if parse.lemma[v] == "be" and dep in ("acomp", "oprd") and _joins_copula(parse, c):
            return c if _adjacent(parse, v, c, c) else None
        helpers = auxiliaries(parse, c)
        marker = next((a for a in helpers if parse.tag[a] == "TO" and a < c), None)
        if marker is not None and dep in ("xcomp", "ccomp") and subject_of(parse, c) is None:
            return c if _adjacent(parse, v, c, marker) else None
    return None


def _joins_copula(parse: Parse, c: int) -> bool:
    return _is_participle(parse, c) or _semi_auxiliary(parse, c)


def _semi_auxiliary(parse: Parse, adjective: int) -> bool:
    """An adjective directly before a "to" ("is due to open")."""
    if parse.lower[adjective] not in words("semi_auxiliary_adjectives") or adjective + 1 >= len(parse):
        return False
    return parse.tag[adjective + 1] == "TO"


def _is_participle(parse: Parse, c: int) -> bool:
    """A participle, also one that the tagger takes for an adjective ("was underpriced")."""
    return parse.tag[c] in _CHAINED_ADJECTIVES or (parse.tag[c] == "JJ" and parse.lower[c].endswith("ed"))


def _adjacent(parse: Parse, v: int, c: int, until: int) -> bool:
    """Whether all tokens between verb v and a token are light dependents of v or c."""
    between = range(v + 1, until)
    return len(between) < 5 and all(_is_light(parse, k, v, c) for k in between)


def _is_light(parse: Parse, k: int, v: int, c: int) -> bool:
    return parse.head[k] in (v, c) and (parse.dep[k] in _BETWEEN or parse.pos[k] in ("ADV", "CCONJ"))
