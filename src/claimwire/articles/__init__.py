"""Text in: paths and streams become Articles. This room knows no spaCy."""

from claimwire.articles.article import Article
from claimwire.articles.options import ReadOptions
from claimwire.articles.read import read_articles

__all__ = ["Article", "ReadOptions", "read_articles"]
