"""A private PostgreSQL server for the tests: installed from Debian where it is absent, on a free port.

The server runs as a user without rights (PostgreSQL refuses to run as root), keeps its data in a folder
that is removed at the end, and listens on 127.0.0.1 and on a socket in that folder.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_VERSIONS = Path("/usr/lib/postgresql")
_USER = "postgres"  # made by the Debian package


class Unavailable(Exception):
    """There is no server to be had here; the message says why."""


def _binaries() -> Path | None:
    found = [p.parent for p in _VERSIONS.glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda p: float(p.parent.name))
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


def _install() -> None:
    if os.getuid() != 0 or shutil.which("apt-get") is None:
        raise Unavailable("PostgreSQL is not installed, and only root on Debian can install it here")
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "capture_output": True, "text": True}
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-qy", "postgresql"]):
        done = subprocess.run(command, timeout=600, **quiet)
        if done.returncode:
            raise Unavailable(f"{' '.join(command)} failed: {done.stderr.strip()[-200:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give its URL, without a database name; stop it at the end. Raises Unavailable."""
    if _binaries() is None:
        _install()
    binaries = _binaries()
    if binaries is None:
        raise Unavailable("the postgresql package brings no initdb")
    folder = Path(tempfile.mkdtemp(prefix="claimwire-pg-"))
    user = _USER if os.getuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    data, port = folder / "data", _free_port()

    def run(*command: object) -> None:
        done = subprocess.run(
            [str(c) for c in command], user=user, cwd=folder, capture_output=True, text=True, timeout=120
        )
        if done.returncode:
            log = folder / "log"
            said = (done.stderr or (log.read_text() if log.exists() else "")).strip()
            raise Unavailable(f"{Path(str(command[0])).name} failed: {said[-300:]}")

    try:
        run(
            binaries / "initdb",
            "-D",
            data,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-U",
            _USER,
            "--no-sync",
        )
        settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        # pg_ctl leaves the server behind with its own output, which goes to a file for that reason.
        run(binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", settings, "start")
        try:
            yield f"postgresql://{_USER}@127.0.0.1:{port}"
        finally:
            run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
