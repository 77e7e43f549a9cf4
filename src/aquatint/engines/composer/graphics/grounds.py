"""The ground that a prompt asks for: "on a black background", "a slide on navy", "with a pale yellow backdrop"."""

from __future__ import annotations

import re

from aquatint.engines.composer.drawing.colour import WHITE, Colour
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import Scene

_GROUND = r"(?:back[- ]?ground|back[- ]?drop|backing|ground)\b"
_BEFORE = re.compile(rf"((?:[a-z-]+ ){{1,3}}){_GROUND}")
_AFTER = re.compile(rf"\b{_GROUND}(?: colou?r)?(?: is| in| should be|:)? ((?:[a-z-]+ ?){{1,3}})")
_ON = re.compile(r"\bon (?:a |an |plain |solid |pure )*((?:[a-z-]+ ?){1,3})(?=[.,;:]|$| titled| with)")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|‘[^’]*’|«[^»]*»")
BLACKEST = Colour.of("#0a0a0b")
"""Black as a ground; black things are drawn a little lighter, so that they have a shape."""
LONGEST = 3
"""Words of a colour's name."""


def asked_ground(scene: Scene) -> Colour | None:
    """The colour that the prompt asks of the ground; None if it asks none, or an edit took it back."""
    named = _named(_QUOTED.sub(" ", scene.prompt).lower())
    if named is None:
        return None
    name, code = named
    if code not in scene.palette and (scene.instructions or name != "white"):
        return None
    if name == "white":
        return WHITE
    return BLACKEST if name == "black" else Colour.of(code)


def without_ground(scene: Scene) -> list[str]:
    """The colours that the prompt asks of the whole picture, the ground's left out."""
    named = _named(_QUOTED.sub(" ", scene.prompt).lower())
    return [code for code in scene.palette if code and (named is None or code != named[1])]


def _named(prompt: str) -> tuple[str, str] | None:
    """The name and the code of the ground's colour."""
    for pattern, last in ((_BEFORE, True), (_AFTER, False), (_ON, True)):
        for match in pattern.finditer(prompt):
            found = _colour(match[1].split(), last=last)
            if found is not None:
                return found
    return None


def _colour(words: list[str], *, last: bool) -> tuple[str, str] | None:
    """The longest name of a colour that ends the words, or begins them."""
    colours = table("words/colours")["colours"]
    for length in range(min(LONGEST, len(words)), 0, -1):
        name = " ".join(words[-length:] if last else words[:length])
        if name in colours:
            return name, str(colours[name])
    return None
