"""Where each thing of a scene stands, how large it is, and what it faces.

The order of work: the ruler gives sizes; what is free stands in rows; things are hung on their hosts; what flies,
swims or is strewn gets its places; then what edits added takes the room that is left. See `settled` for what moves
when a scene is edited.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout import relations, settled
from aquatint.engines.composer.layout.attachment import Attachment, Company
from aquatint.engines.composer.layout.bearing import Anchors, NoAnchors
from aquatint.engines.composer.layout.casting import cast
from aquatint.engines.composer.layout.demands import demanded
from aquatint.engines.composer.layout.desk import Desk
from aquatint.engines.composer.layout.floating import float_all, in_order, strew
from aquatint.engines.composer.layout.gestures import WHOSE, settle_hands
from aquatint.engines.composer.layout.late import pin, stand_in
from aquatint.engines.composer.layout.measures import SCALE_POWER, Facing, Measures, Role, ruler
from aquatint.engines.composer.layout.regrown import carried_along
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.layout.standing import stand_all
from aquatint.engines.composer.layout.ties import Tie, read_ties
from aquatint.engines.composer.lexicon.nouns import facing as lexicon_facing
from aquatint.engines.composer.scene import Item, RelationName, Scene

SHARED: frozenset[RelationName] = frozenset({"holding", "wearing", "riding"})
"""Relations in which several things go to several bearers by turns."""
BORNE: frozenset[RelationName] = frozenset(
    {"in", "on", "holding", "wearing", "riding", "leaning on", "through", "hanging from"}
)
"""Relations of what falls down when its host is gone."""
WHOLE: frozenset[RelationName] = frozenset({"following", "behind", "in front of", "around"})
"""Relations to all of a group together."""
PILED = frozenset({"stack", "pyramid"})
"""Formations on whose highest one things are that are on all of them."""
DISTANCES = (0.86, 1.05)
"""Factors on all sizes: no two pictures are taken from quite the same distance."""


def arrange(
    scene: Scene,
    stage: Stage,
    aspects: Callable[[Item], float],
    metres: Callable[[Item], float],
    role: Callable[[Item], Role],
    chance: Chance,
    facing: Callable[[Item], Facing] = lexicon_facing,
    anchors: Anchors | None = None,
) -> list[Placement]:
    """Placements of all items of a scene, sorted from far to near.

    ``aspects`` gives width by height of an item's drawing, ``metres`` its real height, ``role`` how it is in the
    world, ``facing`` where its art looks (what looks to the front is never mirrored), ``anchors`` where
    the heads and hands of drawings are. Every instance is inside the
    frame; ``item.position`` and ``item.scale`` are respected.
    """
    planned = [item for item in scene.items if not settled.is_added(item)]
    measures = Measures(
        lambda item: aspects(settled.as_planned(item)),
        demanded(planned, lambda item: metres(settled.as_planned(item))),
        role,
        facing,
        anchors or NoAnchors(aspects),
    ).on(stage)
    ties = read_ties(planned, measures, stage)
    parts = cast(planned, measures, stage, ties)
    measure = ruler(
        parts.free or scene.items, measures, stage, scene.camera,
        parts.hero, parts.far, parts.burdens, before=parts.before, bearing=parts.bearing,
    )  # fmt: skip
    if scene.camera == "eye":
        measure = replace(measure, base=measure.base * chance.fork("distance").uniform(*DISTANCES))
    desk = Desk(scene, stage, measures, measure, ties, chance, parts)
    _plan(desk, planned)
    for item in scene.items:
        if item.id not in desk.placed:
            _fit_in(desk, item, settled.planned_count(item), 0)
            desk.shift(item)
    return settle_hands([measures.mirrored(one) for one in _finished(desk, metres)], measures)


def _plan(desk: Desk, items: Sequence[Item]) -> None:
    """Lay out together all that was planned together."""
    free = [item for item in items if item.id not in desk.ties.hung]
    for item in free:
        if item.position is not None:
            pin(desk, item)
    loose = [item for item in free if item.position is None]
    stand_all(desk, [item for item in loose if desk.stands(item)])
    for item in free:
        desk.shift(item)
    _hang_all(desk, items)
    desk.cropped = False
    for item in loose:
        if desk.kind(item) == "strewn":
            strew(desk, item)
    afloat = [item for item in loose if desk.kind(item) != "strewn" and not desk.stands(item)]
    for item in in_order(desk, afloat):
        float_all(desk, item, settled.planned_count(item))
        desk.shift(item)
        _hang_all(desk, items)


def _hang_all(desk: Desk, items: Sequence[Item]) -> None:
    """Hang everything whose host has a place, hosts first."""
    waiting = [item for item in items if item.id in desk.ties.hung and item.id not in desk.placed]
    while ready := [item for item in waiting if desk.ties.hung[item.id].host in desk.placed]:
        for item in ready:
            _hang(desk, item, desk.ties.hung[item.id])
            desk.shift(item)
        waiting = [item for item in waiting if item.id not in desk.placed]


def _hang(desk: Desk, item: Item, tie: Tie) -> None:
    count, hosts = settled.planned_count(item), desk.placed[tie.host]
    if tie.relation == "above":
        hosts = _topmost(desk, item, tie.host)
    chance = desk.chance.fork(item.id)
    order = sum(desk.ties.hung.get(name) == tie for name in desk.placed)
    if tie.relation in SHARED and len(hosts) > 1:
        # Four musicians with four instruments have one each.
        turn = order % len(hosts)
        hosts, order = [*hosts[turn:], *hosts[:turn]], order // len(hosts)
    if tie.relation == "on" and hosts[0].item.attributes.get("formation") in PILED:
        hosts = [min(hosts, key=lambda host: host.foot[1])]
    if (whose := item.attributes.get(WHOSE, "")).isdecimal():
        hosts = [host for host in hosts if host.instance == int(whose)] or hosts
    if count <= len(hosts) and tie.relation not in WHOLE:
        hosts = hosts[: max(1, count)]
    sharers = max(order + 1, sum(other == tie for other in desk.ties.hung.values()))
    company = _company(desk, item, tie)
    bond = Attachment(item, tie.relation, count, hosts, desk.ruler, chance, order, sharers, company)
    desk.put(relations.attach(bond))


def _topmost(desk: Desk, item: Item, host: str) -> list[Placement]:
    """What something above a thing is above: the highest of what is on it, if anything is."""
    hosts = desk.placed[host]
    borne = [
        one
        for name, tie in desk.ties.hung.items()
        if tie.host == host and tie.relation in BORNE and name != item.id
        for one in desk.placed.get(name, ())
    ]
    highest = min(borne, key=lambda one: one.foot[1] - one.height, default=None)
    top = min(one.foot[1] - one.height for one in hosts)
    return hosts if highest is None or highest.foot[1] - highest.height >= top else [highest]


def _company(desk: Desk, item: Item, tie: Tie) -> Company:
    """Who has the same tie: a late item is alone."""
    members = [one for one in desk.scene.items if desk.ties.hung.get(one.id) == tie]
    if item not in members:
        members = [item]
    counts = [settled.planned_count(one) for one in members]
    widths = [desk.ruler.height(one) * desk.measures.aspect(one) for one in members]
    tallest = max(desk.ruler.height(one) for one in members)
    place = members.index(item)
    abreast = [count * width for count, width in zip(counts, widths, strict=True)]
    return Company(sum(counts[:place]), sum(counts), max(widths), tallest, sum(abreast[:place]), sum(abreast))


def _fit_in(desk: Desk, item: Item, count: int, first: int) -> None:
    """Give a late item (or more instances of one) the room that is left; nothing else moves."""
    kind, tie = desk.kind(item), _late_tie(desk, item)
    if first == 0 and item.position is not None:
        pin(desk, item)
    elif first == 0 and tie is not None:
        _hang(desk, item, tie)
    elif kind == "strewn":
        strew(desk, item)
    elif not desk.stands(item):
        float_all(desk, item, count, first)
    else:
        stand_in(desk, item, count, first)


def _late_tie(desk: Desk, item: Item) -> Tie | None:
    """The tie of an item that an edit added, to what it relates to."""
    if item.relation and item.target in desk.placed and item.target != item.id:
        return Tie(item.relation, item.target)
    return None


def _drop(desk: Desk, item: Item) -> None:
    """Let an item fall to where its host stood, if an edit took the host away."""
    host = desk.scene.item(item.target)
    if host is None or item.relation not in BORNE or not settled.is_removed(host) or host.id not in desk.placed:
        return
    hosts = desk.placed[host.id]
    desk.placed[item.id] = [
        replace(
            one, foot=(one.foot[0], hosts[one.instance % len(hosts)].foot[1]), cover=None, tether=None,
            ledge=False, shadow=hosts[0].shadow,
        )
        for one in desk.placed[item.id]
    ]  # fmt: skip


def _finished(desk: Desk, metres: Callable[[Item], float]) -> list[Placement]:
    """Counts and scales as they are now, without what was removed, from far to near."""
    found: list[Placement] = []
    for item in desk.scene.items:
        if settled.is_removed(item):
            continue
        planned = settled.planned_count(item)
        if item.count > planned and not item.spread:
            _fit_in(desk, item, item.count - planned, planned)
        _drop(desk, item)
        kept = desk.placed[item.id][: None if item.spread and item.count == planned else item.count]
        ratio = (item.scale / settled.planned_scale(item)) ** SCALE_POWER
        if item.attributes != settled.as_planned(item).attributes:
            # Who was told to sit down is lower now.
            ratio *= metres(item) / desk.measures.metres(item)
        found += [one if ratio == 1 else desk.inside(replace(one, height=one.height * ratio)) for one in kept]
    if any(item.scale != settled.planned_scale(item) for item in desk.scene.items):
        found = carried_along(found, desk.placed)
    order = {item.id: index for index, item in enumerate(desk.scene.items)}
    far_away = {item.id for item in desk.scene.items if desk.kind(item) == "sky"}
    return sorted(
        found,
        key=lambda one: (
            one.item.id not in far_away, round(one.depth, 4), one.foot[1], order[one.item.id], one.instance
        ),
    )  # fmt: skip
