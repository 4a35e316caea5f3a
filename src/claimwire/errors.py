"""What a user can mend: errors whose message is one sentence that says what is wrong and what to do.

The command line prints the message in place of a traceback, whatever the error's own class.
"""

from __future__ import annotations


class UserError(Exception):
    """Something given cannot be worked on: a file, a database, a folder of output. Exit code 1."""


class RequestError(UserError):
    """What is asked for does not exist or cannot be done as asked: a pipeline, a folder. Exit code 2."""
