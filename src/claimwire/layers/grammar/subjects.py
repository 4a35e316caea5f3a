"""The subject of a verb, as several layers ask for it; `verbs.subject_of` is the verb's own."""

from __future__ import annotations

from claimwire.layers.grammar.verbs import subject_of
from claimwire.layers.parse import Parse

_SHARING = ("conj", "xcomp")
_CHAIN = 6  # verbs up the tree


def referring_subject_of(parse: Parse, verb: int) -> int | None:
    """A verb's own subject where it stands for something: none of "there is"."""
    own = subject_of(parse, verb)
    return None if own is None or parse.dep[own] == "expl" else own


def shared_subject_of(parse: Parse, verb: int) -> int | None:
    """The subject of a verb or of the verb that it is coordinated with or hangs on as an infinitive."""
    for _ in range(_CHAIN):
        own = subject_of(parse, verb)
        if own is not None or parse.dep[verb] not in _SHARING or parse.head[verb] == verb:
            return own
        verb = parse.head[verb]
    return None
