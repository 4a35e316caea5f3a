"""Writing the card beside the exported weights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from claimwire.encoder.card import CARD_FILE, FORMAT, WEIGHT_FILES, digest_of
from claimwire.encoder.labels import ROLES, SCOPES, TAGS
from claimwire.layers.references.scorer import FILE as REFERENCES_FILE

FILES = (*WEIGHT_FILES, REFERENCES_FILE)


def write_card(folder: Path, about: dict[str, Any]) -> None:
    """Write card.json for the weight files in a folder. about: what else it should tell."""
    card = {
        "format": FORMAT,
        "tags": list(TAGS),
        "roles": list(ROLES),
        "scopes": list(SCOPES),
        "sha256": {name: digest_of(folder / name) for name in FILES if (folder / name).is_file()},
        **about,
    }
    (folder / CARD_FILE).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
