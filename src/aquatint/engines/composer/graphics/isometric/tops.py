"""Small things on desks, tables and shelves."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.graphics.isometric.floor import Room, free_spot
from aquatint.engines.composer.graphics.isometric.stands import Stand, Want, own

EDGE = 0.03
"""Between small things on a surface, in metres."""


def on_tops(room: Room, wants: Sequence[Want]) -> bool:
    """Small things on what they are said to be on, else on a desk, a table or whatever has room."""
    used: dict[int, float] = {}
    for want in wants:
        hosts = [s for s in room.stands if s.want.model is not None and s.want.model.top is not None]
        hosts.sort(key=lambda stand: _preference(stand, want, used.get(id(stand.want), 0.0)))
        alone = want.item.count <= sum(host.want.at == "wall" for host in hosts)
        placed = next(
            (s for s in (_on_top(host, want, used, alone=alone) for host in hosts) if s is not None), None
        )
        if placed is not None:
            room.stands.append(placed)
            continue
        if not (_set_up(room, want, used) if _needs_table(want) else _on_floor(room, want)):
            return False
    return True


def _needs_table(want: Want) -> bool:
    """Whether it would look lost on the floor: not so animals, and toys that have no model."""
    return want.model is not None and not want.model.flag("walks")


def _on_floor(room: Room, want: Want) -> bool:
    spot = free_spot(room, want, 0.05)
    if spot is not None:
        room.put(want, *spot)
    return spot is not None


def _set_up(room: Room, want: Want, used: dict[int, float]) -> bool:
    """A table for what has none to stand on."""
    computer = want.model is not None and want.model.name == "computer"
    helper = own("desk" if computer else "coffee-table", 1, first=9 + len(room.stands))[0]
    spot = free_spot(room, helper, 0.1)
    if spot is None:
        return False
    made = _on_top(room.put(helper, *spot), want, used, alone=True)
    room.stands += [made] if made is not None else []
    return made is not None


def _preference(stand: Stand, want: Want, used: float) -> tuple[bool, float, int]:
    """Hosts in order: what the prompt says, then desks that bear nothing of the kind."""
    assert stand.want.model is not None
    named = want.item.target != "" and want.item.target == stand.want.item.id
    names = ("desk", "school-desk", "nightstand", "shop-counter", "table", "round-table", "counter", "dresser")
    name = stand.want.model.name
    lamp = want.model is not None and want.model.name == "table-lamp" and name == "nightstand"
    rank = -1 if lamp else names.index(name) if name in names else 20
    return (not named, used, rank)


def _on_top(host: Stand, want: Want, used: dict[int, float], *, alone: bool) -> Stand | None:
    """The thing on the next free stretch of the surface, from its left end; a single computer in its middle."""
    assert host.want.model is not None
    top = host.want.model.top
    assert top is not None
    named = want.item.target == host.want.item.id
    length, across = host.want.model.width, host.want.model.depth
    width, depth = want.footprint()
    start = used.get(id(host.want), 0.0)
    if host.want.model.name == "bed":
        if not named:
            return None
        u, v = (length - width) / 2, across * 0.5
    elif start + width > length + 0.05 or depth > across + 0.1:
        return None
    else:
        free = length - start - width
        u = start + min(
            free / 2 if alone and want.model is not None and want.model.name == "computer" else EDGE, max(0, free)
        )
        v = max(0.0, min(0.1, across - depth))
        if host.want.at == "middle":
            v = max(0.0, (across - depth) / 2)
    used[id(host.want)] = u + width + 0.01
    x, y = (u, v) if host.quarter % 2 == 0 else (v, u)
    return Stand(want, host.x + x, host.y + y, host.z + top, host.quarter)
