"""The pool keeps order and loses only the culprit, with worker processes that really die."""

import os
import signal

import pytest
from fakes import FakeMaker

from claimwire.articles import Article
from claimwire.batch import serial
from claimwire.batch.outcome import Done
from claimwire.batch.pool import Pool, PoolError
from claimwire.records import ErrorRecord


def articles(n: int, **special: str) -> list[Article]:
    """`n` articles a0, a1, …, of which some have a special text."""
    return [Article(special.get(f"a{i}", f"text {i}"), f"a{i}", f"{i}.txt") for i in range(n)]


def ids(outcomes) -> list[str]:
    return [outcome.id for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_outcomes_are_those_of_one_process_in_order(jobs):
    given = articles(100)
    given[40:40] = [ErrorRecord(source="x.txt", stage="read", error="empty", message="is empty", id="x")]
    expected = list(serial.run(given, FakeMaker()))
    assert list(Pool(FakeMaker(), jobs).run(given)) == expected
    assert len(expected) == 101 and expected[40].id == "x"


def test_a_killed_worker_costs_nothing_but_time(tmp_path):
    given = articles(60, a20="KILL-ONCE")
    found = list(Pool(FakeMaker(str(tmp_path)), 2).run(given))
    assert ids(found) == ids(given) and all(isinstance(o, Done) for o in found)


def test_the_culprit_alone_becomes_an_error(tmp_path):
    given = articles(60, a20="KILL", a33="EXIT", a34="RAISE")
    found = list(Pool(FakeMaker(), 2).run(given))
    assert ids(found) == ids(given)
    errors = {o.id: o for o in found if isinstance(o, ErrorRecord)}
    assert sorted(errors) == ["a20", "a33", "a34"]
    assert errors["a20"].error == "WorkerDied" and "SIGKILL" in errors["a20"].message
    assert "exit code 3" in errors["a33"].message
    assert errors["a34"].error == "ValueError"


def test_an_article_over_the_time_limit_is_given_up():
    given = articles(30, a7="HANG")
    found = list(Pool(FakeMaker(), 2, time_limit=1).run(given))
    assert ids(found) == ids(given)
    assert [o.id for o in found if isinstance(o, ErrorRecord)] == ["a7"]
    assert found[7].error == "TimeLimit" and "1 seconds" in found[7].message


def test_workers_killed_from_outside_are_replaced():
    pool = Pool(FakeMaker(pause=0.005), 2)
    found = []
    for outcome in pool.run(articles(200)):
        found.append(outcome)
        if len(found) in (20, 90):
            os.kill(pool.workers[0].process.pid, signal.SIGKILL)
    assert ids(found) == ids(articles(200))
    assert all(isinstance(o, Done) for o in found)


def test_what_cannot_be_loaded_is_raised():
    with pytest.raises(ValueError, match="no such model"):
        list(Pool(FakeMaker(broken=True), 2).run(articles(3)))


def test_workers_that_die_at_the_start_end_the_run():
    with pytest.raises(PoolError, match="before they can work"):
        list(Pool(DyingMaker(), 1).run(articles(3)))


class DyingMaker:
    def make(self):
        os._exit(9)


def test_reading_waits_for_the_workers():
    taken = []

    def endless():
        for article in articles(100_000):
            taken.append(article.id)
            yield article

    stream = Pool(FakeMaker(), 2).run(endless())
    for _ in range(10):
        next(stream)
    stream.close()
    assert len(taken) < 500


def test_no_worker_outlives_the_run():
    pool = Pool(FakeMaker(), 2)
    stream = pool.run(articles(100))
    next(stream)
    processes = [worker.process for worker in pool.workers]
    stream.close()
    assert processes and not any(process.is_alive() for process in processes)
