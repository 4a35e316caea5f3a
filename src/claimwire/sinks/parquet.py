"""A folder of Parquet files as a store: one typed file a table.

What a load brings is written beside the present files; when it ends, the rows of other documents are copied
behind it and the new files take the place of the old ones. A file `.commit` says that the new files are
whole: a load that was stopped before it leaves no trace, one that was stopped after it is finished by the
next load. Memory holds one batch and the ids of the loaded documents.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from claimwire.sinks.arrow import VERSION_KEY, arrow_table, schema
from claimwire.sinks.errors import SinkError, require
from claimwire.sinks.rows import DocumentRows, merged
from claimwire.sinks.tables import BY_NAME, SCHEMA_VERSION, TABLES, Table, quoted, too_new
from claimwire.sinks.views import VIEWS

_PAUSE = 0.05
_NEW = ".new"
_COMMIT = ".commit"
_LOCK = ".lock"
# The views and names for the tables, for DuckDB started in the folder.
VIEWS_FILE = "views.sql"


class ParquetStore:
    """A folder of Parquet files; what is loaded is seen when the store is closed."""

    def __init__(self, folder: Path, wait: float) -> None:
        self.name = f"{folder}/"
        require("pyarrow", "parquet", "Parquet")
        self._parquet = require("pyarrow.parquet", "parquet", "Parquet")
        self._folder = folder
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(folder / _LOCK, wait)
        try:
            with self._told():
                self._recover()
                self._check()
                self._begin()
        except SinkError:
            self._lock.close()
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors of the file system and of Arrow as SinkErrors."""
        import pyarrow as pa

        try:
            yield
        except BlockingIOError as error:
            raise SinkError(f"{self.name}: another process holds the folder locked") from error
        except OSError as error:
            raise SinkError(f"{self.name}: {(error.strerror or str(error)).lower()}") from error
        except pa.ArrowException as error:
            raise SinkError(f"{self.name}: {str(error).splitlines()[0]}") from error

    def _path(self, table: Table, suffix: str = "") -> Path:
        return self._folder / f"{table.name}.parquet{suffix}"

    def _recover(self) -> None:
        """Finish a load that was stopped while it put its files in place; forget one stopped before."""
        whole = (self._folder / _COMMIT).exists()
        for table in TABLES:
            new = self._path(table, _NEW)
            if new.exists():
                new.replace(self._path(table)) if whole else new.unlink()
        (self._folder / _COMMIT).unlink(missing_ok=True)

    def _check(self) -> None:
        for table in TABLES:
            if self._path(table).exists():
                metadata = self._parquet.read_schema(self._path(table)).metadata or {}
                if VERSION_KEY not in metadata:
                    raise SinkError(f"{self._path(table)} is not claimwire's; name another folder")
                if int(metadata[VERSION_KEY]) > SCHEMA_VERSION:
                    raise SinkError(f"{self.name}: {too_new(int(metadata[VERSION_KEY]))}")

    def _begin(self) -> None:
        self._ids: set[str] = set()
        self._writers: dict[str, Any] = {}
        for table in TABLES:
            self._writers[table.name] = self._parquet.ParquetWriter(
                self._path(table, _NEW), schema(table), compression="zstd"
            )

    def replace(self, documents: Sequence[DocumentRows]) -> None:
        """Put these documents in the place of those with the same ids."""
        with self._told():
            if any(d.id in self._ids for d in documents):
                self._commit()
                self._begin()
            self._ids.update(d.id for d in documents)
            for name, rows in merged(documents).items():
                if rows:
                    self._writers[name].write_table(arrow_table(BY_NAME[name], rows))

    def _commit(self) -> None:
        for table in TABLES:
            writer = self._writers[table.name]
            for batch in self._others(table):
                writer.write_table(batch)
            writer.close()
        (self._folder / _COMMIT).touch()
        self._recover()
        (self._folder / VIEWS_FILE).write_text(views_script(), encoding="utf-8")

    def _others(self, table: Table) -> Iterator[Any]:
        """The present rows of documents that were not loaded, in this version's columns."""
        import pyarrow as pa
        import pyarrow.compute as pc

        if not self._path(table).exists():
            return
        wanted, ids = schema(table), pa.array(sorted(self._ids), pa.string())
        with self._parquet.ParquetFile(self._path(table)) as file:
            for batch in file.iter_batches():
                rows = pa.Table.from_batches([batch])
                rows = rows.filter(pc.invert(pc.is_in(rows[table.document_column], ids)))
                if rows.num_rows:
                    columns = [
                        rows[f.name] if f.name in rows.column_names else pa.nulls(rows.num_rows, f.type)
                        for f in wanted
                    ]
                    yield pa.Table.from_arrays(
                        [c.cast(f.type) for c, f in zip(columns, wanted, strict=True)], schema=wanted
                    )

    def close(self) -> None:
        """Put the new files in place."""
        try:
            with self._told():
                self._commit()
        finally:
            self._lock.close()


def _locked(path: Path, wait: float) -> IO[bytes]:
    """Take the lock of the folder. Raises BlockingIOError when `wait` seconds have passed."""
    file = path.open("wb")
    until = time.monotonic() + wait
    while True:
        try:
            _lock_file(file)
            return file
        except BlockingIOError:
            if time.monotonic() >= until:
                file.close()
                raise
            time.sleep(_PAUSE)


def _lock_file(file: IO[bytes]) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError as error:
            raise BlockingIOError(str(error)) from error
        return
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def views_script() -> str:
    """SQL for DuckDB, run in the folder: the tables under their names, and the views."""
    tables = [f"CREATE VIEW {quoted(t.name)} AS FROM '{t.name}.parquet';" for t in TABLES]
    return "\n".join([*tables, *(f"CREATE VIEW {name} AS {query};" for name, query in VIEWS.items())]) + "\n"


def is_folder(url: str) -> bool:
    """Whether a URL is the path of a folder of Parquet files."""
    return "://" not in url and url.rstrip("/").endswith(".parquet")


def open_parquet(url: str, wait: float) -> ParquetStore:
    """Open a folder of Parquet files, waiting up to `wait` seconds for another loader. Raises SinkError."""
    return ParquetStore(Path(url), wait)
