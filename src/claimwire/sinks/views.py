"""Views that answer what people ask first, in SQL that SQLite, PostgreSQL and DuckDB share."""

from __future__ import annotations

# Who said what, when and where. `words` are the verbatim ones; `said_on` is the day the text gives for the
# saying, else null; `published` is the article's own date. Of what a speaker says, only what has the stance
# `asserts` or `denies` is his own claim; rows from before there were stances count as `asserts`.
_QUOTES = """
SELECT a.speaker, a.speaker_role, a.speaker_label, a.type, COALESCE(a.stance, 'asserts') AS stance,
       a.content, a.quote AS words, a.cue, a.medium,
       (SELECT MIN(t.earliest) FROM attribution_dates ad
          JOIN dates t ON t.document_id = ad.document_id AND t.id = ad.date_id
         WHERE ad.document_id = a.document_id AND ad.attribution_id = a.id) AS said_on,
       d.date AS published, d.title, COALESCE(d.url, d.source, d.id) AS source,
       a.document_id, a.id AS attribution_id
  FROM attributions a JOIN documents d ON d.id = a.document_id
"""

# One row for a number and a claim that holds it; a number outside every claim stands once, with a null claim.
_NUMBERS = """
SELECT q.value, q.low, q.high, q.modifier, q.change, q.unit, q.per, q.kind, q.counted, q.text,
       COALESCE(c.subject_name, c.subject) AS subject, c.predicate_lemma AS predicate, c.modality, c.polarity,
       c.evidential, a.speaker,
       CASE WHEN a.id IS NOT NULL THEN COALESCE(a.stance, 'asserts') END AS stance,
       (SELECT MIN(t.earliest) FROM claim_dates cd
          JOIN dates t ON t.document_id = cd.document_id AND t.id = cd.date_id
         WHERE cd.document_id = c.document_id AND cd.claim_id = c.id) AS date,
       d.date AS published, COALESCE(d.url, d.source, d.id) AS source, c.text AS claim,
       q.document_id, q.id AS quantity_id, c.id AS claim_id
  FROM quantities q
  JOIN documents d ON d.id = q.document_id
  LEFT JOIN claim_quantities cq ON cq.document_id = q.document_id AND cq.quantity_id = q.id
  LEFT JOIN claims c ON c.document_id = cq.document_id AND c.id = cq.claim_id
  LEFT JOIN attributions a ON a.document_id = c.document_id AND a.id = c.attribution_id
"""

# Claims that somebody is said to have made; `speaker` is null where nobody is named. What the article says
# in its own voice is in `claims` alone, with a null `attribution_id`. What he doubts, asks or does not say is
# here too: `WHERE stance IN ('asserts', 'denies')` leaves what is his own.
_CLAIMS_BY_SPEAKER = """
SELECT a.speaker, a.speaker_role, a.type, COALESCE(a.stance, 'asserts') AS stance,
       COALESCE(c.subject_name, c.subject) AS subject, c.predicate, c.resolved, c.text, c.start_char,
       c.modality, c.polarity, c.evidential, c.confidence, d.date AS published,
       COALESCE(d.url, d.source, d.id) AS source, c.document_id, c.id AS claim_id
  FROM claims c
  JOIN documents d ON d.id = c.document_id
  JOIN attributions a ON a.document_id = c.document_id AND a.id = c.attribution_id
"""

VIEWS: dict[str, str] = {
    "v_quotes": _QUOTES.strip(),
    "v_numbers": _NUMBERS.strip(),
    "v_claims_by_speaker": _CLAIMS_BY_SPEAKER.strip(),
}
