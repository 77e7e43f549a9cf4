"""Chairs before desks and around tables, and the people who sit on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aquatint.engines.composer.graphics.isometric.floor import SEATS_AT, Box, Room, free_spot
from aquatint.engines.composer.graphics.isometric.stands import Want

TUCK = 0.04
"""Between a chair and its table, in metres."""


def seats(room: Room, wants: Sequence[Want]) -> bool:
    """Chairs before desks and around tables, facing them; others stand free."""
    places = list(_places_at(room))
    for want in wants:
        width, depth = want.footprint()
        found = next((p for p in places if room.fits(_chair_box(p, width, depth)) or p[3]), None)
        if found is not None:
            places.remove(found)
            a, b, *_ = _chair_box(found, width, depth)
            room.put(want, a, b, found[2])
            continue
        spot = free_spot(room, want, 0.1)
        if spot is None:
            return False
        room.put(want, *spot, quarter=0)
    return True


def _chair_box(place: tuple[float, float, int, bool], width: float, depth: float) -> Box:
    x, y, quarter, _ = place
    if quarter == 2:
        return (x - width / 2, y, x + width / 2, y + depth)
    if quarter == 3:
        return (x, y - width / 2, x + depth, y + width / 2)
    if quarter == 0:
        return (x - width / 2, y - depth, x + width / 2, y)
    return (x - depth, y - width / 2, x, y + width / 2)


def _places_at(room: Room) -> Iterator[tuple[float, float, int, bool]]:
    """Where chairs stand: the middle of their front edge, which way they face, and whether the place is theirs.

    Each desk has one before those at tables.
    """
    hosts = [stand for stand in room.stands if stand.want.model is not None and stand.want.model.name in SEATS_AT]
    desks = [stand for stand in hosts if stand.want.model is not None and "desk" in stand.want.model.name]
    for stand in desks:
        (a, b, _), (c, d, _) = stand.bounds
        yield ((c + TUCK, (b + d) / 2, 3, True) if stand.quarter == 1 else ((a + c) / 2, d + TUCK, 2, True))
    tables = [
        stand for stand in hosts if stand not in desks and stand.want.model and stand.want.model.at != "wall"
    ]
    for side in (1, 3, 0, 2):
        for stand in tables:
            (a, b, _), (c, d, _) = stand.bounds
            middle = ((a + c) / 2, (b + d) / 2)
            yield {
                1: (a - TUCK, middle[1], 1, False),
                3: (c + TUCK, middle[1], 3, False),
                0: (middle[0], b - TUCK, 0, False),
                2: (middle[0], d + TUCK, 2, False),
            }[side]


def sit(room: Room, wants: Sequence[Want]) -> bool:
    """People on the chairs, and on armchairs and sofas when there are no others."""
    order = {"seat": 0, "wall": 1}
    seats = [s for s in room.stands if s.want.model is not None and s.want.model.entry.get("seat")]
    seats.sort(key=lambda stand: order.get(stand.want.at, 2))
    for want in wants:
        free = next((s for s in seats if s.rider is None), None)
        if free is None:
            return False
        seats.remove(free)
        room.stands[room.stands.index(free)] = free.with_rider(want)
    return True
