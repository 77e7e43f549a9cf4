"""Parts of an instruction that are found by their words alone: tones, other pictures, mirroring, passages."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.foreign.canvas import Box, Canvas, Work, to_bytes, to_planes
from aquatint.engines.composer.edits.foreign.placing import place_picture
from aquatint.engines.composer.edits.foreign.tones import adjust, tables
from aquatint.engines.composer.edits.foreign.words import letter, stamp
from aquatint.engines.composer.edits.grammar import grammar, longest, words
from aquatint.engines.composer.edits.shaping import table as whole_table
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.styles.filters import blur_all
from aquatint.engines.composer.styles.grading import tones

if TYPE_CHECKING:
    from aquatint.engines.composer.edits.foreign.requests import Requests

_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "other": 2}
_PICTURES = frozenset({"image", "picture", "photo", "images", "pictures", "photos"})
_LOGOS = frozenset({"logo", "watermark", "sticker", "badge", "signature"})
_GATHER = frozenset({"combine", "merge", "together", "collage", "images", "pictures", "photos"})


def without(clause: Clause, taken: set[int]) -> Clause:
    """The clause without the tokens of those indices."""
    return dataclasses.replace(clause, tokens=tuple(t for i, t in enumerate(clause.tokens) if i not in taken))


def take_tones(requests: Requests, clause: Clause) -> Clause:
    """Take the words about tone out of a clause: "warmer", "black and white"; not what is said of one thing."""
    if not requests.canvas.masked and _is_of_thing(clause):
        return clause
    taken: set[int] = set()
    at = 0
    while at < len(clause.tokens):
        tone, length = longest(clause.tokens, at, tones())
        if length:
            row = tones()[tone]
            requests.add(tone, partial(adjust, tone=row))
            _note_run(requests.draft, clause.tokens[at : at + length], near=bool(row.get("near")))
            taken |= set(range(at, at + length))
        at += length or 1
    return without(clause, taken)


def _is_of_thing(clause: Clause) -> bool:
    """ "Make the red house darker": the picture as a whole is not meant."""
    whole = whole_table()["picture"]["words"]
    parts = [part for part in chunks(clause.tokens) if part.kind == "thing" and part.definite]
    named = any(part.tags[-1].folded not in whole for part in parts)
    return clause.operation == "change" and (named or any(t.folded in tables()["natural"] for t in clause.tokens))


def has_direction(clause: Clause) -> bool:
    """Whether a clause says "upside down" or another way to turn a picture over."""
    return any(longest(clause.tokens, at, tables()["directions"])[1] for at in range(len(clause.tokens)))


def take_filters(requests: Requests, clause: Clause) -> Clause:
    """Take "blur" and "sharpen" out of a clause; where only the background is meant nobody knows where that is."""
    said = [token.folded for token in clause.tokens]
    if clause.operation not in ("", "change", "add") or (
        words("grounds") & set(said) and not requests.canvas.masked
    ):
        return clause
    for at, word in enumerate(said):
        amount = tables()["filters"].get(word)
        if amount is not None:
            requests.add(word, partial(focused, amount=float(amount)))
            _note_run(requests.draft, clause.tokens[at : at + 1], near=False)
            return without(clause, {at})
    return clause


def focused(canvas: Canvas, amount: float) -> Work:
    """The editable part out of focus (``amount`` in units of blur) or, below 0, with harder edges."""
    planes = to_planes(canvas.pixels)
    soft = blur_all(planes, max(0.6, abs(amount) * canvas.unit))
    yield 0.7
    result = soft if amount > 0 else planes + np.float32(0.9) * (planes - soft)
    height, width = canvas.editable.shape
    canvas.put(Box(0, 0, width, height), to_bytes(result))
    yield 1.0


def _note_run(draft: Draft, tokens: Sequence[Token], *, near: bool) -> None:
    word = " ".join(token.text for token in tokens)
    draft.ledger.note(tokens[0].start, word, "approximated" if near else "drawn")
    for token in tokens[1:]:
        draft.ledger.note(token.start, "", "silent")


def take_pictures(requests: Requests, clause: Clause) -> Clause:
    """Take what is said of the further input pictures out of a clause: "put image 2 in the corner"."""
    others = requests.canvas.others
    if not others:
        return clause
    spots = [part.spot for part in chunks(clause.tokens) if part.spot is not None]
    numbers: list[int] = []
    taken: set[int] = set()
    for at, token in enumerate(clause.tokens):
        found, length = _numbers(clause.tokens, at, len(others))
        numbers += [number for number in found if number not in numbers]
        if found and token.folded:
            _note_run(requests.draft, clause.tokens[at : at + length], near=False)
            taken |= set(range(at, at + length))
    for index, number in enumerate(numbers):
        requests.add(f"image {number}", partial(_pictured, number=number, spots=spots, index=index))
        requests.placed.add(number)
    return without(clause, taken)


def _numbers(tokens: Sequence[Token], at: int, count: int) -> tuple[list[int], int]:
    """Numbers of the input pictures that the words at ``at`` mean, and how many words; the first picture is 1."""
    word = tokens[at].folded
    following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    if word in _PICTURES and following.isdigit() and 2 <= int(following[:4]) <= count + 1:
        return [int(following)], 2
    if word in _ORDINALS and following in _PICTURES and _ORDINALS[word] <= count + 1:
        return [_ORDINALS[word]], 2
    if word in _LOGOS:
        return [2], 1
    return (list(range(2, count + 2)), 1) if word in _GATHER else ([], 0)


def _pictured(canvas: Canvas, number: int, spots: list[tuple[float, float]], index: int) -> Work:
    place_picture(canvas, canvas.others[number - 2], spots, index)
    yield 1.0


def take_flip(requests: Requests, clause: Clause) -> None:
    """ "flip it horizontally", "rotate it by 180 degrees"; quarter turns would need another size."""
    said, taken = "", list[Token]()
    for at in range(len(clause.tokens)):
        word, length = longest(clause.tokens, at, tables()["directions"])
        if length:
            said, taken = word, list(clause.tokens[at : at + length])
    way = tables()["directions"].get(said or clause.verb)
    if way is None:
        requests.draft.ledger.note(clause.start, clause.verb, "undrawn")
        return
    requests.draft.ledger.note(clause.start, clause.verb, "drawn")
    if taken:
        _note_run(requests.draft, taken, near=False)
    requests.add("mirroring", partial(mirrored, way=way))


def mirrored(canvas: Canvas, way: str) -> Work:
    """The whole picture turned over "across" (left and right), "down", or "about" (both)."""
    turned = canvas.pixels
    turned = turned[:, ::-1] if way in ("across", "about") else turned
    turned = turned[::-1] if way in ("down", "about") else turned
    np.copyto(canvas.pixels, turned.copy(), where=canvas.editable[..., np.newaxis])
    yield 1.0


def lettered(canvas: Canvas, content: str, role: str, colour: str, spots: list[tuple[float, float]]) -> Work:
    """A text on the picture; without a role it is a title, or a caption when it is to stand at the bottom."""
    low = any(y > 0.5 for _, y in spots)
    role = role or ("caption" if low else "title")
    at = spots or ([(-1.0, 0.94)] if role == "caption" else [])
    letter(canvas, content, role, colour, at)
    yield 1.0


def watermarked(canvas: Canvas, content: str, colour: str, spots: list[tuple[float, float]]) -> Work:
    """A text that lets the picture show through: large in the middle, or where the words say."""
    stamp(canvas, content, colour, spots)
    yield 1.0


def note_passage(draft: Draft, clause: Clause, start: int, passage: str) -> None:
    """Tell that a passage was set; the words in it have no fates of their own."""
    draft.ledger.note(start, passage, "drawn")
    for token in clause.tokens:
        if start < token.start < start + len(passage):
            draft.ledger.note(token.start, token.text, "silent")


def silence_cues(draft: Draft, clause: Clause) -> None:
    """The word "title" is no word to be set."""
    for at, token in enumerate(clause.tokens):
        if longest(clause.tokens, at, grammar()["lettering"])[1]:
            draft.ledger.note(token.start, token.text, "silent")
