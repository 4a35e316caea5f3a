"""Web pages: what a page says of itself, which of its blocks are the story, and its text."""
