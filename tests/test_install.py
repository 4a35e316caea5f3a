"""The package works from a wheel, from an editable install and from a checkout alike."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_the_wheel_holds_pipelines_lexicon_and_weights(tmp_path):
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", "-w", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    wheel = next(tmp_path.glob("claimwire-*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    for cfg in (ROOT / "pipelines").glob("*.cfg"):
        assert f"claimwire/pipelines/{cfg.name}" in names
    package = ROOT / "src" / "claimwire"
    data = [p for p in package.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")]
    assert data
    for path in data:
        assert f"claimwire/{path.relative_to(package).as_posix()}" in names
    away = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(away)
    code = (
        "import claimwire, claimwire.pipeline as p; assert 'site' in claimwire.__file__, claimwire.__file__;"
        "d = claimwire.extract('Acme said it would cut 300 jobs.', nlp=claimwire.load('news'));"
        "print(sorted(p.pipelines())[0], len(d.claims))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, env=environment(away)
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[-1] == "1"


def environment(first: Path) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(first)}


@pytest.mark.slow
def test_analyze_pipes_finds_no_problem():
    from claimwire.pipeline import load, pipelines

    for name in pipelines():
        problems = load(name).analyze_pipes()["problems"]
        assert not any(problems.values()), (name, problems)
