"""What is found and how it is resolved, on a text alone: no parse, published on Friday 23 January 2026."""

import pytest
import spacy

from claimwire.layers.times.component import find_times
from tests.layers.times.marked import read, shown

BLANK = spacy.blank("en")

DAYS = [
    "The vote is <DATE 2026-01-23>today</>, not <2026-01-24>tomorrow</>.",
    "He left <2026-01-22 END>late yesterday</>.",
    "It opened on <2026-01-21>Wednesday</> and closed on <2026-01-23>Friday</>.",
    "They met <2026-01-16>last Friday</> and meet again <2026-01-28>next Wednesday</>.",
    "The bill was signed on <2021-03-04>March 4, 2021</>, a cold day.",
    "She was born on <1961-05-05>5 May 1961</>.",
    "The fair closed on <2025-12-05>Friday, Dec. 5</>.",
    "It ran <2025-11-28>28</>-<2025-11-30>30 November</>.",
    "The file is dated <2024-02-29>2024-02-29</>.",
    "<2025-12-25>Christmas</> came, then <2025-11-27>Thanksgiving</> of the old year.",
    "On <2004-04-11>Easter Sunday 2004</> it rained.",
]
MONTHS_AND_YEARS = [
    "In <DATE 2025-10>October last year</>, the firm shrank.",
    "It grew from <2019-09>September 2019</> to <2020-06>June 2020</>.",
    "By <2025-11 MID>mid-November</> the roof was on.",
    "It fell in <2025-12>December</>.",
    "Since <1998>1998</> it has run; it sold well in <2010>2010</>.",
    "In <2025>FY2025</> and <2026>fiscal 2026</> it paid.",
    "The plant dates from <199 START>the early 1990s</>, not from <198>the '80s</>.",
    "In <18>the 19th century</> the mills stood still.",
    "<2003-SU>The summer of 2003</> was hot.",
    "It began in <1996>nineteen ninety-six</>.",
    "It is due by <2027 MID>mid-2027</>.",
]
PARTS_OF_YEARS = [
    "In <DATE 2025-Q3>the third quarter of 2025</> it lost money.",
    "<2025-Q3>Third-quarter</> sales fell; <2025-Q4>Q4 2025</> was better.",
    "<2026-H2>The second half of 2026</> looks better than <2026-H1>H1 2026</>.",
    "Sales in <2025-Q3>the third quarter</> rose from <2024-Q3>a year earlier</>.",
    "In <2025-Q3>the third quarter</> it fell from <2024-Q3>the same quarter last year</>.",
    "<2025-Q3>The third quarter</> was good, said the head of <2024-Q3>the year-ago quarter</>.",
    "<2025-Q3>The third quarter</> was short; sales in <2025-Q3>the quarter</> rose.",
]
BESIDE_THE_PRESENT = [
    "It may begin <DATE 2026-W05>next week</>, or <2026-W05 START>early next week</>.",
    "Profit fell <2025>last year</> and <2025-12>last month</>, said <2026>this year</>'s report.",
    "From <2025 START>the beginning of 2025</> it grew, until <2025 END>the end of last year</>.",
    "<2026-W04-WE>This weekend</> it opens; <2026-W03-WE>last weekend</> it was shut.",
    "<1996>30 years ago</> it was a lake.",
    "It fell <2025-10>three months ago</> and <2026-01-20>three days ago</>.",
    "The firm bought it in <1998>1998</> and sold it in <1999>the following year</>.",
    "In <2025-10>October last year</> it shrank; at <2025-10>that time</> it had no plan.",
    "It is <PRESENT_REF>now</> open, was <PAST_REF>recently</> shut; <FUTURE_REF>the future</> is dark.",
]
TIMES = [
    "The doors open at <TIME 2026-01-23T19:15>7:15 p.m.</>",
    "It struck at <2026-01-22T22:00>10 p.m. Thursday</>.",
    "It hit at <2026-01-23T07:35Z>0735 GMT</>, or <2026-01-23T09:35>0935 local time</>.",
    "He spoke <2026-01-23TMO>this morning</> and <2026-01-22TNI>last night</>.",
    "It burned on <2026-01-20TEV>Tuesday evening</>.",
]
DURATIONS = [
    "It took <DURATION P90D>90 days</>.",
    "Its <P3DE MORE_THAN>more than three-decade</> history ended.",
    "It lasts <P6W EQUAL_OR_LESS>up to six weeks</> or <P2Y EQUAL_OR_MORE>at least two years</>.",
    "<P9M>The first nine months</> were good; so were <P3Y>the past three years</>.",
    "A <P30Y>30-year</> bond and a <P4D>four-day</> trip.",
    "<P12M>12</> to <P18M>18 months</> went by.",
    "For <PXY>years</> he waited, for <PXD>a few days</> he slept.",
    "It took <P2.5Y>two and a half years</>, or <PT2.5H APPROX>about two hours and a half</>.",
    "<PT24H>24 hours</> and <PT30S>30 seconds</>.",
    "She is <P40Y>40 years old</>; her <P7Y>7-year-old</> sings.",
    "Those aged <P30Y>30</>-<P39Y>39</> and <P18Y LESS_THAN>under-18s</>.",
]
COMPARED = [
    "The rink opens <2026-WI>next winter</>.",
    "Following <2026-01-19>Monday</>'s debate he left; <2026-01-23>Today</> he rests.",
    "It opens <P2Y>two years</> later than planned, <P3M>three months</> later than hoped.",
    "It rose by 5% in <P6M>the six months</> to <2025-06-30>30 June</>, from 3% <2024-H1>a year earlier</>.",
    "For <P3Y>three years</> it asks 9%; over <P3Y>the same period</> it got 4%.",
    "In <2025-05>May 2025</> it was dry; until <2025-05>then</> it had rained, and has since then.",
]
MODIFIED = [
    "He left <2026-01-20 END>late on Tuesday</>, at <2025-09 END>end-September</>.",
    "It took <PT0.5H LESS_THAN>less than half an hour</>.",
    "A <P4.5Y>four-and-a-half-year</> deal at <2026-01-23T03:00>three o’clock</>.",
    "Sales in <2024>the 2024 financial year</> and <2026>full-year</> profit rose.",
    "Sales grew in <2025-H2>the second half</>.",
    "It ends before <2025-11-04>Election Day</>.",
    "Those <P50Y LESS_THAN>under 50</>, people <P80Y MORE_THAN>over 80</>.",
    "Adults aged between <P45Y>45</> and <P70Y>70</>.",
]
SETS = [
    "The <SET P1Y>annual</> meeting and the <P1W>weekly</> market.",
    "It pays <P3M>every three months</> and <XXXX-WXX-4>each Thursday</>.",
    "They sold 40 per <P1W>week</>.",
]
NONE = [
    "You may march, and he sat down second.",
    "About 2,000 people and flight 1984 came.",
    "Three-quarters of them left; a quarter of it fell.",
    "10% of the shops will fall in price, spring up.",
    "The Daily Planet and Brian May spoke.",
    "It cost $1998 and 2004% more.",
    "About three-quarters are sold; winds of 90 kilometers per hour; 3-1 in the second half.",
    "And then he won, then lost.",
    "A quarter-point cut came.",
    "She wrote for Farming Today.",
    "The team scored 38 in the third quarter.",
    "An SEC filing told of the future of the pier.",
]

CONTRASTS = [
    "It takes <PXW>weeks</>, not <PXM>months</>, or <PTXH>hours</> rather than <PXD>days</>.",
    "It sank in a matter of <PTXM>minutes</>.",
    "It began <2026-W02>a fortnight ago</>.",
    "Claims fell in <2026-W02>the week</> to <2026-01-10>January 10</>.",
    "Net rose in <2025-Q2>the quarter</> ended <2025-07-31>July 31</>.",
    "It sank at <2026-01-19TDT>dawn on Monday</>.",
    "Sales were 12% more than <2025>a year ago</>.",
]

# Nearly a year off, the tense does not stand against a period close by
NEAR_BY = [
    ("2025-10-27", "It will report its loss for <2025-Q3>the third quarter</>."),
    ("2025-10-30", "Traders opened the first session for <2025-11>November</>."),
    ("2026-01-23", "Until <2026-01-22>Thursday</>, they had not called him a suspect."),
    ("2025-10-30", "It opened its first shop in <2024-12>December</>."),
]


@pytest.mark.parametrize(("published", "marked"), NEAR_BY)
def test_a_period_close_by_wins_over_the_tense(nlp, published, marked):
    text, wanted = read(marked)
    doc = nlp.make_doc(text)
    doc._.claimwire_date = published
    assert shown(find_times(nlp(doc)), wanted) == wanted


@pytest.mark.parametrize(
    "marked",
    DAYS
    + MONTHS_AND_YEARS
    + PARTS_OF_YEARS
    + BESIDE_THE_PRESENT
    + TIMES
    + DURATIONS
    + COMPARED
    + MODIFIED
    + SETS
    + CONTRASTS
    + NONE,
)
def test_marked_sentence(marked):
    text, wanted = read(marked)
    doc = BLANK(text)
    doc._.claimwire_date = "2026-01-23"
    assert shown(find_times(doc), wanted) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "It fell in <XXXX-10>October</> and on <XXXX-WXX-5>Friday</>.",
        "It closed <XXXX-XX-XX>yesterday</>, <XXXX-WXX>last week</> or <XXXX>last year</>.",
        "On <XXXX-10-05>Oct. 5</> and in <XXXX-Q3>the third quarter</>.",
    ],
)
def test_without_a_publication_date_nothing_is_invented(marked):
    text, wanted = read(marked)
    found = find_times(BLANK(text))
    assert shown(found, wanted) == wanted
    assert all(not d.anchored and d.earliest is None and d.latest is None for d in found)


def test_without_a_publication_date_absolute_times_are_still_resolved():
    text, wanted = read(
        "From <2004-05-06>May 6, 2004</> to <2005>the following year</>, for <P3W>three weeks</>."
    )
    found = find_times(BLANK(text))
    assert shown(found, wanted) == wanted
    assert all(d.anchored for d in found)
    assert (found[0].earliest, found[1].latest) == ("2004-05-06", "2005-12-31")


@pytest.mark.parametrize(
    ("text", "value"),
    [("It grew in fiscal 2024.", "2024"), ("It grew in the fiscal third quarter of 2024.", "2024-Q3")],
)
def test_a_fiscal_period_keeps_its_number_but_claims_no_days(text, value):
    (found,) = find_times(BLANK(text))
    assert (found.value, found.earliest, found.latest, found.anchored) == (value, None, None, True)
