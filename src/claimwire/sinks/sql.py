"""SQLite and PostgreSQL through SQLAlchemy Core: what the two share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from claimwire.sinks.errors import RefusedError, SinkError, require
from claimwire.sinks.rows import DocumentRows
from claimwire.sinks.tables import BY_NAME, SCHEMA_VERSION, TABLES, VERSION_TABLE, foreign, quoted, too_new
from claimwire.sinks.views import VIEWS

if TYPE_CHECKING:
    import sqlalchemy as sa
    from sqlalchemy import MetaData


def metadata() -> MetaData:
    """The tables as SQLAlchemy knows them."""
    sa = require("sqlalchemy", "sql", "a SQL database")
    from sqlalchemy.dialects.postgresql import JSONB

    types = {
        "text": sa.Text,
        "integer": sa.Integer,
        "number": lambda: sa.Numeric(asdecimal=False),
        "boolean": sa.Boolean,
        "date": sa.Date,
        "json": lambda: sa.JSON().with_variant(JSONB(), "postgresql"),
    }
    made = sa.MetaData()
    sa.Table(VERSION_TABLE, made, sa.Column("version", sa.Integer, nullable=False))
    for table in TABLES:
        columns = [
            sa.Column(
                c.name, types[c.type](), nullable=not (c.required or c.name in table.key),
                primary_key=c.name in table.key,
            )
            for c in table.columns
        ]  # fmt: skip
        links = [
            sa.ForeignKeyConstraint(
                link.columns,
                [f"{link.table}.{k}" for k in BY_NAME[link.table].key],
                ondelete="CASCADE",
            )
            for link in table.links
        ]
        indices = [sa.Index("_".join(("ix", table.name, *i)), *i) for i in table.indices]
        sa.Table(table.name, made, *columns, *links, *indices)
    return cast("MetaData", made)


class SQLStore:
    """A SQL database as a store of documents. Subclasses say how rows are written in bulk."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self.metadata = metadata()
        self.name = engine.url.render_as_string(hide_password=True).replace("+psycopg", "", 1)
        try:
            with self.transaction() as connection:
                self.prepare(connection)
        except SinkError:
            engine.dispose()
            raise

    @contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """One transaction that writes; a database error becomes a SinkError and nothing is changed."""
        from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

        try:
            with self.engine.begin() as connection:
                yield connection
        except (DataError, IntegrityError) as error:
            raise RefusedError(f"{self.name}: {self.explain(error)}") from error
        except DBAPIError as error:
            raise SinkError(f"{self.name}: {self.explain(error)}") from error

    def explain(self, error: sa.exc.DBAPIError) -> str:
        """A database error in one sentence."""
        return str(error.orig).strip().splitlines()[0]

    def prepare(self, connection: sa.Connection) -> None:
        """Make the tables where there are none, and check the version where there are some."""
        import sqlalchemy as sa

        present = set(sa.inspect(connection).get_table_names())
        versions = self.metadata.tables[VERSION_TABLE]
        if VERSION_TABLE not in present:
            if present & set(BY_NAME):
                raise SinkError(f"{self.name}: {foreign(present)}")
            self.metadata.create_all(connection)
            connection.execute(versions.insert(), {"version": SCHEMA_VERSION})
            self.make_views(connection)
            return
        version = connection.execute(sa.select(versions.c.version)).scalar_one()
        if version > SCHEMA_VERSION:
            raise SinkError(f"{self.name}: {too_new(version)}")
        if version < SCHEMA_VERSION:
            self.upgrade(connection)
            connection.execute(versions.update().values(version=SCHEMA_VERSION))

    def upgrade(self, connection: sa.Connection) -> None:
        """Add what an older schema lacks; every row stays."""
        import sqlalchemy as sa

        inspector = sa.inspect(connection)
        present = set(inspector.get_table_names())
        for name in VIEWS:
            connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        for table in self.metadata.sorted_tables:
            if table.name in present:
                there = {c["name"] for c in inspector.get_columns(table.name)}
                for column in table.columns:
                    if column.name not in there:
                        type_ = column.type.compile(connection.dialect)
                        connection.exec_driver_sql(
                            f"ALTER TABLE {quoted(table.name)} ADD COLUMN {quoted(column.name)} {type_}"
                        )
        self.metadata.create_all(connection)
        for table in self.metadata.sorted_tables:
            for index in table.indexes:
                index.create(connection, checkfirst=True)
        self.make_views(connection)

    def make_views(self, connection: sa.Connection) -> None:
        """Make the views anew."""
        for name, query in VIEWS.items():
            connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
            connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}")

    def replace(self, documents: Sequence[DocumentRows]) -> None:
        """Put these documents in the place of those with the same ids, all in one transaction."""
        with self.transaction() as connection:
            self.write(connection, documents)

    def write(self, connection: sa.Connection, documents: Sequence[DocumentRows]) -> None:
        """Delete and insert the rows of these documents."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()
