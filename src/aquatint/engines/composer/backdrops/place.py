"""What a backdrop is, and the frame that all places share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Protocol

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.light import Air, air_of, indoors
from aquatint.engines.composer.backdrops.weather import fall
from aquatint.engines.composer.drawing.brush import ink
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.stage import Floor, Light, Stage, Turf
from aquatint.engines.composer.scene import Camera, Scene
from aquatint.sizes import Size


class Backdrop(Protocol):
    """A place: it makes the stage of a scene and paints what lies behind and before the items."""

    name: str

    def stage(self, scene: Scene, size: Size) -> Stage:
        """Geometry and light for a picture of that size."""

    def paint(self, canvas: Any, stage: Stage, scene: Scene, chance: Chance) -> None:
        """Sky, far, middle and ground: all that lies behind the items. Covers the canvas."""

    def paint_front(self, canvas: Any, stage: Stage, scene: Scene, chance: Chance) -> None:
        """What lies before the items: a frame of leaves, falling weather; may be nothing."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where things are in a place, as fractions of the picture's height, and how large."""

    horizon: float = 0.55
    ground: tuple[float, float] = (0.66, 0.92)
    sky: tuple[float, float] = (0.06, 0.42)
    floor: Floor = "ground"
    metre: float = 0.26
    """A metre at the middle of the ground, in shorter sides."""
    clear: tuple[float, float] = (0.08, 0.92)
    water: tuple[float, float] | None = None
    """Water behind the ground, or above it."""
    tilts: bool = True
    """Whether the camera (low, aerial) moves the horizon."""


CAMERA_TILT: dict[Camera, float] = {"eye": 0.0, "close": 0.1, "wide": -0.02, "low": 0.1, "aerial": -0.16}
"""How far the camera moves horizon and far edge of the ground, in fractions of the height."""
CAMERA_ZOOM: dict[Camera, float] = {"eye": 1.0, "close": 1.7, "wide": 0.6, "low": 1.15, "aerial": 0.5}


class Place(ABC):
    """A backdrop drawn on an `Easel`. Subclasses say where things are (``geometry``) and paint."""

    name: str
    geometry = Geometry()
    own_compositions = 1
    """How many compositions it has by itself."""
    turfed = False
    """Whether grass, or in winter snow, covers the ground on which things stand."""
    inside = False
    """Whether a roof keeps the weather out."""

    def air(self, scene: Scene) -> Air:
        """The air of a scene in this place."""
        return air_of(scene)

    def light(self, air: Air) -> Light:
        """The light in which things stand here."""
        return indoors(air.light) if self.inside else air.light

    def plan(self, scene: Scene) -> Geometry:
        """Where things are in a scene of this place."""
        return self.geometry

    def stage(self, scene: Scene, size: Size) -> Stage:
        """Geometry and light for a picture of that size."""
        plan, height = self.plan(scene), size.height
        tilt = CAMERA_TILT[scene.camera] if plan.tilts else 0.0
        far = min(plan.ground[1] - 0.05, plan.ground[0] + tilt)
        air = self.air(scene)
        light = self.light(air)
        return Stage(
            size=size,
            light=light,
            horizon=(plan.horizon + tilt) * height,
            ground=(far * height, plan.ground[1] * height),
            floor=plan.floor,
            metre=plan.metre * CAMERA_ZOOM[scene.camera] * min(size.width, size.height),
            sky=(plan.sky[0] * height, max(plan.sky[0] + 0.05, plan.sky[1] + tilt) * height),
            clear=plan.clear,
            turf=Turf(air.nature.grass, air.nature.grass_near, snow=air.snow) if self.turfed else None,
            water=plan.water and ((plan.water[0] + tilt) * height, (plan.water[1] + tilt) * height),
        )

    def paint(self, canvas: Any, stage: Stage, scene: Scene, chance: Chance) -> None:
        """Sky, far, middle and ground."""
        canvas.drawColor(ink(stage.light.haze))
        self.back(Easel(canvas, stage, self.air(scene), scene, chance.fork(self.name)))

    def paint_front(self, canvas: Any, stage: Stage, scene: Scene, chance: Chance) -> None:
        """The frame in front, then falling weather."""
        easel = Easel(canvas, stage, self.air(scene), scene, chance.fork(self.name, "front"))
        self.front(easel)
        if not self.inside:
            fall(easel.fork("weather"))

    @abstractmethod
    def back(self, easel: Easel) -> None:
        """Paint everything behind the items."""

    def front(self, easel: Easel) -> None:  # noqa: B027 - most places have nothing in front
        """Paint what frames the items from the front."""
