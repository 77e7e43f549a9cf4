"""Flow charts: boxes in layers, diamonds for questions, arrows with their answers; long chains run to and fro."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, fill, polygon, stroke
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.arrows import arrow
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.words import set_words, shared_size, width_of
from aquatint.engines.composer.graphics.page import centre
from aquatint.engines.composer.scene import Entry, Link
from aquatint.engines.composer.type import Face

DIAMONDS = ((0.5, 0.48), (0.62, 0.36), (0.72, 0.26))
"""Shares of a diamond's width and height that words may fill."""
CHAIN = 5
"""Entries of an unbranched chain above which it runs to and fro."""


@dataclass(frozen=True, slots=True)
class Node:
    """One box of the chart."""

    entry: Entry
    box: Box
    layer: int

    @property
    def question(self) -> bool:
        """Whether it is a diamond."""
        return self.entry.role == "question"


def _paint(board: Board) -> None:
    entries, links = board.sheet.entries, board.sheet.links
    if not entries:
        paint_empty(board)
        return
    links = [link for link in links if link.start < len(entries) and link.end < len(entries)]
    links = links or [Link(start=i, end=i + 1) for i in range(len(entries) - 1)]
    chain = all(link.end == link.start + 1 for link in links) and len(links) == len(entries) - 1
    if chain and (len(entries) > CHAIN or _square(board, len(entries))):
        nodes = _snake(board, entries)
    else:
        nodes = _layered(board, entries, _layers(len(entries), links))
    _paint_links(board, nodes, links, chain=chain)
    _paint_nodes(board, nodes, _ends(len(entries), links))


def _square(board: Board, count: int) -> bool:
    """Whether a single file of boxes would leave them too flat or too narrow."""
    body = board.body
    longer, shorter = max(body.width, body.height), min(body.width, body.height)
    return count > 3 and longer / count < shorter * 0.16


def _layers(count: int, links: Sequence[Link]) -> list[int]:
    """The layer of each entry: one below the lowest that points to it. Arrows back are left out of account."""
    layer = [0] * count
    forward = [link for link in links if link.start < link.end]
    for link in sorted(forward, key=lambda each: (each.end, each.start)):
        layer[link.end] = max(layer[link.end], layer[link.start] + 1)
    return layer


def _layered(board: Board, entries: Sequence[Entry], layer: Sequence[int]) -> list[Node]:
    """Layers from top to bottom, or from left to right on wide pages."""
    body = board.body
    down = body.height > body.width * 0.72
    depth = max(layer) + 1
    lane = board.measure * 0.03
    nodes = []
    for index, entry in enumerate(entries):
        mates = [i for i, each in enumerate(layer) if each == layer[index]]
        place, count = mates.index(index), len(mates)
        across = (body.width if down else body.height) - 2 * lane
        along = (body.height if down else body.width) / depth
        gap = min(along * 0.36, board.measure * 0.075)
        most = across * (0.74 if down else 0.62) if count == 1 else across / count - board.measure * 0.05
        wide = min(most, board.measure * 0.72) if down else most
        tall = along - gap
        question = 1.25 if entry.role == "question" else 1.0
        if down:
            x = body.x + lane + across * (place + 0.5) / count
            height = min(tall, board.measure * 0.24 * question)
            wide = min(wide * question, across / count - board.measure * 0.02)
            y = body.y + along * layer[index] + (along - height) / 2
            box = Box(x - wide / 2, y, wide, height)
        else:
            y = body.y + lane + across * (place + 0.5) / count
            height = min(wide, board.measure * 0.42)
            box = Box(body.x + along * layer[index] + gap / 2, y - height / 2, tall, height)
        nodes.append(Node(entry, box, layer[index]))
    return nodes


def _snake(board: Board, entries: Sequence[Entry]) -> list[Node]:
    """Rows that run to and fro, so that each arrow is short."""
    body, count = board.body, len(entries)
    columns = max(range(1, count + 1), key=lambda n: _fitness(n, count, body))
    rows = math.ceil(count / columns)
    gap = board.measure * 0.075
    width = (body.width - gap * (columns - 1)) / columns
    height = (body.height - gap * (rows - 1)) / rows
    nodes = []
    for index, entry in enumerate(entries):
        row, column = divmod(index, columns)
        column = columns - 1 - column if row % 2 else column
        tall = min(height, width * 0.75)
        y = body.y + row * (height + gap) + (height - tall) / 2
        nodes.append(Node(entry, Box(body.x + column * (width + gap), y, width, tall), row))
    return nodes


def _fitness(columns: int, count: int, body: Box) -> float:
    rows = math.ceil(count / columns)
    aspect = (body.width / columns) / (body.height / rows)
    return -abs(math.log(aspect / 1.5)) - 0.12 * (rows * columns - count)


def _fits(node: Node, share: tuple[float, float], face: Face) -> float:
    """The type size at which the node's words fit a share of its box."""
    room = (node.box.width * share[0], node.box.height * share[1])
    return shared_size([(node.entry.label, room)], face, node.box.height)


def _words_box(node: Node, face: Face) -> Box:
    """The room of the words inside a box or a diamond."""
    x, y, width, height = node.box
    shares = DIAMONDS if node.question else ((0.86, 0.8),)
    share = max(shares, key=lambda each: _fits(node, each, face))
    return Box(
        x + width * (1 - share[0]) / 2, y + height * (1 - share[1]) / 2, width * share[0], height * share[1]
    )


def _ends(count: int, links: Sequence[Link]) -> set[int]:
    """Where the flow begins and where it stops: boxes without an arrow to them, or from them."""
    starts, stops = {link.start for link in links}, {link.end for link in links}
    return {index for index in range(count) if index not in starts or index not in stops}


def _paint_nodes(board: Board, nodes: Sequence[Node], ends: set[int]) -> None:
    face = board.voice.strong
    rooms = [_rooms(board, node) for node in nodes]
    words = [(node.entry.label, (room.width, room.height)) for node, (room, _) in zip(nodes, rooms, strict=True)]
    size = shared_size(words, face, board.label_size * 1.25)
    filled = board.chance.fork("boxes").choice([True, False])
    for index, (node, (room, picture)) in enumerate(zip(nodes, rooms, strict=True)):
        strong = node.question or (filled and index in ends)
        field = board.theme.accent if node.question else board.theme.band if strong else board.theme.panel
        _paint_shape(board, node, field, outlined=not strong, round_ends=index in ends)
        ink = board.theme.on(field) if strong else board.theme.ink
        set_words(board.page, node.entry.label, face, size, room, ink)
        if picture is not None:
            board.picture(node.entry.art, picture, f"{index}")


def _rooms(board: Board, node: Node) -> tuple[Box, Box | None]:
    """The room of the words, and of the picture on their left or above them."""
    room = _words_box(node, board.voice.strong)
    if not node.entry.art or node.question or room.height < board.measure * 0.05:
        return room, None
    if room.height > room.width * 0.62:
        side = room.height * 0.5
        return room._replace(y=room.y + side, height=room.height - side), room._replace(height=side * 0.92)
    side = min(room.height, room.width * 0.26)
    return (
        Box(room.x + side * 1.15, room.y, room.width - side * 1.15, room.height),
        Box(room.x, room.y + (room.height - side) / 2, side, side),
    )


def _paint_shape(board: Board, node: Node, field: Colour, *, outlined: bool, round_ends: bool) -> None:
    page, box, theme = board.page, node.box, board.theme
    if node.question:
        page.path(_diamond(box), fill(field))
        return
    radius = min(box.height / 2, board.measure * 0.05) if round_ends else board.measure * 0.012
    page.rectangle(box, fill(field), radius)
    if outlined:
        page.rectangle(box, stroke(theme.band if not theme.dark else theme.rule, 3 * board.unit), radius)


def _diamond(box: Box) -> object:
    x, y = centre(box)
    return polygon([(x, box.y), (box.x + box.width, y), (x, box.y + box.height), (box.x, y)])


def _paint_links(board: Board, nodes: Sequence[Node], links: Sequence[Link], *, chain: bool) -> None:
    colour = board.theme.muted
    lanes = 0
    for link in links:
        start, end = nodes[link.start], nodes[link.end]
        near = chain or end.layer == start.layer + 1
        points = _between(start.box, end.box) if near else _around(board, start.box, end.box, lanes)
        lanes += 0 if near else 1
        arrow(board.page, points, colour)
        if link.label.strip():
            _paint_answer(board, points, link.label)


def _between(start: Box, end: Box) -> list[Point]:
    """From the side of one box that looks to the other, straight or with an elbow half way."""
    (x0, y0), (x1, y1) = centre(start), centre(end)
    below = end.y - (start.y + start.height)
    beside = max(end.x - (start.x + start.width), start.x - (end.x + end.width))
    if below > 0 and below >= beside:
        a, b = (x0, start.y + start.height), (x1, end.y)
        if abs(x0 - x1) < 1:
            return [a, b]
        middle = b[1] - below * 0.5
        return [a, (x0, middle), (x1, middle), b]
    side = 1 if x1 > x0 else -1
    a = (start.x + start.width if side > 0 else start.x, y0)
    b = (end.x if side > 0 else end.x + end.width, y1)
    if abs(y0 - y1) < 1:
        return [a, b]
    middle = (a[0] + b[0]) / 2
    return [a, (middle, y0), (middle, y1), b]


def _around(board: Board, start: Box, end: Box, lane: int) -> list[Point]:
    """Along the edge of the body, past the layers between."""
    body, step = board.body, board.measure * 0.014
    (x0, y0), (x1, y1) = centre(start), centre(end)
    if body.height > body.width * 0.72:
        right = x0 >= body.x + body.width / 2
        x = body.x + body.width - lane * step if right else body.x + lane * step
        a = (start.x + start.width if right else start.x, y0)
        b = (end.x + end.width if right else end.x, y1)
        return [a, (x, y0), (x, y1), b]
    low = y0 >= body.y + body.height / 2
    y = body.y + body.height - lane * step if low else body.y + lane * step
    a = (x0, start.y + start.height if low else start.y)
    b = (x1, end.y + end.height if low else end.y)
    return [a, (x0, y), (x1, y), b]


def _paint_answer(board: Board, points: Sequence[Point], label: str) -> None:
    """The answer on a field of ground, where its arrow begins or, with an elbow, on its level part."""
    (x0, y0), (x1, y1) = (points[0], points[1]) if len(points) == 2 else (points[1], points[2])
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    face = board.voice.text
    size = shared_size(
        [(label, (board.measure * 0.2, board.measure * 0.05))], face, board.label_size * 0.78, lines=1
    )
    width, body = width_of(label, face, size) + size * 0.7, board.body
    # The field may reach beyond the body by its own border, the word not.
    x = min(max(x, body.x + width / 2), body.x + body.width - width / 2)
    y = min(max(y, body.y + size * 0.75), body.y + body.height - size * 0.75)
    field = Box(x - width / 2, y - size * 0.75, width, size * 1.5)
    board.page.rectangle(field, fill(board.theme.ground), size * 0.3)
    set_words(board.page, label, face, size, field, board.theme.ink)


paint = board_layout(_paint)
