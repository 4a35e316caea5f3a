"""Where the data of training lie; needs no torch, so that a missing file is named before anything else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claimwire.encoder.card import VOCABULARY_FILE

PEOPLE, ATTRIBUTIONS = "names_train.jsonl", "attribution_train.jsonl"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where the data lie. base: folder of the pretrained encoder (model.safetensors, vocab.txt).

    data: folder with names_train.jsonl and attribution_train.jsonl. gold: folders of *.gold.json files.
    silver: files of documents records with text, whose entities the first stage learns as names.
    """

    base: Path
    data: Path
    gold: tuple[Path, ...]
    silver: tuple[Path, ...] = ()

    def files(self) -> list[Path]:
        """All files that decide the weights."""
        gold = [p for folder in self.gold for p in sorted(folder.glob("*.gold.json"))]
        own = [self.data / PEOPLE, self.data / ATTRIBUTIONS]
        return [self.base / "model.safetensors", self.base / VOCABULARY_FILE, *own, *gold, *self.silver]
