"""Deictic words against 2,000 publication dates: leap days, year ends and weeks 53 among them."""

import random
from datetime import date, timedelta

import pytest
import spacy

from claimwire.layers.times.component import record
from claimwire.layers.times.find import Surroundings, find
from claimwire.layers.times.grammar import grammar
from claimwire.layers.times.resolve import resolve
from claimwire.layers.times.resolve.reading import Context
from tests.layers.times.values import parse_value

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
UNITS = ["week", "weekend", "month", "quarter", "year", "decade", "century"]
PHRASES = [
    *(["today", "yesterday", "tomorrow", "tonight"]),
    *(f"{r}{d}" for d in WEEKDAYS for r in ("", "last ", "next ", "this ")),
    *(f"{r}{m}{y}" for m in MONTHS for r, y in (("", ""), ("last ", ""), ("", " last year"), ("", " 30"))
      if (m, y) != ("February", " 30")),
    *(f"{r} {u}" for u in UNITS for r in ("last", "this", "next")),
    *(f"{n} {u} ago" for u in ("days", "weeks", "months", "years") for n in (2, 13)),
    *(f"the {q} quarter" for q in ("first", "second", "third", "fourth")),
    *(f"last {s}" for s in ("spring", "summer", "autumn", "winter")),
    "Christmas Day", "Easter Sunday", "year-end", "this morning", "last night", "the end of the month",
]  # fmt: skip
TEXT = "".join(f"It fell in {p}.\n\n" for p in PHRASES)


def publication_dates() -> list[date]:
    random.seed(2000)
    edges = [
        date(y, m, d) for y in range(1996, 2033) for m, d in ((1, 1), (1, 3), (2, 28), (12, 28), (12, 31))
    ]
    edges += [date(y, 2, 29) for y in range(1996, 2033, 4)]
    edges += [
        date.fromisocalendar(y, 53, d) for y in (1998, 2004, 2009, 2015, 2020, 2026) for d in range(1, 8)
    ]
    drawn = [date(1950, 1, 1) + timedelta(random.randrange(36000)) for _ in range(2000 - len(edges))]
    return edges + drawn


def readings(published: date, mentions) -> dict[str, object]:
    out = {}
    for mention, phrase in zip(mentions, PHRASES, strict=True):
        reading = resolve(mention, Context(published=published))
        assert reading is not None, phrase
        out[phrase] = record(mention, reading, TEXT)
    return out


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.slow), 10])
def test_every_phrase_against_2000_publication_dates(step):
    mentions = find(TEXT, grammar(), Surroundings(None))
    assert [TEXT[m.start : m.end] for m in mentions] == PHRASES
    days = publication_dates()
    assert len(days) == 2000
    for published in days[::step]:
        for phrase, found in readings(published, mentions).items():
            named = parse_value(found.value)
            assert named is not None, (phrase, published, found.value)
            assert named.value == found.value
            assert found.earliest <= found.latest, (phrase, published)
            assert (named.start.isoformat(), named.end.isoformat()) == (found.earliest, found.latest)
            assert found.anchored


def test_where_a_word_lands_beside_the_publication():
    mentions = find(TEXT, grammar(), Surroundings(None))
    for published in publication_dates()[::20]:
        got = readings(published, mentions)

        def days_off(phrase, got=got, published=published):
            return (date.fromisoformat(got[phrase].earliest) - published).days

        assert (days_off("yesterday"), days_off("today"), days_off("tomorrow")) == (-1, 0, 1)
        for k, name in enumerate(WEEKDAYS, start=1):
            assert -7 < days_off(name) <= 0 and date.fromisoformat(got[name].earliest).isoweekday() == k
            assert -7 <= days_off(f"last {name}") < 0 < days_off(f"next {name}") <= 7
        for unit in ("week", "month", "quarter", "year", "decade", "century"):
            last, this, following = (got[f"{r} {unit}"] for r in ("last", "this", "next"))
            assert last.latest < this.earliest <= published.isoformat() <= this.latest < following.earliest


def test_a_weekday_equal_to_the_publications_is_that_day():
    doc = spacy.blank("en")("It was Friday.")
    doc._.claimwire_date = "2026-01-23"
    from claimwire.layers.times.component import find_times

    assert [d.value for d in find_times(doc)] == ["2026-01-23"]
