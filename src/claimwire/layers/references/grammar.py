"""What a token does in its clause: the facts of the parse that decide who can be meant."""

from __future__ import annotations

from claimwire.layers.parse import Parse

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_PREDICATES = frozenset({"VERB", "AUX"})
# Weight of the place of an antecedent, after the salience factors of Lappin and Leass (1994)
_WEIGHTS = {"nsubj": 4.0, "nsubjpass": 3.6, "agent": 2.6, "dobj": 2.6, "dative": 2.4, "attr": 2.0,
            "pobj": 1.8, "poss": 1.9, "poss_subject": 2.8, "appos": 1.8, "compound": 1.0, "nmod": 1.0,
            "amod": 0.8}  # fmt: skip
_CLIMB = 12


def place_of(parse: Parse, i: int) -> str:
    """The dependency label of a token, that of the first conjunct for a conjunct."""
    for _ in range(4):
        if parse.dep[i] not in ("conj", "appos") or parse.head[i] == i:
            break
        i = parse.head[i]
    if parse.dep[i] == "poss" and parse.dep[parse.head[i]] in _SUBJECTS:
        return "poss_subject"
    return parse.dep[i]


def weight_of(place: str) -> float:
    """How well a place in the clause keeps its referent in mind."""
    return _WEIGHTS.get(place, 1.5)


def number_told(parse: Parse, i: int) -> int:
    """1 where the verb of the subject at token i is plural, -1 where singular, 0 where it does not tell."""
    if parse.dep[i] not in ("nsubj", "nsubjpass"):
        return 0
    verb = parse.head[i]
    finite = next((c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")), verb)
    if parse.tag[finite] == "VBP" or parse.lower[finite] == "were":
        return 1
    return -1 if parse.tag[finite] == "VBZ" or parse.lower[finite] == "was" else 0


def predicate_of(parse: Parse, i: int) -> int:
    """The verb that governs a token, or the token itself in a phrase without verb."""
    k = i
    for _ in range(_CLIMB):
        h = parse.head[k]
        if h == k:
            return k
        k = h
        if parse.pos[k] in _PREDICATES:
            return k
    return k


def subjects_above(parse: Parse, i: int) -> list[list[int]]:
    """Subjects of the clauses around token i, its own clause first; verbs joined by "and" share theirs."""
    out: list[list[int]] = []
    k = predicate_of(parse, i)
    for _ in range(_CLIMB):
        found = [c for c in parse.children[k] if parse.dep[c] in _SUBJECTS and c != i]
        if not found and parse.dep[k] == "xcomp":
            # "forced Apple to lower its prices": the object is who lowers
            found = [c for c in parse.children[parse.head[k]] if parse.dep[c] == "dobj" and c < k and c != i]
        out.append(found)
        if parse.head[k] == k:
            break
        shares = parse.dep[k] == "conj" and not found
        k = predicate_of(parse, k)
        if shares:
            out.pop()
    return out


def is_expletive(parse: Parse, i: int) -> bool:
    """Whether an "it" stands for nothing: "it is likely that …", "it seems", "it rained"."""
    if parse.dep[i] == "expl":
        return True
    if parse.dep[i] not in _SUBJECTS:
        return False
    v = parse.head[i]
    kids = parse.children[v]
    if parse.lemma[v] in _EMPTY_VERBS:
        return True
    clause = [
        c for c in kids if c > v and parse.dep[c] in ("ccomp", "xcomp", "advcl", "csubj", "relcl", "acl")
    ]
    judged = [c for c in kids if parse.dep[c] in ("acomp", "attr", "oprd")]
    if parse.lemma[v] in ("be", "become", "seem", "remain", "make", "take"):
        if any(
            parse.tag[parse.left[c]] in ("TO", "IN") or parse.lower[parse.left[c]] == "that" for c in clause
        ):
            return bool(judged) or parse.lemma[v] in ("seem", "take")
        for j in judged:
            if parse.lower[j] in _WILLING:
                return False
            if any(parse.dep[c] in ("ccomp", "xcomp", "relcl") and c > j for c in parse.children[j]):
                return parse.pos[j] in ("ADJ", "NOUN", "VERB") and parse.dep[j] != "oprd"
            if parse.lemma[j] in _TIME_NOUNS:
                return True
    passive = parse.dep[i] == "nsubjpass"
    return passive and any(parse.dep[c] in ("ccomp", "csubj") for c in clause)


# Who is so is somebody: "it was ready to govern"
_WILLING = frozenset({"ready", "able", "unable", "willing", "unwilling", "prepared", "eager", "keen",
                      "happy", "determined", "committed", "confident", "aware", "proud", "pleased", "set",
                      "due", "bound", "entitled", "convinced", "sure", "optimistic", "concerned",
                      "disappointed"})  # fmt: skip
_EMPTY_VERBS = frozenset({"seem", "appear", "rain", "snow", "happen", "matter"})
_TIME_NOUNS = frozenset({"time", "day", "year", "month", "week", "morning", "clock", "o'clock"})
