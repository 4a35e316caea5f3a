"""Why a claim has its values, in words: its record's evidence read out."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.records import Attribution, Claim, ClaimRecord, Evidence
from claimwire.view.words import STANCES

_KINDS = {
    "main": "It is a main clause, or coordinated with one.",
    "complement": "It is a clause that completes a verb, adjective or noun (what is said, known, likely).",
    "relative": "It is a relative clause.",
    "adverbial": "It is a clause of reason, contrast or comparison.",
    "content without a clause": "What was said has no clause of its own, so that the claim has no predicate.",
}
_SUBJECTS = {
    "own": "the verb's own subject",
    "antecedent": "the noun phrase that the relative clause modifies",
    "existential": 'what is said to exist after "there"',
    "lent": "the noun phrase before the verb, which the parser had hung elsewhere",
}
_FRAMES = {
    "aux": "the auxiliary \"{cue}\"",
    "to": "\"{cue}\" with an infinitive",
    "adjective": "the adjective \"{cue}\" with an infinitive",
    "progressive": "\"{cue}\" in the -ing form",
    "verb": "the verb \"{cue}\"",
    "governor": "\"{cue}\", of which the clause is the complement",
    "cue": "the reporting word \"{cue}\"",
    "adverb": "the adverb \"{cue}\"",
    "condition": "a condition that it depends on",
    "word": "the word \"{cue}\"",
    "determiner": "\"{cue}\" before a noun",
    "pronoun": "the pronoun \"{cue}\"",
    "passive": "the passive of \"{cue}\"",
    "denies": "the reporting word \"{cue}\", by which the source denies it",
    "doubts": "the reporting word \"{cue}\", by which the source doubts it",
    "withholds": "the reporting word \"{cue}\", by which the source does not say it",
    "denied": "\"{cue}\", of which there is none",
    "false": "\"{cue}\", which calls it false",
    "phrase": "the words \"{cue}\"",
    "double": "two negations that cancel",
}  # fmt: skip


def explain(claim: Claim | ClaimRecord) -> str:
    """Why the claim has these values: one line a field, with the words that decided and their place.

    Offsets are code points of the article's text.
    """
    lines = [f"claim {claim.id}  [{claim.start}-{claim.end}]", f'{"text":12} "{claim.text}"']
    if claim.resolved != claim.text:
        lines.append(f'{"resolved":12} "{claim.resolved}"')
    return "\n".join(lines + [f"{field:12} {words}" for field, words in reasons(claim)])


def reasons(claim: Claim | ClaimRecord) -> Iterator[tuple[str, str]]:
    """Each decided field with its value and what decided it, in words."""
    by_field = {e.field: e for e in claim.evidence}
    if (kind := by_field.get("clause")) is not None:
        yield "clause", _KINDS.get(kind.rule, kind.rule)
    yield "subject", _subject(claim, by_field.get("subject"))
    yield "predicate", _predicate(claim)
    for argument in claim.arguments:
        marker = f"{argument.marker} | " if argument.marker else ""
        yield "argument", f'{argument.role.replace("_", " ")}: {marker}"{argument.text}"'
    yield "modality", _decided(claim, claim.modality, by_field.get("modality"))
    yield "polarity", _decided(claim, claim.polarity, by_field.get("polarity"))
    if claim.evidential:
        yield "evidential", _decided(claim, claim.evidential, by_field.get("evidential"))
    yield "attribution", _attribution(claim.attribution) + _odds(by_field.get("attribution"))
    if claim.attribution and (said := STANCES.get(claim.attribution.stance)):
        yield "stance", f"{claim.attribution.stance}: the source {said}"
    yield "confidence", _confidence(claim.confidence)


def _subject(claim: Claim | ClaimRecord, evidence: Evidence | None) -> str:
    if claim.subject is None:
        return "none found"
    how = _SUBJECTS.get(evidence.rule, evidence.rule) if evidence else "not recorded"
    text, known = claim.subject.text, claim.subject.name
    name = f", which is {known}" if known and known != text else ""
    return f'"{text}"{name}: {how}{_odds(evidence)}'


def _predicate(claim: Claim | ClaimRecord) -> str:
    if claim.predicate is None:
        return "none: the words said have no verb of their own"
    return f'"{claim.predicate.text}", of the verb "{claim.predicate.lemma}"'


def _decided(claim: Claim | ClaimRecord, value: str, evidence: Evidence | None) -> str:
    if evidence is None or evidence.rule == "default":
        return f"{value}: nothing says otherwise"
    frame, _, cue = evidence.rule.partition(":")
    words = _FRAMES.get(frame, evidence.rule).format(cue=cue)
    return f"{value}: because of {words}{_place(evidence)}{_odds(evidence)}"


def _place(evidence: Evidence | None) -> str:
    return f" [{evidence.start}-{evidence.end}]" if evidence and evidence.start is not None else ""


def _odds(evidence: Evidence | None) -> str:
    """How sure a decision was, and what came second: " (0.81; else Ida Brandt)"."""
    if evidence is None:
        return ""
    sure = None if evidence.probability is None else f"{evidence.probability:.2f}"
    rival = f"else {evidence.rival}" if evidence.rival else None
    said = "; ".join(part for part in (sure, rival) if part)
    return f" ({said})" if said else ""


def _attribution(attribution: Attribution | None) -> str:
    if attribution is None:
        return "none: it stands in no reported content, so the article itself puts it forward"
    source, cue = attribution.source, attribution.cue
    if source is None:
        who = "nobody is named"
    else:
        who = f'"{source.text}"' + (f" ({source.name})" if source.name and source.name != source.text else "")
    by = f', cue "{cue.text}" [{cue.start}-{cue.end}]' if cue is not None else ""
    return f"{attribution.type}: {who}{by}"


def _confidence(confidence: float | None) -> str:
    if confidence is None:
        return "not calibrated"
    share = round(100 * confidence)
    return f"{confidence:.2f}: about {share} in 100 such claims of the development gold were right throughout"
