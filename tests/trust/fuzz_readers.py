"""Mutated files of every format against the readers: an article, or an error that names the file.

    python tests/trust/fuzz_readers.py --count 5000 --seed 7     of each format; CI takes 300

A failing file is written to --failures, so that it can become a test.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # when run as a program

from tests.articles import makers  # noqa: E402

PLACE = "Velmouth"  # of each file another name, so that text of another file is seen
_FIRST, _STEP = 1_000_003, 7_919
BASES = 12  # files of each format that are mutated
HOSTILE = [
    # charsets and control characters
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\r", "\u0663".encode(),
    "\u202e".encode(),
    # HTML and XML
    b"&#xD800;", b"&nbsp;", b"&bogus;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<div>" * 400, b"</p>",
    b"<script>", b"<!ENTITY a 'b'>", b"<article>", b"<h1>",
    # JSON, dates and numbers
    b"[" * 400, b'{"a":' * 200, b"\\ud800", b"\\u0000", b"1e999", b"null", b'"', b"'", b"9" * 400,
    b"0000-00-00", b"2026-13-45T99:99:99Z",
    # packed and binary formats
    b"\x1f\x8b\x08", b"PK\x03\x04", b"stream\n", b"endobj", b"/Length 99999999", b"%PDF-",
]  # fmt: skip


def sources(format: str, number: int) -> bytes:
    """A whole file of a format, which speaks of a place of its own."""
    return _builders()[format](name_of(number))


def name_of(number: int) -> str:
    """The place of a file; no name of another file comes of it by a few mutations."""
    return f"Vel{_FIRST + _STEP * number}mouth"


def _number(place: str) -> int:
    return (int(re.findall(r"\d+", place)[0]) - _FIRST) // _STEP


def _named(text: str, place: str) -> bytes:
    return text.replace(PLACE, place).encode()


def _page(place: str) -> bytes:
    pages = sorted((ROOT / "tests" / "articles" / "pages").glob("*.html"))
    number = _number(place)
    page = pages[number % len(pages)].read_text(encoding="utf-8")
    return _named(page, place).replace(b"</p>", f" It is in {place}.</p>".encode(), 1)


def _table(place: str) -> bytes:
    return _named(f'id,text,date\n1,"{makers.FIRST}",2026-01-23\n2,"{makers.SECOND}",\n', place)


def _parquet(place: str) -> bytes:
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.table({"id": ["1", "2"], "text": [makers.FIRST.replace(PLACE, place)] * 2})
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(table, sink)
    return bytes(sink.getvalue())


def _xml(place: str) -> bytes:
    kinds = (makers.NITF, makers.NEWSML, makers.RSS, makers.ATOM)
    return _named(kinds[_number(place) % 4], place)


def _warc(place: str) -> bytes:
    page = ("https://example.org/a", 200, "text/html", _named(makers.PAGE, place))
    return makers.warc([page, ("https://example.org/b", 200, "text/plain", _named(makers.BODY, place))])


def _zip(place: str) -> bytes:
    files = {
        "a.txt": _named(makers.BODY, place),
        "b/c.json": _json(place),
        "d.html": _named(makers.PAGE, place),
    }
    return makers.packed(files)


def _json(place: str) -> bytes:
    kinds = (
        {"text": makers.BODY},
        [{"text": makers.FIRST}, {"text": makers.SECOND}],
        makers.NINJS_1,
        makers.NINJS_3,
    )
    return _named(json.dumps(kinds[_number(place) % 4]), place)


def _markdown(place: str) -> bytes:
    head = "---\ntitle: Harbour shuts\ndate: 2026-01-23\n---\n"
    return _named(f"{head}# {makers.TITLE}\n\n**{makers.FIRST}**[^1]\n\n- [{makers.SECOND}](x.html)\n", place)


@cache
def _builders() -> dict[str, Callable[[str], bytes]]:
    return {
        "txt": lambda place: _named(makers.BODY, place),
        "md": _markdown,
        "jsonl": lambda place: _named(json.dumps({"text": makers.FIRST, "id": "a"}) + "\n", place) * 2,
        "json": _json,
        "html": _page,
        "csv": _table,
        "parquet": _parquet,
        "xml": _xml,
        "warc": _warc,
        "docx": lambda place: makers.docx(place),
        "pdf": lambda place: makers.pdf([[line.replace(PLACE, place) for line in makers.PDF_LINES]]),
        "zip": _zip,
    }


FORMATS = tuple(_builders())


def _cut(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: rng.randint(0, len(data))]


def _flip(rng: random.Random, data: bytes, other: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 4, 20))):
        if out:
            out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _insert(rng: random.Random, data: bytes, other: bytes) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(HOSTILE) * rng.choice((1, 1, 3)) + data[at:]


def _delete(rng: random.Random, data: bytes, other: bytes) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + data[at + rng.choice((1, 1, 8, 100)) :]


def _repeat(rng: random.Random, data: bytes, other: bytes) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + data[at : at + rng.randint(1, 60)] * rng.choice((2, 50, 500)) + data[at:]


def _recode(rng: random.Random, data: bytes, other: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7", "cp037")), "replace")


def _swap(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """The beginning of one file and the end of a file of another format."""
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


MUTATIONS = (_cut, _flip, _flip, _insert, _insert, _delete, _repeat, _recode, _swap)


def inputs(format: str, count: int, seed: int) -> Iterator[tuple[bytes, set[str]]]:
    """Mutated files, the same for the same seed, with the names of the places that they may speak of."""
    rng = random.Random(f"{format}-{seed}")
    bases = [sources(format, n) for n in range(BASES)]
    others = [sources(f, 100 + n) for n, f in enumerate(FORMATS)]
    for _ in range(count):
        number, other = rng.randrange(BASES), rng.randrange(len(others))
        data = bases[number]
        for _ in range(rng.choice((1, 1, 2, 4))):
            data = rng.choice(MUTATIONS)(rng, data, others[other])
        yield data, {name_of(number), name_of(100 + other)}


def faults(path: Path, own: set[str]) -> list[str]:
    """What is wrong with what comes of a file; [] when all is well."""
    from claimwire.articles import Article, ReadOptions, read_articles

    try:
        found = list(read_articles([str(path)], ReadOptions(max_chars=200_000)))
    except Exception as error:  # noqa: BLE001 - any exception is the finding
        return [f"{type(error).__name__}: {error}"]
    wrong = [] if found else ["neither an article nor an error"]
    for item in found:
        if isinstance(item, Article):
            foreign = set(re.findall(r"Vel\d{1,12}mouth", item.text)) - own
            wrong += [f"text of another file: {sorted(foreign)}"] if foreign and not _made(foreign) else []
            wrong += _bad_fields(item.text, item.title, item.date)
        elif str(path) not in item.source or not item.message or "\n" in item.message:
            wrong.append(f"an error that does not say where or why: {item.source!r} {item.message!r}")
    return wrong


def _made(names: set[str]) -> bool:
    """Whether names were made by mutation: no file speaks of them."""
    real = set(map(name_of, (*range(BASES), *range(100, 100 + len(FORMATS)))))
    return not names & real


def _bad_fields(text: str, title: tuple[int, int] | None, date: str | None) -> Iterator[str]:
    if not text.strip():
        yield "an article without text"
    if title and not 0 <= title[0] < title[1] <= len(text):
        yield f"a title at {title} in a text of {len(text)}"
    if date:
        datetime.date.fromisoformat(date)


def run(format: str, count: int, seed: int, failures: Path | None = None) -> list[tuple[bytes, list[str]]]:
    """The files that failed, each with its faults."""
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file.{format}"
        for data, own in inputs(format, count, seed):
            path.write_bytes(data)
            if wrong := faults(path, own):
                failed.append((data, wrong))
                if failures:
                    failures.mkdir(parents=True, exist_ok=True)
                    (failures / f"{seed}-{len(failed)}.{format}").write_bytes(data)
    return failed


def main() -> int:
    """Command line; see the module's head."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--formats", nargs="*", default=FORMATS, choices=FORMATS)
    parser.add_argument("--failures", type=Path, default=ROOT / "artifacts" / "fuzz_readers")
    options = parser.parse_args()
    bad = 0
    for format in options.formats:
        failed = run(format, options.count, options.seed, options.failures)
        bad += len(failed)
        print(f"{format}: {options.count} files, {len(failed)} failed", flush=True)
        for data, wrong in failed[:5]:
            print("   ", wrong[0][:300], repr(data[:80]))
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
