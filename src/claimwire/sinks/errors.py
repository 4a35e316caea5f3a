"""What goes wrong when records are read or stored, said in one sentence."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claimwire.errors import UserError


class SinkError(UserError):
    """Records cannot be read or stored; the message is one sentence that says why."""


class RefusedError(SinkError):
    """A store does not take these rows, whoever else it takes: the fault is in a document."""


def require(module: str, extra: str, purpose: str) -> Any:
    """Import an optional library. Raises SinkError naming the extra that brings it."""
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise SinkError(f"{purpose} needs {library}: pip install 'claimwire[{extra}]'") from error
