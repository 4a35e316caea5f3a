"""How long `load` takes beside the plain bulk insert of the same rows, in one run.

    python -m tests.benchmarks.load [CLAIMS]

`load` reads JSONL, decodes and checks every record, makes the rows and replaces documents batch by batch.
The plain insert has the finished rows in memory and writes them table by table in one transaction, into
the same tables with the same keys and indices: `executemany` on SQLite and COPY on PostgreSQL.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from claimwire.records import Document, claim_records
from claimwire.sinks.loading import load
from claimwire.sinks.rows import Rows, document_rows, merged
from claimwire.sinks.sql import SQLStore
from claimwire.sinks.stores import open_store

from ..services import postgres
from ..sinks.samples import HARBOUR

CLAIMS = 100_000
CLAIMS_A_DOCUMENT = 30


def article(number: int) -> Document:
    """An article of the usual number of claims, each with ids of its own."""
    claims = tuple(
        replace(claim, id=f"{number:x}-{n}-{claim.id}")
        for n in range(CLAIMS_A_DOCUMENT // len(HARBOUR.claims))
        for claim in HARBOUR.claims
    )
    return replace(HARBOUR, id=f"doc{number}", claims=claims)


def plain_sqlite(store: SQLStore, rows: Rows) -> None:
    with store.transaction() as connection:
        for name, some in rows.items():
            marks = ", ".join("?" * len(some[0]))
            connection.exec_driver_sql(f'INSERT INTO "{name}" VALUES ({marks})', some)


def plain_postgres(store: SQLStore, rows: Rows) -> None:
    with store.transaction() as connection, connection.connection.cursor() as cursor:
        for name, some in rows.items():
            with cursor.copy(f'COPY "{name}" FROM STDIN') as copy:
                for row in some:
                    copy.write_row(row)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(
    name: str, files: dict[str, Path], rows: Rows, new_url: Callable[[], str], plain: Callable
) -> float:
    """Print the seconds of both ways; give the worst ratio.

    The plain insert runs before and after the loads and counts with its mean, so that a machine that others
    use meanwhile favours neither.
    """

    def base() -> float:
        store = open_store(new_url())
        taken = seconds(lambda: plain(store, rows))
        store.close()
        return taken

    before = base()
    loads = {}
    for form, file in files.items():
        url = new_url()
        loads[form] = [seconds(lambda f=file, u=url: load([f], u)) for _ in range(2)]
    mean = (before + base()) / 2
    for form, (first, again) in loads.items():
        print(
            f"{name:10} {form:9} load {first:6.1f} s, load again {again:6.1f} s, plain {mean:6.1f} s:"
            f" ratio {first / mean:.2f}"
        )
    return max(first / mean for first, _ in loads.values())


def main(claims: int = CLAIMS) -> dict[str, float]:
    """Run on SQLite and PostgreSQL; give the ratios."""
    articles = [article(n) for n in range(-(-claims // CLAIMS_A_DOCUMENT))]
    rows = merged(document_rows(a, claim_records(a)) for a in articles)
    print(f"{len(rows['claims'])} claims, {sum(map(len, rows.values()))} rows")
    with tempfile.TemporaryDirectory() as folder:
        files = {"claims": Path(folder, "c.jsonl"), "documents": Path(folder, "d.jsonl")}
        with files["claims"].open("wb") as c, files["documents"].open("wb") as d:
            for a in articles:
                d.write(msgspec.json.encode(a) + b"\n")
                c.writelines(msgspec.json.encode(r) + b"\n" for r in claim_records(a))
        del articles
        numbers = iter(range(100))
        ratios = {
            "sqlite": compare(
                "SQLite", files, rows, lambda: f"sqlite:///{folder}/{next(numbers)}.db", plain_sqlite
            )
        }
        with postgres.server() as server:
            import psycopg

            def database() -> str:
                name = f"news{next(numbers)}"
                with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                    connection.execute(f"CREATE DATABASE {name}")
                return f"{server}/{name}"

            ratios["postgresql"] = compare("PostgreSQL", files, rows, database, plain_postgres)
    return ratios


if __name__ == "__main__":
    main(*(int(a) for a in sys.argv[1:]))
