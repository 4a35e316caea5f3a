"""spaCy components, one room a layer: pure functions decide, components store."""
