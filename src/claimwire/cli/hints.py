"""What to do next, for people who have just done something."""

from __future__ import annotations

import shlex
import sys
from typing import Any


def next_command(output: str | None, options: dict[str, Any]) -> str | None:
    """What a person may do with what `extract` has written; None where that needs no word.

    output, options: those of the command.
    """
    if options["to"]:
        return "ask the database, as: SELECT * FROM v_quotes (or v_numbers, v_claims_by_speaker)"
    if output and output != "-":
        name = shlex.quote(output)
        return f"claimwire view {name} -o report.html, or claimwire load {name} --to sqlite:///news.db"
    if sys.stdout.isatty() and not (options["html"] or options["pretty"]):
        return "keep the claims with -o claims.jsonl, or read them with --pretty or --html report.html"
    return None
