"""How time and memory of linking grow with the number of documents.

    python -m tests.benchmarks.links_scale DOCUMENTS.jsonl [--sizes 1000 5000 20000] [--add 100]

DOCUMENTS: records of some hundred articles (`extract --format documents`). They are repeated as stories with
other names, words, numbers and days, each as three outlets would have it: some statements left out, and now
and then another number. All stories lie within one year, so that with more documents each day has more of
them. Every size runs in a process of its own, on a new SQLite file; then --add more documents are joined.
One JSON object a size: wall and processor seconds, peak memory and size of the file in MiB, what was found.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import random
import re
import resource
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

import msgspec

from claimwire.linking.database import open_database
from claimwire.linking.digest import Digest
from claimwire.linking.sources import from_files
from claimwire.linking.update import Links

OUTLETS = 3
KEPT = 0.85  # share of its statements that an outlet has of a story
_START = dt.date(2024, 1, 1)
_WORD = re.compile(r"\b(?:[A-Z][a-z]{3,}|[a-z]{6,})\b")
# Words of the record itself: its fields, and values that are no text.
_FIXED = {
    *(f.name for f in msgspec.structs.fields(Digest)), "asserted", "planned", "predicted", "possible",
    "conditional", "increase", "decrease", "approx", "length", "kilometre", "percent", "percentage_point",
}  # fmt: skip
_NUMBER = re.compile(r"\b[1-9]\d{1,2}\b(?![-\d])")
_SYLLABLES = ("ka", "lo", "mi", "ru", "te", "va", "so", "ni", "be", "du")
_decode = msgspec.json.Decoder(Digest).decode


def stories(base: Sequence[str], first: int = 0) -> Iterator[Digest]:
    """Articles without end, in the order of stories: the base again and again, each time another story."""
    for round_ in count(first):
        for number, text in enumerate(base):
            told = _renamed(text, round_)
            day = random.Random(f"{round_}/{number}").randrange(365)
            for outlet in range(OUTLETS):
                yield _told(
                    told, f"{round_}-{number}-{outlet}", day, random.Random(f"{round_}/{number}/{outlet}")
                )


def _renamed(text: str, round_: int) -> str:
    """Most names and a third of the long words become others, the same ones in the whole story."""
    ending = "".join(_SYLLABLES[int(c)] for c in str(round_))

    def other(word: re.Match[str]) -> str:
        kept = zlib.crc32(word[0].encode()) % (3 if word[0][0].islower() else 4)
        changes = kept != 0 if word[0][0].isupper() else kept == 0
        return word[0] + ending if changes and word[0] not in _FIXED else word[0]

    return _WORD.sub(other, text)


def _told(text: str, id_: str, day: int, chance: random.Random) -> Digest:
    if chance.random() < 0.3:
        text = _NUMBER.sub(lambda number: str(int(number[0]) + 1), text)
    digest = _decode(text)
    date = (_START + dt.timedelta(days=day + chance.randrange(3))).isoformat()
    kept = tuple(s for s in digest.statements if chance.random() < KEPT)
    return msgspec.structs.replace(digest, id=id_, date=date, mark="1", statements=kept)


def measure(base: Sequence[str], size: int, add: int) -> dict[str, object]:
    """Link `size` documents, then `add` more; what it took."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "links.db"
        first = _run(file, islice(stories(base), size))
        more = _run(file, islice(stories(base, first=10**6), add))
        mebibytes = file.stat().st_size >> 20
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    return {"documents": size, "first": first, f"{add} more": more, "peak_MiB": peak, "file_MiB": mebibytes}


def _run(file: Path, documents: Iterator[Digest]) -> dict[str, object]:
    wall, processor = time.perf_counter(), time.process_time()
    database = open_database(f"sqlite:///{file}")
    report = Links(database).update(documents)
    database.close()
    return {
        "wall_s": round(time.perf_counter() - wall, 1),
        "cpu_s": round(time.process_time() - processor, 1),
        "groups": report.groups, "conflicts": report.conflicts, "entities": report.entities,
    }  # fmt: skip


def main() -> None:
    """Measure each size and print one line for it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 20_000])
    parser.add_argument("--add", type=int, default=100)
    given = parser.parse_args()
    base = [msgspec.json.encode(d).decode() for d in from_files([given.documents], [])]
    for size in given.sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            print(json.dumps(pool.apply(measure, (base, size, given.add))), flush=True)


if __name__ == "__main__":
    main()
