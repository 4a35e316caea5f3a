"""The audit of the lock reads its report rightly, and the lock leaves nothing open."""

import importlib.util
import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("audit", ROOT / ".ci" / "audit.py")
assert SPEC and SPEC.loader
audit = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(audit)


@pytest.mark.parametrize(
    ("dependencies", "code", "words"),
    [
        ([{"name": "a", "version": "1", "vulns": []}], 0, "1 locked versions, no known vulnerability"),
        ([{"name": "a", "skip_reason": "unknown"}], 0, "not known to the database: a"),
        (
            [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}],
            1,
            "a 1: CVE-1, mended in 2",
        ),
        ([{"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}]}], 1, "no version yet"),
    ],
)
def test_the_verdict_on_a_report(dependencies, code, words):
    found = audit.verdict(json.dumps({"dependencies": dependencies}))
    assert found[0] == code
    assert words in found[1]


@pytest.mark.parametrize("report", ["", "no connection", "{}"])
def test_no_answer_is_said_not_passed_over(report):
    assert audit.verdict(report) == (
        0,
        "audit skipped: the vulnerability database cannot be reached from here",
    )


def locked() -> set[str]:
    lines = (ROOT / ".ci" / "lock.txt").read_text(encoding="utf-8").splitlines()
    return {canonicalize_name(m[1]) for line in lines if (m := re.match(r"([\w.-]+)==", line))}


def needed(extra: str) -> set[str]:
    """Everything that an install with an extra brings, as the installed distributions say."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(r) for r in project["dependencies"] + project["optional-dependencies"][extra]]
    found: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key in found or key[0] == "claimwire":
            continue
        found.add(key)
        inner = map(Requirement, distribution(requirement.name).requires or [])
        extras = requirement.extras or {""}
        waiting += [r for r in inner if not r.marker or any(r.marker.evaluate({"extra": e}) for e in extras)]
    return {name for name, _ in found}


@pytest.mark.parametrize("extra", ["test", "sql", "duckdb", "html", "ray", "parquet"])
def test_the_lock_names_every_version_that_ci_installs(extra):
    try:
        names = needed(extra)
    except PackageNotFoundError as absent:
        pytest.skip(f"needs the extra {extra}: {absent}")
    assert sorted(names - locked() - {"setuptools"}) == []
