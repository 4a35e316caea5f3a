"""Pronouns and common nouns resolved to named entities; speakers named."""
