"""Edits: instructions on composed pictures, and honest retouching of foreign ones.

What draws is loaded when it is first used, so that the words of instructions (`clauses`, `grammar`) can be read
without it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aquatint.engines.composer.edits.collage import compose_with, points_out
    from aquatint.engines.composer.edits.fallback import is_vain, retouch_or
    from aquatint.engines.composer.edits.foreign.geometry import size_reframed
    from aquatint.engines.composer.edits.foreign.retouch import retouch
    from aquatint.engines.composer.edits.instruct import apply_instruction, size_after
    from aquatint.engines.composer.edits.plans import agrees, scene_of

__all__ = [
    "agrees", "apply_instruction", "compose_with", "is_vain", "points_out", "retouch", "retouch_or", "scene_of",
    "size_after", "size_reframed",
]  # fmt: skip

_HOMES = {
    "agrees": "plans",
    "apply_instruction": "instruct",
    "compose_with": "collage",
    "is_vain": "fallback",
    "points_out": "collage",
    "retouch": "foreign.retouch",
    "retouch_or": "fallback",
    "scene_of": "plans",
    "size_after": "instruct",
    "size_reframed": "foreign.geometry",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
