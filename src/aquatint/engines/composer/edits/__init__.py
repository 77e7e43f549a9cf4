"""Edits: instructions on composed pictures, and honest retouching of foreign ones."""

from aquatint.engines.composer.edits.collage import compose_with
from aquatint.engines.composer.edits.foreign.geometry import size_reframed
from aquatint.engines.composer.edits.foreign.retouch import retouch
from aquatint.engines.composer.edits.instruct import apply_instruction, size_after
from aquatint.engines.composer.edits.plans import agrees, scene_of

__all__ = ["agrees", "apply_instruction", "compose_with", "retouch", "scene_of", "size_after", "size_reframed"]
