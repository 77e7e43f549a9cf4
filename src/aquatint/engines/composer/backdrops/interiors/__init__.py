"""Rooms of all kinds: one builder (shell, finishes, pieces), and a dressing for each in data/interiors-*.toml."""

from aquatint.engines.composer.backdrops.interiors.interior import Interior, interiors

__all__ = ["Interior", "interiors"]
