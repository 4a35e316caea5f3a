"""Views without a browser: the terminal, differences, words, and the texts of records that hold none."""

import dataclasses
import io
import json

import pytest
from click.testing import CliRunner

from claimwire.cli.main import claimwire
from claimwire.records import Date, claim_records
from claimwire.sinks.jsonl import lines_of
from claimwire.view.diff import compare
from claimwire.view.terminal import console, show
from claimwire.view.times import date_words
from claimwire.view.words import number_words
from tests.view.samples import TEXT, document


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "said"),
    [
        ("2026-W05", "2026-01-26", "2026-02-01", "week 5 of 2026 (26 January to 1 February 2026)"),
        ("2025-10", "2025-10-01", "2025-10-31", "October 2025"),
        ("2026-01-23", "2026-01-23", "2026-01-23", "23 January 2026"),
        ("P3M", None, None, "3 months"),
        ("PRESENT_REF", None, None, "now"),
        ("<odd>", None, None, "<odd>"),
    ],
)
def test_times_in_words(value, earliest, latest, said):
    date = Date(0, 1, "x", type="DATE", value=value, earliest=earliest, latest=latest)
    assert date_words(date) == said


@pytest.mark.parametrize(
    ("value", "said"), [(300, "300"), (31e9, "31 billion"), (1234567, "1,234,567"), (0.5, "0.5")]
)
def test_numbers_in_words_lose_nothing(value, said):
    assert number_words(value) == said


def test_the_terminal_view_has_no_colours_when_it_is_no_terminal():
    out = io.StringIO()
    show(document(), TEXT, console(out))
    said = out.getvalue()
    assert "\x1b" not in said
    assert "Mara Quist, chief executive (direct: said, doubts it)" in said
    assert "possible, negated, alleged" in said and "about 300 per week — welders" in said
    assert "warning: times gave nothing" in said


def test_control_characters_do_not_reach_the_terminal():
    out = io.StringIO()
    evil = dataclasses.replace(document().claims[1], text="\x1b[2J\x9b1m\u202eevil", resolved="")
    show(dataclasses.replace(document(), claims=(evil,)), "\x1b]0;owned\x07", console(out))
    assert not set(out.getvalue()) & set("\x1b\x07\x9b\u202e")


def test_a_difference_names_the_fields_that_changed():
    before = claim_records(document())
    after = [dataclasses.replace(before[0], id="new", modality="planned")]
    found = compare(before, after)
    assert [c.fields for c in found.changed] == [{"modality": ("predicted", "planned")}]
    assert (found.removed, found.added, found.same) == ([before[1]], [], 0)
    said = dataclasses.replace(before[0].attribution, stance="denies")
    after = [
        dataclasses.replace(before[0], attribution=said),
        dataclasses.replace(before[1], evidential=None),
    ]
    changes = [c.fields for c in compare(before, after).changed]
    assert [list(c) for c in changes] == [["stance", "attribution"], ["evidential"]]
    assert changes[0]["stance"] == ("doubts", "denies") and changes[1]["evidential"] == ("alleged", "")
    assert not compare(before, before)


@pytest.fixture
def files(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "other name.txt").write_text(TEXT, encoding="utf-8")
    plain = dataclasses.replace(document(), text=None, source=None)
    (tmp_path / "a.jsonl").write_bytes(lines_of(plain, "claims"))
    changed = dataclasses.replace(plain, claims=plain.claims[:1])
    (tmp_path / "b.jsonl").write_bytes(lines_of(changed, "documents"))
    return tmp_path


def call(*args):
    return CliRunner().invoke(claimwire, [str(a) for a in args], standalone_mode=False)


def test_view_finds_a_text_by_its_hash(files):
    report = files / "report.html"
    assert call("view", files / "a.jsonl", "--texts", files / "texts", "-o", report).exception is None
    assert "She" in report.read_text() and "not at hand" not in report.read_text()
    done = call("view", files / "a.jsonl", "-o", report)
    assert "1 of 1 articles is not at hand" in done.output
    assert "not at hand" in report.read_text() and "may not sell" in report.read_text()


def test_diff_exits_as_diff_does(files):
    assert call("diff", files / "a.jsonl", files / "a.jsonl").return_value == 0
    done = call("diff", files / "a.jsonl", files / "b.jsonl", "--json")
    assert done.return_value == 1
    assert [c["id"] for c in json.loads(done.stdout)["removed"]] == ["c2"]
    assert call("diff", files / "a.jsonl", files / "none.jsonl").exception.exit_code == 2
