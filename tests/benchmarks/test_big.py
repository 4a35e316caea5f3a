"""A long article takes the memory of its text, its records and one stretch.

Stretches are cut short here, so that a text of a size for every day has as many as a book; `big.py` gives the
figures for 10 MB, and the time.
"""

from __future__ import annotations

import sys

import pytest

from .big import MAX_GROWTH, extract, growth

SIZES = (1_000, 150_000, 400_000)
STRETCH = 5_000


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="needs peak memory in kilobytes, as Linux gives it")
def test_memory_is_bounded():
    costs = [extract(size, stretch=STRETCH) for size in SIZES]
    memory, _ = growth(costs)
    assert costs[-1].records > 10 * costs[-1].chars
    assert memory <= MAX_GROWTH
