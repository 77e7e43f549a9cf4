"""What hides what, as it is seen from the front corner."""

from __future__ import annotations

Box = tuple[float, float, float, float]
"""Low x, low y, high x, high y on the ground, in metres."""
SLACK = 0.25
"""Metres by which something may be covered from the side and still be seen."""


def hides(box: Box, top: float, other: Box, height: float) -> bool:
    """Whether something of that footprint and height covers the middle of another thing behind it."""
    a, b, c, d = box
    p, q, s, t = other
    x, y = (p + s) / 2, (q + t) / 2
    across = x - y
    reach = ((s - p) + (t - q)) / 5 - SLACK
    if not a - d - reach < across < c - b + reach:
        return False
    back = max(2 * a - across, 2 * b + across)
    behind = x + y <= back + 0.2
    return behind and (x + y - height) / 2 > back / 2 - top * 0.9
