"""The heading of a graphic layout: what the prompt says it is about, in the prompt's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer.planner.graphic.content import FORM_WORDS, Brief, Content
from aquatint.engines.composer.planner.graphic.lists import speaks_of_manner
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.tags import Tag

_LEAD = re.compile(
    r"^(?:\s|[.,:–—-]|\b(?:of|about|for|on|showing|shows|comparing|explaining|describing|illustrating|depicting|which|"
    r"that|listing|to|titled|entitled|called|named|worth|design|template|infographic|diagram|chart|timeline|poster|page|graphic|illustration|image|from|between|overlap|relationship|similarities|differences?)\b|"
    r"(?-i:\b(?:the|an?|my|our)\b))+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[:;\n(\"“]|[.!?](?:\s|$)|,\s|\s+(?:with|using|where|listing|featuring|including|showing|comparing|made|drawn|titled|"
    r"labell?ed|numbered|whose)\s|\s+in\s+(?:an?\s+)?(?:\w+\s+){0,3}(?:style|colou?rs?|palette|theme|tones?|steps|stages)\b|"
    r"\s+(?:steps?|stages?|events?|levels?)\s*$",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:\s+(?:in|by|of|with|from|for|between|showing|comparing|where|are|is|and|on|to|as|a|the))+\s*$",
    re.IGNORECASE,
)
_ADJECTIVES = frozenset((
    "horizontal", "vertical", "stacked", "grouped", "simple", "clean", "modern", "colorful", "colourful",
    "circular", "printable", "blank", "empty", "corporate", "professional", "labelled", "labeled", "numbered",
    "illustrated", "elegant", "ornate", "animated", "interactive", "cute", "bold", "flat", "big", "small",
    "single", "multi", "two", "three", "four", "five", "step", "beautiful", "snake", "zigzag", "basic", "short",
    "long", "detailed", "fancy", "formal", "official", "handwritten", "2d", "3d", "comparison", "comparing",
    "nice", "clear", "plain", "dark", "light", "vintage", "retro", "minimalist", "minimal", "rustic", "playful",
    "fun", "geometric",
))  # fmt: skip
"""Words that say what kind of layout it is to be, and are no part of its heading."""
_PLAIN = frozenset({"style", "colour", "size", "stop", "article", "mood", "kind", "medium", "camera", "look",
                    "transparent", "pronoun", "relation", "count"})  # fmt: skip
LONGEST = 14
"""Words in the longest heading; a longer phrase is a description and no heading."""


def heading(
    brief: Brief, content: Content, tags: Sequence[Tag], *, with_kind: bool = False
) -> tuple[str, list[Piece]]:
    """The heading's words and their places; ("", []) when the prompt says nothing that can head the page.

    ``with_kind`` adds the kind's own word to words before it ("Lunch Menu"), or takes it alone.
    """
    after = _after(brief, content)
    if after is not None and (not with_kind or any(c.isalpha() for c in after.text)):
        return after.text, [after]
    before = _before(brief, tags)
    if before is not None and not any(claim.start < brief.at for claim in content.claims):
        return (f"{before.text} {brief.word}" if with_kind else before.text), [before]
    return (brief.word, []) if with_kind else ("", [])


def _after(brief: Brief, content: Content) -> Piece | None:
    """What follows the kind's word, up to the data."""
    stop = content.start - brief.end if content.start >= brief.end else None
    piece = brief.rest.cut(0, stop)
    taken = [claim for claim in content.claims if piece.start <= claim.start < piece.end]
    if taken:
        piece = piece.cut(0, min(claim.start for claim in taken) - piece.start)
    lead = _LEAD.match(piece.text)
    if lead is None and piece.text[:1] not in (" ", ":"):
        return None
    piece = piece.cut(lead.end() if lead else 0)
    if re.match(r"(?:with|using|where|in|by|as|like)\b", piece.text):
        return None
    if (found := piece.search(_STOP)) is not None:
        piece = piece.cut(0, found.start())
    return _fit(piece)


def _fit(piece: Piece) -> Piece | None:
    if (found := _TRAIL.search(piece.text)) is not None:
        piece = piece.cut(0, found.start())
    for tail in re.finditer(r"\s+(?:in|on|with|using|as)\s+", piece.text):
        if speaks_of_manner(piece.text[tail.start() :].strip()):
            piece = piece.cut(0, tail.start())
            break
    piece = piece.strip()
    if all(word.lower() in FORM_WORDS or word.isdigit() for word in piece.text.split()):
        return None
    if not piece.text or len(piece.text.split()) > LONGEST or speaks_of_manner(piece.text):
        return None
    return piece if any(c.isalnum() for c in piece.text) else None


def _before(brief: Brief, tags: Sequence[Tag]) -> Piece | None:
    """The words right before the kind's word that are not about how it looks."""
    how_to = re.match(r"\s*(how to [^,.:;\n]+)", brief.before.text, re.IGNORECASE)
    if how_to is not None:
        return brief.before.cut(*how_to.span(1)).strip()
    at = next((i for i, each in enumerate(tags) if each.tokens[0].start >= brief.at), len(tags))
    start = at
    while start > 0 and _names(tags[start - 1]):
        start -= 1
    while start < at and (not _worthy(tags[start]) or tags[start].folded in ("of", "and", "for")):
        start += 1
    if start == at:
        return None
    begin = tags[start].tokens[0].start
    return _fit(Piece(brief.prompt[begin : brief.at], begin).strip())


def _names(each: Tag) -> bool:
    if each.kind not in ("word", "number") or each.folded in _ADJECTIVES:
        return False
    return each.folded in ("of", "and", "for", "the", "vs", "versus", "vs.") or _worthy(each)


def _worthy(each: Tag) -> bool:
    categories = {sense.category for sense in each.senses}
    return not categories or not categories & _PLAIN
