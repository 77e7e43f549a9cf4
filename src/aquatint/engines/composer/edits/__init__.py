"""Edits: instructions on composed pictures, and honest retouching of foreign ones.

What draws is loaded when it is first used, so that the words of instructions (`clauses`, `grammar`) can be read
without it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aquatint.engines.composer.edits.foreign.retouch import retouch
    from aquatint.engines.composer.edits.instruct import apply_instruction, size_after
    from aquatint.engines.composer.edits.plans import scene_of

__all__ = ["apply_instruction", "retouch", "scene_of", "size_after"]

_HOMES = {
    "apply_instruction": "instruct",
    "retouch": "foreign.retouch",
    "scene_of": "plans",
    "size_after": "instruct",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
