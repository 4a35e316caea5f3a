"""Each export read back with the format's own library, or checked against its published structure."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from claimwire.records import claim_records
from claimwire.sinks.errors import SinkError
from claimwire.sinks.exports import FORMATS, writer
from claimwire.sinks.imports.labelstudio import read as read_labelstudio
from claimwire.sinks.reading import Loaded

from ..samples import CLAIMS, HARBOUR, TEXT, copies

rdflib = pytest.importorskip("rdflib", reason="needs rdflib: pip install 'claimwire[test]'")
DATA = Path(__file__).parent / "data"


def export(form: str, path: Path, documents=(HARBOUR,)) -> Path:
    """The documents in a format, at a path."""
    assert writer(form)([Loaded(d, claim_records(d)) for d in documents], path) == len(documents)
    return path


def graph(path: Path, context: dict) -> rdflib.Graph:
    """The statements of a JSON-LD file, read with a local context in place of the one it names."""
    data = json.loads(path.read_text())
    return rdflib.Graph().parse(data=json.dumps({**data, "@context": context}), format="json-ld")


@pytest.fixture
def annotations(tmp_path) -> rdflib.Graph:
    context = json.loads((DATA / "anno_context.json").read_text())
    return graph(export("webannotation", tmp_path / "w.jsonld"), context)


OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


def test_web_annotations_select_the_claims_by_position_and_by_quotation(annotations):
    query = """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?start ?end ?exact ?prefix ?suffix WHERE {
          ?a a oa:Annotation ; oa:hasTarget ?target .
          ?target oa:hasSelector ?p, ?q .
          ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
          ?q a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }
        ORDER BY ?start"""
    found = [tuple(v.toPython() for v in row) for row in annotations.query(query)]
    assert [exact for *_, exact, _, _ in found] == [c.text for c in CLAIMS]
    for start, end, exact, prefix, suffix in found:
        assert TEXT[start:end] == exact
        assert TEXT[:start].endswith(prefix) and TEXT[end:].startswith(suffix)


def test_web_annotations_use_the_vocabulary_of_the_model(annotations):
    known = ("http://www.w3.org/", "http://purl.org/", "http://xmlns.com/foaf/", "http://schema.org/")
    assert all(str(p).startswith(known) for p in annotations.predicates())
    assert {str(o) for o in annotations.objects(None, OA.motivatedBy)} == {str(OA.describing)}
    tags = {str(v) for b in annotations.subjects(OA.hasPurpose, OA.tagging) for v in annotations.objects(b)}
    assert {"speaker: Ida Brandt", "polarity: negated", "subject: Veldport"} <= tags
    assert {"stance: doubts", "stance: asserts", "evidential: believed"} <= tags


def test_schema_org_uses_terms_of_schema_org_only(tmp_path):
    context = {"@vocab": "https://schema.org/"}
    found = graph(export("schemaorg", tmp_path / "s.jsonld"), context)
    sdo = rdflib.SDO
    used = {o if p == rdflib.RDF.type else p for _, p, o in found}
    assert used <= set(dir(sdo)), used - set(dir(sdo))
    claims = set(found.subjects(rdflib.RDF.type, sdo.Claim))
    assert len(claims) == 3
    authors = {str(found.value(c, sdo.text))[:8]: found.value(c, sdo.author) is not None for c in claims}
    # of a claim that the speaker doubts she is no author
    assert authors == {"Veldport": authors["Veldport"], "tolls to": False}
    assert str(found.value(next(iter(found.subjects(sdo.headline))), sdo.inLanguage)) == "en"
    (quotation,) = found.subjects(rdflib.RDF.type, sdo.Quotation)
    assert str(found.value(quotation, sdo.text)) == "will not close"
    speaker = found.value(quotation, sdo.spokenByCharacter)
    assert found.value(speaker, rdflib.RDF.type) == sdo.Person
    assert (str(found.value(speaker, sdo.name)), str(found.value(speaker, sdo.jobTitle))) == (
        "Ida Brandt",
        "mayor",
    )
    (article,) = found.subjects(rdflib.RDF.type, sdo.NewsArticle)
    assert {found.value(c, sdo.appearance) for c in claims} == {article}
    assert str(found.value(article, sdo.datePublished)) == "2026-03-04"


def test_schema_org_items_fit_their_schema(tmp_path):
    schema = json.loads((DATA / "schemaorg.schema.json").read_text())
    jsonschema.validate(json.loads(export("schemaorg", tmp_path / "s.jsonld").read_text()), schema)


# https://brat.nlplab.org/standoff.html, the line types that claimwire writes
BRAT_LINES = {
    "T": re.compile(r"T\d+\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t([^\t\n]+)"),
    "R": re.compile(r"R\d+\t\w+ Arg1:(T\d+) Arg2:(T\d+)"),
    "A": re.compile(r"A\d+\t\w+ (T\d+)(?: \w+)?"),
    "#": re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t[^\t\n]+"),
}


def test_brat_lines_follow_the_standoff_grammar(tmp_path):
    folder = export("brat", tmp_path / "brat", [HARBOUR, *copies(1)])
    assert {p.name for p in folder.iterdir()} == {
        "annotation.conf", "doc0.ann", "doc0.txt", "harbour.ann", "harbour.txt",
    }  # fmt: skip
    text = (folder / "harbour.txt").read_bytes().decode()
    spans, mentioned, types = {}, set(), set()
    for line in (folder / "harbour.ann").read_bytes().decode().splitlines():
        found = BRAT_LINES[line[0]].fullmatch(line)
        assert found, line
        if line[0] == "T":
            parts = [tuple(map(int, part.split())) for part in found[2].split(";")]
            assert " ".join(text[start:end] for start, end in parts) == found[3]
            spans[line.split("\t")[0]] = found[3]
            types.add(found[1])
        else:
            mentioned.update(found.groups())
    assert mentioned <= spans.keys()
    config = (folder / "annotation.conf").read_text()
    assert types <= set(config.split("[relations]")[0].split())
    lines = (folder / "harbour.ann").read_text().splitlines()
    marks = [rest for name, rest in (line.split("\t", 1) for line in lines) if name.startswith("A")]
    assert [m.split()[-1] for m in marks if m.startswith("Stance")] == ["asserts", "doubts"]
    assert [m.split()[-1] for m in marks if m.startswith("Evidential")] == ["believed"]
    assert {"Harbour tolls to rise"}.isdisjoint(spans.values())
    assert {c.text for c in CLAIMS} <= set(spans.values())


def test_brat_spans_over_line_ends_are_written_in_fragments(tmp_path):
    from dataclasses import replace

    from claimwire.records import Span

    both = TEXT[:40]
    torn = replace(
        HARBOUR, attributions=(replace(HARBOUR.attributions[0], content=(Span(0, 40, both),)),), claims=()
    )
    folder = export("brat", tmp_path / "brat", [torn])
    assert f"Content 0 21;23 40\t{both[:21]} {both[23:]}" in (folder / "harbour.ann").read_text()


def test_docbin_is_read_by_spacy(tmp_path):
    import spacy
    from spacy.tokens import DocBin

    from claimwire.sinks.exports.docbin import document_of

    path = export("docbin", tmp_path / "d.spacy")
    (doc,) = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
    assert doc.text == TEXT
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Ida Brandt", "PERSON"), ("Veldport", "GPE"), ("Veldport", "GPE"),
    ]  # fmt: skip
    assert [(s.text, s.label_, s.id_) for s in doc.spans["claims"]] == [
        (c.text, c.modality, c.id) for c in CLAIMS
    ]
    assert [s.text for s in doc.spans["speakers"]] == ["Mayor Ida Brandt", "She"]
    assert document_of(doc) == HARBOUR


def test_csv_has_a_row_a_claim(tmp_path):
    with export("csv", tmp_path / "c.csv", [HARBOUR, *copies(1)]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["document"], r["claim"]) for r in rows] == [
        (d, c.id) for d in ("harbour", "doc0") for c in CLAIMS
    ]
    second = rows[1]
    assert (second["speaker"], second["quantities"], second["dates"]) == (
        "Ida Brandt", "approx 4500000 EUR per year tolls", "P1Y",
    )  # fmt: skip
    assert (second["stance"], second["evidential"], second["resolved_confidence"]) == (
        "doubts", "believed", "0.65",
    )  # fmt: skip


def test_labelstudio_tasks_fit_their_schema_and_their_config(tmp_path):
    tasks = json.loads(export("labelstudio", tmp_path / "tasks.json").read_text())
    jsonschema.validate(tasks, json.loads((DATA / "labelstudio.schema.json").read_text()))
    view = ElementTree.parse(tmp_path / "tasks.xml").getroot()
    controls = {node.get("name"): node for node in view if node.get("name")}
    labels = {node.get("value") for node in controls["layer"]}
    for result in tasks[0]["predictions"][0]["result"]:
        if result["type"] == "relation":
            continue
        control, value = controls[result["from_name"]], result["value"]
        assert control.tag.lower() == result["type"]
        if result["type"] == "labels":
            assert TEXT[value["start"] : value["end"]] == value["text"]
            assert set(value["labels"]) <= labels
        if result["type"] == "choices":
            assert set(value["choices"]) <= {node.get("value") for node in control}


def test_labelstudio_predictions_are_valid_to_label_studio(tmp_path):
    sdk = pytest.importorskip(
        "label_studio_sdk.label_interface", reason="label-studio-sdk, which is large, is not installed"
    )
    (task,) = json.loads(export("labelstudio", tmp_path / "tasks.json").read_text())
    interface = sdk.LabelInterface((tmp_path / "tasks.xml").read_text())
    assert interface.validate_prediction(task["predictions"][0], return_errors=True) == []


def corrected(path: Path) -> Path:
    """The tasks as Label Studio exports them when a person has accepted them and mended one field."""
    tasks = json.loads(path.read_text())
    for task in tasks:
        results = task.pop("predictions")[0]["result"]
        for result in results:
            if result.get("from_name") == "modality" and result["value"]["choices"] == ["asserted"]:
                result["value"]["choices"] = ["possible"]
        drawn = {
            "type": "relation",
            "from_id": "gone",
            "to_id": "gone too",
            "direction": "right",
            "labels": [],
        }
        task["annotations"] = [
            {"id": 1, "was_cancelled": False, "result": [*results, drawn]},
            {"id": 2, "was_cancelled": True, "result": []},
        ]
    path.write_text(json.dumps(tasks))
    return path


def test_corrected_labelstudio_tasks_come_back_as_gold(tmp_path):
    (gold,) = read_labelstudio(corrected(export("labelstudio", tmp_path / "tasks.json")))

    def at(words: str, nth: int = 0) -> list[int]:
        start = [m.start() for m in re.finditer(re.escape(words), TEXT)][nth]
        return [start, start + len(words)]

    assert gold["text"] == TEXT and gold["date"] == "2026-03-04"
    assert [(TEXT[e["start"] : e["end"]], e["label"], e["name"]) for e in gold["entities"]] == [
        ("Ida Brandt", "PERSON", "Ida Brandt"), *[("Veldport", "GPE", "Veldport")] * 2,
    ]  # fmt: skip
    tolls = at("about €4.5m")
    assert gold["quantities"][0] == {
        "id": "q1", "start": tolls[0], "end": tolls[1], "value": 4500000, "modifier": "approx", "unit": "EUR",
        "per": "year",
        "counted": at("tolls"),
    }  # fmt: skip
    assert [(d["id"], d["type"], d["value"]) for d in gold["dates"]] == [
        ("t1", "DATE", "2026-03-03"), ("t2", "SET", "P1Y"), ("t3", "DATE", "2026-02"),
    ]  # fmt: skip
    assert gold["attributions"][0] == {
        "id": "a1", "type": "mixed", "stance": "asserts", "source": at("Mayor Ida Brandt"),
        "name": "Ida Brandt", "label": "PERSON", "cue": at("said"),
        "content": [at('Veldport "will not close" its harbour')],
        "medium": None, "dates": ["t1"],
    }  # fmt: skip
    ship = at("Veldport handled 310 ships last month")
    assert gold["claims"][2] == {
        "id": "c3", "start": ship[0], "end": ship[1], "predicate": at("handled"),
        "subject": at("Veldport", 1), "subject_name": "Veldport", "polarity": "affirmed",
        "modality": "possible", "evidential": None, "attribution": None,
        "quantities": ["q2"], "dates": ["t3"],
    }  # fmt: skip
    assert [c["attribution"] for c in gold["claims"]] == ["a1", "a2", None]
    assert [a["stance"] for a in gold["attributions"]] == ["asserts", "doubts"]
    assert [c["evidential"] for c in gold["claims"]] == [None, "believed", None]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{}", "no list of tasks"),
        ("[", "is no JSON"),
        ('[{"annotations": [{"result": [{"type": "labels"}]}], "data": {"text": ""}}]', "task 1 is not as"),
    ],
)
def test_what_is_no_labelstudio_export_is_named(tmp_path, content, words):
    path = tmp_path / "tasks.json"
    path.write_text(content)
    with pytest.raises(SinkError, match=words):
        list(read_labelstudio(path))


@pytest.mark.parametrize("form", ["brat", "labelstudio", "docbin"])
def test_formats_that_need_the_text_say_so(tmp_path, form):
    from dataclasses import replace

    bare = replace(HARBOUR, text=None)
    with pytest.raises(SinkError, match="'harbour' has no text.*--with-text"):
        writer(form)([Loaded(bare, claim_records(bare))], tmp_path / "out")
    assert not (tmp_path / "out").is_file()


@pytest.mark.parametrize("form", FORMATS)
def test_no_documents_give_an_empty_file(tmp_path, form):
    assert writer(form)([], tmp_path / "out") == 0
    assert (tmp_path / "out").exists()
