"""Measures of documents against gold, used by `claimwire evaluate` and the quality gate."""
