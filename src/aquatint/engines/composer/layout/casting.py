"""Who plays which part in a scene: the subject, its company, and what is only there far away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.measures import POWER, Measures
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.layout.ties import Ties
from aquatint.engines.composer.scene import Item, RelationName

LANDMARK_METRES, LANDMARK_RATIO = 2.4, 0.45
"""Things at least this tall stand far behind a subject that is less than this share of their height."""
SCENERY_RATIO = 1.2
"""The same for trees."""
SMALL = 0.6
"""Metres up to which a thing named first gives way to people."""
BURDENS: dict[RelationName, float] = {"riding": 0.5, "above": 0.5, "on": 0.35, "in": 0.35}
"""How much taller than its host alone a host with such a thing is, in heights of the host."""


STANDING_BY: frozenset[RelationName] = frozenset(
    {"leaning on", "under", "behind", "in front of", "along", "beside"}
)
"""Relations of what keeps its own size beside its host."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The parts of a scene's items."""

    free: tuple[Item, ...] = ()
    """What takes its place from nobody."""
    subject: Item | None = None
    """What the picture is of: the first thing that was named, or what bears it."""
    far: frozenset[str] = frozenset()
    """Ids of landmarks behind everything."""
    burden: float = 0.0
    """How many heights of the subject lie on top of it."""
    prominent: str = ""
    """The id of what was named first, where it stands by something much larger: it is not to vanish there."""


def cast(items: Sequence[Item], measures: Measures, stage: Stage, ties: Ties) -> Cast:
    """The parts of items that are laid out together."""
    free = tuple(item for item in items if item.id not in ties.hung)
    solid = [item for item in items if measures.role(item) != "sky" and not item.spread]
    if not solid:
        return Cast(free)
    by_id = {item.id: item for item in items}
    roots = [by_id[_root(item.id, ties)] for item in solid]
    subject = _subject([root for root in roots if root.id not in ties.rear] or roots, measures)
    size = measures.metres(subject)
    far = frozenset(
        item.id
        for item in free
        if item.id != subject.id
        and measures.kind(item, stage) in ("ground", "water")
        and measures.metres(item) >= LANDMARK_METRES
        and group_of(item) not in LIVING
        and size < (SCENERY_RATIO if group_of(item) == "plants" else LANDMARK_RATIO) * measures.metres(item)
    )
    tie = ties.hung.get(solid[0].id)
    prominent = solid[0].id if tie is not None and tie.relation in STANDING_BY else ""
    return Cast(free, subject, far, _burden(subject, items, measures, ties), prominent)


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


def _burden(subject: Item, items: Sequence[Item], measures: Measures, ties: Ties) -> float:
    """Heights of the subject that lie above it: its rider, the flowers in it."""
    most = 0.0
    for item in items:
        tie = ties.hung.get(item.id)
        if tie is None or tie.host != subject.id:
            continue
        ratio = measures.metres(item) / max(1e-3, measures.metres(subject))
        if tie.relation == "around" and ratio > 1:
            most = max(most, ratio**POWER - 1)
        most = max(most, min(BURDENS.get(tie.relation, 0.0), ratio))
    return most
