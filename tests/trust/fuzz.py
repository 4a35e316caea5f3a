"""Mutated fixtures against the whole pipeline: no exception, no invalid record, offsets true.

    python tests/trust/fuzz.py --count 200000 --seed 7     the nightly run; CI takes 5,000

A failing input is written to --failures, so that it can become a fixture.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = [
    '"',
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "(",
    ")",
    "[",
    "—",
    " - ",
    "...",
    "\x00",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\n\n",
    "\r\n",
    "\t",
    "🙂",
    "e\u0301",
    "$",
    "%",
    "1,000,000,000,000,000,000",
    "1/0",
    "²",
    "½",
    "①",
    "0.0.0.0",
    "-5%",
    "$-3bn",
    "10-9-8-7",
    "13/13/13",
    "February 30",
    "the 0th century",
    "99:99",
    "Q9",
    "in the year 99999",
    "-1 years ago",
    "next Monday last Monday",
    "said said said",
    "according to",
    "he said she said",
    "which",
    "that that",
    "if",
    "not",
    "<b>",
    "{{x}}",
    "\\",
    "’s",
    "Mr.",
    "the",
    "U.S.",
    "١٢٣",
    "½",
    "²",
    "Ⅳ",
    "\u2028",
    "\x85",
]


def paragraphs() -> list[str]:
    """The paragraphs of all fixtures."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "fixtures").glob("*.txt"))]
    return [part for text in texts for part in text.split("\n") if part.strip()]


def _insert(rng: random.Random, text: str, pool: list[str]) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(HOSTILE) * rng.choice((1, 1, 1, 2, 5)) + text[at:]


def _delete(rng: random.Random, text: str, pool: list[str]) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.randint(1, 12) :]


def _repeat(rng: random.Random, text: str, pool: list[str]) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at : at + rng.randint(1, 30)] * 3 + text[at:]


def _swap_words(rng: random.Random, text: str, pool: list[str]) -> str:
    words = text.split(" ")
    i, j = rng.randrange(len(words)), rng.randrange(len(words))
    words[i], words[j] = words[j], words[i]
    return " ".join(words)


def _splice(rng: random.Random, text: str, pool: list[str]) -> str:
    other = rng.choice(pool)
    return text[: rng.randint(0, len(text))] + other[rng.randint(0, len(other)) :]


def _case(rng: random.Random, text: str, pool: list[str]) -> str:
    return rng.choice((str.upper, str.lower, str.title, str.swapcase))(text)


MUTATIONS: list[Callable[[random.Random, str, list[str]], str]] = [
    _insert,
    _insert,
    _insert,
    _delete,
    _repeat,
    _swap_words,
    _splice,
    _case,
]


def inputs(count: int, seed: int) -> Iterator[str]:
    """Mutated texts, the same for the same seed."""
    rng, pool = random.Random(seed), paragraphs()
    for _ in range(count):
        text = "\n\n".join(rng.choice(pool) for _ in range(rng.choice((1, 1, 1, 2))))
        for _ in range(rng.randint(1, 6)):
            text = rng.choice(MUTATIONS)(rng, text, pool)
        yield text


def faults(record: Any, text: str) -> Iterator[str]:
    """Spans of a record (as builtins) whose text is not the slice of the article that they name."""
    if isinstance(record, dict):
        if {"start", "end", "text"} <= record.keys():
            start, end = record["start"], record["end"]
            if not (0 <= start <= end <= len(text) and text[start:end] == record["text"]):
                yield f"{start}-{end} is not {record['text']!r}"
        for value in record.values():
            yield from faults(value, text)
    elif isinstance(record, (list, tuple)):
        for item in record:
            yield from faults(item, text)


def check(nlp: Any, text: str) -> list[str]:
    """What is wrong with the document made of a text; [] when all is well."""
    from claimwire.articles import Article
    from claimwire.pipeline import process
    from claimwire.records import Document

    try:
        document = process(nlp, Article(text=text, id="fuzz", date="2026-01-23"))
        encoded = msgspec.json.encode(document)
        msgspec.json.decode(encoded, type=Document)
    except Exception as error:  # noqa: BLE001 - any exception is the finding
        return [f"{type(error).__name__}: {error}"]
    return list(faults(msgspec.to_builtins(document), text))


def run(nlp: Any, count: int, seed: int, failures: Path | None = None) -> list[tuple[str, list[str]]]:
    """The inputs that failed, each with its faults."""
    failed = []
    for text in inputs(count, seed):
        wrong = check(nlp, text)
        if wrong:
            failed.append((text, wrong))
            if failures:
                failures.mkdir(parents=True, exist_ok=True)
                (failures / f"{seed}-{len(failed)}.txt").write_text(
                    text, encoding="utf-8", errors="surrogatepass"
                )
    return failed


def main() -> int:
    """Command line; see the module's head."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--failures", type=Path, default=ROOT / "artifacts" / "fuzz")
    options = parser.parse_args()
    import claimwire

    failed = run(claimwire.load(), options.count, options.seed, options.failures)
    print(f"{options.count} inputs, {len(failed)} failed")
    for text, wrong in failed[:20]:
        print(wrong[0], repr(text[:200]))
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
