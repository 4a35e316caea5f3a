"""`extract --engine ray` with the real pipeline gives the bytes of a run on one process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import ROOT, spawn

pytest.importorskip("ray", reason="needs ray: pip install claimwire[ray]")


@pytest.mark.slow
def test_ray_writes_what_one_process_writes(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    for name in ("amazon_layoffs", "ferry_strike", "rand_rates"):
        (news / f"{name}.txt").write_bytes((ROOT / "fixtures" / f"{name}.txt").read_bytes())
    (news / "empty.txt").touch()
    lines = [{"id": f"a{n}", "date": "2026-01-23", "text": f"Acme cut {n + 2} jobs."} for n in range(5)]
    (news / "lines.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n{\n")

    def run(engine: str, folder: str) -> tuple[bytes, bytes]:
        errors = tmp_path / f"{folder}.errors"
        out = ("--errors", errors, "--resume", "--part-size", 3, "-o", f"{tmp_path}/{folder}/")
        done = spawn("extract", "news", "--engine", engine, "--jobs", 1, *out, cwd=tmp_path)
        assert done.returncode == 1, done.stderr.decode()
        parts = sorted(Path(tmp_path, folder).glob("part-*.jsonl"))
        return b"".join(part.read_bytes() for part in parts), errors.read_bytes()

    alone = run("local", "alone")
    assert run("ray", "out") == alone
    assert alone[0].count(b"\n") > 20 and alone[1].count(b"\n") == 2
    before = {p.name: p.stat().st_mtime_ns for p in Path(tmp_path, "out").glob("part-*.jsonl")}
    (news / "rand_rates.txt").write_text("Acme said it would cut 300 jobs.")
    assert run("ray", "out") == run("local", "alone")
    after = {p.name: p.stat().st_mtime_ns for p in Path(tmp_path, "out").glob("part-*.jsonl")}
    assert len(before.items() & after.items()) == len(before) - 1
