"""The page of an event, as a browser shows it."""

from claimwire.linked import Conflict, Group, Member
from claimwire.linking.events import events
from claimwire.view.event import event_page, write_events


def member(outlet, published, text, value=None, speaker=None):
    return Member(
        document=outlet, claim="c1", start=0, end=len(text), text=text, speaker=speaker, value=value,
        unit=None, date=None, published=published, outlet=outlet, confidence=0.9,
    )  # fmt: skip


GROUNDED = Group(
    id="g1",
    kind="event",
    members=(
        member("bay.example", "2031-05-04", "The ferry Skua ran aground"),
        member("port.example", "2031-05-04", "the Skua ran onto a sandbank"),
        member("isle.example", "2031-05-06", "the ferry ran aground on Sunday"),
    ),
)
RESCUED = Group(
    id="g2",
    kind="number",
    members=(
        member("bay.example", "2031-05-04", "Lifeboats took off 212 passengers", 212.0),
        member("port.example", "2031-05-04", "212 passengers were saved <b>", 212.0, "Ilse Brandt"),
        member("isle.example", "2031-05-06", "lifeboats had taken 240 passengers off", 240.0),
    ),
    conflicts=(
        Conflict(0, 2, "value", ("212", "240"), "one says 212, the other 240", 0),
        Conflict(1, 2, "value", ("212", "240"), "one says 212, the other 240", 1),
    ),
)
EVENT = events([GROUNDED, RESCUED])[0]


def test_articles_that_share_two_statements_are_one_event():
    assert EVENT.documents == ("bay.example", "port.example", "isle.example")
    assert (EVENT.first, EVENT.last) == ("2031-05-04", "2031-05-06")


def test_one_shared_statement_makes_no_event():
    assert events([GROUNDED]) == []


def test_the_page_in_the_browser(opened):
    page = opened([], html=event_page(EVENT)).page
    assert page.locator("h1").inner_text() == "The ferry Skua ran aground"
    heads = page.locator("section > h2").all_inner_texts()
    assert heads == ["Contradictions", "First said", "Statements"]
    assert page.locator(".contradiction").count() == 1, "each pair of values once"
    assert "2031-05-04 is superseded" in page.locator(".contradiction").inner_text()
    rows = page.locator("#statements tbody tr")
    assert rows.count() == 2
    assert rows.nth(0).locator("summary").count() == 3
    assert page.locator(".timeline > li > h3").all_inner_texts() == ["2031-05-04"]


def test_words_of_articles_stay_words(opened):
    page = opened([], html=event_page(EVENT)).page
    assert page.locator("#statements b").count() == 0


def test_a_narrow_screen_shows_all(opened):
    page = opened([], width=360, html=event_page(EVENT)).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


def test_a_folder_has_a_list_and_the_pages_it_links(tmp_path):
    written = write_events([EVENT], tmp_path)
    assert [p.name for p in written] == ["index.html", "event-00001.html"]
    assert 'href="event-00001.html"' in written[0].read_text("utf-8")
