"""Close-ups: one subject that fills the picture, of people head and shoulders."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.desk import Desk
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import Item

FILLED, WIDEST = 0.8, 0.92
"""Shares of the picture's height and width that the subject takes."""
HEADROOM = 0.09
"""Room above a cropped subject, in heights of the picture."""
BUST = 0.54
"""Share of a standing person that a close-up shows."""
BROADEST = 1.15
"""Width of a cropped person in widths of the picture, at the most."""
LINE = 0.91
"""Where a whole subject stands, in heights of the picture."""


def is_close_up(desk: Desk) -> bool:
    """Whether the camera comes close to one thing that stands."""
    subject = desk.cast.subject
    return (
        desk.scene.camera == "close"
        and subject is not None
        and settled.planned_count(subject) == 1
        and subject.position is None
        and desk.kind(subject) == "ground"
    )


def close_up(desk: Desk, items: Sequence[Item]) -> list[Item]:
    """Place the subject large; gives the other items, which stand where room is left."""
    subject = desk.cast.subject
    assert subject is not None
    size, aspect = desk.stage.size, desk.measures.aspect(subject)
    side = desk.chance.fork("third").choice((0.46, 0.5, 0.54))
    flip = side < 0.5 or (side == 0.5 and desk.chance.fork("look").random() < 0.5)
    whole = group_of(subject) != "people"
    if whole:
        top = 1 + desk.cast.burdens.get(subject.id, 0.0)
        height = min(FILLED * size.height / top, WIDEST * size.width / aspect)
        y = size.height * (0.5 + LINE / 2) if height * top < 0.6 * size.height else LINE * size.height
        y = min(LINE * size.height, y)
    else:
        room = (1 - HEADROOM) * size.height / BUST
        height = min(room, BROADEST * size.width / aspect)
        y = HEADROOM * size.height + height
        desk.cropped = y > size.height
    shadow = whole and not desk.aloft
    desk.put([Placement(subject, 0, (side * size.width, y), height, 1.0, flip, shadow=shadow)])
    return [item for item in items if item is not subject]
