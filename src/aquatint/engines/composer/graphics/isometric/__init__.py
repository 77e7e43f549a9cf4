"""Isometric worlds: one grid, three values per face, small models and blocks of land."""
