"""What decides the records of a run besides its articles, without loading a pipeline.

Records made under one identity are those of any other run under it; where anything differs, they may not be.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import spacy

from claimwire.pipeline import PipelineError, find_model, find_pipeline
from claimwire.version import __version__

_PACKAGE = Path(__file__).parent
# Rooms that only show records, or only ask for them.
_ASIDE = {"cli", "view"}
# Libraries whose own rules or tables decide what is found.
_LIBRARIES = ("spacy", "dateparser", "quantulum3", "holidays")


def identity(pipeline: str = "news", model: str | None = None) -> dict[str, str]:
    """The identity of a pipeline: versions and hashes of config, code, lexicons, weights and model.

    Raises PipelineError for an unknown pipeline or model.
    """
    path = find_pipeline(pipeline)
    try:
        named = model or spacy.util.load_config(path, interpolate=True)["paths"]["model"]
    except (ValueError, KeyError) as error:
        raise PipelineError(f"pipeline {pipeline!r} is no pipeline config: {error}") from error
    place = find_model(named)
    folder = Path(place) if Path(place).is_dir() else spacy.util.get_package_path(place)
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    return {
        "version": __version__,
        "pipeline": path.stem,
        "config": digest(path.parent, [path]),
        "rules": digest(_PACKAGE, _rules(_PACKAGE)),
        "model": f"{meta['lang']}_{meta['name']}-{meta['version']}",
        "weights": digest(folder, _files(folder)),
        "libraries": " ".join(f"{name}-{_version(name)}" for name in _LIBRARIES),
    }


def digest(folder: Path, files: Iterable[Path]) -> str:
    """A hash of the names, within the folder, and the contents of files."""
    whole = hashlib.sha256()
    for path in sorted(files):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return whole.hexdigest()[:32]


def _rules(package: Path) -> list[Path]:
    return [path for path in _files(package) if path.relative_to(package).parts[0] not in _ASIDE]


def _files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
