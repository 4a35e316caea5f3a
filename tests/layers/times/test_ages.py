"""Bare ages behind people, on the default pipeline: each age stands in [brackets]."""

from __future__ import annotations

import re

import pytest
import spacy

from claimwire.layers import store
from claimwire.layers.times.component import find_times
from claimwire.pipeline import pipelines

MARKED = [
    "Maria Lopez, [43], has run the shop in Boston.",
    "The driver, [19], was hurt.",
    "The driver, named as Robert Hughes ([42]), died at the scene.",
    "Our neighbour John Evans is [70].",
    "She turned [18].",
    "The fare is 12, and Route 9, 12 and 15 are shut.",
    "Rooms 4, 12, and 15 are full.",
    "Robert Hughes scored (42) in the first game.",
    "It is 70.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_bare_ages(nlp, marked):
    doc = nlp(re.sub(r"[\[\]]", "", marked))
    wanted = re.findall(r"\[(\d+)\]", marked)
    found = [d for d in find_times(doc) if d.rule == "duration.bareage"]
    assert [(d.text, d.value) for d in found] == [(n, f"P{n}Y") for n in wanted]
    assert not {q.text for q in store.get(doc, "quantities")} & set(wanted)


def test_bare_ages_are_left_out_where_the_setting_says_so(nlp):
    doc = nlp("Maria Lopez, 43, a 43-year-old, ran the shop for two years.")
    both = [d.text for d in find_times(doc)]
    assert both == ["43", "43-year-old", "two years"]
    assert [d.text for d in find_times(doc, with_bare_ages=False)] == both[1:]


def test_the_pipelines_set_it():
    configs = [spacy.util.load_config(pipelines()[name]) for name in ("news", "wide")]
    settings = [c["components"]["claimwire_times"].get("bare_ages", True) for c in configs]
    assert settings == [True, False]
