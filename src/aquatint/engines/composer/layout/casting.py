"""Who plays which part in a scene: the subject, its company, and what is only there far away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.measures import LOW, POWER, Measures
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.layout.ties import CURLS, Tie, Ties
from aquatint.engines.composer.scene import Item, RelationName

LANDMARK_METRES, LANDMARK_RATIO = 2.4, 0.45
"""Things at least so tall in metres stand far behind what is less than this share of their size."""
SCENERY_RATIO = 1.2
"""The same for trees, of their height."""
BEARERS = frozenset({"plants", "buildings", "crafted"})
"""Groups of what may be so large that what is on it, or hangs from it, is small."""
PAIR = 2
"""More than so many in a line are there to be compared: the largest decides the sizes."""
SMALL = 0.6
"""Metres up to which a thing named first gives way to people."""
BURDENS: dict[RelationName, float] = {"riding": 0.5, "above": 0.5, "on": 0.35, "in": 0.35}
"""How much taller than its host alone a host with such a thing is, in heights of the host."""

RIDER = (0.1, 0.55, 0.25)
"""How far a rider is above the mount: at the least, and this part of the rider's height less the height of the
mount's head above its back, all in heights of the mount."""
HIGHEST_ON_LOW = 8.0
"""What is on something low is no more than so many heights of that taller."""
MOST_ABOUT = 7.0
"""How much higher than a thing who is curled around it is at the most, in heights of the thing."""
HOVERING = 0.28
"""The least room for what is above another thing, in heights of that."""
STANDING_BY: frozenset[RelationName] = frozenset(
    {"leaning on", "under", "above", "behind", "in front of", "along", "beside"}
)
"""Relations of what keeps its own size beside its host."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The parts of a scene's items."""

    free: tuple[Item, ...] = ()
    """What takes its place from nobody."""
    subject: Item | None = None
    """What the picture is of: the first thing that was named, or what bears it."""
    hero: Item | None = None
    """Whose size decides all others: the subject, unless that is a landmark before which others stand."""
    far: frozenset[str] = frozenset()
    """Ids of landmarks behind everything."""
    burdens: Mapping[str, float] = field(default_factory=dict)
    """How many heights of an item lie on top of it, by the item's id."""

    bearing: bool = False
    """Whether the hero is a tree or a building, on which the others are: they are to be seen, too."""

    @property
    def before(self) -> bool:
        """Whether the picture is of a landmark, and the hero only stands before it."""
        return self.subject is not None and self.subject.id in self.far and self.hero is not self.subject


def cast(items: Sequence[Item], measures: Measures, stage: Stage, ties: Ties) -> Cast:
    """The parts of items that are laid out together."""
    free = tuple(item for item in items if item.id not in ties.hung)
    solid = [item for item in items if measures.role(item) != "sky" and not item.spread]
    if not solid:
        return Cast(free)
    by_id = {item.id: item for item in items}
    roots = [by_id[_root(item.id, ties)] for item in solid]
    subject = _subject([root for root in roots if root.id not in ties.rear] or roots, measures)
    hero = _hero(subject, solid, measures, stage, ties)
    far = frozenset(item.id for item in free if item.id != hero.id and _is_landmark(item, hero, measures, stage))
    bearing = group_of(hero) in BEARERS and any(
        tie.host == hero.id and tie.relation in ("hanging from", "leaning on", "on", "in")
        for tie in ties.hung.values()
    )
    return Cast(free, subject, hero, far, _burdens(items, measures, ties, hero), bearing)


def _is_landmark(item: Item, other: Item, measures: Measures, stage: Stage) -> bool:
    """Whether an item is so large beside another one that it stands far behind it."""
    group = group_of(item)
    if measures.kind(item, stage) not in ("ground", "water") or group in LIVING:
        return False
    if measures.metres(item) < LANDMARK_METRES:
        return False
    if group == "plants":
        return measures.metres(other) < SCENERY_RATIO * measures.metres(item)
    return measures.side(other) < LANDMARK_RATIO * measures.side(item)


def _hero(subject: Item, solid: Sequence[Item], measures: Measures, stage: Stage, ties: Ties) -> Item:
    """The subject; or what was named first, if it stands by it; before a landmark the largest that is there."""
    first = solid[0]
    tie = ties.hung.get(first.id)
    lies_about = bool(first.attributes.get(CURLS))
    if tie is not None and (
        tie.relation in STANDING_BY or lies_about or _is_on_cloth(first, tie, solid, measures)
    ):
        return first
    if len(line := _line(solid, ties)) > PAIR:
        return max(line, key=measures.side)
    others = [
        item
        for item in solid
        if item is not subject
        and measures.kind(item, stage) in ("ground", "water")
        and not _is_landmark(item, subject, measures, stage)
        and (item.id not in ties.hung or ties.hung[item.id].relation in {*STANDING_BY, "around"})
        and not (item.id in ties.hung and ties.hung[item.id].relation == "leaning on" and not _lives(item))
    ]
    largest = max(
        [item for item in others if group_of(item) in LIVING] or others, key=measures.side, default=subject
    )
    return largest if _is_landmark(subject, largest, measures, stage) else subject


def _lives(item: Item) -> bool:
    return group_of(item) in LIVING


def _is_on_cloth(item: Item, tie: Tie, solid: Sequence[Item], measures: Measures) -> bool:
    """Whether somebody is on what lies flat: in a puddle, on a rug."""
    flat = any(one.id == tie.host and measures.role(one) == "lies" for one in solid)
    return tie.relation == "on" and flat and group_of(item) in LIVING


def _line(solid: Sequence[Item], ties: Ties) -> list[Item]:
    """Those of which one is said to be right or left of another one."""
    sides = {name: tie.host for name, tie in ties.beside.items() if tie.relation in ("left of", "right of")}
    return [item for item in solid if item.id in sides or item.id in sides.values()]


def _subject(roots: Sequence[Item], measures: Measures) -> Item:
    """What was named first; but people come before a small thing of theirs: the players before the ball."""
    first = roots[0]
    if group_of(first) in LIVING or measures.metres(first) > SMALL:
        return first
    return next((root for root in roots if group_of(root) == "people"), first)


def _root(name: str, ties: Ties) -> str:
    """The id of what bears an item in the end."""
    while name in ties.hung:
        name = ties.hung[name].host
    return name


def _burdens(items: Sequence[Item], measures: Measures, ties: Ties, hero: Item) -> dict[str, float]:
    """Heights of each item that lie above it: its rider, the flowers in it, the balloon over it."""
    by_id, most = {item.id: item for item in items}, dict[str, float]()
    for item in items:
        tie = ties.hung.get(item.id)
        if tie is None or tie.host not in by_id:
            continue
        ratio = measures.metres(item) / max(1e-3, measures.metres(by_id[tie.host]))
        burden = min(BURDENS.get(tie.relation, 0.0), ratio)
        if tie.relation == "riding":
            least, own, above = RIDER
            burden = min(burden, max(least, own * ratio - above))
        if tie.relation == "on" and ratio > 1 and measures.aspect(by_id[tie.host]) > LOW:
            burden = min(ratio, HIGHEST_ON_LOW) ** POWER
        if tie.relation == "above":
            burden = max(burden, BURDENS["above"] if item.id == hero.id else HOVERING)
        if tie.relation == "around" and ratio > 1:
            burden = ratio**POWER - 1
            if item.attributes.get(CURLS):
                burden = min(burden, MOST_ABOUT)
        if burden > most.get(tie.host, 0.0):
            most[tie.host] = burden
    return most
