"""From annotated articles to the encoder's weights. Needs torch (extra `train`); nothing at run time does."""
