"""What becomes of one article: its lines of output, or an error record. Both travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from claimwire.records import ErrorRecord


@dataclass(frozen=True, slots=True)
class Done:
    """An article's output: `lines` as written (UTF-8, may be empty), with what the summary counts.

    failures: what layers that failed on it have to say, each a sentence.
    """

    id: str
    lines: bytes
    claims: int = 0
    words: int = 0
    failures: tuple[str, ...] = ()


Outcome: TypeAlias = Done | ErrorRecord


def failed(source: str, error: BaseException, id: str | None = None) -> ErrorRecord:
    """The error record of an article that could not be processed."""
    message = " ".join(str(error).split()) or type(error).__name__
    return ErrorRecord(
        source=source, stage="process", error=type(error).__name__, message=message[:500], id=id
    )


def sentence(error: ErrorRecord) -> str:
    """An error record as the sentence that people read."""
    return (
        f"{error.source}: {error.message}"
        if error.stage == "read"
        else f"{error.source}: {_processing(error)}"
    )


def _processing(error: ErrorRecord) -> str:
    which = f" (article {error.id!r})" if error.id else ""
    return f"could not be processed{which}: {error.error}: {error.message}"
