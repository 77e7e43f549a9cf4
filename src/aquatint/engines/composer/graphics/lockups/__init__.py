"""Lockups: the ways in which a logo's mark and words are put together."""
