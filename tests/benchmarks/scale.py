"""Scale: time per article for 1 to 1,000 articles, one process and two, and the memory of a worker.

scale.py [--memory]: --memory runs one worker over 5,000 articles and tells its growth from the 1,000th on.
Texts: the attribution development set beside the checkout, else the fixtures, again and again under new ids.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from claimwire.articles import Article, read_articles
from claimwire.batch import engine
from claimwire.batch.process import pin_threads
from claimwire.batch.worker import Worker, WorkerSettings

ROOT = Path(__file__).parents[2]
SIZES = (1, 10, 100, 1000)
MAX_GROWTH, MAX_MEGABYTES = 0.05, 700


def articles(n: int, chars: int = 2000) -> Iterator[Article]:
    dev = ROOT.parent / "shared" / "data" / "attribution_dev.jsonl"
    found = [
        a for a in read_articles([str(dev if dev.exists() else ROOT / "fixtures")]) if isinstance(a, Article)
    ]
    for i, article in enumerate(islice(cycle(found), n)):
        yield replace(article, id=f"{article.id}-{i}", text=f"{i} jobs went. {article.text[:chars]}")


def resident() -> float:
    """Megabytes of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def memory(total: int = 5000, step: int = 500) -> int:
    """Peak and growth of one worker's memory."""
    worker: Worker = WorkerSettings(form="documents").make()
    seen = {}
    stream = articles(total, 600)
    for count in range(step, total + 1, step):
        for _ in range(0, step, 20):
            worker(list(islice(stream, 20)))
        seen[count] = resident()
        print(f"{count:>6} articles {seen[count]:>8.1f} MB", flush=True)
    growth = seen[total] / seen[1000] - 1
    print(f"growth from 1,000 to {total:,}: {100 * growth:.1f} %")
    return 0 if growth < MAX_GROWTH and max(seen.values()) < MAX_MEGABYTES else 1


def scale() -> int:
    """Seconds per article, loading left out of neither."""
    spent = {}
    for jobs in (1, 2):
        for n in SIZES:
            begun = time.perf_counter()
            done = list(engine.run(articles(n), WorkerSettings(form="documents"), jobs))
            spent[jobs, n] = time.perf_counter() - begun
            assert len(done) == n
            row = {"jobs": jobs, "articles": n, "seconds": round(spent[jobs, n], 2)}
            print(json.dumps(row | {"ms_per_article": round(1000 * spent[jobs, n] / n, 1)}), flush=True)
    gain = (spent[1, 1000] - spent[1, 1]) / (spent[2, 1000] - spent[2, 1])
    print(f"two processes beside one, loading aside: {gain:.2f}")
    return 0


if __name__ == "__main__":
    pin_threads()
    sys.exit(memory() if "--memory" in sys.argv else scale())
