"""Learned weights; MODEL_CARD.md says from what and how good."""
