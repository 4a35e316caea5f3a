"""Who says it: from the words that the encoder found to a noun phrase."""

from __future__ import annotations

from claimwire import lexicon
from claimwire.layers.attributions.choice import CueWords, SourceWords
from claimwire.layers.attributions.quoted_parse import QuotedParse
from claimwire.layers.grammar.heads import roots
from claimwire.layers.grammar.phrases import before_clause, noun_phrase
from claimwire.layers.grammar.relatives import PRONOUNS, relative_clause_of
from claimwire.layers.parse import Parse

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "pobj"})
_VERBAL = ("nsubj", "nsubjpass")
_PLACES = frozenset({"in", "at", "from", "near", "outside", "inside", "behind"})


def source_words(view: QuotedParse, cue: CueWords, first: int, stop: int, wide: bool) -> SourceWords:
    """The source of tokens first..stop; after the guidelines its noun phrase, clear of relative clauses."""
    parse = view.parse
    first, stop = view.trim(first, stop)
    if first >= stop:
        return SourceWords(first, first, first + 1)
    head = head_of(parse, first, stop)
    if stop - first == 1:
        head = _over_opening(parse, head)
    if wide:
        return SourceWords(head, first, max(stop, head + 1))
    if is_relative(parse, head) and stop - first == 1:
        head = antecedent(parse, head)
        first, stop = noun_phrase(parse, head)
    a, b = phrase_of(view, cue, head)
    return SourceWords(head, a, max(b, _behind_place(view, cue, head)))


def _over_opening(parse: Parse, word: int) -> int:
    """The noun that a lone article or title opens the phrase of: "[the] agency said", "said [Mr] Holm"."""
    noun = parse.head[word]
    opens = parse.dep[word] in ("det", "compound") and word < noun <= word + _OPENING
    return noun if opens and parse.pos[noun] in ("NOUN", "PROPN", "ADJ") else word


_OPENING = 5  # tokens from an article to its noun


def own_subject(view: QuotedParse, cue: CueWords, source: SourceWords) -> SourceWords:
    """The subject of the cue where the source is the subject of a verb that the cue is only joined to.

    "Shell shut the well and Total said S" is what Total said.
    """
    parse = view.parse
    verb = parse.head[source.head]
    if cue.kind != "verb" or parse.dep[source.head] not in _VERBAL or verb == cue.head:
        return source
    own = next((c for c in parse.dependents(cue.head, *_VERBAL) if not is_relative(parse, c)), None)
    joined = parse.dep[cue.head] == "conj" or parse.sent[verb] != parse.sent[cue.head]
    if own is None or not joined or view.quote[own] >= 0:
        return source
    return SourceWords(own, *phrase_of(view, cue, own))


def _behind_place(view: QuotedParse, cue: CueWords, head: int) -> int:
    """Where a source behind its cue ends, with the place that tells which: "asked a woman in the crowd"."""
    parse = view.parse
    determiners = parse.dependents(head, "det", "nummod")
    unnamed = any(parse.lower[c] in ("a", "an", "one", "another") for c in determiners)
    if head < cue.head or not unnamed or head + 1 >= len(parse):
        return head + 1
    place = head + 1
    nouns = parse.dependents(place, "pobj")
    if parse.lower[place] not in _PLACES or parse.head[place] != cue.head or not nouns:
        return head + 1
    said_in = parse.lower[nouns[0]] in lexicon.words("media_nouns") or parse.pos[nouns[0]] == "PROPN"
    return head + 1 if said_in else parse.right[nouns[0]] + 1


def head_of(parse: Parse, first: int, stop: int) -> int:
    """The token that heads a stretch: of several the one that is somebody's subject, else the first."""
    heads = roots(parse, range(first, stop))
    return next((i for i in heads if parse.dep[i] in _SUBJECTS), heads[0])


def phrase_of(view: QuotedParse, cue: CueWords, head: int) -> tuple[int, int]:
    """Tokens (first, last + 1) of the noun phrase of a head, clear of the cue, quotations and clauses."""
    parse, quote = view.parse, view.quote
    first, stop = noun_phrase(parse, head)
    if first <= cue.head < stop:
        first, stop = (first, cue.first) if head < cue.first else (max(first, cue.stop), stop)
        if not first <= head < stop:
            first, stop = head, head + 1
    if quote[head] < 0:  # a quotation glued on by the parser is no part of the name
        while stop - 1 > head and quote[stop - 1] >= 0:
            stop -= 1
        while first < head and quote[first] >= 0:
            first += 1
    while stop - 1 > head and view.edge[stop - 1]:
        stop -= 1
    while first < head and view.edge[first]:
        first += 1
    return first, before_pronoun(parse, head, before_clause(parse, head, stop))


def is_relative(parse: Parse, head: int) -> bool:
    """Whether a source is a relative pronoun ("the minister, who said …")."""
    return parse.lower[head] in PRONOUNS and parse.pos[head] == "PRON"


def antecedent(parse: Parse, head: int) -> int:
    """The noun a relative pronoun stands for, a name rather than its apposition, else the token itself."""
    clause = relative_clause_of(parse, head)
    return head if clause is None else named_head(parse, parse.head[clause])


def named_head(parse: Parse, noun: int) -> int:
    """The name that a noun stands in apposition to ("Ada Lind, an engineer, who"), else the noun."""
    above = parse.head[noun]
    return above if parse.dep[noun] == "appos" and parse.pos[above] == "PROPN" else noun


def before_pronoun(parse: Parse, head: int, stop: int) -> int:
    """Where a source ends, less the relative pronoun of the clause that reports."""
    while stop - 1 > head and (parse.lower[stop - 1] in PRONOUNS or parse.orth[stop - 1] == ","):
        stop -= 1
    return stop
