"""Changing things that are there: colour, size, number, looks, place, and what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aquatint.engines.composer.edits import operations, succession
from aquatint.engines.composer.edits.chunks import Chunk, is_content
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.moving import apart
from aquatint.engines.composer.edits.where import (
    first_placement,
    group_box,
    narrowed,
    placements,
)
from aquatint.engines.composer.layout import settled, singled
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner import features
from aquatint.engines.composer.planner.binding import pose_fate, stands_up
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.scene import Item, Scene
from aquatint.engines.composer.staging import item_aspect

ItemChange = Callable[[Item], Item]


def recolour(draft: Draft, items: Sequence[Item], code: str, word: str) -> bool:
    """Give the items a colour: art that has it by nature where nothing else moves by that, else recoloured art."""
    done = False
    own_code = code or str(table("words/colours")["colours"].get(word, ""))
    for item in items:
        if item.id in draft.picked:
            done |= bool(own_code) and _single(draft, item, colour=own_code)
            continue
        done = True
        noun = find_noun(item.noun)
        natural = noun.colours.get(word) if noun is not None else None
        own = noun.art if noun is not None else item.art
        art = own if natural == "" else natural
        if art is not None and _may_take(draft.scene, item, art):
            draft.scene = operations.redrawn(draft.scene, item.id, art, own_code)
        else:
            draft.scene = operations.recoloured(draft.scene, item.id, code)
    return done


def _single(draft: Draft, item: Item, *, colour: str | None = None, factor: float | None = None) -> bool:
    """Change only those drawings of an item that are meant."""
    scene: Scene | None = draft.scene
    for instance in draft.picked[item.id]:
        known = singled.single_of(item, instance)
        growth = factor if factor is None or known is None else min(10.0, max(0.1, factor * known.factor))
        if scene is not None:
            scene = operations.with_single(scene, item.id, [instance], colour=colour, factor=growth)
    draft.scene = scene or draft.scene
    return scene is not None


_STAGES = frozenset({"scene", "comic", "storyboard"})
"""Kinds in which a thing stands among others, so that another drawing of it would be another thing."""


def _may_take(scene: Scene, item: Item, art: str) -> bool:
    """Whether an item can change its art without moving its neighbours."""
    if art == item.art or scene.kind not in _STAGES or (scene.kind == "scene" and len(scene.items) == 1):
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
            done |= _single(draft, item, factor=min(10.0, max(0.1, round(factor, 3))))
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
        if item.id in tall and target.id in tall and not _is_so(tall[item.id] / tall[target.id], factor):
            draft.scene = operations.resized(draft.scene, item.id, factor * tall[target.id] / tall[item.id])
    return bool(items)


def _is_so(ratio: float, factor: float) -> bool:
    """Whether what is to be "bigger than" another thing is so already, and what is to be smaller too."""
    return ratio > 1 if factor > 1 and factor < 2 else ratio < 1 if 0.5 < factor < 1 else False


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


def qualify(draft: Draft, items: Sequence[Item], sense: Sense) -> bool:
    """Give the items a pose, hair, mood or age, where their drawings show it."""
    shown = apart(draft, [item for item in items if _shows(item, sense)])
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
    people = [item for item in items if item.art.startswith("person:")]
    for item in people:
        draft.scene = operations.with_attributes(draft.scene, item.id, values)
    return bool(people)


def garb(draft: Draft, items: Sequence[Item], part: Chunk) -> bool:
    """Dress people in what a part names: "a green dress". False for what is no garment, or for no people."""
    garment = part.tags[-1].sense("clothes")
    if garment is None:
        return False
    colour = next((sense for each in part.tags if (sense := each.sense("colour")) is not None), None)
    values = {"clothes": garment.value} | ({"clothes colour": colour.value} if colour is not None else {})
    if not dress(draft, items, values):
        return False
    for each in part.tags:
        draft.ledger.note(each.tokens[0].start, each.word, "drawn" if is_content(each) else "silent")
    return True


def only_person(draft: Draft) -> list[Item]:
    """The only kind of people that there is; nobody where there are several."""
    people = [item for item in operations.live_items(draft.scene) if is_person(item)]
    return people if len(people) == 1 else []


def _values(sense: Sense) -> dict[str, str]:
    if sense.category == "look":
        return features.attributes_of(sense.value)
    return {"mood" if sense.category == "expression" else str(sense.category): sense.value}


def _shows(item: Item, sense: Sense) -> bool:
    noun = find_noun(item.noun)
    if noun is None:
        return False
    if sense.category == "pose":
        if stands_up(noun, sense.value) and not item.art.startswith("beast:"):
            # A beast on four legs stays on them.
            return False
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
    scene, new = draft.scene, succession.with_looks_of(item, made)
    new = operations.replaced(new, count=phrase.count if phrase.counted else item.count, relation="", target="")
    alone = len(scene.items) == 1 and not settled.is_added(item)
    if scene.kind != "scene" or (alone and new.count > 1):
        new = operations.replaced(new, relation=item.relation, target=item.target)
        items = [new if one.id == item.id else one for one in scene.items]
        draft.scene = succession.handed_on(operations.replaced(scene, items=items), item, new)
        return [new]
    if len(scene.items) >= operations.ITEM_LIMIT:
        return []
    group = group_box(scene, draft.size, item.id)
    draft.scene = operations.with_new(operations.without(scene, item.id), _in_place_of(draft, item, new))
    if group is not None and new.count > 1 and not (late := draft.scene.items[-1]).relation and late.id == new.id:
        draft.scene = narrowed(draft.scene, draft.size, new.id, group.right - group.left)
    draft.scene = succession.handed_on(draft.scene, item, new)
    return [new]


def _in_place_of(draft: Draft, item: Item, new: Item) -> Item:
    """The new item where the old one is: on the ground, or upon the same thing as before."""
    group = group_box(draft.scene, draft.size, item.id)
    if group is None:
        return new
    x = (group.left + group.right) / 2
    host = draft.scene.item(item.target)
    if item.relation in ("on", "in") and host is not None and not settled.is_removed(host):
        first = first_placement(draft.scene, draft.size, item.id)
        bound: Item = operations.replaced(new, relation=item.relation, target=item.target)
        if new.count > 1:
            return bound
        return settled.moved(bound, (x, group.bottom), None if first is None else first.depth)
    return operations.replaced(new, position=(x, group.bottom))  # type: ignore[no-any-return]


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
    shown = {key: value for key, value in phrase.attributes.items() if key in ("pose", "hair", "mood", "age")}
    for key, value in shown.items():
        category = "expression" if key == "mood" else key
        done |= qualify(draft, items, Sense(category, value))  # type: ignore[arg-type]
    return done


def _natural_word(phrase: Phrase, chunk: Chunk) -> str:
    """The colour word of the phrase, if nature has it: a "red" fox."""
    return next((each.folded for each in chunk.tags if each.folded in phrase.noun.colours), "")
