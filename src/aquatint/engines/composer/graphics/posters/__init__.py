"""Posters: each module is one art direction."""
