"""Quantities with value, unit, modifier and what they count."""
