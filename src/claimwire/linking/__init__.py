"""Statements, people and contradictions across articles: who else says it, with which number.

It works on document records alone, never on text files or on spaCy. A document becomes a *digest* (what is
compared of it), digests of one story become *pairs* with a probability, pairs become groups by average
linkage, and members of a group that cannot both be true become conflicts.
"""
