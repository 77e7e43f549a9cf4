"""Taking off what somebody wears who was drawn with it: the cap of a fisherman, the helmet of a knight."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.figures.people.roles import roles
from aquatint.engines.composer.art.figures.people.traits import SHAVEN
from aquatint.engines.composer.art.figures.people.wardrobe import is_headwear
from aquatint.engines.composer.edits import operations
from aquatint.engines.composer.edits.changing import only_person
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.scene import Item

BAREHEADED = "bareheaded"
"""The attribute of who wears nothing on the head."""
HAT = "hat"
"""What stands for whatever somebody wears on the head."""
_BEARDS = frozenset({"beard", "moustache", "full beard", "goatee"})
_HELMETS = frozenset({"helmet", "helmets"})


def bare_heads(draft: Draft, part: Chunk) -> bool:
    """Take off the headgear that a part names from those who wear it by nature; False where nobody does."""
    wearers = wearers_of(draft, part)
    for item in wearers:
        draft.scene = operations.with_attributes(draft.scene, item.id, {BAREHEADED: "yes"})
    return bool(wearers)


def wearers_of(draft: Draft, part: Chunk, among: Sequence[Item] = ()) -> list[Item]:
    """Who wears by nature the headgear that a part names: "his hat", "the knight's helmet"."""
    return [
        item for item in among or _owners(draft, part) if _wears_by_nature(item) and _names_headwear(part, item)
    ]


def shave(draft: Draft, owners: Sequence[Item], look: str) -> bool:
    """Take off beards, and glasses with which people were drawn; False where nobody has them."""
    people = [item for item in owners or only_person(draft) if item.art.startswith("person:")]
    for item in people:
        if look in _BEARDS:
            draft.scene = operations.with_attributes(draft.scene, item.id, {"beard": SHAVEN})
        elif look in item.attributes:
            draft.scene = operations.with_attributes(draft.scene, item.id, {look: ""})
    return bool(people)


def bare_wearer(draft: Draft, hat: Item) -> None:
    """After a hat was taken away: under it there is no other one."""
    wearer = draft.scene.item(hat.target)
    if hat.relation == "wearing" and wearer is not None and is_headwear(hat.noun) and _wears_by_nature(wearer):
        draft.scene = operations.with_attributes(draft.scene, wearer.id, {BAREHEADED: "yes"})


def _names_headwear(part: Chunk, wearer: Item) -> bool:
    said = {part.tags[-1].folded, part.phrase.noun.key if part.phrase is not None else ""}
    if roles()[wearer.art.partition(":")[2]].hat in said:
        return True
    return any(is_headwear(word) for word in said) or bool(said & _HELMETS) or "knight helmet" in said


def _owners(draft: Draft, part: Chunk) -> Sequence[Item]:
    """Who is said to wear it: "the knight's helmet", else the only person there is."""
    people = [item for item in operations.live_items(draft.scene) if item.art.startswith("person:")]
    owners = {token.folded for each in part.tags for token in each.tokens}
    named = [item for item in people if {item.noun, item.word.lower()} & owners]
    return named or (people if len(people) == 1 else only_person(draft))


def _wears_by_nature(item: Item) -> bool:
    if not item.art.startswith("person:"):
        return False
    role = roles().get(item.art.partition(":")[2])
    return role is not None and bool(role.hat) and BAREHEADED not in item.attributes
