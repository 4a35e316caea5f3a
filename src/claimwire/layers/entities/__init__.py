"""Named mentions cleaned and joined to entities."""
