"""Texts as they come: entities, tags and Markdown marks taken away when read, and the language found."""
