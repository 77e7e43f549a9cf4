"""Instructions about the picture as a whole: crop it, change its shape, flip it, zoom, grade its tones."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace as copied
from importlib.resources import files
from typing import Any

from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import longest
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.edits.where import Area, group_box
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.scene import Item, View
from aquatint.engines.composer.styles.grading import tones
from aquatint.sizes import Size

TONE_LIMIT = 12
STEP = 16
"""New sizes are multiples of this, as those of new pictures are."""
AIR = 0.16
"""Room around a thing that a picture is cropped to, in its own larger side."""
LEAST = 0.2
"""Least share of either side that cropping leaves."""
_RATIO = re.compile(r"(\d{1,2}) ?(?::|x|by) ?(\d{1,2})")
_PERCENT = re.compile(r"(\d{1,3}) ?(?:%|percent)")
_POINTERS = frozenset({"the", "its", "this", "that", "their"})
_ACROSS = frozenset({"vertically", "upside", "180"})


@functools.cache
def table() -> dict[str, Any]:
    """The data file ``whole.toml``. Callers must not change it."""
    return tomllib.loads(files(__package__).joinpath("whole.toml").read_text(encoding="utf-8"))


def follow_whole(draft: Draft, clause: Clause) -> Clause | None:
    """Follow what a clause says of the picture as a whole; gives the rest of it, None when nothing is left."""
    handler = _HANDLERS.get(clause.operation)
    if handler is not None:
        handler(draft, clause)
        return None
    if clause.operation in ("change", "") and _is_unturned(clause):
        _whole_clause(draft, clause, done=False)
        return None
    if clause.operation not in ("change", "") or _speaks_of_things(draft, clause):
        return clause
    rest = _take_words(draft, clause)
    return None if not rest or _is_filler(rest) else copied(clause, tokens=tuple(rest))


def _is_unturned(clause: Clause) -> bool:
    """Whether a composed picture would have to stand on its head or its side."""
    found = (
        longest(clause.tokens, at, frozenset(table()["unturned"]["words"]))[1] for at in range(len(clause.tokens))
    )
    return any(found)


def _speaks_of_things(draft: Draft, clause: Clause) -> bool:
    if any(part.kind in ("thing", "group") for part in chunks(clause.tokens)):
        return True
    pairs = itertools.pairwise(clause.tokens)
    return any(first.folded in _POINTERS and not _is_of_picture(clause, second) for first, second in pairs)


def _is_of_picture(clause: Clause, token: Token) -> bool:
    """Whether a word after "the" means the picture, its tones or its shape: not "the sky"."""
    at = clause.tokens.index(token)
    found = (longest(clause.tokens, at, entries)[1] for entries in (tones(), table()["shapes"], table()["parts"]))
    return token.folded in table()["picture"]["words"] or token.folded in table()["sides"] or any(found)


def _is_filler(tokens: Sequence[Token]) -> bool:
    return all(token.folded in table()["picture"]["words"] or token.kind == "mark" for token in tokens)


def _note(draft: Draft, tokens: Sequence[Token], source: str, *, near: bool = False, done: bool = True) -> None:
    word = source[tokens[0].start : tokens[-1].end]
    draft.ledger.note(tokens[0].start, word, ("approximated" if near else "drawn") if done else "undrawn")
    for token in tokens[1:]:
        draft.ledger.note(token.start, "", "silent")


# -- tones and shapes, wherever they stand in a clause


def _take_words(draft: Draft, clause: Clause) -> list[Token]:
    """Follow tones and shapes; gives the other words."""
    rest: list[Token] = []
    at = 0
    while at < len(clause.tokens):
        length = _tone(draft, clause, at) or _shape(draft, clause, at)
        if not length:
            rest.append(clause.tokens[at])
        at += length or 1
    return rest


def _tone(draft: Draft, clause: Clause, at: int) -> int:
    name, length = longest(clause.tokens, at, tones())
    if not length or len(draft.scene.tones) >= TONE_LIMIT:
        return 0
    draft.scene = replaced(draft.scene, tones=[*draft.scene.tones, name])
    _note(draft, clause.tokens[at : at + length], clause.source, near=bool(tones()[name].get("near")))
    return length


def _shape(draft: Draft, clause: Clause, at: int) -> int:
    """A shape of the picture: "square", "16:9", "wider"."""
    now = _shown(draft)[0] / _shown(draft)[1]
    for name, unit in (("shapes", 1.0), ("stretches", now)):
        phrase, length = longest(clause.tokens, at, table()[name])
        if length:
            return _take_shape(draft, clause, at, length, float(table()[name][phrase]) * unit)
    match = _RATIO.match(clause.source, clause.tokens[at].start)
    if match is None or "0" in (match[1].lstrip("0") or "0", match[2].lstrip("0") or "0"):
        return 0
    length = sum(clause.tokens[at].start <= token.start < match.end() for token in clause.tokens)
    return _take_shape(draft, clause, at, length, int(match[1]) / int(match[2]))


def _take_shape(draft: Draft, clause: Clause, at: int, length: int, ratio: float) -> int:
    width, height = _shown(draft)
    ratio = min(3.0, max(1 / 3, ratio))
    side = (width * height / ratio) ** 0.5
    draft.frame = side * ratio, side
    draft.scene = replaced(draft.scene, view=None)
    _note(draft, clause.tokens[at : at + length], clause.source)
    return length


def _whole(draft: Draft) -> Size:
    """The size of the whole picture, as it came."""
    return draft.source or draft.size


def _shown(draft: Draft) -> tuple[float, float]:
    """Width and height of what is shown now, in pixels."""
    view = draft.scene.view
    if view is None:
        return float(_whole(draft).width), float(_whole(draft).height)
    left, top, right, bottom = view.box
    return (right - left) * view.frame[0], (bottom - top) * view.frame[1]


# -- operations


def _extend(draft: Draft, clause: Clause) -> None:
    """ "extend the picture to the left by 50 %": the same scene in a larger frame."""
    said = [token.folded for token in clause.tokens]
    sides = {word for word in said if word in table()["sides"]} or {"sideways"}
    percent = _PERCENT.search(clause.source[clause.start :])
    enlarge_frame(draft, sides, min(200, int(percent[1])) / 100 if percent else 0.5)
    _whole_clause(draft, clause)


def enlarge_frame(draft: Draft, sides: Collection[str], share: float) -> None:
    """Make the frame larger by a share of it, at sides that the table of ``sides`` names."""
    axes = {table()["sides"][side] for side in sides}
    if ("left" in sides) != ("right" in sides):
        draft.anchor = 1.0 if "left" in sides else 0.0
    width, height = _shown(draft)
    factor = 1 + share
    draft.frame = width * (factor if "across" in axes else 1), height * (factor if "down" in axes else 1)
    draft.scene = replaced(draft.scene, view=None)


def _flip(draft: Draft, clause: Clause) -> None:
    """ "flip the picture": left becomes right."""
    said = {token.folded for token in clause.tokens}
    whole = not _speaks_of_things(draft, clause) and not said & _ACROSS and clause.verb in ("flip", "mirror")
    if whole and draft.scene.kind == "scene":
        draft.scene = replaced(draft.scene, mirrored=not draft.scene.mirrored)
        _whole_clause(draft, clause)
    else:
        _whole_clause(draft, clause, done=False)


def _zoom(draft: Draft, clause: Clause) -> None:
    camera = table()["zooms"].get(clause.verb)
    if _speaks_of_things(draft, clause) and camera == "close":
        _crop(draft, clause)
        return
    draft.scene = replaced(draft.scene, camera=camera)
    _whole_clause(draft, clause)


def _crop(draft: Draft, clause: Clause) -> None:
    """ "crop to the cat", "crop the left half", "crop it to a square"."""
    area = _area_said(draft, clause)
    if area is None or draft.scene.kind != "scene":
        _whole_clause(draft, clause, done=False)
        return
    draft.close = clause.verb in table()["closeups"]["words"]
    if draft.close:
        area = _in_shape(area)
    draft.scene = replaced(draft.scene, view=_viewed(draft, area))
    _whole_clause(draft, clause)


def _in_shape(area: Area) -> Area:
    """An area widened to the shape of the picture, as far as that goes: shares of both sides alike."""
    side = min(1.0, max(LEAST, area.right - area.left, area.bottom - area.top))
    left = min(1.0 - side, max(0.0, (area.left + area.right - side) / 2))
    top = min(1.0 - side, max(0.0, (area.top + area.bottom - side) / 2))
    return Area(left, top, left + side, top + side)


def _area_said(draft: Draft, clause: Clause) -> Area | None:
    """What is to be left, as shares of what is shown now."""
    items = [
        item for part in chunks(clause.tokens) if part.kind in ("thing", "group") for item in draft.refer(part)
    ]
    if items:
        return _around(draft, items)
    for at in range(len(clause.tokens)):
        phrase, length = longest(clause.tokens, at, table()["parts"])
        if length:
            return Area(*table()["parts"][phrase])
        view = draft.scene.view
        if _shape(draft, clause, at) and draft.frame is not None:
            (width, height), draft.frame = draft.frame, None
            draft.scene = replaced(draft.scene, view=view)
            return _middle(draft, width / height)
    return Area(*table()["parts"]["tighter"]) if _is_filler(clause.tokens) else None


def _around(draft: Draft, items: Sequence[Item]) -> Area | None:
    boxes = [box for item in items if (box := group_box(draft.scene, _whole(draft), item.id)) is not None]
    if not boxes:
        return None
    width, height = _whole(draft).width, _whole(draft).height
    left, right = min(box.left for box in boxes) * width, max(box.right for box in boxes) * width
    top, bottom = min(box.top for box in boxes) * height, max(box.bottom for box in boxes) * height
    air = AIR * max(right - left, bottom - top)
    if draft.scene.mirrored:
        left, right = width - right, width - left
    box = Area((left - air) / width, (top - air) / height, (right + air) / width, (bottom + air) / height)
    return _within(draft, box)


def _within(draft: Draft, box: Area) -> Area:
    """A box of the whole picture as shares of what is shown of it."""
    left, top, right, bottom = (0.0, 0.0, 1.0, 1.0) if draft.scene.view is None else draft.scene.view.box
    wide, high = right - left, bottom - top
    return Area(
        (box.left - left) / wide, (box.top - top) / high, (box.right - left) / wide, (box.bottom - top) / high
    )


def _middle(draft: Draft, ratio: float) -> Area:
    """The largest area of a shape in the middle."""
    width, height = _shown(draft)
    wide, high = min(1.0, ratio * height / width), min(1.0, width / ratio / height)
    return Area(0.5 - wide / 2, 0.5 - high / 2, 0.5 + wide / 2, 0.5 + high / 2)


def _viewed(draft: Draft, area: Area) -> View:
    """The view that shows an area (shares of what is shown now) and nothing else."""
    view = draft.scene.view or View(frame=(_whole(draft).width, _whole(draft).height), box=(0.0, 0.0, 1.0, 1.0))
    left, top, right, bottom = view.box
    wide, high = right - left, bottom - top
    across, down = _at_least(area.left, area.right), _at_least(area.top, area.bottom)
    box = left + across[0] * wide, top + down[0] * high, left + across[1] * wide, top + down[1] * high
    return View(frame=view.frame, box=box)


def _at_least(low: float, high: float) -> tuple[float, float]:
    """A span within 0..1 that is not too short to be seen."""
    low, high = max(0.0, low), min(1.0, high)
    lack = max(0.0, LEAST - (high - low))
    low = max(0.0, min(low - lack / 2, 1.0 - LEAST))
    return low, min(1.0, max(high, low + LEAST))


def _whole_clause(draft: Draft, clause: Clause, *, done: bool = True) -> None:
    """Take down what became of a clause as one: its verb, and the words that are more than filling."""
    if clause.verb:
        draft.ledger.note(clause.start, clause.verb, "drawn" if done else "undrawn")
    for token in clause.tokens:
        filler = token.folded in table()["picture"]["words"] or token.kind == "mark"
        draft.ledger.note(token.start, token.text, "silent" if filler or done else "undrawn")


_HANDLERS: dict[str, Callable[[Draft, Clause], None]] = {
    "crop": _crop,
    "extend": _extend,
    "flip": _flip,
    "zoom": _zoom,
}


def size_wanted(draft: Draft, shown: Size) -> Size:
    """The size that the picture has after the instruction, when the caller leaves it open: ``shown`` before it."""
    if draft.frame is not None:
        return Size(*(max(1, round(side / STEP)) * STEP for side in draft.frame))
    if draft.scene.view is not None and draft.close:
        return shown
    if draft.scene.view is not None:
        (width, height), (left, top, right, bottom) = draft.scene.view.frame, draft.scene.view.box
        return Size(
            max(1, round(right * width) - round(left * width)),
            max(1, round(bottom * height) - round(top * height)),
        )
    return shown
