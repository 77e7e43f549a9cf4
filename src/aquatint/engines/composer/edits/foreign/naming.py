"""What the words of an instruction call the things of a picture whose plan is unknown: by their colours."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.lexicon.tables import table


def apart(spots: Sequence[tuple[float, float]], index: int, count: int) -> list[tuple[float, float]]:
    """The spots of one of several things that share them, or that have none: beside each other."""
    if count == 1:
        return list(spots)
    x = next((x for x, _ in spots if x >= 0), None)
    own = (index + 1) / (count + 1) if x is None else x + (0.2 if x < 0.5 else -0.2) * index
    return [*spots, (own, -1.0)]


def owned(parts: Sequence[Chunk]) -> list[Chunk]:
    """Words that stand right after a colour, for things that the lexicon does not know: "the red gizmo"."""
    coloured = [part.sense is not None and part.sense.category == "colour" for part in parts]
    return [
        part
        for part, own, before in zip(parts[1:], coloured[1:], coloured, strict=False)
        if before and not own and part.kind in ("word", "quality")
    ]


def first_named(parts: Sequence[Chunk], fresh: Sequence[Chunk]) -> list[Chunk]:
    """The things before "with" and "of": "a tree with pink blossom" is a tree."""
    ends = [at for at, part in enumerate(parts) if part.word in ("with", "of")]
    head = [part for part in parts[: ends[0]] if part in fresh] if ends else list(fresh)
    return head or list(fresh)


def as_colour(part: Chunk, parts: Sequence[Chunk]) -> Chunk:
    """ "Make the sky orange" asks for no fruit."""
    sense = part.tags[-1].sense("colour") if part.kind == "thing" and part is parts[-1] else None
    return Chunk("quality", part.tags, sense=sense) if sense is not None and len(part.tags) == 1 else part


def each_with_colour(parts: Sequence[Chunk]) -> list[list[Chunk]]:
    """ "the red house blue and the ball red": each thing with the colour after it."""
    found: list[list[Chunk]] = [[]]
    for part in parts:
        found[-1].append(part)
        if part.sense is not None and part.sense.category == "colour":
            found.append([])
    return [some for some in found if some]


def named_colour(things: Sequence[Chunk]) -> str:
    """The code of the colour by which the first thing is told from others: "the red car"."""
    for part in things[:1]:
        for each in part.tags:
            sense = each.sense("colour")
            if sense is not None:
                return sense.value
            # "red fox" is one entry of the vocabulary.
            if code := table("words/colours")["colours"].get(each.tokens[0].folded):
                return str(code)
    return ""
