"""The scene: everything a picture is, as data. The plan in a picture's metadata is a scene.

Scenes come from the planner, or from outside in the metadata of an uploaded picture, so every field is bounded
and `Scene.from_plan` validates. Positions are fractions of the picture: (0, 0) top left, (1, 1) bottom right.
Colours are "#rrggbb" in sRGB, or "" for the drawing's own.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

PLAN_VERSION = 1

Name = Annotated[str, Meta(max_length=80)]
Line = Annotated[str, Meta(max_length=400)]
HexColour = Annotated[str, Meta(pattern=r"^(#[0-9a-f]{6})?$")]
Fraction = Annotated[float, Meta(ge=-1.0, le=2.0)]

Share = Annotated[float, Meta(ge=0.0, le=1.0)]

TimeOfDay = Literal["dawn", "day", "dusk", "night"]
Weather = Literal["clear", "cloudy", "rain", "snow", "fog", "storm"]
Season = Literal["spring", "summer", "autumn", "winter"]
Camera = Literal["eye", "close", "wide", "aerial", "low"]
RelationName = Literal[
    "", "left of", "right of", "behind", "in front of", "on", "under", "above", "in", "beside", "between",
    "holding", "riding", "wearing", "around",
]  # fmt: skip
TextRole = Literal["title", "subtitle", "body", "caption", "sign", "name"]


class Item(Struct, kw_only=True, forbid_unknown_fields=True):
    """One kind of thing in the scene, ``count`` times."""

    id: Name
    """Stable within the scene: the noun and a number, "fox-1". Randomness and edits hang on it."""
    noun: Name
    """The lexicon's entry."""
    word: Name
    """What the prompt called it."""
    art: Name
    """What draws it: "noto:red-apple", "animal:fox", "person:". See `art.find`."""
    count: Annotated[int, Meta(ge=1, le=400)] = 1
    colour: HexColour = ""
    scale: Annotated[float, Meta(ge=0.05, le=20.0)] = 1.0
    """1 is the noun's natural size; "huge" and "tiny" change it."""
    relation: RelationName = ""
    target: Name = ""
    """The id of the item that ``relation`` refers to."""
    position: tuple[Fraction, Fraction] | None = None
    """Where the foot of the (first) drawing stands, if an edit moved it; else the layout decides."""
    spread: bool = False
    """Strewn over the ground: "a field of tulips", "confetti everywhere"."""
    attributes: Annotated[dict[Name, Name], Meta(max_length=16)] = {}
    """What else the words said: {"pose": "sitting", "hair": "red", "age": "old", "material": "wooden"}."""


class Text(Struct, kw_only=True, forbid_unknown_fields=True):
    """Words to be set, exactly as asked."""

    role: TextRole
    content: Line
    colour: HexColour = ""
    font: Name = ""


class Step(Struct, kw_only=True, forbid_unknown_fields=True):
    """One numbered part of an infographic."""

    label: Line
    detail: Line = ""
    art: Name = ""


class Inset(Struct, kw_only=True, forbid_unknown_fields=True):
    """A picture that a caller sent and that stands in the scene: a thing cut out by its alpha, or framed."""

    id: Name
    """What items call it as their art: "picture:" and the digest of its data."""
    data: Annotated[str, Meta(max_length=600_000)]
    """A WebP file in base64, no larger than `art.pictured.LONGEST` either way."""
    framed: bool = False
    """Whether it is shown whole, in a frame."""


class View(Struct, kw_only=True, forbid_unknown_fields=True):
    """The part of a picture that is shown, after it was cropped."""

    frame: tuple[Annotated[int, Meta(ge=16, le=8192)], Annotated[int, Meta(ge=16, le=8192)]]
    """Width and height of the whole picture in pixels."""
    box: tuple[Share, Share, Share, Share]
    """Left, top, right and bottom, as shares of the whole."""


class Scene(Struct, kw_only=True, forbid_unknown_fields=True):
    """A whole picture as data."""

    version: Literal[1] = 1
    prompt: Annotated[str, Meta(max_length=32_000)]
    instructions: Annotated[list[Line], Meta(max_length=200)] = []
    """What edits asked since, the last ones; each shortened to a line."""
    seed: Annotated[int, Meta(ge=0, lt=2**32)]
    kind: Name = "scene"
    """"scene" is laid out in depth before a backdrop; other kinds are graphic layouts in `graphics`."""
    subject: Line = ""
    """What a graphic layout is about: "coffee shop", "water cycle"."""
    backdrop: Name = "meadow"
    time: TimeOfDay = "day"
    weather: Weather = "clear"
    season: Season | None = None
    camera: Camera = "eye"
    style: Name = "storybook"
    mood: Name = ""
    palette: Annotated[list[HexColour], Meta(max_length=12)] = []
    """Colours that the prompt asked of the whole picture ("in blue and gold")."""
    transparent: bool = False
    arrangement: Annotated[int, Meta(ge=0, le=63)] = 0
    """Which of the possible arrangements of its things was chosen."""
    tones: Annotated[list[Name], Meta(max_length=12)] = []
    """How the finished picture is graded, in order: names of ``styles/grading.toml``."""
    mirrored: bool = False
    """Whether a scene is shown the other way round; its words are not."""
    view: View | None = None
    items: Annotated[list[Item], Meta(max_length=60)] = []
    texts: Annotated[list[Text], Meta(max_length=40)] = []
    steps: Annotated[list[Step], Meta(max_length=12)] = []
    pictures: Annotated[list[Inset], Meta(max_length=16)] = []
    """Callers' pictures that stand in the scene."""

    def to_plan(self) -> dict[str, Any]:
        """JSON-ready form for metadata and replies."""
        plan = msgspec.to_builtins(self)
        assert isinstance(plan, dict)
        return plan

    @classmethod
    def from_plan(cls, plan: dict[str, Any]) -> Scene:
        """The scene of a plan. Raises `msgspec.ValidationError` for anything a planner cannot have written."""
        return msgspec.convert(plan, cls)

    def item(self, item_id: str) -> Item | None:
        """The item of that id."""
        return next((item for item in self.items if item.id == item_id), None)


class Reading(Struct, kw_only=True):
    """What became of the content words of a prompt or instruction."""

    drawn: list[str] = []
    approximated: list[str] = []
    undrawn: list[str] = []
