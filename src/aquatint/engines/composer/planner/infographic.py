"""Steps of infographics that the prompt lists itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.planner.graphic.lists import items_of, without_manner
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Step

STEP_LIMIT = 12
_NUMBERED = re.compile(r"(?:^|[\s:;,(])(?:step\s+)?(\d{1,2})\s*[.):]\s+(?=\S)", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:steps|stages|phases|sections|items|parts)\s*(?:are\s*)?(?:\s(?:to|for|of|in|on|when)\s[^:.;\n]{1,60})?:\s*"
    r"([^\n]+)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^\s*(?P<label>[^:–—]{1,60}?)\s*[:–—]\s+(?P<detail>.+)$", re.DOTALL)


def emblem(text: str) -> str:
    """Art for a few words: that of the first noun in them which a sprite draws; "" when there is none."""
    for each in tag(tokenise(text[:200])):
        sense = each.sense("noun")
        if sense is not None and not sense.near and nouns()[sense.value].art.startswith("noto:"):
            return nouns()[sense.value].art
    return ""


def _step(text: str) -> Step | None:
    text = text.strip(" \t\r\n,;.")
    if not text:
        return None
    split = _NAMED.match(text)
    label, detail = (split["label"], split["detail"]) if split else (text, "")
    return Step(label=sentence_case(label)[:400], detail=sentence_case(detail)[:400], art=emblem(text))


class Listing(NamedTuple):
    """Steps that the prompt lists itself, and where the list stands in it."""

    steps: list[Step]
    start: int
    end: int


def _numbered(prompt: str) -> tuple[list[str], int]:
    """ "1. Mix 2. Knead 3. Bake" as its three texts, and where they begin; the numbers must count up from one."""
    marks: list[tuple[int, int]] = []
    for match in _NUMBERED.finditer(prompt):
        if int(match[1]) == len(marks) + 1:
            marks.append(match.span())
    if len(marks) < 2:
        return [], 0
    stops = [start for start, _ in marks[1:]] + [len(prompt)]
    texts = [prompt[end:stop] for (_, end), stop in zip(marks, stops, strict=True)]
    return [*texts[:-1], without_manner(Piece(texts[-1], 0)).text], marks[0][0]


def _listed(prompt: str) -> tuple[list[str], int]:
    """ "steps: mix, knead, bake" as its three texts, and where they begin."""
    match = _LISTED.search(prompt)
    if match is None:
        return [], 0
    parts = items_of(Piece(match[1].rstrip(". "), match.start(1)))
    return [part.text for part in parts], match.start(1)


def own_steps(prompt: str) -> Listing | None:
    """The steps that the prompt itself lists, if it lists two or more."""
    for reader, pattern in ((_numbered, None), (_listed, _LISTED)):
        texts, start = reader(prompt)
        steps = [step for text in texts[:STEP_LIMIT] if (step := _step(text)) is not None]
        if len(steps) > 1:
            match = pattern.search(prompt) if pattern is not None else None
            return Listing(steps, start, match.end() if match else len(prompt))
    return None
