"""Text in: paths and streams become Articles. This room knows no spaCy."""

from claimwire.articles.article import Article

__all__ = ["Article"]
