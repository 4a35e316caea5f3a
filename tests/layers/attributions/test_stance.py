"""What a source does with what it says, given the attribution: marked sentences, parsed by the model."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from claimwire.layers.attributions.stance import governing_stance, with_stance
from claimwire.layers.parse import Parse, parse_of
from claimwire.records import Attribution, Cue, Source, Span
from tests.pipelines import parsed

SENTENCES = [
    line.split(" | ", 1)
    for line in Path(__file__).with_name("data").joinpath("stance.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
_MARK = re.compile(r"\{([SCX]):([^}]*)\}")


def plain(marked: str) -> str:
    """A marked sentence without its marks."""
    return _MARK.sub(r"\2", marked)


def attribution(marked: str) -> Attribution:
    """The attribution that the marks say."""
    parts: dict[str, list[Span]] = {"S": [], "C": [], "X": []}
    gone = 0
    for mark in _MARK.finditer(marked):
        start = mark.start() - gone
        parts[mark[1]].append(Span(start, start + len(mark[2]), mark[2]))
        gone += len(mark[0]) - len(mark[2])
    text = plain(marked)
    cue, content = parts["C"], tuple(parts["X"])
    quotes = tuple(s for s in content if text[: s.start].endswith('"'))
    words = text[cue[0].start : cue[-1].end]
    return Attribution(
        "a1",
        "direct" if quotes else "indirect",
        next((Source(s.start, s.end, s.text) for s in parts["S"]), None),
        Cue(cue[0].start, cue[-1].end, words, words, "verb"),
        content,
        quotes,
    )


@pytest.fixture(scope="module")
def parses(nlp) -> dict[str, Parse]:
    """All sentences parsed at once; the Docs are kept, as a parse lives as long as its Doc."""
    texts = [plain(marked) for _, marked in SENTENCES]
    return {doc.text: parse_of(doc) for doc in parsed(nlp, [*texts, *UNATTRIBUTED])}


@pytest.mark.parametrize(("stance", "marked"), SENTENCES)
def test_stance(parses, stance, marked):
    [found] = with_stance(parses[plain(marked)], [attribution(marked)])
    assert found.stance == stance


def test_nothing_else_changes_and_what_was_there_does_not_count(parses):
    _, marked = SENTENCES[0]
    given = replace(attribution(marked), stance="doubts", confidence=0.5)
    [found] = with_stance(parses[plain(marked)], [given])
    assert found == replace(given, stance="asserts")


def test_a_quotation_without_a_cue_asserts_or_asks(parses):
    marked = next(m for s, m in SENTENCES if s == "asks" and m.startswith('"'))
    given = replace(attribution(marked), cue=None, source=None)
    assert [a.stance for a in with_stance(parses[plain(marked)], [given])] == ["asks"]
    said = replace(given, content=(Span(1, 3, "It"),), quotes=(), type="indirect")
    assert [a.stance for a in with_stance(parses[plain(marked)], [said])] == ["asserts"]


# What governs a clause that no attribution holds; the clause by its verb.
UNATTRIBUTED = {
    "The trust dismissed the notion that the tower leans.": ("leans", "denies"),
    "The trust cast doubt on the story that the tower leans.": ("leans", "doubts"),
    "Old maps do not show that the tower leans.": ("leans", "withholds"),
    "Old maps show that the tower leans.": ("leans", "asserts"),
}


@pytest.mark.parametrize("text", UNATTRIBUTED)
def test_what_governs_a_clause_without_an_attribution(parses, text):
    verb, stance = UNATTRIBUTED[text]
    parse = parses[text]
    assert governing_stance(parse, parse.orth.index(verb)) == stance
