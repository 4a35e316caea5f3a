"""Clauses assembled into claims with modality, polarity, arguments and attribution."""
