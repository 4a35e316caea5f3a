"""The PostgreSQL server of the sinks' tests serves those of the links too."""

from tests.sinks.conftest import new_database, postgres_server

__all__ = ["new_database", "postgres_server"]
