"""Rows of CSV and Parquet files through pyarrow, batch by batch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from claimwire.articles.article import Article
from claimwire.articles.errors import InputError
from claimwire.articles.fields import from_fields
from claimwire.articles.files import opened
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of the table, one a row; row numbers in messages begin with 1, the header not counted.

    Raises InputError for a file that is no such table or lacks the text column.
    """
    try:
        import pyarrow
    except ImportError:
        message = f'is {place.format}, which needs pyarrow; install it with: pip install "claimwire[tables]"'
        raise InputError(place.source, message, "extra") from None
    number = 0
    with opened(place) as file:
        try:
            for batch in _batches(file, place, options):
                for fields in batch.to_pylist():
                    number += 1
                    where = f"{place.source}:{number}"
                    try:
                        yield (
                            where,
                            from_fields(fields, where, place.source, f"{id}-{number}", place.format, options),
                        )
                    except InputError as error:
                        yield where, error
        except (pyarrow.ArrowException, UnicodeDecodeError, OSError) as error:
            reason = str(error).partition("\n")[0]
            raise InputError(
                place.source, f"is no readable {place.format} table: {reason}", "table"
            ) from None
    if not number:
        raise InputError(place.source, "is a table without rows", "empty")


def _batches(file: Any, place: InputFile, options: ReadOptions) -> Iterator[Any]:
    if place.format == "parquet":
        from pyarrow import parquet

        table = parquet.ParquetFile(file)
        _check_columns(table.schema_arrow.names, place, options)
        wanted = [n for n in table.schema_arrow.names if n in _columns(options)]
        yield from table.iter_batches(batch_size=256, columns=wanted)
        return
    import pyarrow
    from pyarrow import csv

    # every column is read as text, so that an id 007 or a date stays as written
    as_text = csv.ConvertOptions(
        column_types={c: pyarrow.string() for c in _columns(options)}, strings_can_be_null=False
    )
    with csv.open_csv(
        file, parse_options=csv.ParseOptions(newlines_in_values=True), convert_options=as_text
    ) as table:
        _check_columns(table.schema.names, place, options)
        with suppress(StopIteration):
            while True:
                yield table.read_next_batch()


def _columns(options: ReadOptions) -> list[str]:
    return [options.id_field, options.text_field, options.date_field, options.title_field, options.url_field]


def _check_columns(names: list[str], place: InputFile, options: ReadOptions) -> None:
    if options.text_field not in names:
        message = (
            f"has no column {options.text_field!r} but {', '.join(names[:8])}; name it with --text-field"
        )
        raise InputError(place.source, message, "field")
