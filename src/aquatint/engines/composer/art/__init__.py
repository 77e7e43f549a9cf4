"""The art room: packed drawings, drawings made of parameters, and how each stands on its stage."""

from aquatint.engines.composer.art.library import UnknownArt, find, names

__all__ = ["UnknownArt", "find", "names"]
