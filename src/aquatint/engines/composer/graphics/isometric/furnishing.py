"""Furnishing a room: along the walls, on the walls, in rows, in the middle, in the corners."""

from __future__ import annotations

import math
from collections.abc import Sequence

from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.isometric.floor import (
    SEATS_AT,
    WALL,
    Plan,
    Room,
    free_spot,
    is_table,
    steps,
)
from aquatint.engines.composer.graphics.isometric.rooms import contents, sits
from aquatint.engines.composer.graphics.isometric.seating import seats, sit
from aquatint.engines.composer.graphics.isometric.stands import Stand, Want
from aquatint.engines.composer.graphics.isometric.tops import on_tops
from aquatint.engines.composer.scene import Scene

LEAST, GROW, TRIES = 3.2, 1.08, 90
"""Side of the smallest room in metres, what each try multiplies one side with, how many tries there are."""
GAP, AISLE = 0.14, 0.3
"""Between pieces at a wall, and around what stands free."""
TUCK = 0.04
"""Between a piece and the wall behind it."""


def furnish(scene: Scene, name: str, wants: Sequence[Want]) -> Plan:
    """The smallest room in which everything has its place; what has none at last is left out if nobody asked."""
    held = contents(scene, name, wants)
    area = sum(w * d for w, d in (want.footprint() for want in held if want.at not in ("hang", "top", "floor")))
    side = max(LEAST, math.sqrt(1.2 * area))
    for attempt in range(TRIES):
        width, depth = side * GROW ** (attempt - attempt // 2), side * GROW ** (attempt // 2)
        room = Room(width, depth)
        if data("models")["rooms"][name].get("rails"):
            room.depth = depth + 2.6
            room.taken.append((0, depth - 0.2, width, depth + 2.6))
        if _arrange(room, held):
            break
    return Plan(room.width, room.depth, tuple(room.stands), name)


def _arrange(room: Room, wants: Sequence[Want]) -> bool:
    """Put everything in its place. False when something that is needed finds none."""
    groups: dict[str, list[Want]] = {}
    for want in wants:
        groups.setdefault("sit" if sits(want) else want.at or "middle", []).append(want)
    desks = sum(want.model is not None and want.model.name == "desk" for want in wants)
    if desks > 3:
        groups["rank"] = groups.get("rank", []) + [w for w in groups["wall"] if w.model and w.model.name == "desk"]
        groups["wall"] = [w for w in groups["wall"] if w.model and w.model.name != "desk"]
    done = _along_walls(room, groups.get("wall", []))
    done = _hang(room, groups.get("hang", [])) and done
    done = _in_ranks(room, groups.get("rank", [])) and done
    done = _tables(room, groups.get("middle", [])) and done
    done = seats(room, groups.get("seat", [])) and done
    done = sit(room, groups.get("sit", [])) and done
    done = _free(room, [w for w in groups.get("middle", []) if not is_table(w)]) and done
    done = _corners(room, groups.get("corner", [])) and done
    done = on_tops(room, groups.get("top", [])) and done
    _lay(room, groups.get("floor", []))
    return done


def _along_walls(room: Room, wants: Sequence[Want]) -> bool:
    """Tall pieces from the corner on, then low ones, on the wall that has more room left."""
    x, y = GAP, GAP
    for want in sorted(wants, key=lambda want: -(want.height > 1.4)):
        reach = 0.75 if is_table(want) else 0.0
        width, depth = want.footprint()
        on_right = (room.width - x) - width >= (room.depth - y) - width
        if on_right and x + width <= room.width and room.fits((x, TUCK, x + width, TUCK + depth + reach)):
            room.put(want, x, TUCK)
            room.taken.append((x, TUCK, x + width, TUCK + depth + max(reach, 0.35)))
            room.hung.append((0, x, x + width, want.height))
            if y == GAP:
                y = TUCK + depth + reach + AISLE
            x += width + gap(want)
            continue
        spot = next(
            (s for s in steps(y, room.depth - width) if room.fits((TUCK, s, TUCK + depth + reach, s + width))),
            None,
        )
        if spot is None:
            return False
        room.put(want, TUCK, spot, quarter=1)
        room.taken.append((TUCK, spot, TUCK + depth + max(reach, 0.35), spot + width))
        room.hung.append((1, spot, spot + width, want.height))
        if x == GAP and spot < 1.5:
            x = TUCK + depth + reach + AISLE
        y = spot + width + gap(want)
    return True


def gap(want: Want) -> float:
    """What is fitted stands side by side."""
    fitted = want.model is not None and (want.model.entry.get("suite") or want.model.flag("fitted"))
    return 0.01 if fitted else GAP


def _hang(room: Room, wants: Sequence[Want]) -> bool:
    """Things on the wall: where no furniture stands so high, nearest the middle of the freer wall."""
    done = True
    for want in sorted(wants, key=lambda want: (not want.asked, -want.height)):
        assert want.model is not None
        width, rise = want.model.width, float(want.model.entry["from"])
        spots = [
            (
                abs(s + width / 2 - length * (0.85 if rise == 0 else 0.5))
                + 0.8 * (wall == (0 if rise == 0 else 1)),
                wall,
                s,
            )
            for wall, length in ((0, room.width), (1, room.depth))
            for s in steps(0.25, length - width - 0.2)
            if _wall_free(room, wall, s - 0.08, s + width + 0.08, rise)
        ]
        if not spots:
            done = done and not want.asked
            continue
        _, wall, s = min(spots)
        stand = Stand(want, s if wall == 0 else 0.0, 0.0 if wall == 0 else s, rise, wall)
        room.stands.append(stand)
        room.hung.append((wall, s, s + width, WALL))
        if rise == 0:
            (a, b, _), (c, d, _) = stand.bounds
            room.taken.append((a, b, c + (0.7 if wall else 0), d + (0 if wall else 0.7)))
    return done


def _wall_free(room: Room, wall: int, start: float, end: float, rise: float) -> bool:
    return not any(w == wall and start < b and a < end and high > rise for w, a, b, high in room.hung)


def _in_ranks(room: Room, wants: Sequence[Want]) -> bool:
    """Equal things in rows: desks of a class, racks of servers."""
    if not wants:
        return True
    width, depth = wants[0].footprint()
    back = 0.8 if is_table(wants[0]) else 0.55
    start = max([box[3] for box in room.taken if box[1] < 0.2 and box[2] > 1.0] or [0.2]) + 0.35
    left = max([box[2] for box in room.taken if box[0] < 0.2 and box[3] > start] or [0.2]) + 0.3
    x, y = left, start
    for want in wants:
        if x + width > room.width - 0.2:
            x, y = left, y + depth + back
        if y + depth + (back if is_table(want) else 0.1) > room.depth:
            return False
        room.put(want, x, y)
        x += width + 0.4
    return True


def _tables(room: Room, wants: Sequence[Want]) -> bool:
    for want in [want for want in wants if is_table(want)]:
        chairs = want.model is not None and want.model.name in SEATS_AT
        spot = free_spot(room, want, 0.62 if chairs else AISLE)
        if spot is None:
            return False
        room.put(want, *spot)
    return True


def _free(room: Room, wants: Sequence[Want]) -> bool:
    for want in wants:
        spot = free_spot(room, want, 0.1)
        if spot is None:
            return False
        room.put(want, *spot, quarter=want.actor.instance % 2)
    return True


def _corners(room: Room, wants: Sequence[Want]) -> bool:
    """Lamps and plants at the ends of the walls, and in the corner between them."""
    for want in wants:
        width, depth = want.footprint()
        ends = [(0.1, room.depth - depth - 0.1), (room.width - width - 0.1, 0.1), (0.1, 0.1)]
        ends += [(x, 0.1) for x in steps(0.1, room.width - width)]
        ends += [(0.1, y) for y in steps(0.1, room.depth - depth)]
        found = next((e for e in ends if room.fits((e[0], e[1], e[0] + width, e[1] + depth))), None)
        if found is None and want.asked:
            found = free_spot(room, want, 0.05)
        if found is not None:
            room.put(want, *found)
        elif want.asked:
            return False
    return True


def _lay(room: Room, wants: Sequence[Want]) -> None:
    """Rugs in the middle of the floor, beneath all."""
    left = max([box[2] for box in room.taken if box[0] < 0.1 and box[2] < room.width * 0.7] or [0.2])
    back = max([box[3] for box in room.taken if box[1] < 0.1 and box[3] < room.depth * 0.7] or [0.2])
    for index, want in enumerate(wants):
        width, depth = want.footprint()
        x = max(0.15, min(room.width - width - 0.15, (left + room.width - width) / 2 + 0.3 * index))
        y = max(0.15, min(room.depth - depth - 0.15, (back + room.depth - depth) / 2 + 0.3 * index))
        room.stands.insert(index, Stand(want, x, y))
