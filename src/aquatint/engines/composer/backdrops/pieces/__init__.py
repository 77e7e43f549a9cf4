"""Pieces: furniture, stalls, boats, landmarks... as shapes in data files, painted in the light of the easel."""

from aquatint.engines.composer.backdrops.pieces.catalog import Piece, UnknownPiece, find, names
from aquatint.engines.composer.backdrops.pieces.painter import draw, draw_plain
from aquatint.engines.composer.backdrops.pieces.said import is_said

__all__ = ["Piece", "UnknownPiece", "draw", "draw_plain", "find", "is_said", "names"]
