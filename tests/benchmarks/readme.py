"""Writes what the README shows of runs: a claim of the seed article, and a snippet's output.

python tests/benchmarks/readme.py
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"


def fill(text: str, mark: str, language: str, body: str) -> str:
    """The README's text with a code block put between the marks."""
    begin, end = f"<!-- {mark} -->\n", f"<!-- /{mark} -->"
    head, rest = text.split(begin, 1)
    return f"{head}{begin}```{language}\n{body.rstrip()}\n```\n{end}{rest.split(end, 1)[1]}"


def shown_claim() -> str:
    """The first claim of the seed article that is attributed and predicted."""
    extract = str(Path(sys.executable).with_name("extract"))
    command = [extract, "fixtures/amazon_layoffs.txt", "--date", "2026-01-23"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    claim = next(c for c in claims if c["attribution"] and c["modality"] == "predicted")
    return json.dumps(claim, ensure_ascii=False, indent=1)


def printed(snippet: str) -> str:
    """What a snippet prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(snippet, "README.md", "exec"), {})  # noqa: S102 - the README's own code
    return out.getvalue()


def main() -> None:
    """Fill the marks."""
    text = README.read_text(encoding="utf-8")
    text = fill(text, "claim", "json", shown_claim())
    snippet = re.findall(r"<!-- python -->\n```python\n(.*?)```", text, re.S)[0]
    text = fill(text, "python-output", "text", printed(snippet))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
