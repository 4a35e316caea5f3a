"""The card that lies beside the weights: what they are, where they come from, how sure to be."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimwire.encoder.labels import ROLES, SCOPES, TAGS
from claimwire.errors import RequestError

FORMAT = 2
ENCODER_FILE, FRAMES_FILE, VOCABULARY_FILE, CARD_FILE = (
    "encoder.onnx",
    "frames.onnx",
    "vocab.txt",
    "card.json",
)
WEIGHT_FILES = (ENCODER_FILE, FRAMES_FILE, VOCABULARY_FILE)


class WeightsError(RequestError):
    """Weights that are absent, damaged or made for another version; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Card:
    """A folder of weights that was checked. digest: of all its files, the name of the weights."""

    folder: Path
    digest: str
    about: dict[str, Any]


def shipped() -> Path:
    """The folder of the weights inside the package."""
    return Path(__file__).parent / "weights"


def read_card(folder: Path) -> Card:
    """Read and check a folder of weights. Raises WeightsError."""
    path = folder / CARD_FILE
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WeightsError(
            f"no encoder weights in {folder}: install claimwire again, or name a folder"
        ) from error
    labels = {"tags": list(TAGS), "roles": list(ROLES), "scopes": list(SCOPES)}
    if about.get("format") != FORMAT or any(about.get(k) != v for k, v in labels.items()):
        raise WeightsError(f"the encoder weights in {folder} were made for another version of claimwire")
    listed = about.get("sha256", {})
    for name in {**dict.fromkeys(WEIGHT_FILES), **listed}:
        if digest_of(folder / name) != listed.get(name):
            raise WeightsError(
                f"{folder / name} is damaged (another sha256 than its card says): install again"
            )
    return Card(folder, hashlib.sha256(path.read_bytes()).hexdigest()[:16], about)


def digest_of(path: Path) -> str | None:
    """The sha256 of a file, None where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
