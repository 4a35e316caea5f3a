"""Writes what README and docs show of runs: the claims of the seed article, one in full, a snippet's output.

python tests/benchmarks/readme.py [--footprint]

With --footprint, installed size and start-up time are measured here.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


def fill(mark: str, language: str, body: str) -> None:
    """Put a code block between the marks, on the page that has them."""
    from tests.documentation import put

    put(mark, f"\n```{language}\n{body.rstrip()}\n```\n")


def seed_claims() -> list[dict[str, Any]]:
    """What the main command prints."""
    extract = str(Path(sys.executable).with_name("extract"))
    command = [extract, "fixtures/amazon_layoffs.txt", "--date", "2026-01-23"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def shown_claim(claims: Sequence[dict[str, Any]]) -> str:
    """The first claim that is attributed and predicted."""
    claim = next(c for c in claims if c["attribution"] and c["modality"] == "predicted")
    return json.dumps(claim, ensure_ascii=False, indent=1)


def summary(claims: Sequence[dict[str, Any]]) -> str:
    """The claims with a speaker or a number, as a table."""
    rows = ["| who says it | how firmly | what | numbers and times |", "|---|---|---|---|"]
    for claim in claims:
        speaker = (claim["attribution"] or {}).get("source")
        figures = [_figure(q) for q in claim["quantities"]] + [str(d["value"]) for d in claim["dates"]]
        if speaker or claim["quantities"]:
            firmly = claim["modality"] + (", negated" if claim["polarity"] == "negated" else "")
            name = speaker["name"] if speaker else "the article"
            rows.append(f"| {name} | {firmly} | {claim['resolved']} | {'; '.join(figures)} |")
    return "\n".join(rows)


def _figure(quantity: dict[str, Any]) -> str:
    """A quantity in short: "approx 30000"."""
    value = quantity["value"]
    number = f"{quantity['low']:g}–{quantity['high']:g}" if value is None else f"{value:.12g}"
    return " ".join(filter(None, (quantity["modifier"], number, quantity["unit"])))


def printed(snippet: str) -> str:
    """What a snippet prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(snippet, "README.md", "exec"), {})  # noqa: S102 - the README's own code
    return out.getvalue()


def footprint() -> str:
    """Installed size and start-up time, in one sentence."""
    script = [sys.executable, str(ROOT / "tests" / "benchmarks" / "footprint.py")]
    lines = subprocess.run(script, capture_output=True, text=True, check=True).stdout.splitlines()
    return f"{lines[0]}; {lines[2]}; {lines[3]}."


def main() -> None:
    """Fill the marks."""
    from tests.documentation import README, put

    if "--footprint" in sys.argv:
        put("footprint", footprint())
    claims = seed_claims()
    fill("claim", "json", shown_claim(claims))
    put("summary", "\n" + summary(claims) + "\n")
    snippet = re.findall(r"<!-- python -->\n```python\n(.*?)```", README.read_text("utf-8"), re.S)[0]
    fill("python-output", "text", printed(snippet))


if __name__ == "__main__":
    main()
