"""Records out: JSONL, SQL databases, Parquet and exports for other tools. This room knows no spaCy."""
