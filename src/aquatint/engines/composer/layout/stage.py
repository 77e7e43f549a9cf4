"""The stage on which a scene stands: its geometry and its one light. Backdrops make it, everyone obeys it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from aquatint.engines.composer.drawing.colour import WHITE, Colour
from aquatint.engines.composer.scene import Item
from aquatint.sizes import Size

Floor = Literal["ground", "water", "table", "air"]


@dataclass(frozen=True, slots=True)
class Light:
    """The one light of a picture. Sky, shading, shadows, fog and window glow all come from it."""

    x: float = -0.5
    """Where the key light comes from: -1 left, 0 behind the viewer, 1 right. Shadows fall the other way."""
    height: float = 0.7
    """0 at the horizon (long shadows), 1 overhead (short ones)."""
    key: Colour = WHITE
    """Colour of lit edges."""
    ambient: Colour = WHITE
    """What every surface is multiplied with."""
    shadow: Colour = Colour(0.06, 0.08, 0.18)
    shadow_strength: float = 0.35
    """Opacity of cast shadows, 0..1; overcast and night are low."""
    haze: Colour = Colour(0.87, 0.93, 0.96)
    """Where far things fade to: the sky at the horizon."""
    darkness: float = 0.0
    """0 full day .. 1 black night; lamps and windows glow from about 0.4."""


class Turf(NamedTuple):
    """Soft ground that comes up over feet: its colours far and near, under white light."""

    far: Colour
    near: Colour
    snow: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """Geometry in pixels of the final picture."""

    size: Size
    light: Light
    horizon: float
    """y of the horizon, even where it is hidden; far above the picture when the viewer looks straight down."""
    ground: tuple[float, float]
    """y of the farthest and the nearest place where a thing can stand."""
    floor: Floor = "ground"
    metre: float = 100.0
    """Pixels per metre at the middle of the ground band, before layouts compress differences of size."""
    sky: tuple[float, float] = (0.0, 0.0)
    """y band in which flying things belong."""
    clear: tuple[float, float] = (0.0, 1.0)
    """x band (fractions) that the backdrop leaves free for the subject."""
    water: tuple[float, float] | None = None
    """y band of water on a stage with firm ground (river, surf, above the bed of the sea): what swims is there."""
    phase: float | None = None
    """Where in the loop of an animation this is, 0..1 (1 is 0 again); None in a still picture."""

    outlook: bool = False
    """Whether the sky is seen from a table: through a large window."""
    perch: bool = False
    """Whether the ground is a bough or a rail: tails hang down beside it."""
    turf: Turf | None = None
    """Grass or snow on the ground, if it is soft."""

    @property
    def from_above(self) -> bool:
        """Whether the viewer looks straight down: nothing stands before anything, things lie side by side."""
        return self.horizon < 0

    @property
    def unit(self) -> float:
        """A thousandth of the shorter side: the measure for line widths, blurs and grains."""
        return min(self.size.width, self.size.height) / 1000


class Tether(NamedTuple):
    """A string from a hand to a thing in the air."""

    hand: tuple[float, float]
    """In pixels of the picture."""
    tie: tuple[float, float]
    """Where it is tied to the thing, as shares of the drawing's box."""
    stem: bool = False
    """Whether it is a green stem and no string."""


class Rim(NamedTuple):
    """The front edge of a vessel: what is in it is hidden below the arc from ``left`` to ``right``. Pixels."""

    left: float
    right: float
    y: float
    """Where the arc begins and ends."""
    dip: float
    """How far it hangs through in the middle."""


class Opening(NamedTuple):
    """A window or a doorway: what is in it is seen only inside. Pixels."""

    left: float
    top: float
    right: float
    bottom: float


class Hole(NamedTuple):
    """An oval in which what is behind is seen: a face between the legs of a child on the shoulders. Pixels."""

    left: float
    top: float
    right: float
    bottom: float


class Hoop(NamedTuple):
    """The near half of a ring, before which the drawing is not seen. Pixels."""

    left: float
    top: float
    right: float
    bottom: float
    thick: float
    """Of the ring, from its outer to its inner edge."""
    near_left: bool
    """Whether the left half is nearer to the viewer than what goes through."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One drawing in its place: it stands on ``foot`` and is ``height`` pixels tall."""

    item: Item
    instance: int
    """0 .. item.count - 1; randomness of this drawing forks by (item.id, instance)."""
    foot: tuple[float, float]
    """x of the middle and y of the lowest point, in pixels."""
    height: float
    depth: float
    """0 far .. 1 near; the order of painting (but sun, moon and clouds come first, with no haze before them), and
    how much haze lies before it (1 - depth)."""
    flip: bool = False
    """Mirrored: art faces left unless its lexicon entry says otherwise."""
    rotation: float = 0.0
    """Degrees clockwise about the middle."""
    shadow: bool = True
    """Whether it touches the ground and casts a shadow there."""
    behind_front: bool = field(default=False)
    """Whether the backdrop's foreground may cover it."""
    tether: Tether | None = None
    """The string that holds it, if one does."""
    cover: Rim | Opening | Hole | Hoop | None = None
    """What hides a part of it: the front of its vessel, the wall about a window."""
    waterline: float | None = None
    """y below which it is under water, in pixels; it is mirrored there."""
    ledge: bool = False
    """Whether it rests on another thing, on which it leaves a contact shadow."""
