"""Adding things: where the words, the mask or the layout say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.edits import changing, operations
from aquatint.engines.composer.edits.chunks import CONTENT, Chunk
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.newcomers import add_new, bound, counted, fit_pictures, is_worn
from aquatint.engines.composer.edits.seeing import into_view
from aquatint.engines.composer.edits.tabled import DETERMINERS
from aquatint.engines.composer.edits.where import (
    IN_THE_SKY,
    at_spot,
    first_placement,
    foot_of,
    group_box,
    inside,
    placements,
    with_room,
)
from aquatint.engines.composer.layout import settled, singled
from aquatint.engines.composer.lexicon.nouns import find_noun, role
from aquatint.engines.composer.scene import Item, RelationName, Scene

GIVEN = "to"
"""Stands for the relation of what is given to something: worn if it can be, else held."""


MARGIN = 0.06
"""Share of the picture above new things that would reach beyond its upper edge."""
_WEARERS = frozenset({"people", "animals", "fantasy"})


def add(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "add two birds in the sky and a cat on the sofa", "another apple"."""
    exact = clause.verb.startswith(("there", "let there"))
    last: list[Item] = []
    relation = ""
    fresh: list[Item] = []
    between: list[Item] = []
    for part in parts:
        if part.kind == "relation" and part.sense is not None:
            relation = part.sense.value
        elif relation == "between" and last and part.kind in ("thing", "group", "pronoun"):
            between += _ends(draft, part, last)
        elif part.word in ("to", "for") and last:
            relation = GIVEN
        elif part.kind in ("thing", "group", "pronoun"):
            if exact and part.phrase is not None and part.phrase.counted and not relation:
                there = draft.refer(part)
                if there and changing.recount(draft, there, part.phrase.count):
                    draft.note(part)
                    last = there
                    continue
            found = _one(draft, part, relation, last)
            if found and relation == "in front of" and not last:
                _behind_person(draft, found)
            if found and not relation:
                fresh += found
            last, relation = found or last, ""
        elif part.sense is not None and part.sense.category == "look" and not last:
            if changing.qualify(draft, changing.only_person(draft), part.sense):
                draft.note(part)
        elif part.kind == "spot" and part.spot is not None:
            _place(draft, last, part.spot)
            draft.note(part)
            if draft.scene.kind != "scene":
                # A layout has its own places for things.
                draft.ledger.note(part.tags[0].tokens[0].start, part.word, "undrawn", overrule=True)
            fresh = [item for item in fresh if item not in last]
        elif part.word in ("and", ",", "with") and relation != "between":
            relation = ""
    fit_pictures(draft)
    if between:
        put_between(draft, last, between)
        fresh = []
    _put_on(draft, fresh)
    _into_area(draft, fresh)
    _into_frame(draft, last)
    into_view(draft, [item for one in fresh if (item := draft.scene.item(one.id)) is not None])
    draft.mention(last)


def _behind_person(draft: Draft, made: Sequence[Item]) -> None:
    """ "In front of a window": the new thing is behind the only person that there is."""
    people = changing.only_person(draft)
    for item in made if people else []:
        draft.scene = operations.with_item(draft.scene, item.id, bound("behind", people[0].id))


def _put_on(draft: Draft, fresh: Sequence[Item]) -> None:
    """ "add sunglasses": what is worn goes to the only one who can wear it, and does not lie on the ground."""
    if draft.area is not None:
        return
    wearers = [
        item
        for item in operations.live_items(draft.scene)
        if (noun := find_noun(item.noun)) is not None and noun.group in _WEARERS and item not in fresh
    ]
    people = [item for item in wearers if changing.is_person(item)] or wearers
    if len(people) != 1 or people[0].count > 1:
        return
    for one in fresh:
        item = draft.scene.item(one.id) or one
        if is_worn(item.noun) and item.count == 1 and not item.relation:
            draft.scene = operations.with_item(draft.scene, item.id, bound("wearing", people[0].id))


def _one(draft: Draft, part: Chunk, relation: str, before: Sequence[Item]) -> list[Item]:
    """Follow one thing that is named: a new one, more of one, or the target of the one before."""
    there = draft.refer(part)
    if relation == CONTENT.value and not any(each.folded in DETERMINERS for each in part.tags):
        # "A vase of tulips" has tulips of its own.
        there = []
    if relation and before:
        return _relate(draft, part, relation, before, there)
    if part.phrase is None:
        return []
    if (
        not relation
        and not part.definite
        and not part.more
        and changing.garb(draft, changing.only_person(draft), part)
    ):
        return []
    if part.more and there and changing.recount(draft, there, singled.seen_count(there[0]) + part.phrase.count):
        draft.note(part)
        return []
    return add_new(draft, part)


def _ends(draft: Draft, part: Chunk, subjects: Sequence[Item]) -> list[Item]:
    """What there is of a thing that others are to stand between."""
    found = [item for item in draft.refer(part) if item not in subjects]
    if found:
        draft.note(part)
    return found


def put_between(draft: Draft, items: Sequence[Item], ends: Sequence[Item]) -> bool:
    """Bring items between others, or between the drawings of one; False where there are no two ends."""
    if draft.scene.kind != "scene":
        return False
    known = _feet_of_ends(draft, ends)
    if len(known) < 2:
        return False
    x, y = sum(x for x, _ in known) / len(known), sum(y for _, y in known) / len(known)
    room = max(x for x, _ in known) - min(x for x, _ in known)
    for item in items:
        box = group_box(draft.scene, draft.size, item.id)
        if box is not None and box.right - box.left > 0.6 * room:
            # What is too wide to stand between them stands behind.
            far = backdrops.find(draft.scene.backdrop).stage(draft.scene, draft.size).ground[0]
            y = far / draft.size.height + 0.35 * (y - far / draft.size.height)
        if settled.is_added(item):
            _pin_alike(draft, item, (x, y))
        else:
            draft.scene = operations.moved(draft.scene, item.id, (x, y))
    return True


def _feet_of_ends(draft: Draft, ends: Sequence[Item]) -> list[tuple[float, float]]:
    """The feet of several ends; of one that is there several times, those of its outermost drawings."""
    seen = [one for one in placements(draft.scene, draft.size) if one.item.id in {end.id for end in ends}]
    if len(ends) > 1:
        seen = [one for one in seen if one.instance == 0]
    seen.sort(key=lambda one: one.foot[0])
    outer = seen if len(ends) > 1 or len(seen) < 2 else [seen[0], seen[-1]]
    return [(one.foot[0] / draft.size.width, one.foot[1] / draft.size.height) for one in outer]


def _relate(draft: Draft, part: Chunk, relation: str, before: Sequence[Item], there: list[Item]) -> list[Item]:
    """Bind what was added to what is named now, which is added too if it is not there yet."""
    absent = part.definite and part.tags[-1].sense("part") is not None
    targets = there or (add_new(draft, part) if part.phrase is not None and not absent else [])
    if not targets:
        return []
    draft.note(part)
    # What is held or worn belongs to who holds or wears it, whichever of them the words name first.
    turned = relation.startswith("-") or relation in ("holding", "wearing")
    if relation in (GIVEN, "on") and is_worn(before[0].noun):
        relation = "wearing"
    name = cast(RelationName, "holding" if relation == GIVEN else relation.lstrip("-"))
    subjects, target = (targets, before[0]) if turned else (list(before), targets[0])
    for item in subjects:
        if item.id != target.id:
            draft.scene = operations.with_item(draft.scene, item.id, bound(name, target.id))
            if name == "wearing" and part.kind != "pronoun":
                count = singled.seen_count(target) if target.id not in draft.picked else 1
                draft.scene = operations.with_item(draft.scene, item.id, counted(max(1, count)))
    _target_first(draft, target.id)
    if name in ("beside", "left of", "right of") and draft.scene.kind == "scene":
        _make_room(draft, subjects)
    return [] if there else list(before)


def _make_room(draft: Draft, items: Sequence[Item]) -> None:
    """Beside one thing there may be another already."""
    for item in items:
        at = draft.scene.item(item.id)
        foot = foot_of(draft.scene, draft.size, item.id)
        if at is None or foot is None or at.count > 1:
            continue
        roomy = with_room(draft.scene, draft.size, item.id, foot)
        if roomy != foot:
            _pin_alike(draft, at, roomy)


def _pin_alike(draft: Draft, item: Item, foot: tuple[float, float]) -> None:
    """Bring an item to a place without making it larger than it was."""
    before = first_placement(draft.scene, draft.size, item.id)
    draft.scene = operations.with_item(draft.scene, item.id, _pinned(foot))
    after = first_placement(draft.scene, draft.size, item.id)
    if before is not None and after is not None and after.height > 1.02 * before.height:
        scale = item.scale * (before.height / after.height) ** (1 / operations.HEIGHT_POWER)
        smaller = max(operations.SMALLEST, scale)
        draft.scene = operations.with_item(
            draft.scene, item.id, lambda one: cast(Item, operations.replaced(one, scale=smaller))
        )


def _target_first(draft: Draft, target: str) -> None:
    """Late things take their places in order, so a target stands before what hangs on it."""
    items = draft.scene.items
    if items[-1].id == target:
        hanging = next((i for i, item in enumerate(items) if item.target == target), len(items) - 1)
        draft.scene = operations.replaced(draft.scene, items=[*items[:hanging], items[-1], *items[hanging:-1]])


def _place(draft: Draft, items: Sequence[Item], spot: tuple[float, float]) -> None:
    if draft.scene.kind != "scene":
        return
    for item in items:
        if spot == IN_THE_SKY:
            draft.scene = _aloft(draft.scene, item)
            continue
        foot = foot_of(draft.scene, draft.size, item.id)
        if foot is not None:
            where = at_spot(foot, [spot])
            if spot[1] < 0:
                draft.scene = operations.with_item(draft.scene, item.id, _pinned(where))
                where = with_room(draft.scene, draft.size, item.id, where)
            draft.scene = operations.with_item(draft.scene, item.id, _pinned(where))


def _aloft(scene: Scene, item: Item) -> Scene:
    """The scene with an item in the air, if it is not one that is there by nature."""
    natural = role(item) in ("flies", "sky")
    return scene if natural else operations.with_attributes(scene, item.id, {"pose": "floating"})


def _into_frame(draft: Draft, items: Sequence[Item]) -> None:
    """Make new things that reach beyond the upper edge, with what is in or on them, so small that they do not."""
    for item in items if draft.scene.kind == "scene" and draft.area is None else []:
        now = draft.scene.item(item.id)
        if now is None or not settled.is_added(now) or role(now) in ("sky", "flies", "hangs"):
            continue
        borne = [one.id for one in draft.scene.items if one.target == item.id and one.relation in ("in", "on")]
        boxes = [box for one in (item.id, *borne) if (box := group_box(draft.scene, draft.size, one)) is not None]
        top, foot = min((box.top for box in boxes), default=0.0), max((box.bottom for box in boxes), default=1.0)
        if top < MARGIN / 2 and foot > top:
            draft.scene = operations.resized(draft.scene, item.id, max(0.3, (foot - MARGIN) / (foot - top)))


def _pinned(foot: tuple[float, float]) -> changing.ItemChange:
    return lambda one: cast(Item, operations.replaced(one, position=foot))


def _into_area(draft: Draft, items: Sequence[Item]) -> None:
    """What the words place nowhere goes into the mask, side by side."""
    if draft.area is None or draft.scene.kind != "scene":
        return
    left, top, right, bottom = draft.area
    for index, item in enumerate(items):
        step = (right - left) / len(items)
        part = draft.area._replace(
            left=left + index * step, right=left + (index + 1) * step, top=top, bottom=bottom
        )
        draft.scene = inside(draft.scene, item.id, part, draft.size)
