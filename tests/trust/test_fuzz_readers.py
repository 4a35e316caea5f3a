"""CI's share of the fuzzing of the readers, and the nightly one."""

from __future__ import annotations

import pytest

from tests.trust import fuzz_readers

for extra in ("trafilatura", "pyarrow", "feedparser", "fastwarc", "docx", "pdfminer"):
    pytest.importorskip(extra)


@pytest.mark.parametrize("count", [50, pytest.param(300, marks=pytest.mark.slow)])
@pytest.mark.parametrize("format", fuzz_readers.FORMATS)
def test_mutated_files_give_articles_or_errors(format, count):
    assert fuzz_readers.run(format, count=count, seed=3) == []


@pytest.mark.nightly
@pytest.mark.slow
@pytest.mark.parametrize("format", fuzz_readers.FORMATS)
def test_many_mutated_files_give_articles_or_errors(format):
    assert fuzz_readers.run(format, count=5_000, seed=5) == []


@pytest.mark.parametrize("format", fuzz_readers.FORMATS)
def test_the_files_that_are_mutated_can_be_read(format, tmp_path):
    path = tmp_path / f"file.{format}"
    path.write_bytes(fuzz_readers.sources(format, 0))
    assert fuzz_readers.faults(path, {fuzz_readers.name_of(0)}) == []
    assert fuzz_readers.faults(path, {fuzz_readers.name_of(1)}) != []
