"""The ground that a prompt asks for: "on a black background", "a slide on navy", "with a pale yellow backdrop"."""

from __future__ import annotations

import re

from aquatint.engines.composer.drawing.colour import WHITE, Colour
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import Scene

_GROUND = r"(?:back[- ]?ground|back[- ]?drop|backing|ground)\b"
_BEFORE = re.compile(rf"((?:[a-z-]+ ){{1,3}}){_GROUND}")
_AFTER = re.compile(rf"\b{_GROUND}(?: colou?r)?(?: is| in| to| into| be| should be|:)? ((?:[a-z-]+ ?){{1,3}})")
_ON = re.compile(r"\bon (?:a |an |plain |solid |pure )*((?:[a-z-]+ ?){1,3})(?=[.,;:]|$| titled| with)")
_PAPER = re.compile(r"\bon (?:a |an |some )?(?:sheet of |piece of )?((?:[a-z-]+ ){1,2})(?:paper|card|cardboard)\b")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|‘[^’]*’|«[^»]*»")
BLACKEST = Colour.of("#0a0a0b")
"""Black as a ground; black things are drawn a little lighter, so that they have a shape."""
LONGEST = 3
"""Words of a colour's name."""


def asked_ground(scene: Scene) -> Colour | None:
    """The colour that the last edit to speak of the ground asks for, or the prompt; None for none.

    What a later edit of the colours took back is asked no more.
    """
    for said in (*reversed(scene.instructions), scene.prompt):
        named = _named(_QUOTED.sub(" ", said).lower())
        if named is None:
            continue
        name, code = named
        if code not in scene.palette and (scene.instructions or name != "white"):
            continue
        if name == "white":
            return WHITE
        return BLACKEST if name == "black" else Colour.of(code)
    return None


def without_ground(scene: Scene) -> list[str]:
    """The colours that are asked of the whole picture, the ground's left out."""
    named = [_named(_QUOTED.sub(" ", said).lower()) for said in (*scene.instructions, scene.prompt)]
    grounds = {each[1] for each in named if each is not None}
    return [code for code in scene.palette if code and code not in grounds]


def _named(prompt: str) -> tuple[str, str] | None:
    """The name and the code of the ground's colour."""
    for pattern, last in ((_BEFORE, True), (_AFTER, False), (_ON, True), (_PAPER, True)):
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
