"""`claimwire review`, `extract --min-confidence`, and the order of tasks for Label Studio."""

from dataclasses import replace

import msgspec
import pytest
from click.testing import CliRunner

from claimwire.articles import Article
from claimwire.batch.worker import Worker
from claimwire.cli.review import review
from claimwire.records import Claim, Document, Predicate, Run, least_confidence
from claimwire.sinks.jsonl import encode
from claimwire.view.review import doubtful, page

TEXT = "Ann left. Bob stayed. Eve won."


def claim(start, end, confidence, alone=None):
    words = TEXT[start:end]
    verb = words.index(" ") + 1
    predicate = Predicate(start + verb, end, words[verb:], "go")
    return Claim(
        words, 0, start, end, words, "", "", words, None, predicate,
        confidence=confidence, resolved_confidence=alone,
    )  # fmt: skip


CLAIMS = (claim(0, 8, 0.9, 0.8), claim(10, 20, 0.7, 0.3), claim(22, 29, None))
DOCUMENT = Document(id="d", sha256="0" * 64, run=Run("1", "news", "m"), claims=CLAIMS, text=TEXT)


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "documents.jsonl"
    path.write_bytes(encode(DOCUMENT) + b"\n")
    return path


def test_the_lower_of_both_confidences_counts():
    assert [least_confidence(c) for c in CLAIMS] == [0.8, 0.3, None]


def test_the_worst_come_first_and_what_is_not_rated_not_at_all():
    assert [c.text for _, _, c in doubtful([DOCUMENT], 5)] == ["Bob stayed", "Ann left"]
    assert [c.text for _, _, c in doubtful([DOCUMENT], 1)] == ["Bob stayed"]


def test_on_the_terminal(records):
    said = CliRunner().invoke(review, [str(records)], standalone_mode=False).output
    assert (
        said.index("30 % sure") < said.index("Bob stayed") < said.index("80 % sure") < said.index("Ann left")
    )


def test_as_a_page(records, tmp_path):
    html = tmp_path / "review.html"
    CliRunner().invoke(review, [str(records), "--html", str(html), "-n", "1"], standalone_mode=False)
    text = html.read_text("utf-8")
    assert "Bob stayed" in text and "Ann left" not in text
    assert text == page(doubtful([DOCUMENT], 1))


def test_no_claim_with_a_confidence_is_told(tmp_path):
    path = tmp_path / "documents.jsonl"
    path.write_bytes(encode(replace(DOCUMENT, claims=(CLAIMS[2],))) + b"\n")
    done = CliRunner().invoke(review, [str(path)], standalone_mode=False)
    assert "no claim there has a confidence" in done.output


@pytest.mark.parametrize(("least", "left"), [(None, 3), (0.5, 2), (0.8, 1), (1.0, 0)])
def test_claims_that_are_not_sure_enough_are_left_out(least, left):
    worker = Worker(None, "documents", min_confidence=least)
    done = worker._done(Article(TEXT, "d"), [DOCUMENT])
    assert done.claims == left
    assert len(msgspec.json.decode(done.lines)["claims"]) == left


def test_the_article_that_is_doubted_most_is_the_first_task(tmp_path):
    from claimwire.sinks.exports import labelstudio
    from claimwire.sinks.reading import documents

    sure = replace(DOCUMENT, id="sure", claims=CLAIMS[:1])
    path = tmp_path / "documents.jsonl"
    path.write_bytes(b"".join(encode(d) + b"\n" for d in (sure, DOCUMENT)))
    assert labelstudio.write(documents(path), tmp_path / "tasks.json") == 2
    tasks = msgspec.json.decode((tmp_path / "tasks.json").read_bytes())
    assert [(t["data"]["id"], t["predictions"][0]["score"]) for t in tasks] == [("d", 0.3), ("sure", 0.8)]
