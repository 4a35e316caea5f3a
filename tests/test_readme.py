"""The README's commands and snippets do what it says."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.readme import summary

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(mark: str) -> list[str]:
    """The code blocks between <!-- mark --> and <!-- /mark -->."""
    found = re.findall(rf"<!-- {mark} -->\n```\w*\n(.*?)```\n<!-- /{mark} -->", README, re.S)
    assert found, f"the README has no block {mark!r}"
    return found


def test_the_main_command_prints_claims():
    install, command = blocks("main-command")[0].strip().split(" && ")
    assert install == "pip install ."
    words = command.split()
    assert words[0] == "extract"
    program = shutil.which("extract", path=str(Path(sys.executable).parent))
    done = subprocess.run(
        [program or "extract", *words[1:]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(claims) > 15
    shown = json.loads(blocks("claim")[0])
    same = [c for c in claims if c["id"] == shown["id"]]
    assert [stable(c) for c in same] == [stable(shown)], "run tests/benchmarks/readme.py"
    table = README.split("<!-- summary -->\n")[1].split("\n<!-- /summary -->")[0]
    assert summary(claims) == table, "run tests/benchmarks/readme.py"


def stable(claim):
    """The claim without its confidences, which differ in the last places between versions of numpy."""
    attribution = {k: v for k, v in claim["attribution"].items() if k != "confidence"}
    return {k: v for k, v in claim.items() if k != "confidence"} | {"attribution": attribution}


def test_the_test_command_is_the_one_ci_runs():
    assert blocks("test-command")[0].strip() == 'pip install -e ".[all,test]" && python -m pytest -q'
    assert "test-command" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_python_snippets_run(capsys):
    for snippet in blocks("python"):
        exec(compile(snippet, "README.md", "exec"), {})  # noqa: S102 - the README's own code
    printed = capsys.readouterr().out.splitlines()
    shown = blocks("python-output")[0].splitlines()
    assert printed[: len(shown)] == shown


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`(claimwire [a-z]+)", README))))
def test_every_command_that_the_readme_names_exists(command):
    program = shutil.which("claimwire", path=str(Path(sys.executable).parent)) or "claimwire"
    done = subprocess.run([program, *command.split()[1:], "--help"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "xample" in done.stdout, f"the help of {command} shows no example"


def test_the_spark_recipe_is_the_one_that_is_tested():
    recipe = (ROOT / "tests" / "batch" / "spark_recipe.py").read_text(encoding="utf-8")
    assert blocks("spark")[0] in recipe
