"""Speed of the whole pipeline beside a bare spaCy pass: speed.py [ARTICLES…] [--limit N].

Default: the attribution development texts beside the checkout, else the fixtures. The same as
`claimwire bench`, and fails below the floor of 0.70.
"""

from __future__ import annotations

import sys
from pathlib import Path

from click.testing import CliRunner

FLOOR = 0.70
ROOT = Path(__file__).parents[2]


def main(arguments: list[str]) -> int:
    import json

    from claimwire.cli.bench import bench

    if not arguments or arguments[0].startswith("-"):
        dev = ROOT.parent / "shared" / "data" / "attribution_dev.jsonl"
        arguments = [str(dev if dev.exists() else ROOT / "fixtures"), *arguments]
    result = CliRunner().invoke(bench, [*arguments, "--json"], catch_exceptions=False)
    figures = json.loads(result.stdout)
    for name in ("words", "bare", "whole", "ratio"):
        print(f"{name:<24}{figures[name]:>12,.2f}")
    for name, share in figures["shares"].items():
        print(f"{name:<24}{100 * share:>11.1f}%")
    return 0 if figures["ratio"] >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
