"""The graphics room: layouts without depth. `find` gives the layout of a kind of picture."""

from aquatint.engines.composer.graphics.registry import Layout, UnknownLayout, find, names

__all__ = ["Layout", "UnknownLayout", "find", "names"]
