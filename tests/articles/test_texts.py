"""Texts as they come: what is taken away, what stays, and the language."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.articles import Article
from claimwire.articles.texts.cleaning import cleaned
from claimwire.articles.texts.language import language_of
from claimwire.articles.texts.marks import rendered
from claimwire.articles.texts.markup import text_of
from claimwire.records import ErrorRecord
from tests.articles.test_read import NEWS, read, write


@pytest.mark.parametrize(
    ("text", "plain", "codes"),
    [
        ("&amp;quot;No,&amp;quot; she wouldn&#8217;t", '"No," she wouldn’t', ["decoded_entities"]),
        ("4&nbsp;km &pound;3 &#xA3;4", "4\u00a0km £3 £4", ["decoded_entities"]),
        ("R&D at AT&T; &bogus; &notit; &#0;", "R&D at AT&T; &bogus; &notit; &#0;", []),
        ("<p>One <b>two</b>.</p><p>Three<br>four</p>", "One two.\n\nThree\nfour", ["removed_tags"]),
        ("&lt;p&gt;One&lt;/p&gt;", "One", ["decoded_entities", "removed_tags"]),
        ("One <em>two</em>.\n\nThree", "One two.\n\nThree", ["removed_tags"]),
        ("3 < 4 and 5 > 4, x<y", "3 < 4 and 5 > 4, x<y", []),
        ("**Ida Moss** left.[^2]", "Ida Moss left.", ["removed_markdown"]),
        ('*"We pay,"* she said.', '"We pay," she said.', ["removed_markdown"]),
        ("See [the note](https://example.org/2019/a_b) now", "See the note now", ["removed_markdown"]),
        ("![Ida Moss](moss.jpg) left", "Ida Moss left", ["removed_markdown"]),
        ("# Port shut\n\nIt cost ~~$5m~~ $3m.\n", "Port shut\n\nIt cost $3m.\n", ["removed_markdown"]),
        ("M*A*S*H ran; 2 * 3 * 4; * Prices in pounds", "M*A*S*H ran; 2 * 3 * 4; * Prices in pounds", []),
        (
            "#harbour is a tag; snake_case_name [sic] (no)",
            "#harbour is a tag; snake_case_name [sic] (no)",
            [],
        ),
    ],
)
def test_what_is_taken_away_and_what_is_told(text, plain, codes):
    found, warnings = cleaned(text)
    assert (found, [w.code for w in warnings]) == (plain, codes)


@given(st.text(st.characters(exclude_characters="&<*_[~#`"), max_size=200))
def test_a_text_without_marks_stays_as_it_is(text):
    assert cleaned(text) == (text, ())


@given(st.text(st.sampled_from("<>/pbri&;#amt8217 *_[]()~`^!.\n\"'"), max_size=120))
def test_any_soup_is_read(text):
    cleaned(text)
    rendered(text)
    text_of(text)


def test_a_markdown_document():
    text = (
        "# Port shut\n\nThe *port* of\nVelmouth **shut**.[^1] \\*True\\*\n\n- one `ton`\n- two\n\n"
        "1. first\n\n> “No,” she said.\n\n"
        "| dock | ships |\n|---|---|\n| north | 3 |\n\n***\n\n[^1]: On Monday.\n"
    )
    assert rendered(text).split("\n\n") == [
        "Port shut",
        "The port of Velmouth shut. *True*",
        "- one ton",
        "- two",
        "1. first",
        "“No,” she said.",
        "dock | ships",
        "north | 3",
        "On Monday.\n",
    ]


def test_a_text_with_entities_says_so_in_its_document(tmp_path):
    lines = [{"text": "Ships &amp; boats left.", "title": "Ships &amp; boats left."}, {"text": "Ships left."}]
    first, second = read(write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, lines))))
    assert first.text == "Ships & boats left." and first.title == (0, 19)
    assert [w.code for w in first.warnings] == ["decoded_entities"] and second.warnings == ()


ENGLISH = "The port shut its northern dock on Monday, and its director said that ships were turned away."
SPANISH = "El puerto cerró su muelle norte el lunes, y su directora dijo que los barcos fueron desviados."
CROATIAN = (
    "Luka je u ponedjeljak zatvorila sjeverni dok, a njezina je ravnateljica rekla "
    "da su brodovi preusmjereni. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (SPANISH, "es"),
        ("Santos Dumont; Casillas (Reina 46), Puyol, Iniesta", None),
        ("Hola, buenos días a todos", None),
        (f"https://example.org/{'a' * 90}", None),
    ],
)
def test_language(text, language):
    assert language_of(text) == language


def test_a_language_that_is_like_others_is_still_not_english():
    assert language_of(CROATIAN * 5) not in (None, "en")


def test_text_that_is_not_english_is_refused_unless_any_language_is_taken(tmp_path):
    path = write(tmp_path / "a.txt", SPANISH)
    (error,) = read(path)
    assert isinstance(error, ErrorRecord) and error.error == "language"
    assert "'es'" in error.message and "--any-language" in error.message
    (article,) = read(path, any_language=True)
    assert isinstance(article, Article) and article.language == "es"
    (short,) = read(write(tmp_path / "b.txt", NEWS[:30]))
    assert isinstance(short, Article) and short.language is None
