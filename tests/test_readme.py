"""The commands and snippets of README and docs do what they say, and the pages know what there is."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from spacy.lang.en import English

from tests import documentation
from tests.benchmarks.readme import summary
from tests.commands import claimwire
from tests.pipelines import loaded

ROOT = documentation.ROOT
README = documentation.README.read_text("utf-8")
TEXT = documentation.text()


def blocks(mark: str) -> list[str]:
    """The code blocks between <!-- mark --> and <!-- /mark -->."""
    found = re.findall(rf"<!-- {mark} -->\n```\w*\n(.*?)```\n<!-- /{mark} -->", TEXT, re.S)
    assert found, f"no page has a block {mark!r}"
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


def test_the_python_snippets_run(capsys, monkeypatch):
    monkeypatch.setattr("claimwire.pipeline.load", loaded)
    for snippet in blocks("python"):
        exec(compile(snippet, "README.md", "exec"), {})  # noqa: S102 - the README's own code
    printed = capsys.readouterr().out.splitlines()
    shown = blocks("python-output")[0].splitlines()
    assert printed[: len(shown)] == shown


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`(claimwire [a-z]+)", TEXT))))
def test_every_command_that_the_readme_names_exists(command):
    done = claimwire(*command.split()[1:], "--help")
    assert done.returncode == 0, done.stderr
    assert b"xample" in done.stdout, f"the help of {command} shows no example"


def test_the_spark_recipe_is_the_one_that_is_tested():
    recipe = (ROOT / "tests" / "batch" / "spark_recipe.py").read_text(encoding="utf-8")
    assert blocks("spark")[0] in recipe


def test_the_readme_is_short_and_its_links_lead_somewhere():
    assert len(README.splitlines()) <= 330
    for page in documentation.PAGES:
        links = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == [], page


def test_the_page_of_records_has_every_field_with_its_type_and_a_meaning():
    page = documentation.RECORDS.read_text("utf-8")
    assert documentation.written(page) == page, "run python -m tests.documentation"
    rows = [(head, *row) for head, some in documentation.tables(page).items() for row in some]
    assert [row for row in rows if not row[-1]] == [] and len(rows) > 100


def test_each_component_has_a_page_with_its_options():
    entries = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    for name, place in entries["spacy_factories"].items():
        import_module(place.partition(":")[0])
        page = (ROOT / "docs" / "components" / f"{name}.md").read_text("utf-8")
        options = set(re.findall(r"^\| `(\w+)` \|", page, re.M))
        assert options == set(English.get_factory_meta(name).default_config), name
