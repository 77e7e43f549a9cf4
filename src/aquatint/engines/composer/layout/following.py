"""Things that go after another one, along it, or lean on it."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer.layout.attachment import STEP, Attachment, at_host
from aquatint.engines.composer.layout.carrying import true_height
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.tables import table

IN_STEP = 0.95
"""Distance of those who follow each other, in their widths."""
MOST_IN_FILE = 8
"""So many go one behind the other; more go in two files."""
REACH = 0.74
"""How far up a thing reaches what leans on it so that one gets up: a ladder."""
LEAN = 9.0
"""Degrees by which a leaning thing is off the upright."""


def follow(bond: Attachment) -> list[Placement]:
    """A file behind the target, the way that it comes from."""
    host, box = bond.host(0), bond.spread()
    most = max(true_height(bond, host), 0.3 * host.height)
    height = min(bond.ruler.height(bond.item) * bond.perspective(), most)
    files = 2 if bond.count > MOST_IN_FILE else 1
    in_file = -(-bond.count // files)
    way = 1.0 if host.flip else -1.0
    width = bond.ruler.stage.size.width
    room = (box.left if way > 0 else width - box.right) - 0.03 * 1000 * bond.ruler.stage.unit
    pitch = IN_STEP * height * bond.aspect
    squeeze = min(1.0, max(0.3, room / max(1.0, (in_file + 0.1) * pitch)))
    found = []
    for instance in range(bond.count):
        one = bond.chance.fork("step", instance)
        place, file = instance // files, instance % files
        out = (place + 0.6 + one.uniform(-0.06, 0.06) + 0.3 * file) * pitch * squeeze
        x = box.left - out if way > 0 else box.right + out
        size = height * min(1.0, squeeze * 1.25) * one.uniform(0.95, 1.05)
        y = box.bottom - (0.12 * height if file else 0.0) + one.uniform(-0.03, 0.05) * height
        placed = at_host(bond, instance, (x, y), size, STEP * (2 - 4 * file) - STEP * place * 0.1)
        found.append(
            replace(placed, shadow=host.shadow, flip=host.flip, waterline=None if host.waterline is None else y)
        )  # fmt: skip
    return found


def go_along(bond: Attachment) -> list[Placement]:
    """In a row before the target, from end to end of it."""
    box, host = bond.spread(), bond.host(0)
    height = min(bond.ruler.height(bond.item) * bond.perspective(), 1.6 * host.height)
    near = bond.ruler.stage.ground[1]
    found = []
    for instance in range(bond.count):
        part = (instance + 0.5) / bond.count
        y = min(near, box.bottom + 0.08 * height)
        placed = at_host(bond, instance, (box.left + part * box.width, y), height, 0.05 + STEP)
        found.append(replace(placed, shadow=host.shadow))
    return found


def lean(bond: Attachment) -> list[Placement]:
    """At the side of the target, turned towards it; on a wide one in front of it."""
    found = []
    for instance in range(bond.count):
        host, box = bond.host(instance), bond.box(instance)
        height = min(bond.ruler.height(bond.item) * bond.perspective(), 1.5 * host.height)
        if bond.item.noun in table("words/postures")["reaching"]["names"]:
            height = max(height, REACH * host.height)
        width = height * bond.aspect
        wide = box.width > 1.15 * width
        side = bond.chance.fork("lean").choice((-1.0, 1.0))
        if wide:
            x = (box.left + box.right) / 2 + side * 0.22 * box.width
        else:
            edge = box.right if side > 0 else box.left
            x = edge + side * (0.36 * width - 0.1 * box.width)
        y = box.bottom + 0.03 * height
        placed = at_host(bond, instance, (x, y), height, STEP)
        turn = 0.0 if wide and bond.aspect > 1 else -side * LEAN
        found.append(replace(placed, rotation=turn, shadow=host.shadow, flip=side > 0))
    return found
