"""Named mentions: tagged by the encoder, settled over the article, joined to entities."""
