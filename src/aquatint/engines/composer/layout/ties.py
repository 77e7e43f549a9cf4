"""What the relations of a scene mean for the layout: who hangs on whom, who stands beside whom, who stands behind.

"holding" and "wearing" belong to the thing that is held or worn; its target is the bearer. Large things "around" a
small one stand on both sides of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from aquatint.engines.composer.layout.measures import Measures
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.scene import Item, RelationName

SIDE_BY_SIDE: frozenset[RelationName] = frozenset({"left of", "right of", "beside", "between", "facing"})
"""Relations that order a row."""
GATHERING = 3
"""From so many on, those who are around a smaller thing stand in a ring and not on both sides of it."""
PEEKS, CURLS = "peeks", "curls"
"""The attributes of who is behind a thing and looks over it, and of who lies about a thing."""
STANDS_CLEAR, RISES_ABOVE = 1.3, 0.8
"""Up to the first multiple of its target's height a thing stands in front of it in a row of its own; from the
second one on it stands behind it."""

SHELTER, SHELTERED, SLIM = 2.4, 0.66, 0.6
"""From so many metres on a thing is a roof over what stands under it, if that has no more than the second share of
its height. Under what is narrower than the third number (width by height), like a lamp, one stands beside it."""
OUTGROWS = 1.6
"""From so many times the height of what it follows on, a thing decides the sizes of both."""


class Tie(NamedTuple):
    """How a thing stands to its host."""

    relation: RelationName
    host: str
    """The host's id."""
    second: str = ""
    """The id of the other host, for "between" two."""


@dataclass(slots=True)
class Ties:
    """All ties of a scene, by the id of the thing that is tied."""

    hung: dict[str, Tie] = field(default_factory=dict)
    """Things that take their place from their host."""
    beside: dict[str, Tie] = field(default_factory=dict)
    """Things that stand in the same row as their host."""
    behind: dict[str, str] = field(default_factory=dict)
    """What stands behind what, by id, where both have places of their own."""
    beneath: dict[str, str] = field(default_factory=dict)
    """What stands in the shelter of what, by id, where both have places of their own: people under a tree."""
    rear: set[str] = field(default_factory=set)
    """Things that were said to be behind others."""


def read_ties(items: Sequence[Item], measures: Measures, stage: Stage) -> Ties:
    """The ties of items that are laid out together; relations that cannot be are left out."""
    ties, by_id = Ties(), {item.id: item for item in items}
    gathered = Counter[str]()
    for item in items:
        gathered[item.target] += item.count if item.relation == "around" else 0
    for item in items:
        target = by_id.get(item.target)
        if not item.relation or target is None or target.id == item.id or item.id in ties.hung:
            continue
        _read(ties, item, target, measures, stage, gathered[item.target])
    for name in list(ties.hung):
        if _circular(ties, name):
            del ties.hung[name]
    ties.rear -= set(ties.hung)
    ties.behind = {back: front for back, front in ties.behind.items() if not {back, front} & set(ties.hung)}
    ties.beneath = {low: high for low, high in ties.beneath.items() if high not in ties.hung}
    return ties


def _read(ties: Ties, item: Item, target: Item, measures: Measures, stage: Stage, gathered: int) -> None:
    relation, ratio = item.relation, measures.metres(item) / max(1e-6, measures.metres(target))
    kinds = {measures.kind(one, stage) for one in (item, target)}
    rows = {"ground", "water"} if stage.floor == "water" else {"ground"}
    grounded = kinds <= rows and item.position is None and target.position is None
    if item.position is not None:
        return
    if item.attributes.get(PEEKS) or item.attributes.get(CURLS):
        ties.hung[item.id] = Tie(relation, target.id)
    elif relation == "around" and ratio > 1.2 and grounded and gathered < GATHERING:
        if item.count > 1 and not target.relation:
            ties.beside[target.id] = Tie("between", item.id)
        else:
            ties.beside[item.id] = Tie("facing", target.id)
    elif relation == "under" and grounded and _is_beneath(item, target, ratio, measures):
        ties.beneath[item.id] = target.id
    elif relation == "under" and grounded and measures.aspect(target) < SLIM:
        ties.beside[item.id] = Tie("beside", target.id)
    elif relation == "following" and ratio > OUTGROWS:
        _read_chase(ties, item, target, grounded=grounded)
    elif relation == "in front of" and grounded and ratio <= STANDS_CLEAR:
        ties.rear.add(target.id)
        ties.behind[target.id] = item.id
    elif relation == "behind" and grounded and ratio >= RISES_ABOVE:
        ties.rear.add(item.id)
        ties.behind[item.id] = target.id
    elif relation in SIDE_BY_SIDE:
        _read_side(ties, item, target, grounded, measures, stage)
    else:
        ties.hung[item.id] = Tie(relation, target.id)


def _is_beneath(item: Item, target: Item, ratio: float, measures: Measures) -> bool:
    broad = measures.metres(target) >= SHELTER and measures.aspect(target) >= SLIM
    return broad and ratio <= SHELTERED and not target.relation and not item.spread


def _read_chase(ties: Ties, item: Item, target: Item, *, grounded: bool) -> None:
    """The large one is what the picture is of: the small thing that it is after has its place from it."""
    if grounded:
        ties.beside[item.id] = Tie("facing", target.id)
    else:
        ties.hung[target.id] = Tie("beside", item.id)


def _read_side(ties: Ties, item: Item, target: Item, grounded: bool, measures: Measures, stage: Stage) -> None:
    if grounded:
        ties.beside[item.id] = Tie(item.relation, target.id, item.second_target)
    elif (target.position is not None and measures.kind(item, stage) == measures.kind(target, stage)) or (
        measures.kind(item, stage) == "air" and measures.kind(target, stage) == "ground"
    ):
        ties.hung[item.id] = Tie(item.relation, target.id)


def _circular(ties: Ties, name: str) -> bool:
    seen, at = {name}, ties.hung[name].host
    while at in ties.hung:
        if at in seen:
            return True
        seen.add(at)
        at = ties.hung[at].host
    return at in seen
