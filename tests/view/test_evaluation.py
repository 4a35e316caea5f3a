"""Gold against prediction: each item has the right mark and fields, on a page where nothing runs."""

import json
import re

from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner

from claimwire.cli.main import claimwire
from claimwire.view.errors import findings
from claimwire.view.evaluation import evaluation
from tests.view.conftest import OVERFLOW

TEXT = "Ada rose 10 in May. Bob fell 20 in June. Cyd won 30 in July. Dan lost 40 in August."
NAMES, VERBS = ("Ada", "Bob", "Cyd", "Dan"), ("rose", "fell", "won", "lost")
MONTHS = ("May", "June", "July", "August")
WANTED = {"right": 0, "partly": 1, "missed": 2, "spurious": 3}


def at(part):
    return TEXT.index(part), TEXT.index(part) + len(part)


def item(part, **fields):
    start, end = at(part)
    return {"start": start, "end": end, **fields}


def side(numbers, wrong, text=TEXT):
    """Gold or prediction with the sentences of these numbers; sentence 1 has a wrong field in each layer."""
    out = {"id": "hand", "text": text}
    bad = {n: wrong and n == 1 for n in numbers}
    out["entities"] = [item(NAMES[n], label="PERSON", name="Wrong" if bad[n] else NAMES[n]) for n in numbers]
    out["quantities"] = [
        item(str(10 * n + 10), id=f"q{n}", value=10 * n + 10, modifier="approx" if bad[n] else None)
        for n in numbers
    ]
    out["dates"] = [
        item(MONTHS[n], id=f"t{n}", type="DATE", value="2020" if bad[n] else f"2026-0{n + 5}")
        for n in numbers
    ]
    out["attributions"] = [
        {"id": f"a{n}", "type": "direct" if bad[n] else "indirect", "source": at(NAMES[n]), "name": NAMES[n],
         "cue": None, "content": [at(f"{VERBS[n]} {10 * n + 10}")]}
        for n in numbers
    ]  # fmt: skip
    out["claims"] = [
        item(f"{NAMES[n]} {VERBS[n]} {10 * n + 10}", id=f"c{n}", predicate=at(VERBS[n]), subject=None,
             subject_name=None, polarity="affirmed", modality="planned" if bad[n] else "asserted",
             attribution=None, quantities=[], dates=[])
        for n in numbers
    ]  # fmt: skip
    return out


GOLD, FOUND = side([0, 1, 2], False), side([0, 1, 3], True)


def test_each_layer_has_one_item_of_each_kind_with_its_fields():
    found = findings(GOLD, FOUND)
    wrong = {"entities": "name", "quantities": "modifier", "dates": "value", "attributions": "type"}
    wrong["claims"] = "modality"
    for layer, field in wrong.items():
        kinds = {f.kind: f for f in found if f.layer == layer}
        assert kinds.keys() == WANTED.keys() and sum(f.layer == layer for f in found) == 4
        sentences = {kind: TEXT[: f.start].count(".") for kind, f in kinds.items()}
        assert sentences == WANTED
        assert [x.name for x in kinds["partly"].fields] == [field] and not kinds["right"].fields
        assert {x.predicted for x in kinds["missed"].fields} == {None}
    (modifier,) = next(f for f in found if f.layer == "quantities" and f.kind == "partly").fields
    assert (modifier.gold, modifier.predicted) == ("", "approx")


def test_a_wrong_value_is_missed_and_spurious_and_both_values_are_shown():
    found = {**GOLD, "quantities": [item("10", value=11)]}
    here = [f for f in findings(GOLD, found) if f.layer == "quantities" and f.start == TEXT.index("10")]
    assert {f.kind for f in here} == {"missed", "spurious"}
    assert all([(x.name, x.gold, x.predicted) for x in f.fields] == [("value", "10", "11")] for f in here)


def test_the_page_is_switched_without_scripts(opened, browser):
    html = evaluation([GOLD], {"hand": FOUND})
    page = opened([], html=html).page
    assert page.locator("script").count() == 0 and page.locator(".body").inner_text() == TEXT
    assert page.locator("table.errors tbody tr:visible").count() == 3
    page.locator("#layer-all").check()
    assert page.locator("table.errors tbody tr:visible").count() == 15
    page.locator("#kind-missed").uncheck()
    assert page.locator("table.errors tbody tr:visible").count() == 10
    checked = browser.new_page(bypass_csp=True)
    checked.set_content(html)
    violations = Axe().run(checked).response["violations"]
    checked.close()
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in violations] == []


def test_a_phone_shows_whole_numbers(opened):
    page = opened([], html=evaluation([GOLD], {"hand": FOUND}), width=390, height=844).page
    assert page.evaluate(OVERFLOW) == []
    lines = "cells => cells.map((c) => { const r = document.createRange(); r.selectNodeContents(c);"
    lines += " return new Set([...r.getClientRects()].map((box) => box.top)).size; })"
    assert set(page.locator("td.number").evaluate_all(lines)) == {1}


def test_hostile_text_is_text():
    attack = "<script>x()</script></style>\x00"
    gold = {**side([0], False, TEXT + attack), "id": attack}
    html = evaluation([gold], {attack: {"entities": [item("Bob", label=attack, name=attack)]}})
    assert "<script" not in html and "\x00" not in html and len(re.findall("</style>", html)) == 1


def test_the_command_writes_the_page(tmp_path):
    (tmp_path / "hand.gold.json").write_text(json.dumps(GOLD))
    (tmp_path / "found.jsonl").write_text(json.dumps({"schema": "claimwire.document/2", **FOUND}) + "\n")
    args = ["evaluate", tmp_path, "--predictions", tmp_path / "found.jsonl", "--html", tmp_path / "e.html"]
    done = CliRunner().invoke(claimwire, [str(a) for a in args], standalone_mode=False)
    assert done.exception is None and "partly right" in (tmp_path / "e.html").read_text()
