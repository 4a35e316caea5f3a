"""Kinds of expressions that were once read wrongly, published on Friday 23 January 2026."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Span

from claimwire.layers import store
from claimwire.layers.times.component import find_times, names_of
from claimwire.lexicon import table
from claimwire.records import Entity
from tests.layers.times.marked import read, shown

BLANK = spacy.blank("en")

COUNTED = [
    "The rink opens on <DATE 2026-03-02>the first Monday in March 2026</>.",
    "It shut on <2024-05-30>the last Thursday of May 2024</>, before "
    "<2025-W47>the third week of November 2025</>.",
    "It runs until <2026-W09-WE>the last weekend of next month</>, or "
    "<2026-12-31>the last day of the year</>.",
    "The pool closed in <2026-02 END>the second half of February</>, not in "
    "<2025-12 START>the first half of last month</>.",
    "Rain fell in <2026-W04 END>the second half of this week</> and in "
    "<17 START>the first half of the 18th century</>.",
    "It sank on <2025-12-05>the 5th of last month</>; <2026-01-26>Mon 26th</> is free.",
    "They met on <2025-08-31>the last Sunday in August 2025</>, "
    "<2025-08-30>the fifth Saturday in August 2025</>.",
]
COUNTED += [
    "It is cleaned on <SET XXXX-WXX-2>the second Tuesday of every month</>.",
    "Polls open <DATE 2025-11-04>the first Tuesday after the first Monday in November 2025</>.",
    "It grew in <2025-H1>the first half of last year</> and <2024-H2>the last half of 2024</>.",
    "The play begins at <TIME 2026-01-20T19:20>7.20 on Tuesday evening</>; the 1500m heats are over.",
]
COUNTED += [
    "It is due on <2026-01-30>the last business day of the month</>,"
    " or <2025-11-04>the second working day of November 2025</>.",
    "It sailed <2025-04-19>the Saturday before Easter 2025</>,"
    " <2024-12-01>the Sunday after November 28, 2024</>.",
    "He played in <1971-06>June '71</> and <1998-SU>the summer of '98</>;"
    " <2025-11-28>Black Friday</> is over.",
    "It shut <2026-01-12>Monday</> and <2026-01-15>Thursday of last week</>; the odds are 12:10.",
]
BEYOND = [
    "He left on <DATE 2026-01-13>Tuesday of last week</> and is back <2026-01-29>Thursday next week</>.",
    "They met on <2026-01-05>Monday of the week before last</>.",
    "It opens on <2026-02-02>the Monday after next</>, or in <2026-W06>the week after next</>.",
    "It burned in <2025-11>the month before last</>, <2026-W02-WE>the weekend before last</> or "
    "<2024>the year before last</>.",
    "It rose <2026-01-21>the day before yesterday</>; it closes <2026-01-25>the day after tomorrow</>.",
    "The hall opens <2026-02-03>Tuesday week</>, <2026-02-06>two weeks today</>.",
    "It opened <2016-01-23>ten years ago today</> and shut <2026-01-12>a week ago Monday</>.",
    "She left <2026-01-20>three days back</>; they pushed it <P2W>two weeks</> back.",
    "It ends by <2026-W04 MID>midweek</> or at <2026-01 MID>mid-month</>, before a midweek match.",
]
LISTS = [
    "Banks close on <2025-05-07>7</>, <2025-05-08>8</> and <2025-05-09>9 May 2025</>.",
    "It plays <2025-02-03>Feb. 3</>, <2025-02-04>4</>, <2025-02-05>5</> and <2025-02-06>6, 2025</>.",
    "It plays on <2025-06-02>Monday 2</>, <2025-06-04>Wednesday 4</> and <2025-06-06>Friday 6 June 2025</>.",
    "It ran from <2023-12-30>30 December</> to <2024-01-02>2 January 2024</>.",
    "In <2021-03>March</> and <2021-04>April 2021</>, and <2022-11>November</>-<2023-01>January 2023</>.",
    "It shuts on <2026-01-19>Monday</>, <2026-01-21>Wednesday</> and <2026-01-23>Friday</>.",
    "It ran from <2022>2022</> to <2024>2024</>, in <2019>2019</>, <2020>2020</> and <2021>2021</>.",
]
CLOCKS = [
    "She won in <DURATION PT1H12M30S>1:12:30</>, and swam <PT4M5.2S>4:05.2</> with <PT2M10S>2:10</> left.",
    "A <PT2H9M>2:09</> marathon; the bell rang at <TIME 2026-01-23T14:46>14:46:23</>.",
    "He rose at <TIME 2026-01-23T07:30>half past seven</>, left at "
    "<2026-01-23T08:15>a quarter past eight</>.",
    "It closes at <2026-01-23T16:40>twenty minutes to five in the afternoon</>, or at "
    "<2026-01-23T05:50>ten to six</>.",
    "It opens from <2026-01-23T15:00>3</> to <2026-01-23T16:00>4pm</>, or from "
    "<2026-01-23T10:00>10</> to <2026-01-23T13:00>1pm</>.",
    "It struck at <2026-01-20T06:20>6.20 on Tuesday</>.",
    "On <2025-12-05T13:00Z>5 December, at 1300 GMT</>, it rained.",
    "He scored at 12:40 of the second period, and shares closed at 6.20 on <2026-01-20>Tuesday</>.",
]
NUMBERS = [
    "It was filed on <2014-02-03>3-Feb-14</> and sent on <2014-09-28>28.09.14</>.",
    "Call 0300-2018-1997, 030 5550 2001 or 555-1972. Form 1620-2004 is due.",
    "The play is set in <2711>the year 2711</>, the ruin is of <0062>AD 62</> or <BC0031>31 BC</>.",
    "The firm (<2011>2011</>) and its <1987>1987</> merger; <2003>2003</>'s sales, <1998>1998</> earnings.",
    "Flight 1962 has 1984 seats, Resolution 1973 has 2019 words, and 1999 miles are left.",
    "At <2000 END>the end of the millennium</> it fell.",
]
DECIDED = [
    "He rowed for <DURATION P3Y>three seasons</>, won in <P2Y>the past two seasons</>;"
    " at <DATE PRESENT_REF>present</>, none."
    " He rests.",
    "He swims best <2025>this season</>; <2024>last season</> he was ill.",
    "It sank <TIME 2026-01-23>moments later</>; it reopened <2026>later that year</>,"
    " or <2026-W04>earlier this week</>.",
    "It snowed <2025-W51>the week before Christmas</> and <2026-01-02>the day after New Year's Day</>.",
    "The fee is $3 per <SET P1D>day</>; those aged <P16Y EQUAL_OR_MORE>16 and over</> pay it.",
    "It lasts <P1D>one</>-to-<P9D>nine days</>, a couple of late-night shows aside.",
    "Since <2001-09-11>9/11</>, and in <P2D>a couple of days</> since then, it is shut.",
]
AUDITED = [
    "They won it in the <DATE 2011>2011 season</>, after <DURATION P4Y>four seasons</> in the cold.",
    "It burned in <TIME 2026-01-21TMO START>the early hours of Wednesday</>,"
    " and grows by <SET P1D>the day</>, not by the day of the vote.",
    "It opened <DATE 1976>a half-century ago</> and shut <2021>half a decade ago</>.",
    "The <2001-09-11>Sept. 11</> hijackers, the <2001-09-11>September 11</> terror attacks,"
    " and a <2025-09-11>Sept. 11</> attack on a shop.",
    "She was Player of the Year, and his was the play of <2026>the year</>.",
    "The Winter Games open; it snows in Summer Lane, as in <2025-WI>the winter</>.",
    "That view is held in some quarters; they lost in the quarter-finals.",
    "At <2026 START>the turn of the year</> it rose.",
    "The Tall May 7 rocket is due on <2026-05-07>May 7</>.",
    "Since <2001-09-11>9/11</>, she says, it is the book of <2026>the year</>.",
    "Call 0345-1987-2003.",
]
FORTNIGHTS = [
    "It fell in <DURATION P2W>the fortnight</> to <DATE 2025-11-08>8 November</>.",
    "Over <P2W>the fortnight</>, and <P2W>the fortnight before</>, it rained.",
]


ALL = COUNTED + BEYOND + LISTS + CLOCKS + NUMBERS + DECIDED + AUDITED + FORTNIGHTS


@pytest.mark.parametrize("marked", ALL)
def test_marked_sentence(marked):
    text, wanted = read(marked)
    doc = BLANK(text)
    doc._.claimwire_date = "2026-01-23"
    assert shown(find_times(doc), wanted) == wanted


PARSED = [
    "The council will spend $4 million over <P6Y>six years</>.",
    "The firm lent them £20m over <P3Y>three years</>.",
    "The trial took <P6Y MORE_THAN>over six years</>; they met after <PT2H MORE_THAN>over two hours</>.",
    "Tuesday Hill and Mr March smiled.",
    "Brian May played on <2026-01-18>Sunday</>.",
    "The hall has 1984 seats.",
    "Friday Balogun, a nurse, said on <2026-01-23>Friday</> that she was there.",
    "The lease runs over <P9Y>nine years</>.",
    "A deal worth $40m over <P4Y>four years</> was signed.",
    "It was let for £3m <2024-07 MORE_THAN>over 18 months ago</>.",
    "The club will close on <2026-06-03>3</>, <2026-06-05>5</> and <2026-06-07>7 June</>.",
]


@pytest.mark.parametrize("marked", PARSED)
def test_what_the_parse_tells(nlp, marked):
    text, wanted = read(marked)
    doc = nlp.make_doc(text)
    doc._.claimwire_date = "2026-01-23"
    assert shown(find_times(nlp(doc)), [(t, {**f}) for t, f in wanted]) == wanted


def named(text: str, *names: tuple[str, str]):
    doc = BLANK(text)
    doc._.claimwire_date = "2026-01-23"
    places = [(text.index(name), name, label) for name, label in names]
    store.put(
        doc, "entities", [Entity(a, a + len(n), n, label=label, name=n, entity=n) for a, n, label in places]
    )
    return doc


def test_names_come_from_the_layer_of_names_where_it_has_run():
    doc = named("Ruby Tuesday opened a shop.", ("Ruby Tuesday", "ORG"))
    assert names_of(doc) == ((0, 12, "ORG"),) and find_times(doc) == []
    doc.ents = [Span(doc, 1, 2, "PERSON")]
    store.put(doc, "entities", [])
    assert names_of(doc) == () and [d.text for d in find_times(doc)] == ["Tuesday"]


def test_a_name_does_not_begin_with_the_day_behind_on():
    doc = named("On Monday Acme Corp. fell.", ("Monday Acme Corp.", "ORG"))
    assert [d.value for d in find_times(doc)] == ["2026-01-19"]


def test_labels_of_times_vouch_for_nothing():
    doc = BLANK("They climbed 1984 steps.")
    doc.ents = [Span(doc, 2, 3, "DATE")]
    assert names_of(doc) == () and find_times(doc) == []


LEXICON = sorted(
    {row["word"].capitalize() for row in table("time_words")} | {"the", "of", "7", "1st", "2020"}
)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from(LEXICON), max_size=12),
    st.sampled_from([None, "2026-01-23", "0001-01-01", "9999-12-31"]),
)
def test_no_words_of_time_make_the_layer_fall(words, published):
    doc = BLANK(" ".join(words))
    doc._.claimwire_date = published
    for found in find_times(doc):
        assert doc.text[found.start : found.end] == found.text and found.value
