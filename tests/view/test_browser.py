"""The report in a real browser, used as people use it."""

import dataclasses
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

import claimwire
from claimwire.records import Claim, Document, Run, Span
from claimwire.view.notebook import frame
from tests.view.conftest import ARTIFACTS, OVERFLOW
from tests.view.samples import document

SEED = Path(__file__).parents[2] / "fixtures" / "amazon_layoffs.txt"


@pytest.fixture(scope="session")
def seed(nlp) -> Document:
    """The seed article through the default pipeline."""
    with open(SEED, encoding="utf-8", newline="") as file:
        return claimwire.extract(file.read(), id="amazon_layoffs", date="2026-01-23", nlp=nlp)


def shot(page, name: str, **options) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTIFACTS / f"report-{name}.png", **options)


def lit(page) -> str:
    """The text that is lit in the article."""
    return "".join(page.locator(".body .on").all_inner_texts())


def shown(page) -> list[str]:
    return page.locator(".card:visible .pick").all_inner_texts()


def test_the_seed_article_and_its_claims_stand_side_by_side(opened, seed):
    page = opened([seed]).page
    assert page.locator(".body").inner_text().strip() == seed.text.strip()
    assert shown(page) == [c.text for c in seed.claims]
    text, claims = page.locator(".pane.text").bounding_box(), page.locator(".pane.claims").bounding_box()
    assert text["x"] + text["width"] <= claims["x"]
    shot(page, "light")


def test_selecting_a_card_lights_its_place_in_the_text(opened):
    page = opened([document()]).page
    card = page.locator(".pick").nth(1)
    card.click()
    page.mouse.move(0, 0)
    assert lit(page) == "She may not sell the old yard"
    assert card.get_attribute("aria-pressed") == "true"
    card.click()
    page.mouse.move(0, 0)
    page.locator(".pane.text").focus()
    assert lit(page) == ""


def test_selecting_text_lights_its_card(opened):
    page = opened([document()]).page
    page.get_by_text("may not sell the old yard").first.click()
    page.mouse.move(0, 0)
    assert page.locator(".card.on .pick").all_inner_texts() == ["She may not sell the old yard"]


def test_hovering_shows_the_other_side(opened):
    page = opened([document()]).page
    page.locator(".card").nth(0).hover()
    assert lit(page) == "We will hire about 300 welders next week"
    page.locator(".body span[data-claims=c2]").last.hover()
    assert lit(page) == "She may not sell the old yard"


def test_the_keyboard_alone_is_enough(opened):
    page = opened([document()]).page
    page.locator(".pane.text").focus()
    page.keyboard.press("j")
    assert lit(page) == "We will hire about 300 welders next week"
    page.keyboard.press("j")
    assert lit(page) == "She may not sell the old yard"
    page.keyboard.press("Escape")
    assert lit(page) == ""
    page.keyboard.press("/")
    page.keyboard.type("old yard")
    assert shown(page) == ["She may not sell the old yard"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("[aria-pressed=true]").count() == 1


def test_stance_evidential_and_warnings_are_read(opened):
    page = opened([document()]).page
    cards = page.locator(".card").all_inner_texts()
    assert "doubts it" in cards[0] and "300 per week" in cards[0]
    assert "alleged" in cards[1] and "alleged" not in cards[0]
    assert page.locator(".warnings").inner_text() == "layer_failed times gave nothing"
    assert "by Jo Pell · date from field · language en" in page.locator("header").inner_text()


FILTERS = [
    ("speaker", "Mara Quist", 0),
    ("speaker", "the article", 1),
    ("stance", "doubts", 0),
    ("modality", "possible", 1),
    ("kind", "count", 0),
]


def test_filters_leave_the_claims_that_match(opened):
    page = opened([document()]).page
    for name, value, left in FILTERS:
        page.reload()
        page.locator(f"[data-filter={name}]").select_option(value)
        assert shown(page) == [document().claims[left].text], value
        assert page.locator(".count").inner_text() == "1 of 2 claims"
        assert "".join(page.locator(".body .match").all_inner_texts()) == document().claims[left].text


STYLE = "e => getComputedStyle(e).backgroundColor + getComputedStyle(e).backgroundImage"


def test_each_layer_can_be_switched(opened):
    page = opened([document()]).page
    # the sample's content is all quoted: with quotations off, it is drawn as content
    for layer in ("quote", "speaker", "cue", "quantity", "date", "entity", "reference", "content"):
        area = layer in ("content", "quote")
        mark = page.locator(f".l-{layer}" if area else f".u1-{layer}, .u2-{layer}").first
        if layer == "content":
            page.locator("[data-layer=quote]").uncheck()
        before = mark.evaluate(STYLE)
        page.locator(f"[data-layer={layer}]").uncheck()
        assert mark.evaluate(STYLE) != before, layer
        page.locator(f"[data-layer={layer}]").check()
        assert mark.evaluate(STYLE) == before, layer


def test_a_batch_has_an_index_that_sorts_and_leads_to_its_articles(opened, seed):
    page = opened([document("north"), seed, dataclasses.replace(document("south"), claims=())]).page
    table = page.locator("table.sortable").first
    table.get_by_role("button", name="Claims").click()
    counts = [int(x) for x in table.locator("tbody tr td:nth-child(3)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True) and counts[-1] == 0
    speakers = page.locator("table.sortable").nth(1)
    assert speakers.locator("th", has_text="Mara Quist").count() == 1
    shot(page, "batch")
    table.get_by_role("link", name="amazon_layoffs").click()
    assert page.locator("#article-2").evaluate("e => Math.abs(e.getBoundingClientRect().top) < 50")


@pytest.mark.parametrize(("scheme", "many"), [("light", False), ("dark", True)])
def test_nothing_stands_in_the_way_of_anybody(opened, browser, seed, tmp_path, scheme, many):
    documents = [document(), seed] if many else [seed]
    html = opened(documents, scheme).page.content()
    path = tmp_path / "checked.html"
    path.write_text(html, encoding="utf-8")
    # axe is a script from outside, which the page's own policy rightly refuses
    page = browser.new_page(color_scheme=scheme, bypass_csp=True)
    page.goto(path.as_uri())
    page.locator(".pick").first.click()
    page.evaluate("document.getAnimations().forEach(a => a.finish())")
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found] == []


def test_a_phone_shows_one_column_that_fits(opened, seed):
    page = opened([seed], width=390, height=844).page
    assert page.evaluate(OVERFLOW) == []
    text, claims = page.locator(".pane.text").bounding_box(), page.locator(".pane.claims").bounding_box()
    assert text["y"] + text["height"] <= claims["y"]
    shot(page, "phone")


def test_the_index_of_a_batch_fits_a_phone(opened, seed):
    page = opened([document("north"), seed], width=390, height=844).page
    assert page.evaluate(OVERFLOW) == []
    assert page.locator("table.sortable a").first.bounding_box()["width"] > 120


def test_dark_is_dark(opened, seed):
    page = opened([seed], scheme="dark").page
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 22, 26)"
    page.locator(".pick").nth(4).click()
    shot(page, "dark")


def test_print_shows_everything_and_no_controls(opened, seed):
    page = opened([seed]).page
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert page.locator(".pane.text").evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    ARTIFACTS.mkdir(exist_ok=True)
    pdf = page.pdf(path=ARTIFACTS / "report.pdf", format="A4")
    assert pdf.startswith(b"%PDF")
    page.set_viewport_size({"width": 794, "height": 1123})
    shot(page, "print", full_page=True)


def test_a_notebook_shows_the_article_in_a_frame_of_its_own(opened):
    page = opened([], html=f"<!DOCTYPE html><title>notebook</title><body>{frame(document())}</body>").page
    inner = page.frame_locator("iframe")
    inner.locator(".pick").nth(1).click()
    assert inner.locator(".card.on .pick").all_inner_texts() == ["She may not sell the old yard"]
    assert page.locator("iframe").get_attribute("sandbox") == "allow-scripts"


def long_document(words: int) -> Document:
    sentence = "The yard may close in May. "
    text = sentence * (words // 6)
    size = len(sentence)
    claims = tuple(
        Claim(f"c{i}", i, i * size, i * size + size - 2, sentence[:-2], "", "", sentence[:-2], None, None)
        for i in range(words // 6)
    )
    return Document(
        id="long", sha256="", title=Span(0, 0, "Long"), claims=claims, run=Run("", "", ""), text=text
    )


@pytest.mark.slow
def test_a_hundred_thousand_words_open_and_answer(opened):
    page = opened([long_document(100_000)]).page
    page.locator("[data-filter=text]").fill("no such word")
    page.wait_for_function("document.querySelector('.count').textContent.startsWith('0 of')")


@pytest.mark.slow
def test_two_hundred_articles_open(opened, seed):
    page = opened([dataclasses.replace(seed, id=f"a{i}") for i in range(200)]).page
    assert page.locator("table.sortable").first.locator("tbody tr").count() == 200
    page.locator("a[href='#article-200']").click()


def test_why_says_in_words_what_decided_and_is_not_searched(opened):
    page = opened([document()]).page
    card = page.locator(".card").first
    card.get_by_text("Why").click()
    assert 'predicted: because of the auxiliary "will"' in card.inner_text()
    page.locator("[data-filter=text]").fill("auxiliary")
    assert shown(page) == []


def test_the_count_of_claims_leads_to_them_on_a_phone(opened, seed):
    page = opened([seed], width=390, height=844).page
    page.locator(".about a[href='#claims-1']").click()
    assert page.locator(".pane.claims").evaluate("e => Math.abs(e.getBoundingClientRect().top) < 50")
