"""Bounds that hostile or careless input meets: sizes, bombs, links, and outputs over inputs."""

import gzip
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimwire.articles import Article, ReadOptions, read_articles
from claimwire.records import ErrorRecord
from tests.commands import extract


def read(path: Path, **options: Any) -> list[Article | ErrorRecord]:
    return list(read_articles([str(path)], ReadOptions(**options)))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's account of peak memory")
def test_a_gzip_bomb_is_refused_in_little_memory(tmp_path):
    bomb = tmp_path / "bomb.jsonl.gz"
    with gzip.open(bomb, "wb", compresslevel=9) as packed:
        packed.write(b'{"text": "')
        for _ in range(300):
            packed.write(b"a" * 1_000_000)
    code = (
        "from claimwire.articles import ReadOptions, read_articles\n"
        f"items = list(read_articles([{str(bomb)!r}], ReadOptions(max_chars=100_000)))\n"
        "peak = next(x for x in open('/proc/self/status') if x.startswith('VmHWM'))\n"
        "print(len(items), int(peak.split()[1]) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    items, megabytes = map(int, done.stdout.split())
    assert items == 1
    assert megabytes < 200


def test_a_line_too_long_costs_only_itself(tmp_path):
    lines = tmp_path / "news.jsonl"
    long = '{"text": "' + "a" * 3_000_000 + '"}\n'
    lines.write_text(long + '{"id": "short", "text": "Acme cut jobs."}\n', encoding="utf-8")
    found = read(lines, max_chars=1_000)
    assert len(found) == 2
    assert isinstance(found[0], ErrorRecord)
    assert "--max-chars 1,000" in found[0].message
    assert found[1].id == "short"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text("The plan is secret.", encoding="utf-8")
    news = tmp_path / "news"
    news.mkdir()
    (news / "inside.txt").write_text("Acme cut jobs.", encoding="utf-8")
    os.symlink(tmp_path / "secret.txt", news / "outside.txt")
    os.symlink(news / "inside.txt", news / "again.txt")
    assert [Path(str(article.source)).name for article in read(news)] == ["again.txt", "inside.txt"]


@pytest.mark.parametrize("inputs", [["a.txt"], ["."]])
def test_output_never_goes_over_an_input(tmp_path, inputs):
    article = tmp_path / "a.txt"
    article.write_text("Acme said it would cut 300 jobs.", encoding="utf-8")
    done = extract(*inputs, "-o", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "is one of the inputs" in done.stderr.decode()
    assert article.read_text(encoding="utf-8") == "Acme said it would cut 300 jobs."


def test_an_article_longer_than_allowed_is_refused_by_name(tmp_path):
    (tmp_path / "long.txt").write_text("Acme cut jobs. " * 100, encoding="utf-8")
    done = extract("long.txt", "--max-chars", "1000", cwd=tmp_path)
    assert done.returncode == 1
    assert "long.txt" in done.stderr.decode()
    assert "--max-chars" in done.stderr.decode()
    assert done.stdout == b""


def test_files_are_written_with_the_users_mask(tmp_path):
    (tmp_path / "a.txt").write_text("Acme said it would cut 300 jobs.", encoding="utf-8")
    mask = os.umask(0o027)
    try:
        assert extract("a.txt", "-o", "out.jsonl", cwd=tmp_path).returncode == 0
    finally:
        os.umask(mask)
    assert (tmp_path / "out.jsonl").stat().st_mode & 0o777 == 0o640
