"""Annotations of other tools, read back as gold."""
