"""Which entities a pronoun or noun phrase may stand for at all."""

from __future__ import annotations

from claimwire.layers.parse import Parse
from claimwire.layers.references.anaphors import Anaphor
from claimwire.layers.references.classes import is_taken_up
from claimwire.layers.references.discourse import Actor, Discourse, Saying
from claimwire.layers.references.memory import Memory
from claimwire.lexicon import words

MOST_CANDIDATES = 14
_BEHIND = 4
_BACK_SENTENCES = 12
_AHEAD_PARAGRAPHS = 1
_TELLING = frozenset({"tell", "inform"})


def is_called(actor: Actor, noun: str) -> bool:
    """Whether the text has called an entity so, or its name holds the noun."""
    return noun in actor.kinds or noun in actor.words or noun + "s" in actor.words


def may_be_called(actor: Actor, noun: str) -> bool:
    """Whether a noun for people can mean a person: it says no more than that, or the text has told so.

    A "minister" is nobody of whom the text has not said it; bodies and places may be called what they are.
    """
    if actor.label != "PERSON" or noun in words("general_nouns") or is_called(actor, noun):
        return True
    return is_taken_up(actor, noun)


def candidates(a: Anaphor, discourse: Discourse, memory: Memory) -> list[Actor]:
    """Entities mentioned before, the nearest first, then those named soon behind.

    Those that the text has called by the anaphor's noun come with any distance, before the others.
    """
    parse, i = discourse.parse, a.token
    saying = discourse.said_in.get(i)
    speaker = memory.speakers.get(saying.position) if saying else None
    barred = speaker if _speaks_of_others(a, saying) else None
    inside = {e.entity for k in range(a.first, a.stop) if (e := discourse.at.get(k)) is not None}
    noun = parse.lemma[i].lower() if a.kind == "nominal" else ""
    before: list[tuple[bool, int, Actor]] = []
    behind: list[tuple[int, Actor]] = []
    for actor in discourse.actors.values():
        called = bool(noun) and is_called(actor, noun)
        if actor.label not in a.labels and not called or actor.entity in inside:
            continue
        if actor.entity == barred or _only_hears(parse, actor) or noun and not may_be_called(actor, noun):
            continue
        if actor.recent and not a.ahead_only:
            away = parse.sent[i] - actor.recent[-1].sent
            if away <= _BACK_SENTENCES or called or actor.entity == speaker:
                before.append((not called, -actor.recent[-1].token, actor))
        elif not actor.recent:
            first = next((o for o in actor.ahead if o.token > i), None)
            if first is not None and first.paragraph - discourse.paragraph(i) <= _AHEAD_PARAGRAPHS:
                behind.append((first.token, actor))
    behind.sort(key=lambda x: x[0])
    kept = sorted(before, key=lambda x: x[:2])[: MOST_CANDIDATES - _BEHIND]
    kept.sort(key=lambda x: x[1])
    return _agreeing(a, [x[2] for x in kept]) + [x[1] for x in behind[:_BEHIND]]


def _agreeing(a: Anaphor, before: list[Actor]) -> list[Actor]:
    """Without those of unknown gender where one who is known to agree was mentioned in as late a sentence."""
    gender = {"he": "m", "she": "f"}.get(a.cls)
    late = max((x.recent[-1].sent for x in before if gender and x.gender == gender), default=-1)
    return [x for x in before if x.gender is not None or x.recent[-1].sent > late]


def _speaks_of_others(a: Anaphor, saying: Saying | None) -> bool:
    """Whether an anaphor stands in quoted words in which somebody else than the speaker is spoken of."""
    return a.cls not in ("I", "we") and saying is not None and a.token in saying.verbatim


def _only_hears(parse: Parse, actor: Actor) -> bool:
    """Whether a body was named only as whom somebody told something: "a witness told the Gazette"."""
    if actor.label != "ORG" or not actor.recent:
        return False
    return all(
        o.place in ("dobj", "dative") and parse.lemma[parse.head[o.token]] in _TELLING for o in actor.recent
    )
