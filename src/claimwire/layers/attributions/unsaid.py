"""What has the form of an attribution and reports nothing: questions, conditions, silence, mere seeing."""

from __future__ import annotations

from claimwire import lexicon
from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.view import View
from claimwire.layers.attributions.words import complement, finite_form, verb_classes
from claimwire.layers.parse import Parse

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question"})
_CONDITIONS = frozenset({"if", "unless"})
_PERCEPTION = frozenset({"see", "hear", "feel", "watch"})
_VOLITION = frozenset({"want"})


def unsaid(view: View, choice: Choice) -> bool:
    """Whether nothing is put forward: "Do you think S?", "if you say S", "declined to say how S"."""
    parse, cue = view.parse, choice.cue.head
    if choice.cue.kind != "verb":
        return False
    if parse.lemma[cue] in lexicon.words("withholding_verbs") and _says_nothing(parse, cue):
        return True
    if _embedded_question(view, choice) or _hypothetical(parse, cue) or _asked(parse, cue):
        return True
    words = verb_classes().get(parse.lemma[cue], frozenset())
    if parse.lemma[cue] in _VOLITION and not view.quoted(choice.content.pieces) * (view.own(cue) < 0):
        return complement(parse, cue) < 0
    return bool(words) and parse.lemma[cue] in _PERCEPTION and _mere_event(parse, cue)


def _says_nothing(parse: Parse, cue: int) -> bool:
    return bool(parse.dependents(cue, "xcomp"))


def _embedded_question(view: View, choice: Choice) -> bool:
    """ "did not say how S", "refused to say whether S", "know who S"; to ask is to say something."""
    parse, cue = view.parse, choice.cue.head
    first = choice.content.pieces[0][0]
    word = parse.lower[first]
    marks = word in ("whether", "if") and parse.head[first] == choice.content.head
    question = (parse.tag[first] in _WH and word != "that") or marks
    if not question or first < cue or parse.lemma[cue] in _ASKING or view.quote[first] != view.quote[cue]:
        return False
    head = parse.head[cue]
    held_back = parse.dep[cue] == "xcomp" and parse.lemma[head] in lexicon.words("withholding_verbs")
    bare = parse.tag[cue] == "VB" and not parse.dependents(cue, "nsubj")  # "to say how S"
    negated = bare or parse.dependents(cue, "neg") or finite_form(parse, cue) == "modal"
    return bool(held_back or negated or "think" in verb_classes().get(parse.lemma[cue], frozenset()))


def _hypothetical(parse: Parse, cue: int) -> bool:
    marks = (parse.lower[c] for c in parse.dependents(cue, "mark") if c < cue)
    return parse.dep[cue] == "advcl" and any(m in _CONDITIONS for m in marks)


def _asked(parse: Parse, cue: int) -> bool:
    """A direct question to the hearer: "Do you think S?"."""
    aux = parse.dependents(cue, "aux")
    subject = parse.dependents(cue, "nsubj")
    return bool(aux and subject) and aux[0] < subject[0] < cue and parse.lower[subject[0]] == "you"


def _mere_event(parse: Parse, cue: int) -> bool:
    """ "saw it go", "heard people crying": a clause without tense is what happened, not what was thought."""
    below = parse.dependents(cue, "ccomp")
    return bool(below) and not any(finite_form(parse, c) for c in below)
