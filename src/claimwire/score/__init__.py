"""Measures against gold: precision, recall and F1 a layer, as `claimwire evaluate` prints them."""

from claimwire.score.evaluate import GoldError, confidence_figures, evaluate, read_gold

__all__ = ["GoldError", "confidence_figures", "evaluate", "read_gold"]
