"""The one light of a picture, from time, weather and season; the numbers are in light.toml and nature.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, from_oklch, mix, multiply, shift, to_oklch
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.scene import Scene, Season, TimeOfDay, Weather

SUNNY = "sunny"
"""The mood of a scene that is to show the sun, or the moon, in an open sky."""
Sky = tuple[Colour, Colour, Colour, Colour]


@dataclass(frozen=True, slots=True)
class Nature:
    """Colours of what grows in a season, under white light."""

    grass_far: Colour
    grass: Colour
    grass_near: Colour
    soil: Colour
    leaves: tuple[Colour, ...]
    conifer: Colour
    bush: Colour
    flowers: tuple[Colour, ...]
    crop: tuple[Colour, ...]


@dataclass(frozen=True, slots=True)
class Air:
    """Everything between the viewer and the far end of the scene."""

    time: TimeOfDay
    weather: Weather
    season: Season
    light: Light
    sky: Sky
    """From the zenith to the horizon."""
    sun: Colour
    """Colour of the sun's or moon's glow."""
    cover: float
    """Share of the sky under clouds, 0..1."""
    thickness: float
    """1 is clear air; 3 is fog."""
    wet: float
    """How much the ground shines, 0..1."""
    stars: float
    snow: bool
    """Whether snow lies on things."""
    nature: Nature
    disc: bool = True
    """Whether the sun or the moon stands inside the picture."""
    clouds: str = "heaps"
    """The family of clouds: a name of `clouds.FAMILIES`."""

    @property
    def snow_colour(self) -> Colour:
        """Lit snow under this light."""
        return multiply(Colour.of("#f4f8fd"), mix(self.light.ambient, WHITE, 0.08))


_SINGLE = ("grass_far", "grass", "grass_near", "soil", "conifer", "bush")


@cache
def _data(file: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath(file).read_text("utf-8")
    return tomllib.loads(text)


@cache
def nature_of(season: Season) -> Nature:
    """The colours of a season."""
    row = _data("nature.toml")[season]
    one = {key: Colour.of(row[key]) for key in _SINGLE}
    leaves, flowers, crop = (tuple(Colour.of(text) for text in row[key]) for key in ("leaves", "flowers", "crop"))
    return Nature(leaves=leaves, flowers=flowers, crop=crop, **one)


def _under(nature: Nature, land: Sequence[float]) -> Nature:
    """What grows, as a colour script has it; snow stays as it is."""
    if nature == nature_of("winter"):
        return nature
    hue, chroma, lightness = land

    def turned(colour: Colour, share: float = 1.0) -> Colour:
        return shift(colour, hue=hue * share, chroma=1 + (chroma - 1) * share, lightness=lightness * share)

    return replace(
        nature,
        grass_far=turned(nature.grass_far),
        grass=turned(nature.grass),
        grass_near=turned(nature.grass_near),
        bush=turned(nature.bush),
        conifer=turned(nature.conifer, 0.7),
        leaves=tuple(turned(leaf, 0.7) for leaf in nature.leaves),
    )


def _overcast(colour: Colour, level: float, grey: float, dim: float) -> Colour:
    """A sky colour under weather: drawn to one lightness, less colourful, darker."""
    lightness, chroma, hue = to_oklch(colour)
    lightness += (level - lightness) * grey * 0.75
    return from_oklch(max(0.04, lightness * (1 - dim)), chroma * (1 - 0.82 * grey), hue)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the seed chooses of the light."""

    script: int
    """Which of the colour scripts of the time of day."""
    x: float
    disc: bool
    clouds: str


@lru_cache(maxsize=512)
def _air(time: TimeOfDay, weather: Weather, season: Season, look: _Look) -> Air:
    row, change = scripts(time)[look.script], _data("light.toml")["weather"][weather]
    grey, dim = change["grey"], change["dim"]
    clear = [Colour.of(text) for text in row["sky"]]
    level = to_oklch(clear[3])[0] * 0.62 + to_oklch(clear[1])[0] * 0.38
    slope = change["contrast"]
    zenith, high, low, horizon = (
        _overcast(colour, level + slope * (place / 3 - 0.5), grey, dim) for place, colour in enumerate(clear)
    )
    ambient = _overcast(Colour.of(row["ambient"]), to_oklch(Colour.of(row["ambient"]))[0], grey * 0.8, dim * 0.6)
    light = Light(
        x=look.x,
        height=row["height"],
        key=_overcast(Colour.of(row["key"]), level, grey * 0.6, dim),
        ambient=ambient,
        shadow=Colour.of(row["shadow"]),
        shadow_strength=row["shadow_strength"] * change["shadow"],
        haze=mix(_overcast(Colour.of(row["haze"]), level, grey, dim), horizon, 0.35),
        darkness=min(1.0, row["darkness"] + 0.5 * dim),
    )
    return Air(
        time=time,
        weather=weather,
        season=season,
        light=light,
        sky=(zenith, high, low, horizon),
        sun=_overcast(Colour.of(row["glow"]), level, grey * 0.7, dim),
        cover=change["cover"],
        thickness=change["haze"],
        wet=change["wet"],
        stars=row["stars"] * (1 - change["cover"] * 0.9),
        snow=weather == "snow" or season == "winter",
        nature=_under(nature_of("winter" if weather == "snow" else season), row["land"]),
        disc=look.disc,
        clouds=look.clouds,
    )


def scripts(time: TimeOfDay) -> list[dict[str, Any]]:
    """The colour scripts of a time of day."""
    found: list[dict[str, Any]] = _data("light.toml")["time"][time]
    return found


@lru_cache(maxsize=512)
def _look(time: TimeOfDay, seed: int, place: str, mood: str) -> _Look:
    """The look of a time of day in a place under a seed: a script that its mood asks for, or any."""
    chance, rows = Chance(seed).fork("light", place), scripts(time)
    side = chance.choice((1.0, -1.0))
    wanted = [index for index, row in enumerate(rows) if mood in row["moods"]]
    script = chance.fork("script").choice(wanted or range(len(rows)))
    row = rows[script]
    # A few places only, so that airs are few enough to be remembered.
    x = round(chance.fork("x").uniform(*row["x"]) * 20) / 20
    disc = mood == SUNNY or chance.fork("disc").random() < row["sun"]
    return _Look(script, x * side, disc, chance.fork("clouds").choice(row["clouds"]))


def air_of(scene: Scene) -> Air:
    """The air of a scene. Seed and place decide about its colours and its side; without a season it is summer."""
    season: Season = scene.season or ("winter" if scene.weather == "snow" else "summer")
    return _air(scene.time, scene.weather, season, _look(scene.time, scene.seed, scene.backdrop, scene.mood))


def indoors(light: Light, warmth: float = 0.75) -> Light:
    """The light inside a house: softer than outside, and lamps are lit when it is dark."""
    lamp = Colour.of("#ffe2b4")
    glow = light.darkness * warmth
    return Light(
        x=light.x,
        height=0.6,
        key=mix(light.key, lamp, 0.4 + 0.6 * glow),
        ambient=mix(mix(light.ambient, WHITE, 0.5), Colour.of("#e9bd8c"), glow),
        shadow=Colour.of("#1d0f0a"),
        shadow_strength=0.32,
        haze=mix(light.haze, Colour.of("#f2e4d0"), 0.7),
        darkness=light.darkness * 0.6,
    )
