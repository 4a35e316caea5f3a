"""Quotation marks paired, across paragraphs, unclosed ones included."""
