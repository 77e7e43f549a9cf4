"""Changing things that are there: colour, size, number, looks, place, and what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.edits import operations
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.where import (
    at_spot,
    feet_of,
    first_placement,
    foot_of,
    group_box,
    narrowed,
    placements,
    with_room,
)
from aquatint.engines.composer.layout import settled, singled
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.nouns import facing, find_noun, role
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner.binding import pose_fate
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.scene import Item, RelationName, Scene
from aquatint.engines.composer.staging import item_aspect

FEW = 4
"""Up to this many things look for room of their own when they are moved together."""
_UPON = frozenset({"on", "riding", "in", "above", "holding", "wearing"})
"""Relations whose things do not stand on the ground."""
_BESIDE = frozenset({"beside", "left of", "right of"})
SIMILAR = 0.04
"""Heights that differ by less are alike."""
ItemChange = Callable[[Item], Item]


def recolour(draft: Draft, items: Sequence[Item], code: str, word: str) -> bool:
    """Give the items a colour: art that has it by nature where nothing else moves by that, else recoloured art."""
    done = False
    for item in items:
        if item.id in draft.picked:
            done |= _single(
                draft, item, singled.COLOUR, code or str(table("words/colours")["colours"].get(word, ""))
            )
            continue
        done = True
        noun = find_noun(item.noun)
        natural = noun.colours.get(word) if noun is not None else None
        own = noun.art if noun is not None else item.art
        art = own if natural == "" else natural
        if art is not None and _may_take(draft.scene, item, art):
            draft.scene = operations.redrawn(draft.scene, item.id, art)
        else:
            draft.scene = operations.recoloured(draft.scene, item.id, code)
    return done


def _single(draft: Draft, item: Item, what: str, value: str) -> bool:
    """Change only those drawings of an item that are meant."""
    changed = operations.with_single(draft.scene, item.id, draft.picked[item.id], what, value) if value else None
    draft.scene = changed or draft.scene
    return changed is not None


def _may_take(scene: Scene, item: Item, art: str) -> bool:
    """Whether an item can change its art without moving its neighbours."""
    if art == item.art or scene.kind != "scene" or len(scene.items) == 1:
        return True
    changed = operations.replaced(item, art=art)
    return abs(item_aspect(changed) - item_aspect(item)) < 1e-9


def resize(draft: Draft, items: Sequence[Item], factor: float) -> bool:
    """Make the items taller by a factor, where the picture keeps to sizes that are asked."""
    if not _has_sizes(draft.scene):
        return False
    done = False
    for item in items:
        if item.id in draft.picked:
            done |= _single(draft, item, singled.SIZE, f"{factor:.3f}")
        else:
            draft.scene, done = operations.resized(draft.scene, item.id, factor), True
    return done


def _has_sizes(scene: Scene) -> bool:
    """Layouts without depth make a lone thing as large as they can; sizes are of things beside each other."""
    return scene.kind == "scene" or (
        len(scene.items) > 1 and scene.kind not in ("pattern", "abstract", "portrait")
    )


def resize_to(draft: Draft, items: Sequence[Item], target: Item, factor: float) -> bool:
    """Make the items ``factor`` times as tall as another one: "bigger than the fox"."""
    if draft.scene.kind != "scene":
        return False
    found = placements(draft.scene, draft.size)
    tall = {one.item.id: one.height for one in reversed(found)}
    for item in items:
        if item.id in tall and target.id in tall:
            draft.scene = operations.resized(draft.scene, item.id, factor * tall[target.id] / tall[item.id])
    return bool(items)


def rescale(draft: Draft, items: Sequence[Item], scale: float) -> bool:
    """Give the items a size relative to the natural one: "huge", "tiny"."""
    if not _has_sizes(draft.scene):
        return False
    for item in items:
        draft.scene = operations.rescaled(draft.scene, item.id, scale)
    return bool(items)


def recount(draft: Draft, items: Sequence[Item], count: int) -> bool:
    """Set how many of the first item there are; more of strewn things or of more than `COUNT_LIMIT` cannot be."""
    if not items or not 0 <= count <= operations.COUNT_LIMIT:
        return False
    if items[0].spread and count > items[0].count:
        return False
    draft.scene = operations.recounted(draft.scene, items[0].id, count)
    return True


def move(draft: Draft, items: Sequence[Item], spots: Sequence[tuple[float, float]]) -> bool:
    """Move the items to a place in the picture; only scenes with depth have places."""
    if draft.scene.kind != "scene":
        return False
    items = apart(draft, items)
    feet = feet_of(draft.scene, draft.size)
    for item in items:
        if (foot := feet.get(item.id)) is not None:
            where = at_spot(foot, spots)
            if len(items) <= FEW and all(spot[1] < 0 for spot in spots):
                where = with_room(draft.scene, draft.size, item.id, where)
            draft.scene = operations.moved(draft.scene, item.id, where)
    return bool(items)


def apart(draft: Draft, items: Sequence[Item]) -> list[Item]:
    """The items, with single drawings that are meant made items of their own on the same spot."""
    return [one for item in items for one in (_split(draft, item) if item.id in draft.picked else [item])]


def _split(draft: Draft, item: Item) -> list[Item]:
    found: list[Item] = []
    seen = [one for one in placements(draft.scene, draft.size) if one.item.id == item.id]
    for one in [one for one in seen if one.instance in draft.picked[item.id]]:
        rest = operations.without_some(draft.scene, item.id, [one.instance])
        if rest is None or len(rest.items) >= operations.ITEM_LIMIT:
            return found
        foot = one.foot[0] / draft.size.width, one.foot[1] / draft.size.height
        looks = {key: value for key, value in item.attributes.items() if not settled.is_own(key)}
        own = operations.replaced(
            item, id=fresh_id(rest, item.noun), count=1, position=foot, relation="", target="", attributes=looks
        )
        draft.scene = operations.with_new(rest, operations.replaced(own, colour=one.item.colour))
        _as_tall(draft, own, one.height)
        found += [item for item in [draft.scene.item(own.id)] if item is not None]
    draft.picked.pop(item.id, None)
    return found


def fresh_id(scene: Scene, noun: str) -> str:
    """An id for one more item of a noun."""
    taken, key = {one.id for one in scene.items}, noun.replace(" ", "-")
    return next(name for number in range(1, 99) if (name := f"{key}-{number}") not in taken)


def nudge(draft: Draft, items: Sequence[Item], way: tuple[float, float]) -> bool:
    """Move the items a way across and down, in shares of the picture; what stands on the ground stays on it."""
    if draft.scene.kind != "scene":
        return False
    stage = backdrops.find(draft.scene.backdrop).stage(draft.scene, draft.size)
    items = apart(draft, items)
    feet = feet_of(draft.scene, draft.size)
    for item in items:
        if (foot := feet.get(item.id)) is None:
            continue
        x, y = min(1.0, max(0.0, foot[0] + way[0])), min(1.0, max(0.02, foot[1] + way[1]))
        if role(item) not in ("sky", "flies", "hangs", "swims"):
            y = max(y, stage.ground[0] / draft.size.height)
        draft.scene = operations.moved(draft.scene, item.id, (x, y))
    return bool(items)


def move_beside(draft: Draft, item: Item, relation: RelationName, target: Item) -> bool:
    """Move an item to where another one says: "put the cat on the sofa"."""
    if draft.scene.kind != "scene" or item.id == target.id:
        return False
    scale = settled.planned_scale(item)
    looks = {key: value for key, value in item.attributes.items() if key in ("pose", "age", "material")}
    free = operations.replaced(item, id="twin", position=None, attributes=looks, scale=scale)
    twin = operations.replaced(free, relation=relation, target=target.id)
    trial = operations.replaced(draft.scene, items=[*draft.scene.items, settled.added(twin)])
    there = first_placement(trial, draft.size, "twin")
    if there is None:
        return False
    foot = there.foot[0] / draft.size.width, there.foot[1] / draft.size.height
    if relation in ("left of", "right of") and _lacks_room(draft, item, relation, target):
        return exchange(draft, item, target)
    depth = there.depth if relation in _UPON else None
    draft.scene = operations.moved(draft.scene, item.id, foot, depth)
    if relation == "riding":
        _look_along(draft, item, there)
    if relation in _UPON:
        _as_tall(draft, item, there.height)
    elif relation in _BESIDE:
        roomy = with_room(draft.scene, draft.size, item.id, foot)
        draft.scene = operations.moved(draft.scene, item.id, roomy)
    return True


def _look_along(draft: Draft, item: Item, there: Placement) -> None:
    """Riders look where their mounts go."""
    looks = facing(item)
    if looks != "front":
        ahead = looks if not there.flip else "right" if looks == "left" else "left"
        draft.scene = operations.with_attributes(draft.scene, item.id, {singled.FACING: ahead})


def _lacks_room(draft: Draft, item: Item, relation: RelationName, target: Item) -> bool:
    """Whether the edge of the picture is too near, and the two can change places instead."""
    own, other = group_box(draft.scene, draft.size, item.id), group_box(draft.scene, draft.size, target.id)
    if own is None or other is None or item.count > 1 or target.count > 1:
        return False
    left = relation == "left of"
    room = other.left if left else 1 - other.right
    beyond = own.left > other.left if left else own.left < other.left
    return beyond and room < own.right - own.left


def _as_tall(draft: Draft, item: Item, height: float) -> None:
    """Upon another thing, things are as large as the layout makes them there."""
    now = first_placement(draft.scene, draft.size, item.id)
    if now is not None and abs(now.height / height - 1) > SIMILAR:
        draft.scene = operations.resized(draft.scene, item.id, height / now.height)


def exchange(draft: Draft, first: Item, second: Item) -> bool:
    """Let two items change places."""
    feet = foot_of(draft.scene, draft.size, first.id), foot_of(draft.scene, draft.size, second.id)
    if draft.scene.kind != "scene" or feet[0] is None or feet[1] is None:
        return False
    draft.scene = operations.moved(draft.scene, first.id, feet[1])
    draft.scene = operations.moved(draft.scene, second.id, feet[0])
    return True


def qualify(draft: Draft, items: Sequence[Item], sense: Sense) -> bool:
    """Give the items a pose, hair, mood or age, where their drawings show it."""
    shown = [item for item in items if _shows(item, sense)]
    for item in shown:
        draft.scene = operations.with_attributes(draft.scene, item.id, _values(sense))
    return bool(shown)


def take_up(draft: Draft, item: Item, pose: str) -> None:
    """Give somebody the pose that goes with a thing, if they are people and have no other."""
    noun = find_noun(item.noun)
    said = item.attributes.get("pose", "standing")
    if noun is not None and noun.group == "people" and said in ("standing", "walking", "holding"):
        draft.scene = operations.with_attributes(draft.scene, item.id, {"pose": pose})


def is_person(item: Item) -> bool:
    """Whether an item is a human being."""
    noun = find_noun(item.noun)
    return noun is not None and noun.group == "people"


def dress(draft: Draft, items: Sequence[Item], values: dict[str, str]) -> bool:
    """Give people's hair or clothes a colour."""
    people = [item for item in items if is_person(item)]
    for item in people:
        draft.scene = operations.with_attributes(draft.scene, item.id, values)
    return bool(people)


def _values(sense: Sense) -> dict[str, str]:
    if sense.category == "look":
        return dict(table("words/qualities")["looks"][sense.value])
    return {str(sense.category): sense.value}


def _shows(item: Item, sense: Sense) -> bool:
    noun = find_noun(item.noun)
    if noun is None:
        return False
    if sense.category == "pose":
        return pose_fate(noun, sense.value) == "drawn" and sense.value not in ("flying", "floating")
    return noun.group == "people" and sense.category in ("age", "expression", "hair", "look")


def transform(draft: Draft, items: Sequence[Item], phrase: Phrase) -> list[Item]:
    """Put another thing in the place of each item; gives the new ones."""
    made: list[Item] = []
    for item in apart(draft, items):
        made += _stand_in(draft, item, phrase)
    return made


def _stand_in(draft: Draft, item: Item, phrase: Phrase) -> list[Item]:
    made = draft.make(phrase)
    if made is None:
        return []
    scene, new = draft.scene, made
    new = operations.replaced(new, count=phrase.count if phrase.counted else item.count, relation="", target="")
    alone = len(scene.items) == 1 and not settled.is_added(item)
    if scene.kind != "scene" or (alone and new.count > 1):
        items = [new if one.id == item.id else one for one in scene.items]
        draft.scene = operations.replaced(scene, items=items)
        return [new]
    if len(scene.items) >= operations.ITEM_LIMIT:
        return []
    group = group_box(scene, draft.size, item.id)
    foot = None if group is None else ((group.left + group.right) / 2, group.bottom)
    draft.scene = operations.with_new(operations.without(scene, item.id), operations.replaced(new, position=foot))
    if group is not None and new.count > 1:
        draft.scene = narrowed(draft.scene, draft.size, new.id, group.right - group.left)
    return [new]


def apply_modifiers(draft: Draft, items: Sequence[Item], chunk: Chunk) -> bool:
    """What "a big blue fox" or "five apples" says of things that are there already."""
    phrase = chunk.phrase
    assert phrase is not None
    done = False
    if phrase.colour or phrase.art != phrase.noun.art or _natural_word(phrase, chunk):
        word = _natural_word(phrase, chunk) or next((each.word for each in chunk.tags if each.sense("colour")), "")
        done |= recolour(draft, items, phrase.colour, word)
    if phrase.counted:
        done |= recount(draft, items, phrase.count)
    if phrase.scale != 1.0:
        done |= rescale(draft, items, phrase.scale)
    shown = {
        key: value for key, value in phrase.attributes.items() if key in ("pose", "hair", "expression", "age")
    }
    for key, value in shown.items():
        done |= qualify(draft, items, Sense(key, value))  # type: ignore[arg-type]
    return done


def _natural_word(phrase: Phrase, chunk: Chunk) -> str:
    """The colour word of the phrase, if nature has it: a "red" fox."""
    return next((each.folded for each in chunk.tags if each.folded in phrase.noun.colours), "")
