"""What goes wrong while reading, as a value that can be raised, or yielded so that the reading goes on."""

from __future__ import annotations

from claimwire.records import ErrorRecord


class InputError(ValueError):
    """An input that cannot be read. The message is one sentence that says what is wrong and what to do.

    source: file, or file and line. kind: a word for the error record.
    """

    def __init__(self, source: str, message: str, kind: str = "input", id: str | None = None) -> None:
        message = " ".join(message.split())  # of libraries, some speak in several lines
        super().__init__(f"{source}: {message}")
        self.source, self.message, self.kind, self.id = source, message, kind, id

    def record(self) -> ErrorRecord:
        """The error as the line of the error file."""
        return ErrorRecord(
            source=self.source, stage="read", error=self.kind, message=self.message, id=self.id
        )
