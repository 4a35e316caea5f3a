"""The two networks in onnxruntime: one window a call (with all its cues), no padding, one thread.

Dynamic quantisation takes its scale from the whole input, so that what stands beside a window would change
it; one window a call keeps every answer independent of its neighbours, of batches and of jobs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from claimwire.encoder.card import ENCODER_FILE, FRAMES_FILE, VOCABULARY_FILE, Card, WeightsError, read_card
from claimwire.encoder.pieces import WordPieces
from claimwire.encoder.windows import Window

if TYPE_CHECKING:
    import onnxruntime

Floats = NDArray[np.float32]


class Session:
    """Opened weights; see `open_session`."""

    def __init__(self, card: Card) -> None:
        self.card = card
        vocabulary = (card.folder / VOCABULARY_FILE).read_text(encoding="utf-8").split("\n")
        self.pieces = WordPieces(vocabulary[:-1])
        self._encoder = _open(card.folder / ENCODER_FILE)
        self._frames = _open(card.folder / FRAMES_FILE)

    def read(self, window: Window) -> list[Floats]:
        """vectors, names and cues (words x size each) of one window."""
        row, first, shapes, quoted = [self.pieces.first], [], [0], [0]
        for word, state in zip(window.words, window.quoted, strict=True):
            first.append(len(row))
            row += word.pieces
            shapes += [word.shape] * len(word.pieces)
            quoted += [state] * len(word.pieces)
        row.append(self.pieces.last)
        shapes.append(0)
        quoted.append(0)
        given = {"pieces": row, "shapes": shapes, "quoted": quoted, "first": first}
        inputs = {k: np.array(v, dtype=np.int64) for k, v in given.items()}
        found: list[Floats] = self._encoder.run(None, inputs)
        return found

    def frames(self, vectors: Floats, cues: Sequence[int], scope: int) -> Floats:
        """The logits (cues x words x roles) of one window's words for each of its cues (indices of words)."""
        given = {"words": vectors, "cue": np.array(cues, dtype=np.int64), "scope": np.array([scope])}
        found: Floats = self._frames.run(None, given)[0]
        return found


def _open(path: Path) -> onnxruntime.InferenceSession:
    try:
        import onnxruntime
    except ImportError as error:
        raise WeightsError("the encoder needs onnxruntime: pip install onnxruntime") from error
    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # --jobs uses the cores
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has no class of its own for what it cannot run
        raise WeightsError(f"onnxruntime cannot open {path.name} on this machine: {error}") from error


@lru_cache(maxsize=4)
def open_session(folder: Path) -> Session:
    """The weights of a folder, opened once a process. Raises WeightsError."""
    return Session(read_card(folder))
