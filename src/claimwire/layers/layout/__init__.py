"""Headlines, paragraphs and line breaks: where the parser must not join sentences."""
