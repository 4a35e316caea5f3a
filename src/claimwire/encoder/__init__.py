"""One pass of a small transformer over the article; names, references and attributions decide from it."""
