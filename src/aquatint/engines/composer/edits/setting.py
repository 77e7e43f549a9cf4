"""Instructions about the whole picture: place, time, weather, season, style, camera, mood, transparency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.lacking import leave_out
from aquatint.engines.composer.edits.operations import live_items, replaced
from aquatint.engines.composer.edits.where import IN_THE_SKY
from aquatint.engines.composer.graphics.scenery import has_place
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.lexicon.nouns import find_noun, role
from aquatint.engines.composer.planner.ledger import Fate
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.plain_ground import KINDS
from aquatint.engines.composer.scene import Item, Scene
from aquatint.engines.composer.styles import registry as styles
from aquatint.sizes import Size

_FIELDS = frozenset({"time", "weather", "season", "camera", "style", "mood", "place", "transparent"})
_WAYS = frozenset({"in", "on", "at", "to", "into", "inside", "onto", "under", "by", "through", "near"})
_AFTER_PLACE = frozenset({"change", "move", "replace", "", "extend"})
"""Operations in which a place is where everything is to be; in others it only tells of one thing."""

_OUTDOORS = frozenset({"time", "weather", "season"})
"""What nothing shows before a plain ground."""
_OF_PLACES = frozenset({"time", "weather", "season", "camera"})
_SURFACES = frozenset({"table"})
_GROUNDS = {"dark": "#1d2233", "bright": "#f6efdc"}
"""What layouts are made of when they are to be dark or bright."""
SKY = "sky"


def take_settings(draft: Draft, operation: str, parts: Sequence[Chunk]) -> list[Chunk]:
    """Follow every part that speaks of the whole picture; gives the parts that are left."""
    rest: list[Chunk] = []
    ground = any(part.kind == "ground" for part in parts)
    for at, part in enumerate(parts):
        if part.sense is not None and part.sense.category in _FIELDS and _is_left(parts[:at]):
            draft.note(part, "silent")
            continue
        if at > 1 and parts[at - 1].word == "as" and parts[at - 2].kind == "quality":
            # "as white as snow" asks for no snow.
            draft.note(part, "silent")
            continue
        thing = any(one.kind in ("thing", "group") for one in parts) and operation == "change"
        if (there := _thing_there(draft, part, parts[:at])) is not None:
            rest.append(there)
        elif _is_surface(draft, part, parts[:at]):
            draft.note(part, "undrawn")
        elif (
            part.sense is None
            or part.sense.category not in _FIELDS
            or (part.sense.category == "transparent" and thing and not ground)
        ):
            rest.append(part)
        elif part.sense.value == SKY and operation in ("add", "move") and not ground:
            rest.append(Chunk("spot", part.tags, spot=IN_THE_SKY))
        elif operation == "remove":
            _take_back(draft, part)
        else:
            _take(draft, part, ground or (operation in _AFTER_PLACE and leads_there(parts, at)))
    if operation == "remove" and ground:
        draft.scene = replaced(draft.scene, transparent=True)
        _note_grounds(draft, parts)
    return rest


def _is_left(before: Sequence[Chunk]) -> bool:
    """ "Sunset instead of sunrise": what comes after is what was there."""
    return any(part.word.lower().startswith(("instead", "rather")) for part in before)


def _thing_there(draft: Draft, part: Chunk, before: Sequence[Chunk]) -> Chunk | None:
    """ "On the table", where a dining table stands: that table, and no other place."""
    if part.sense is None or part.sense.category != "place" or not _is_tied(before):
        return None
    last = part.tags[-1].folded.split()[-1]
    items = [item for item in live_items(draft.scene) if item.noun.split()[-1] == last]
    noun = find_noun(items[0].noun) if items else None
    if noun is None:
        return None
    phrase = Phrase(noun=noun, word=items[0].word, index=0)
    return Chunk("thing", part.tags, phrase=phrase, definite=True)


def _is_surface(draft: Draft, part: Chunk, before: Sequence[Chunk]) -> bool:
    """Whether a place is only something on which things are put, and none is there."""
    table = part.sense is not None and part.sense.category == "place" and part.sense.value in _SURFACES
    named = any(one.kind in ("thing", "pronoun") for one in before)
    return table and _is_tied(before) and named and draft.scene.backdrop not in _SURFACES


def _is_tied(before: Sequence[Chunk]) -> bool:
    return any(one.kind == "relation" for one in before[-2:])


def leads_there(parts: Sequence[Chunk], at: int) -> bool:
    """Whether a place is where to go ("in the forest", "a beach") and not what is spoken of ("the sky")."""
    before = [part.word for part in parts[max(0, at - 2) : at] if part.kind in ("word", "relation")]
    things = any(part.kind in ("thing", "group") for part in parts[:at])
    if things and not any(word in _WAYS for word in before) and not any(part.kind == "ground" for part in parts):
        # "let the dog drink water", "make the house a bakery".
        return False
    return "the" not in before or any(word in _WAYS for word in before)


def _note_grounds(draft: Draft, parts: Sequence[Chunk]) -> None:
    for part in parts:
        if part.kind == "ground":
            draft.ledger.note(part.tags[0].tokens[0].start, part.word, "drawn")


def _take(draft: Draft, part: Chunk, whole: bool) -> None:
    assert part.sense is not None
    fate: Fate = "approximated" if part.sense.near else "drawn"
    if part.sense.category == "place":
        draft.note(part, fate if _relocate(draft, part.sense.value, whole) else "undrawn")
        return
    changes = _changes(draft.scene, part.sense.category, part.sense.value)
    if not changes:
        draft.note(part, "undrawn")
        return
    draft.scene = replaced(draft.scene, **changes)
    draft.note(part, fate)


def _changes(scene: Scene, category: str, value: str) -> dict[str, Any]:
    """The fields of a scene that a word changes; none if the scene cannot show it."""
    if category in _OF_PLACES and (scene.chart is not None or scene.sheet is not None or scene.steps):
        # A chart has no night.
        return {}
    if category == "style":
        return {"style": value} if value in styles.names() else {}
    if category == "transparent":
        return {"transparent": True}
    if category in _OUTDOORS and scene.kind == "portrait" and not has_place(scene):
        return {}
    if category == "mood" and scene.kind == "scene":
        return {}
    if category == "mood" and value in _GROUNDS:
        return {"mood": value, "palette": [_GROUNDS[value]]}
    if category == "weather":
        winter = {"season": "winter"} if value == "snow" and scene.season is None else {}
        return {"weather": value, **winter}
    if category == "season" and value != "winter" and scene.weather == "snow":
        return {"season": value, "weather": "clear"}
    return {category: value}


def _take_back(draft: Draft, part: Chunk) -> None:
    """ "remove the rain": the weather clears, if that is the weather."""
    assert part.sense is not None
    scene, value = draft.scene, part.sense.value
    if leave_out(draft, part):
        scene = draft.scene
        draft.note(part, "silent")
    if part.sense.category == "weather" and scene.weather == value:
        season = None if value == "snow" and scene.season == "winter" else scene.season
        draft.scene = replaced(scene, weather="clear", season=season)
        draft.note(part, "silent")
    elif (part.sense.category == "weather" and value == "snow" and scene.season == "winter") or (
        part.sense.category == "season" and scene.season == value
    ):
        draft.scene = replaced(scene, season=None)
        draft.note(part, "silent")


def _relocate(draft: Draft, place: str, whole: bool) -> bool:
    """Go to another place; False where it cannot be, or where the words do not ask for it."""
    scene = draft.scene
    if scene.kind not in ("scene", "portrait"):
        return False
    if place == scene.backdrop or scene.backdrop.split()[-1] == place:
        # "Into the room", in a living room.
        return True
    if not whole or place not in backdrops.names():
        return False
    if scene.kind == "portrait":
        draft.scene = replaced(scene, backdrop=place, ground="")
        return True
    draft.scene = _on_new_ground(replaced(scene, backdrop=place), scene.backdrop, draft.size)
    return True


def paint_ground(draft: Draft, code: str) -> bool:
    """ "Make the background blue": a plain one of that colour; layouts have it as their palette."""
    scene = draft.scene
    if scene.kind not in KINDS:
        draft.scene = replaced(scene, palette=[code])
        return True
    plain = replaced(scene, ground=code, backdrop="studio")
    draft.scene = _on_new_ground(plain, scene.backdrop, draft.size)
    return True


def _on_new_ground(scene: Scene, before: str, size: Size) -> Scene:
    """The scene with what edits have placed standing on the new place's ground as far back as on the old one's."""
    old = backdrops.find(before).stage(replaced(scene, backdrop=before), size).ground
    new = backdrops.find(scene.backdrop).stage(scene, size).ground

    def carried(y: float) -> float:
        share = (y * size.height - old[0]) / max(1.0, old[1] - old[0])
        return min(0.98, max(0.0, (new[0] + share * (new[1] - new[0])) / size.height))

    def settle(item: Item) -> Item:
        if role(item) in ("sky", "flies", "hangs"):
            return item
        if item.position is not None:
            item = replaced(item, position=(item.position[0], carried(item.position[1])))
        foot = settled.moved_to(item)
        return item if foot is None else settled.moved(item, (foot[0], carried(foot[1])))

    return replaced(scene, items=[settle(item) for item in scene.items])  # type: ignore[no-any-return]
