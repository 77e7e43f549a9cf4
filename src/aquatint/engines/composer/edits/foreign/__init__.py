"""Retouching pictures that the composer did not make: what can be done to pixels alone, and nothing more."""
