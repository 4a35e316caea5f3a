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

from claimwire.pipeline import find_model, find_pipeline, model_of
from claimwire.version import __version__

_PACKAGE = Path(__file__).parent
# What shows, stores, scores or asks for records, or reads articles, whose fingerprints tell what was read.
# What is not named here counts: a room that somebody adds may decide records.
_ASIDE = {
    "articles", "batch", "cli", "identity.py", "linked.py", "linking", "schema.py", "schemas", "score",
    "sinks", "training", "view",
}  # fmt: skip
# But for how a record is written.
_WRITING = "sinks/jsonl.py"
# Libraries whose own rules, tables or arithmetic decide what is found.
_LIBRARIES = ("spacy", "thinc", "blis", "numpy", "onnxruntime", "dateparser", "quantulum3", "holidays")


def identity(pipeline: str = "news", model: str | None = None) -> dict[str, str]:
    """The identity of a pipeline: versions and hashes of config, code, lexicons, weights and model.

    Raises PipelineError for an unknown pipeline or model.
    """
    path = find_pipeline(pipeline)
    if path.is_dir():  # saved whole: its config and weights are one with its model
        config, place = path / "config.cfg", str(path)
    else:
        config, place = path, find_model(model_of(path, model))
    folder = Path(place) if Path(place).is_dir() else spacy.util.get_package_path(place)
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    return {
        "version": __version__,
        "pipeline": path.stem,
        "config": digest(config.parent, [config]),
        "rules": digest(_PACKAGE, _rules(_PACKAGE)),
        "model": f"{meta['lang']}_{meta['name']}-{meta['version']}",
        "weights": digest(folder, _files(folder)),
        "trained": _trained(config),
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
    inside = ((path, path.relative_to(package)) for path in _files(package))
    return [path for path, at in inside if at.parts[0] not in _ASIDE or at.as_posix() == _WRITING]


def _trained(config: Path) -> str:
    """A hash of the folders of weights that a config's components name; "" where it names none."""
    sections = spacy.util.load_config(config, interpolate=True).get("components", {}).values()
    named = sorted({v for section in sections for v in section.values() if isinstance(v, str)})
    return " ".join(digest(Path(name), _files(Path(name))) for name in named if Path(name).is_dir())


def _files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
