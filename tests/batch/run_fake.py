"""A run into a folder with fake workers, as its own process: run_fake.py FOLDER N PART_SIZE JOBS [LIMIT].

LIMIT: bytes that a file may have, as a full disk would have it. Article 5 fails, each has 100 bytes and more.
"""

import resource
import sys

from fakes import FakeMaker

from claimwire.articles import Article
from claimwire.batch import engine
from claimwire.batch.folder import OutputFolder


def articles(n: int) -> list[Article]:
    return [Article("RAISE" if i == 5 else f"{i} " + "word " * 20, f"a{i}", f"{i}.txt") for i in range(n)]


def main(folder: str, n: int, part_size: int, jobs: int, limit: int | None = None) -> None:
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    output = OutputFolder(folder, {"pipeline": "fake"}, resume=True, part_size=part_size)
    maker = FakeMaker(pause=0.001)
    for outcome in output.write(engine.run(output.plan(articles(n)), maker, jobs)):
        print(outcome.id, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
