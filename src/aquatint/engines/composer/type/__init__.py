"""The type room: faces by role and mood, shaping, fitting, drawing.

All lengths are in pixels of the canvas, or in ems (shares of the type size) where a docstring says so.
"""

from aquatint.engines.composer.type.bidi import is_right_to_left
from aquatint.engines.composer.type.draw import Layer, as_path, draw_block, draw_line, place_line
from aquatint.engines.composer.type.fit import Block, fit_block, fit_line, line_width, measure_block, wrap
from aquatint.engines.composer.type.fonts import Face, UnknownFace, face, face_names, load_face, mood_of, moods
from aquatint.engines.composer.type.shape import Line, glyphs, missing, shape

__all__ = [
    "Block",
    "Face",
    "Layer",
    "Line",
    "UnknownFace",
    "as_path",
    "draw_block",
    "draw_line",
    "face",
    "face_names",
    "fit_block",
    "fit_line",
    "glyphs",
    "is_right_to_left",
    "line_width",
    "load_face",
    "measure_block",
    "missing",
    "mood_of",
    "moods",
    "place_line",
    "shape",
    "wrap",
]
