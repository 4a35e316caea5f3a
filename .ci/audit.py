"""Known vulnerabilities of the locked versions, by pip-audit with the OSV database.

    python .ci/audit.py [LOCK]

Exits 1 when a locked version has a known vulnerability. Where the database cannot be reached, it says so and
exits 0, since that machine cannot know. Needs pip-audit; .ci/run installs it in an environment of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LOCK = Path(__file__).with_name("lock.txt")
OPTIONS = "--no-deps --disable-pip --vulnerability-service osv --format json --progress-spinner off"


def verdict(report: str) -> tuple[int, str]:
    """Exit code and message for pip-audit's JSON report (empty when the database did not answer)."""
    try:
        dependencies = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return 0, "audit skipped: the vulnerability database cannot be reached from here"
    found = list(faults(dependencies))
    if found:
        return 1, "\n".join(found)
    skipped = [d["name"] for d in dependencies if "skip_reason" in d]
    unknown = f"; not known to the database: {', '.join(skipped)}" if skipped else ""
    return 0, f"audit: {len(dependencies) - len(skipped)} locked versions, no known vulnerability{unknown}"


def faults(dependencies: list[dict[str, Any]]) -> Iterator[str]:
    """A line for each vulnerability of each dependency."""
    for dependency in dependencies:
        for fault in dependency.get("vulns", []):
            mended = ", ".join(fault.get("fix_versions", [])) or "no version yet"
            yield f"{dependency['name']} {dependency['version']}: {fault['id']}, mended in {mended}"


def main() -> int:
    """Run pip-audit over the lock and print the verdict."""
    lock = sys.argv[1] if len(sys.argv) > 1 else str(LOCK)
    command = [sys.executable, "-m", "pip_audit", "--requirement", lock, "--timeout", "10", *OPTIONS.split()]
    code, message = verdict(subprocess.run(command, capture_output=True, text=True).stdout)
    print(message)
    return code


if __name__ == "__main__":
    sys.exit(main())
