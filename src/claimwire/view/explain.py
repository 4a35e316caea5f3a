"""Why a claim has its values, in words: its record's evidence read out."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.records import Attribution, Claim, ClaimRecord, Evidence

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
    "double": "two negations that cancel",
}  # fmt: skip


def explain(claim: Claim | ClaimRecord) -> str:
    """Why the claim has these values: one line a field, with the words that decided and their place.

    Offsets are code points of the article's text.
    """
    return "\n".join(_lines(claim))


def _lines(claim: Claim | ClaimRecord) -> Iterator[str]:
    by_field = {e.field: e for e in claim.evidence}
    yield f"claim {claim.id}  [{claim.start}-{claim.end}]"
    yield f'text         "{claim.text}"'
    if claim.resolved != claim.text:
        yield f'resolved     "{claim.resolved}"'
    if (kind := by_field.get("clause")) is not None:
        yield f"clause       {_KINDS.get(kind.rule, kind.rule)}"
    yield f"subject      {_subject(claim, by_field.get('subject'))}"
    yield f"predicate    {_predicate(claim)}"
    for argument in claim.arguments:
        marker = f"{argument.marker} | " if argument.marker else ""
        yield f'argument     {argument.role.replace("_", " ")}: {marker}"{argument.text}"'
    yield f"modality     {_decided(claim, claim.modality, by_field.get('modality'))}"
    yield f"polarity     {_decided(claim, claim.polarity, by_field.get('polarity'))}"
    yield f"attribution  {_attribution(claim.attribution)}"
    yield f"confidence   {_confidence(claim.confidence)}"


def _subject(claim: Claim | ClaimRecord, evidence: Evidence | None) -> str:
    if claim.subject is None:
        return "none found"
    how = _SUBJECTS.get(evidence.rule, evidence.rule) if evidence else "not recorded"
    name = f", which is {claim.subject.name}" if claim.subject.name else ""
    return f'"{claim.subject.text}"{name}: {how}'


def _predicate(claim: Claim | ClaimRecord) -> str:
    if claim.predicate is None:
        return "none: the words said have no verb of their own"
    return f'"{claim.predicate.text}", of the verb "{claim.predicate.lemma}"'


def _decided(claim: Claim | ClaimRecord, value: str, evidence: Evidence | None) -> str:
    if evidence is None or evidence.rule == "default":
        return f"{value}: nothing says otherwise"
    frame, _, cue = evidence.rule.partition(":")
    words = _FRAMES.get(frame, evidence.rule).format(cue=cue)
    place = f" [{evidence.start}-{evidence.end}]" if evidence.start is not None else ""
    return f"{value}: because of {words}{place}"


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
    return (
        f"{confidence:.2f}: about {round(100 * confidence)} in 100 claims of this kind were right on the gold"
    )
