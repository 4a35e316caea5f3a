"""Speakers named: who the source of an attribution is, after names and references are known."""

from __future__ import annotations

from dataclasses import replace

from claimwire.layers.grammar.heads import root_of
from claimwire.layers.grammar.phrases import noun_phrase, trim
from claimwire.layers.mentions import Mentions, Named, tokens_of
from claimwire.layers.names.words import kinds
from claimwire.layers.parse import Parse
from claimwire.layers.references.anaphors import pronouns
from claimwire.lexicon import words
from claimwire.records import Attribution, Source, SpeakerHow

_ARTICLES = frozenset({"the", "a", "an"})
_GIVERS = frozenset({"by", "from", "of"})
# Tokens back that a pronoun looks for whom it takes up; two sentences of news have fewer.
_REACH = 150


def name_sources(mentions: Mentions, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions with the name, label, entity, role and kind of their source."""
    out: list[Attribution] = []
    last: Source | None = None
    for a in attributions:
        if a.source is None:
            out.append(a)
            continue
        source = name_source(mentions, a.source)
        if source.entity is not None and _is_research(mentions.parse, source):
            last = source
        elif (
            last is not None and source.entity is None and _is_research(mentions.parse, source, taken_up=True)
        ):
            source = replace(source, name=last.name, label=last.label, entity=last.entity)
        out.append(replace(a, source=source))
    return out


_RESEARCH = frozenset({"survey", "study", "poll", "report", "research", "paper"})


def _is_research(parse: Parse, source: Source, taken_up: bool = False) -> bool:
    """Whether a source is a study ("a study by Pew"), or one that is taken up again ("the survey")."""
    tokens = tokens_of(parse, source.start, source.end)
    if not tokens or parse.lemma[root_of(parse, tokens)].lower() not in _RESEARCH:
        return False
    return not taken_up or parse.lower[tokens.start] in ("the", "this")


def name_source(mentions: Mentions, source: Source) -> Source:
    """A source named after resolution; a noun phrase that is no name keeps its words, article off."""
    parse = mentions.parse
    tokens = tokens_of(parse, source.start, source.end)
    if not tokens:
        return source
    head = root_of(parse, tokens)
    pronoun = len(tokens) == 1 and parse.pos[head] == "PRON"
    named = None
    if not _names_another(mentions, tokens, head):
        named = _voice(mentions, tokens, head) or mentions.of(tokens.start, tokens.stop, head)
        named = named or _relative(mentions, head) or _set_off(mentions, tokens, head)
        named = named or _held_offices(mentions, tokens, head)
    if named is None:
        stands_for = nameless(mentions, head) if pronoun else None
        name = _plain(parse, stands_for or tokens)
        return replace(source, name=name, label=None, how="pronoun" if pronoun else "nominal")
    how: SpeakerHow = (
        "pronoun" if pronoun else "named" if mentions.named_in(tokens, named.entity) else "nominal"
    )
    return replace(
        source,
        name=named.name,
        label=named.label,
        entity=named.entity,
        role=named.role,
        how=how,
        confidence=named.confidence,
    )


def _names_another(mentions: Mentions, tokens: range, head: int) -> bool:
    """Whether the name behind a comma is somebody else's: "a spokesman for its chief, Ann Lee"."""
    parse = mentions.parse
    last = mentions.covering(tokens[-1])
    if last is None or last.label != "PERSON":
        return False
    comma = parse.token_at(last.start) - 1
    other = comma - 1
    if other <= head or other not in tokens or parse.orth[comma] != ",":
        return False
    return parse.pos[other] == "NOUN" and "PERSON" in kinds().get(parse.lemma[other].lower(), ((),))[0]


def _held_offices(mentions: Mentions, tokens: range, head: int) -> Named | None:
    """The one person at the end of a phrase of offices: "Chairman and chief executive Al Dunn"."""
    parse = mentions.parse
    last = mentions.covering(tokens[-1])
    if last is None or last.label != "PERSON":
        return None
    first = parse.token_at(last.start)
    before = range(tokens.start, first)
    people = {e.entity for k in before if (e := mentions.covering(k)) is not None and e.label == "PERSON"}
    bare = parse.pos[tokens.start] not in ("DET", "PRON", "NUM") and not any(
        parse.orth[k] in _BREAKS or parse.tag[k] == "POS" for k in before
    )
    office = any("PERSON" in kinds().get(parse.lemma[k].lower(), ((),))[0] for k in before)
    joined = before and parse.pos[first - 1] not in ("ADP", "CCONJ")
    return mentions.at_token(tokens[-1]) if bare and office and joined and not people else None


_BREAKS = frozenset({",", ";", ":", "(", ")"})


def _relative(mentions: Mentions, i: int) -> Named | None:
    """Whom a relative pronoun takes up: "Alcorn, who are third in the league, said …"."""
    parse = mentions.parse
    if parse.lower[i] not in ("who", "which"):
        return None
    for k in parse.ancestors(i):
        if parse.dep[k] == "relcl":
            return mentions.at_token(parse.head[k])
    return mentions.at_token(i - 2) if i > 1 and parse.orth[i - 1] == "," else None


def _set_off(mentions: Mentions, tokens: range, head: int) -> Named | None:
    """The name that ends a source behind a comma: "A spokesman for the club, Ian Pell"."""
    parse = mentions.parse
    last = mentions.covering(tokens[-1])
    if last is None or last.label not in ("PERSON", "ORG") or mentions.covering(head) is not None:
        return None
    before = parse.token_at(last.start) - 1
    return mentions.at_token(tokens[-1]) if before > head and parse.orth[before] == "," else None


def nameless(mentions: Mentions, i: int) -> range | None:
    """The noun phrase without name that a pronoun speaker takes up: "A Larch spokeswoman … she said".

    The last subject of this or the two sentences before that agrees, where no person is named since.
    """
    parse = mentions.parse
    row = pronouns().get(parse.lower[i])
    if row is None or row["person"] != "3" or row["gender"] == "n":
        return None
    first = max(parse.sents[max(parse.sent[i] - 2, 0)][0], i - _REACH)
    for k in range(i - 1, first - 1, -1):
        entity = mentions.covering(k)
        if entity is not None and entity.label == "PERSON":
            return None
        if parse.dep[k] in ("nsubj", "nsubjpass") and entity is None and _agrees(parse, k, row):
            return range(*noun_phrase(parse, k, coordinated=False))
    return None


def _agrees(parse: Parse, i: int, row: dict[str, str]) -> bool:
    kind = kinds().get(parse.lemma[i].lower())
    if kind is None or "PERSON" not in kind[0] or parse.pos[i] != "NOUN":
        return False
    if row["gender"] == "":
        return parse.tag[i] == "NNS"
    return parse.tag[i] == "NN" and kind[1] in ("", row["gender"])


def _voice(mentions: Mentions, tokens: range, head: int) -> Named | None:
    """The organisation that speaks through a document: "a Holcim statement", "a study by Pew"."""
    parse = mentions.parse
    if parse.lemma[head].lower() not in words("documents"):
        return None
    for c in parse.children[head]:
        if c not in tokens:
            continue
        if parse.dep[c] in ("poss", "compound", "nmod") and (found := mentions.at_token(c)) is not None:
            return found
        if parse.dep[c] == "prep" and parse.lower[c] in _GIVERS or parse.dep[c] in ("acl", "agent"):
            for k in parse.subtree(c):
                if parse.dep[k] == "pobj" and (found := mentions.at_token(k)) is not None:
                    return found
    return None


def _plain(parse: Parse, tokens: range) -> str:
    relative = (k for k in tokens[1:] if parse.tag[k] in ("WP", "WP$", "WDT") and parse.orth[k - 1] == ",")
    first, stop = trim(parse, tokens.start, next(relative, tokens.stop))
    if stop - first > 1 and parse.lower[first] in _ARTICLES:
        first += 1
    return parse.phrase(first, stop) if first < stop else parse.phrase(tokens.start, tokens.stop)
