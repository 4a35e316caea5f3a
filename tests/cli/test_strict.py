"""A layer that failed is told on stderr and the run goes on; --strict stops at the first failure."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from claimwire.batch.outcome import Done, failed
from claimwire.batch.worker import Worker, WorkerSettings
from claimwire.cli.extract import extract
from claimwire.layers.failsafe import LayerFailed


def work(articles):
    return [_outcome(article) for article in articles]


def _outcome(article):
    if "BROKEN" in article.text:
        return failed(article.id, LayerFailed("the layer times failed: KeyError: 'x'"), article.id)
    failures = ("the layer times failed and has no records here",) if "PARTLY" in article.text else ()
    return Done(article.id, b'{"id": "%b"}\n' % article.id.encode(), 1, 2, failures)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setattr(WorkerSettings, "make", lambda self: work)

    def run(texts, *options):
        path = tmp_path / "in.jsonl"
        path.write_text("".join(json.dumps({"id": f"a{n}", "text": t}) + "\n" for n, t in enumerate(texts)))
        return CliRunner().invoke(extract, [str(path), "--jobs", "1", *options], standalone_mode=False)

    return run


def test_a_failed_layer_is_told_and_counted(run):
    done = run(["fine", "PARTLY", "fine"])
    assert done.return_value == 0
    assert done.stdout.count("\n") == 3
    first, last = done.stderr.splitlines()
    assert first == "extract: a1: the layer times failed and has no records here"
    assert last.endswith("0 failed, 1 without the records of a layer")


def test_only_the_first_of_many_are_told(run):
    done = run(["PARTLY"] * 50)
    assert len(done.stderr.splitlines()) == 22  # twenty, that there are more, the summary


def test_without_strict_an_error_costs_its_article(run):
    done = run(["fine", "BROKEN", "fine"])
    assert done.return_value == 1 and done.stdout.count("\n") == 2


def test_strict_stops_with_a_sentence(run):
    done = run(["fine", "BROKEN", "fine"], "--strict")
    assert type(done.exception).__name__ == "Failure" and done.exception.exit_code == 1
    message = done.exception.format_message()
    assert "LayerFailed: the layer times failed" in message and message.endswith("stopped there (--strict)")


def test_the_worker_tells_what_a_strict_or_forgiving_pipeline_does(monkeypatch):
    made = []
    monkeypatch.setattr("claimwire.pipeline.load", lambda *a, **k: made.append(k) or None)
    assert isinstance(WorkerSettings(strict=True).make(), Worker) and isinstance(
        WorkerSettings().make(), Worker
    )
    assert made == [{"strict": True}, {"strict": False}]
