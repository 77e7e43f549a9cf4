"""Plots of land in the open air: which there are, their roads and waters, and what belongs on which."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from aquatint.engines.composer.graphics.cues import count_said, data, said
from aquatint.engines.composer.graphics.isometric.models import floats
from aquatint.engines.composer.graphics.isometric.naming import is_snowy
from aquatint.engines.composer.graphics.isometric.stands import Stand, Want, listed
from aquatint.engines.composer.scene import Scene

Box = tuple[float, float, float, float]
"""Low x, low y, high x, high y on the ground, in metres."""
PLAIN = frozenset({"meadow", "studio", "table", "room", ""})
"""Places of the planner that stand for none that is named."""
WATERLINE = -0.18
"""Height of open water, in metres."""
SHORE = 0.7
"""Metres of sand and shallows around an island."""
WILD = frozenset({"farm", "forest", "meadow", "desert", "island", "river", "village", "park"})
"""Lands on which vehicles need no road."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A road, rails, a river or the sea, from one side of the plot to the other along x."""

    kind: str
    start: float
    end: float
    """Along y."""


@dataclass(slots=True)
class Plot:
    """A piece of land in the making, or done."""

    kind: str
    width: float
    depth: float
    strips: list[Strip] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    pads: list[Box] = field(default_factory=list)
    """Paved ground under buildings."""
    phases: tuple[float, ...] = ()
    """Of the coast of an island."""
    mirrored: bool = False

    def coast(self, angle: float) -> float:
        """Distance of the coast of an island from its middle, in metres."""
        wobble = sum(0.06 * math.sin((k + 2) * angle + phase) for k, phase in enumerate(self.phases))
        return 0.44 * min(self.width, self.depth) * (1 + wobble)

    def ground(self, x: float, y: float) -> str:
        """What the place is: "land", "sea", "beach" between them, or the kind of its strip."""
        if self.kind == "sea":
            return "sea"
        if self.kind == "island":
            dx, dy = x - self.width / 2, y - self.depth / 2
            beyond = math.hypot(dx, dy) - self.coast(math.atan2(dy, dx))
            return "land" if beyond < -0.25 else "sea" if beyond > SHORE else "beach"
        kinds = (strip.kind for strip in self.strips if strip.start <= y < strip.end)
        return next(kinds, "land")

    def fits(self, box: Box, ground: str, margin: float = 0.0) -> bool:
        """Whether the place is free, and all of it is such ground."""
        a, b, c, d = box
        if a < 0.15 or b < 0.15 or c > self.width - 0.15 or d > self.depth - 0.15:
            return False
        corners = ((a, b), (c, b), (a, d), (c, d))
        if ground != "any" and any(self.ground(x, y) != ground for x, y in corners):
            return False
        a, b, c, d = a - margin, b - margin, c + margin, d + margin
        return not any(a < s and p < c and b < t and q < d for p, q, s, t in self.taken)

    def put(self, want: Want, x: float, y: float, quarter: int) -> None:
        """Stand something there and take its place."""
        width, depth = want.footprint(quarter)
        afloat = self.kind in ("sea", "island") and floats(want.item.noun)
        self.stands.append(Stand(want, x, y, WATERLINE if afloat else 0.0, quarter))
        self.taken.append((x, y, x + width, y + depth))


def choose(scene: Scene, wants: Sequence[Want]) -> str:
    """The kind of land that the words and the place of the scene ask for."""
    lands = data("models")["lands"]
    words = said(scene)
    backdrop = "" if is_snowy(scene) else scene.backdrop
    scores = {name: count_said(words, phrases) + (backdrop in phrases) for name, phrases in lands.items()}
    if scores["island"] and count_said(words, ("island", "beach", "harbour", "harbor", "coast")):
        return "island"
    if wants and all(floats(want.item.noun) for want in wants) and not scores["river"]:
        return "sea"
    best = max(scores, key=lambda name: scores[name])
    if scores[best] == 0:
        plain = scene.backdrop in PLAIN
        if wants and plain and len({want.item.id for want in wants}) == 1 and not _is_scenic(wants[0]):
            return "plinth"
        return "plaza" if _is_urban(wants) else "meadow"
    return str(best)


def _is_scenic(want: Want) -> bool:
    """Whether a thing alone wants land around it."""
    model = want.model
    return floats(want.item.noun) or (model is not None and not model.at and not model.flag("vehicle"))


def _is_urban(wants: Sequence[Want]) -> bool:
    return any(
        w.model is not None
        and (w.model.flag("building") or w.model.flag("vehicle"))
        and w.model.name not in ("cabin", "windmill", "lighthouse", "castle", "barn", "house", "temple")
        for w in wants
    )


def features(scene: Scene, kind: str, wants: Sequence[Want]) -> list[Want]:
    """What the land has whatever is asked, and what it is furnished with when nothing is."""
    table, words = data("models")["features"], said(scene)
    entry = table.get(kind, {"always": [], "alone": []})
    names = list(entry["always"]) + (entry["alone"] if not wants else [])
    names += [name for name, named in data("models")["by-word"].items() if count_said(words, named)]
    held = {want.model.name for want in wants if want.model is not None}
    return [want for want in listed(names) if want.model is not None and want.model.name not in held]


def strip_for(kind: str, want: Want, wants: Sequence[Want]) -> str:
    """The ground that a thing belongs on."""
    if floats(want.item.noun):
        return "sea" if kind != "river" else "river"
    model = want.model
    if model is None:
        return "land"
    if model.name in ("train", "steam-train"):
        return "rails"
    if model.name == "bridge":
        return "bridge"
    if model.flag("vehicle") and model.name not in ("airplane", "helicopter", "ufo", "tractor"):
        alone = len({w.item.id for w in wants}) == 1 and len(wants) == 1
        return "land" if alone or kind in WILD else "road"
    return "land"


def middle(stand: Stand) -> tuple[float, float]:
    (a, b, _), (c, d, _) = stand.bounds
    return ((a + c) / 2, (b + d) / 2)
