"""Covers of books, albums and magazines, one module each."""
