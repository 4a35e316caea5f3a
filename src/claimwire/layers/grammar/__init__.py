"""The grammar that several layers read off a Parse: subjects, heads, antecedents, verb groups, edges.

A token that is not there is None, never -1. Stretches are tokens (first, last + 1).
"""
