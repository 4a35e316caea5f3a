-- What claimwire 0.1 with version 2 of its tables made of one document of the samples, in sqlite.
CREATE TABLE claimwire_schema (
	version INTEGER NOT NULL
);
CREATE TABLE documents (
	id TEXT NOT NULL,
	source TEXT,
	sha256 TEXT NOT NULL,
	date DATE,
	title TEXT,
	url TEXT,
	reader TEXT,
	version TEXT,
	pipeline TEXT,
	model TEXT,
	complete BOOLEAN NOT NULL,
	text TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE attributions (
	document_id TEXT NOT NULL,
	id TEXT NOT NULL,
	type TEXT NOT NULL,
	speaker TEXT,
	speaker_label TEXT,
	speaker_entity TEXT,
	speaker_role TEXT,
	speaker_how TEXT,
	speaker_text TEXT,
	speaker_start INTEGER,
	speaker_end INTEGER,
	cue TEXT,
	cue_lemma TEXT,
	cue_kind TEXT,
	cue_start INTEGER,
	cue_end INTEGER,
	content TEXT NOT NULL,
	quote TEXT,
	medium TEXT,
	medium_start INTEGER,
	medium_end INTEGER,
	confidence NUMERIC,
	rule TEXT,
	PRIMARY KEY (document_id, id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE dates (
	document_id TEXT NOT NULL,
	id INTEGER NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	type TEXT NOT NULL,
	value TEXT NOT NULL,
	mod TEXT,
	earliest DATE,
	latest DATE,
	anchored BOOLEAN NOT NULL,
	rule TEXT,
	PRIMARY KEY (document_id, id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE entities (
	document_id TEXT NOT NULL,
	id INTEGER NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	label TEXT NOT NULL,
	name TEXT NOT NULL,
	entity TEXT,
	role TEXT,
	rule TEXT,
	PRIMARY KEY (document_id, id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE quantities (
	document_id TEXT NOT NULL,
	id INTEGER NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	value NUMERIC,
	low NUMERIC,
	high NUMERIC,
	modifier TEXT,
	change TEXT,
	unit TEXT,
	kind TEXT NOT NULL,
	counted TEXT,
	counted_start INTEGER,
	counted_end INTEGER,
	rule TEXT,
	PRIMARY KEY (document_id, id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE "references" (
	document_id TEXT NOT NULL,
	id INTEGER NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	name TEXT NOT NULL,
	entity TEXT,
	kind TEXT NOT NULL,
	label TEXT,
	rule TEXT,
	PRIMARY KEY (document_id, id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE attribution_dates (
	document_id TEXT NOT NULL,
	attribution_id TEXT NOT NULL,
	date_id INTEGER NOT NULL,
	PRIMARY KEY (document_id, attribution_id, date_id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, attribution_id) REFERENCES attributions (document_id, id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, date_id) REFERENCES dates (document_id, id) ON DELETE CASCADE
);
CREATE TABLE claims (
	document_id TEXT NOT NULL,
	id TEXT NOT NULL,
	sentence INTEGER NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	resolved TEXT NOT NULL,
	subject TEXT,
	subject_name TEXT,
	subject_label TEXT,
	subject_entity TEXT,
	subject_start INTEGER,
	subject_end INTEGER,
	predicate TEXT,
	predicate_lemma TEXT,
	predicate_start INTEGER,
	predicate_end INTEGER,
	polarity TEXT NOT NULL,
	modality TEXT NOT NULL,
	attribution_id TEXT,
	confidence NUMERIC,
	record JSON NOT NULL,
	PRIMARY KEY (document_id, id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, attribution_id) REFERENCES attributions (document_id, id) ON DELETE CASCADE
);
CREATE TABLE contents (
	document_id TEXT NOT NULL,
	attribution_id TEXT NOT NULL,
	id INTEGER NOT NULL,
	verbatim BOOLEAN NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (document_id, attribution_id, id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, attribution_id) REFERENCES attributions (document_id, id) ON DELETE CASCADE
);
CREATE TABLE arguments (
	document_id TEXT NOT NULL,
	claim_id TEXT NOT NULL,
	id INTEGER NOT NULL,
	role TEXT NOT NULL,
	marker TEXT,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	text TEXT NOT NULL,
	name TEXT,
	entity TEXT,
	PRIMARY KEY (document_id, claim_id, id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, claim_id) REFERENCES claims (document_id, id) ON DELETE CASCADE
);
CREATE TABLE claim_dates (
	document_id TEXT NOT NULL,
	claim_id TEXT NOT NULL,
	date_id INTEGER NOT NULL,
	PRIMARY KEY (document_id, claim_id, date_id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, claim_id) REFERENCES claims (document_id, id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, date_id) REFERENCES dates (document_id, id) ON DELETE CASCADE
);
CREATE TABLE claim_entities (
	document_id TEXT NOT NULL,
	claim_id TEXT NOT NULL,
	entity_id INTEGER NOT NULL,
	PRIMARY KEY (document_id, claim_id, entity_id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, claim_id) REFERENCES claims (document_id, id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, entity_id) REFERENCES entities (document_id, id) ON DELETE CASCADE
);
CREATE TABLE claim_quantities (
	document_id TEXT NOT NULL,
	claim_id TEXT NOT NULL,
	quantity_id INTEGER NOT NULL,
	PRIMARY KEY (document_id, claim_id, quantity_id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, claim_id) REFERENCES claims (document_id, id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, quantity_id) REFERENCES quantities (document_id, id) ON DELETE CASCADE
);
CREATE TABLE evidence (
	document_id TEXT NOT NULL,
	claim_id TEXT NOT NULL,
	id INTEGER NOT NULL,
	field TEXT NOT NULL,
	rule TEXT NOT NULL,
	start_char INTEGER,
	end_char INTEGER,
	PRIMARY KEY (document_id, claim_id, id),
	FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
	FOREIGN KEY(document_id, claim_id) REFERENCES claims (document_id, id) ON DELETE CASCADE
);
CREATE INDEX ix_documents_date ON documents (date);
CREATE INDEX ix_attributions_speaker ON attributions (speaker);
CREATE INDEX ix_dates_earliest_latest ON dates (earliest, latest);
CREATE INDEX ix_entities_label_name ON entities (label, name);
CREATE INDEX ix_entities_name ON entities (name);
CREATE INDEX ix_quantities_unit_value ON quantities (unit, value);
CREATE INDEX ix_references_name ON "references" (name);
CREATE INDEX ix_claims_document_id_attribution_id ON claims (document_id, attribution_id);
CREATE INDEX ix_claims_modality_polarity ON claims (modality, polarity);
CREATE INDEX ix_claims_predicate_lemma ON claims (predicate_lemma);
CREATE INDEX ix_claims_subject_name ON claims (subject_name);
CREATE INDEX ix_arguments_name ON arguments (name);
CREATE INDEX ix_evidence_field_rule ON evidence (field, rule);
INSERT INTO "documents" ("id", "source", "sha256", "date", "title", "url", "reader", "version", "pipeline", "model", "complete", "text") VALUES ('harbour', 'harbour.txt', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '2026-03-04', 'Harbour tolls to rise', NULL, NULL, '0.1.0', 'news', 'en_core_web_md-3.7.1', TRUE, 'Harbour tolls to rise

Mayor Ida Brandt said on Tuesday that Veldport "will not close" its harbour. She expects tolls to bring in about €4.5m a year. Veldport handled 310 ships last month.');
INSERT INTO "entities" ("document_id", "id", "start_char", "end_char", "text", "label", "name", "entity", "role", "rule") VALUES ('harbour', 1, 29, 39, 'Ida Brandt', 'PERSON', 'Ida Brandt', 'e1', 'mayor', NULL);
INSERT INTO "entities" ("document_id", "id", "start_char", "end_char", "text", "label", "name", "entity", "role", "rule") VALUES ('harbour', 2, 61, 69, 'Veldport', 'GPE', 'Veldport', 'e2', NULL, NULL);
INSERT INTO "entities" ("document_id", "id", "start_char", "end_char", "text", "label", "name", "entity", "role", "rule") VALUES ('harbour', 3, 150, 158, 'Veldport', 'GPE', 'Veldport', 'e2', NULL, NULL);
INSERT INTO "references" ("document_id", "id", "start_char", "end_char", "text", "name", "entity", "kind", "label", "rule") VALUES ('harbour', 1, 100, 103, 'She', 'Ida Brandt', 'e1', 'pronoun', 'PERSON', NULL);
INSERT INTO "quantities" ("document_id", "id", "start_char", "end_char", "text", "value", "low", "high", "modifier", "change", "unit", "kind", "counted", "counted_start", "counted_end", "rule") VALUES ('harbour', 1, 130, 141, 'about €4.5m', 4500000.0, NULL, NULL, 'approx', NULL, 'EUR', 'money', 'tolls', 8, 13, NULL);
INSERT INTO "quantities" ("document_id", "id", "start_char", "end_char", "text", "value", "low", "high", "modifier", "change", "unit", "kind", "counted", "counted_start", "counted_end", "rule") VALUES ('harbour', 2, 167, 176, '310 ships', 310.0, NULL, NULL, NULL, NULL, NULL, 'count', 'ships', 171, 176, NULL);
INSERT INTO "dates" ("document_id", "id", "start_char", "end_char", "text", "type", "value", "mod", "earliest", "latest", "anchored", "rule") VALUES ('harbour', 1, 48, 55, 'Tuesday', 'DATE', '2026-03-03', NULL, '2026-03-03', '2026-03-03', TRUE, NULL);
INSERT INTO "dates" ("document_id", "id", "start_char", "end_char", "text", "type", "value", "mod", "earliest", "latest", "anchored", "rule") VALUES ('harbour', 2, 142, 148, 'a year', 'SET', 'P1Y', NULL, NULL, NULL, TRUE, NULL);
INSERT INTO "dates" ("document_id", "id", "start_char", "end_char", "text", "type", "value", "mod", "earliest", "latest", "anchored", "rule") VALUES ('harbour', 3, 177, 187, 'last month', 'DATE', '2026-02', NULL, '2026-02-01', '2026-02-28', TRUE, NULL);
INSERT INTO "attributions" ("document_id", "id", "type", "speaker", "speaker_label", "speaker_entity", "speaker_role", "speaker_how", "speaker_text", "speaker_start", "speaker_end", "cue", "cue_lemma", "cue_kind", "cue_start", "cue_end", "content", "quote", "medium", "medium_start", "medium_end", "confidence", "rule") VALUES ('harbour', 'a1', 'mixed', 'Ida Brandt', 'PERSON', 'e1', 'mayor', 'named', 'Mayor Ida Brandt', 23, 39, 'said', 'say', 'verb', 40, 44, 'Veldport "will not close" its harbour', 'will not close', NULL, NULL, NULL, 0.9, NULL);
INSERT INTO "attributions" ("document_id", "id", "type", "speaker", "speaker_label", "speaker_entity", "speaker_role", "speaker_how", "speaker_text", "speaker_start", "speaker_end", "cue", "cue_lemma", "cue_kind", "cue_start", "cue_end", "content", "quote", "medium", "medium_start", "medium_end", "confidence", "rule") VALUES ('harbour', 'a2', 'indirect', 'Ida Brandt', 'PERSON', 'e1', NULL, 'pronoun', 'She', 100, 103, 'expects', 'expect', 'verb', 104, 111, 'tolls to bring in about €4.5m a year', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "contents" ("document_id", "attribution_id", "id", "verbatim", "start_char", "end_char", "text") VALUES ('harbour', 'a1', 1, FALSE, 61, 98, 'Veldport "will not close" its harbour');
INSERT INTO "contents" ("document_id", "attribution_id", "id", "verbatim", "start_char", "end_char", "text") VALUES ('harbour', 'a1', 2, TRUE, 71, 85, 'will not close');
INSERT INTO "contents" ("document_id", "attribution_id", "id", "verbatim", "start_char", "end_char", "text") VALUES ('harbour', 'a2', 1, FALSE, 112, 148, 'tolls to bring in about €4.5m a year');
INSERT INTO "claims" ("document_id", "id", "sentence", "start_char", "end_char", "text", "resolved", "subject", "subject_name", "subject_label", "subject_entity", "subject_start", "subject_end", "predicate", "predicate_lemma", "predicate_start", "predicate_end", "polarity", "modality", "attribution_id", "confidence", "record") VALUES ('harbour', 'c1', 1, 61, 98, 'Veldport "will not close" its harbour', 'Veldport "will not close" its harbour', 'Veldport', 'Veldport', 'GPE', 'e2', 61, 69, 'will not close', 'close', 71, 85, 'negated', 'predicted', 'a1', 0.8, '{"schema":"claimwire.claim/1","id":"c1","document":{"id":"harbour","source":"harbour.txt","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","date":"2026-03-04"},"sentence":1,"start":61,"end":98,"text":"Veldport \"will not close\" its harbour","prefix":"Ida Brandt said on Tuesday that ","suffix":". She expects tolls to bring in ","resolved":"Veldport \"will not close\" its harbour","subject":{"start":61,"end":69,"text":"Veldport","name":"Veldport","label":"GPE","entity":"e2"},"predicate":{"start":71,"end":85,"text":"will not close","lemma":"close"},"arguments":[{"start":87,"end":98,"text":"its harbour","role":"object","marker":null,"name":null,"entity":null}],"polarity":"negated","modality":"predicted","attribution":{"id":"a1","type":"mixed","source":{"start":23,"end":39,"text":"Mayor Ida Brandt","name":"Ida Brandt","label":"PERSON","entity":"e1","role":"mayor","how":"named"},"cue":{"start":40,"end":44,"text":"said","lemma":"say","kind":"verb"},"content":[{"start":61,"end":98,"text":"Veldport \"will not close\" its harbour"}],"quotes":[{"start":71,"end":85,"text":"will not close"}],"medium":null,"dates":[{"start":48,"end":55,"text":"Tuesday","type":"DATE","value":"2026-03-03","mod":null,"earliest":"2026-03-03","latest":"2026-03-03","anchored":true,"rule":null}],"confidence":0.9,"rule":null},"entities":[{"start":61,"end":69,"text":"Veldport","label":"GPE","name":"Veldport","entity":"e2","role":null,"rule":null}],"quantities":[],"dates":[],"evidence":[{"field":"polarity","rule":"negation","start":76,"end":79}],"confidence":0.8}');
INSERT INTO "claims" ("document_id", "id", "sentence", "start_char", "end_char", "text", "resolved", "subject", "subject_name", "subject_label", "subject_entity", "subject_start", "subject_end", "predicate", "predicate_lemma", "predicate_start", "predicate_end", "polarity", "modality", "attribution_id", "confidence", "record") VALUES ('harbour', 'c2', 2, 112, 148, 'tolls to bring in about €4.5m a year', 'tolls to bring in about €4.5m a year', 'tolls', NULL, NULL, NULL, 112, 117, 'to bring in', 'bring', 118, 129, 'affirmed', 'predicted', 'a2', NULL, '{"schema":"claimwire.claim/1","id":"c2","document":{"id":"harbour","source":"harbour.txt","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","date":"2026-03-04"},"sentence":2,"start":112,"end":148,"text":"tolls to bring in about €4.5m a year","prefix":"close\" its harbour. She expects ","suffix":". Veldport handled 310 ships las","resolved":"tolls to bring in about €4.5m a year","subject":{"start":112,"end":117,"text":"tolls","name":null,"label":null,"entity":null},"predicate":{"start":118,"end":129,"text":"to bring in","lemma":"bring"},"arguments":[{"start":130,"end":141,"text":"about €4.5m","role":"object","marker":null,"name":null,"entity":null}],"polarity":"affirmed","modality":"predicted","attribution":{"id":"a2","type":"indirect","source":{"start":100,"end":103,"text":"She","name":"Ida Brandt","label":"PERSON","entity":"e1","role":null,"how":"pronoun"},"cue":{"start":104,"end":111,"text":"expects","lemma":"expect","kind":"verb"},"content":[{"start":112,"end":148,"text":"tolls to bring in about €4.5m a year"}],"quotes":[],"medium":null,"dates":[],"confidence":null,"rule":null},"entities":[],"quantities":[{"start":130,"end":141,"text":"about €4.5m","value":4500000.0,"low":null,"high":null,"modifier":"approx","change":null,"unit":"EUR","kind":"money","counted":{"start":8,"end":13,"text":"tolls"},"rule":null}],"dates":[{"start":142,"end":148,"text":"a year","type":"SET","value":"P1Y","mod":null,"earliest":null,"latest":null,"anchored":true,"rule":null}],"evidence":[],"confidence":null}');
INSERT INTO "claims" ("document_id", "id", "sentence", "start_char", "end_char", "text", "resolved", "subject", "subject_name", "subject_label", "subject_entity", "subject_start", "subject_end", "predicate", "predicate_lemma", "predicate_start", "predicate_end", "polarity", "modality", "attribution_id", "confidence", "record") VALUES ('harbour', 'c3', 3, 150, 187, 'Veldport handled 310 ships last month', 'Veldport handled 310 ships last month', 'Veldport', 'Veldport', 'GPE', 'e2', 150, 158, 'handled', 'handle', 159, 166, 'affirmed', 'asserted', NULL, 0.7, '{"schema":"claimwire.claim/1","id":"c3","document":{"id":"harbour","source":"harbour.txt","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","date":"2026-03-04"},"sentence":3,"start":150,"end":187,"text":"Veldport handled 310 ships last month","prefix":"to bring in about €4.5m a year. ","suffix":".","resolved":"Veldport handled 310 ships last month","subject":{"start":150,"end":158,"text":"Veldport","name":"Veldport","label":"GPE","entity":"e2"},"predicate":{"start":159,"end":166,"text":"handled","lemma":"handle"},"arguments":[{"start":167,"end":176,"text":"310 ships","role":"object","marker":null,"name":null,"entity":null}],"polarity":"affirmed","modality":"asserted","attribution":null,"entities":[{"start":150,"end":158,"text":"Veldport","label":"GPE","name":"Veldport","entity":"e2","role":null,"rule":null}],"quantities":[{"start":167,"end":176,"text":"310 ships","value":310.0,"low":null,"high":null,"modifier":null,"change":null,"unit":null,"kind":"count","counted":{"start":171,"end":176,"text":"ships"},"rule":null}],"dates":[{"start":177,"end":187,"text":"last month","type":"DATE","value":"2026-02","mod":null,"earliest":"2026-02-01","latest":"2026-02-28","anchored":true,"rule":null}],"evidence":[],"confidence":0.7}');
INSERT INTO "arguments" ("document_id", "claim_id", "id", "role", "marker", "start_char", "end_char", "text", "name", "entity") VALUES ('harbour', 'c1', 1, 'object', NULL, 87, 98, 'its harbour', NULL, NULL);
INSERT INTO "arguments" ("document_id", "claim_id", "id", "role", "marker", "start_char", "end_char", "text", "name", "entity") VALUES ('harbour', 'c2', 1, 'object', NULL, 130, 141, 'about €4.5m', NULL, NULL);
INSERT INTO "arguments" ("document_id", "claim_id", "id", "role", "marker", "start_char", "end_char", "text", "name", "entity") VALUES ('harbour', 'c3', 1, 'object', NULL, 167, 176, '310 ships', NULL, NULL);
INSERT INTO "evidence" ("document_id", "claim_id", "id", "field", "rule", "start_char", "end_char") VALUES ('harbour', 'c1', 1, 'polarity', 'negation', 76, 79);
INSERT INTO "claim_entities" ("document_id", "claim_id", "entity_id") VALUES ('harbour', 'c1', 2);
INSERT INTO "claim_entities" ("document_id", "claim_id", "entity_id") VALUES ('harbour', 'c3', 3);
INSERT INTO "claim_quantities" ("document_id", "claim_id", "quantity_id") VALUES ('harbour', 'c2', 1);
INSERT INTO "claim_quantities" ("document_id", "claim_id", "quantity_id") VALUES ('harbour', 'c3', 2);
INSERT INTO "claim_dates" ("document_id", "claim_id", "date_id") VALUES ('harbour', 'c2', 2);
INSERT INTO "claim_dates" ("document_id", "claim_id", "date_id") VALUES ('harbour', 'c3', 3);
INSERT INTO "attribution_dates" ("document_id", "attribution_id", "date_id") VALUES ('harbour', 'a1', 1);
CREATE VIEW v_quotes AS SELECT a.speaker, a.speaker_role, a.speaker_label, a.type, a.content, a.quote AS words, a.cue, a.medium,
       (SELECT MIN(t.earliest) FROM attribution_dates ad
          JOIN dates t ON t.document_id = ad.document_id AND t.id = ad.date_id
         WHERE ad.document_id = a.document_id AND ad.attribution_id = a.id) AS said_on,
       d.date AS published, d.title, COALESCE(d.url, d.source, d.id) AS source,
       a.document_id, a.id AS attribution_id
  FROM attributions a JOIN documents d ON d.id = a.document_id;
CREATE VIEW v_numbers AS SELECT q.value, q.low, q.high, q.modifier, q.change, q.unit, q.kind, q.counted, q.text,
       COALESCE(c.subject_name, c.subject) AS subject, c.predicate_lemma AS predicate, c.modality, c.polarity,
       a.speaker,
       (SELECT MIN(t.earliest) FROM claim_dates cd
          JOIN dates t ON t.document_id = cd.document_id AND t.id = cd.date_id
         WHERE cd.document_id = c.document_id AND cd.claim_id = c.id) AS date,
       d.date AS published, COALESCE(d.url, d.source, d.id) AS source, c.text AS claim,
       q.document_id, q.id AS quantity_id, c.id AS claim_id
  FROM quantities q
  JOIN documents d ON d.id = q.document_id
  LEFT JOIN claim_quantities cq ON cq.document_id = q.document_id AND cq.quantity_id = q.id
  LEFT JOIN claims c ON c.document_id = cq.document_id AND c.id = cq.claim_id
  LEFT JOIN attributions a ON a.document_id = c.document_id AND a.id = c.attribution_id;
CREATE VIEW v_claims_by_speaker AS SELECT a.speaker, a.speaker_role, a.type, COALESCE(c.subject_name, c.subject) AS subject, c.predicate,
       c.resolved, c.text, c.start_char, c.modality, c.polarity, c.confidence, d.date AS published,
       COALESCE(d.url, d.source, d.id) AS source, c.document_id, c.id AS claim_id
  FROM claims c
  JOIN documents d ON d.id = c.document_id
  JOIN attributions a ON a.document_id = c.document_id AND a.id = c.attribution_id;
INSERT INTO claimwire_schema VALUES (2);
