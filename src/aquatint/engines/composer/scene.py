"""The scene: everything a picture is, as data. The plan in a picture's metadata is a scene.

Scenes come from the planner, or from outside in the metadata of an uploaded picture, so every field is bounded
and `Scene.from_plan` validates. Positions are fractions of the picture: (0, 0) top left, (1, 1) bottom right.
Colours are "#rrggbb" in sRGB, or "" for the drawing's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from aquatint.types import PROMPT_LIMIT

LAST = 399
"""Number of the last drawing that an item may have."""
_UNTYPED = re.compile(r"(\d{1,3}) (colour|size|gone)")
_CODE = re.compile(r"#[0-9a-f]{6}")
Name = Annotated[str, Meta(max_length=80)]
Line = Annotated[str, Meta(max_length=400)]
HexColour = Annotated[str, Meta(pattern=r"^(#[0-9a-f]{6})?$")]
Fraction = Annotated[float, Meta(ge=-1.0, le=2.0)]

Share = Annotated[float, Meta(ge=0.0, le=1.0)]

TimeOfDay = Literal["dawn", "day", "dusk", "night"]
Weather = Literal["clear", "cloudy", "rain", "snow", "fog", "storm", "aurora"]
Season = Literal["spring", "summer", "autumn", "winter"]
Camera = Literal["eye", "close", "wide", "aerial", "low"]
RelationName = Literal[
    "", "left of", "right of", "behind", "in front of", "on", "under", "above", "in", "beside", "between",
    "holding", "riding", "wearing", "around", "leaning on", "facing", "following", "through", "along",
    "hanging from",
]  # fmt: skip
Number = Annotated[float, Meta(ge=-1e15, le=1e15)]
Affix = Annotated[str, Meta(max_length=24)]
ChartForm = Literal["bar", "line", "area", "pie", "donut", "scatter", "pictogram", "gauge"]
EntryRole = Literal["", "section", "question", "shared", "note"]
TextRole = Literal["title", "subtitle", "body", "caption", "sign", "name"]


class Single(Struct, kw_only=True, forbid_unknown_fields=True):
    """What is said of one of the drawings of an item: "make the second apple green"."""

    instance: Annotated[int, Meta(ge=0, le=LAST)]
    """Its number, from 0."""
    colour: HexColour = ""
    """Its own colour; "" for that of the others."""
    factor: Annotated[float, Meta(ge=0.1, le=10.0)] = 1.0
    """How many times as tall as the others it is."""
    gone: bool = False
    """Whether it is not drawn."""
    attributes: Annotated[dict[Name, Name], Meta(max_length=8)] = {}
    """What it has or does other than the others: {"pose": "sleeping"}."""
    at: tuple[Annotated[float, Meta(ge=-1.0, le=2.0)], Annotated[float, Meta(ge=-1.0, le=2.0)]] | None = None
    """Where its foot is, in shares of the picture; None leaves it where the layout puts it."""


NATURAL_COLOUR = "natural colour"
"""The attribute with a colour that was asked and that the item's drawing has by nature: a red car."""


ART = "art"
"""The attribute of a single one with a drawing of its own: the candle that is blown out."""
GLOWING = "glowing"
"""The material of what sheds light of its own: "a glowing mushroom"."""
RANKED, FROM_LEFT = "order", "from left"
"""The attribute of several whose numbers go from left to right, and its value: "the third one is green"."""


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
    second_target: Name = ""
    """The id of the other item that "between" refers to, if they are two."""
    position: tuple[Fraction, Fraction] | None = None
    """Where the foot of the (first) drawing stands, if an edit moved it; else the layout decides."""
    spread: bool = False
    """Strewn over the ground: "a field of tulips", "confetti everywhere"."""
    singles: Annotated[list[Single], Meta(max_length=60)] = []
    """What is said of single drawings, at most once of each."""
    attributes: Annotated[dict[Name, Name], Meta(max_length=16)] = {}
    """What else the words said: {"pose": "sitting", "hair": "red", "age": "old", "material": "wooden"}.

    The layout reads "pose", "spot" (of what is on somebody: "lap", "shoulder", "eyes"), "formation" ("row",
    "ring", "pyramid", "v", "flock", "school", "swarm"), "order" (of things that are numbered from the left),
    "whose" (the number of the one of them that has a thing), "peeks" and "curls" (of who looks over a thing or
    lies about it) and "peers" (the noun of what somebody looks into).
    """


class Text(Struct, kw_only=True, forbid_unknown_fields=True):
    """Words to be set, exactly as asked."""

    role: TextRole
    content: Line
    colour: HexColour = ""
    font: Name = ""
    panel: Annotated[int, Meta(ge=0, le=12)] = 0
    """Of a page of panels: the one in which an edit put it, from 1; 0 leaves it to the page."""
    speaker: Name = ""
    """Of a page of panels: the id of the item that says it, where an edit says who."""


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


class Series(Struct, kw_only=True, forbid_unknown_fields=True):
    """One row of numbers of a chart; None where the prompt gives none for a label."""

    name: Line = ""
    values: Annotated[list[Number | None], Meta(max_length=60)]


class Chart(Struct, kw_only=True, forbid_unknown_fields=True):
    """Numbers to be drawn, exactly those of the prompt. Without series the chart is an empty frame."""

    form: ChartForm = "bar"
    labels: Annotated[list[Line], Meta(max_length=60)] = []
    """What the values of each series stand for, in order."""
    series: Annotated[list[Series], Meta(max_length=8)] = []
    points: Annotated[list[tuple[Number, Number]], Meta(max_length=200)] = []
    """(x, y) of a scatter plot."""
    axes: Annotated[list[Line], Meta(max_length=2)] = []
    """Names of the horizontal and the vertical axis."""
    prefix: Affix = ""
    """Before each number: a currency sign."""
    suffix: Affix = ""
    """After each number: "%", "k", " kg"."""
    decimals: Annotated[int, Meta(ge=0, le=6)] = 0
    colours: Annotated[list[HexColour], Meta(max_length=60)] = []
    """Of each label, where labels name colours; "" for the palette's own."""
    art: Annotated[list[Name], Meta(max_length=60)] = []
    """Of each label, where labels name things."""
    sideways: bool | None = None
    """Bars that run to the right; None leaves it to the shape of the page."""
    stacked: bool = False
    running: bool = False
    """Whether each bar begins where the last one ended: a waterfall."""
    whole: Number | None = None
    """The number at which a gauge is full."""


class Entry(Struct, kw_only=True, forbid_unknown_fields=True):
    """One part of a sheet: an event, a dish, a box of a flow chart, a line of a list."""

    label: Line
    detail: Line = ""
    mark: Line = ""
    """What stands before or beside it: a year, a time, a price."""
    art: Name = ""
    role: EntryRole = ""
    scale: Annotated[float, Meta(ge=0.05, le=1.0)] = 1.0
    """Height of its picture, the tallest one's being 1."""
    count: Annotated[int, Meta(ge=1, le=12)] = 1
    """How often its picture is shown."""
    at: tuple[Share, Share] | None = None
    """Where it is on the picture that it is a part of, in shares of that picture."""
    parent: Annotated[int, Meta(ge=-1, le=79)] = -1
    """Place of the entry that it belongs to, which comes before it; -1 for none."""


class Link(Struct, kw_only=True, forbid_unknown_fields=True):
    """An arrow between two entries, by their places."""

    start: Annotated[int, Meta(ge=0, le=79)]
    end: Annotated[int, Meta(ge=0, le=79)]
    label: Line = ""


class Sheet(Struct, kw_only=True, forbid_unknown_fields=True):
    """What a graphic layout tells: its parts in order, and how they hang together."""

    entries: Annotated[list[Entry], Meta(max_length=80)] = []
    links: Annotated[list[Link], Meta(max_length=120)] = []
    rows: Annotated[list[Annotated[list[Line], Meta(max_length=12)]], Meta(max_length=40)] = []
    """Cells of a table; the first row is its head."""
    art: Name = ""
    """The picture that stands for the whole."""
    night: bool = False
    """Whether the layout stands on a night sky."""
    year: Annotated[int, Meta(ge=0, le=9999)] = 0
    """Of a calendar page; 0 for none."""
    month: Annotated[int, Meta(ge=0, le=12)] = 0


class Scene(Struct, kw_only=True, forbid_unknown_fields=True):
    """A whole picture as data."""

    version: Literal[1] = 1
    prompt: Annotated[str, Meta(max_length=PROMPT_LIMIT)]
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
    ground: HexColour = ""
    """The colour of a plain backdrop ("on a purple background"), shown by the studio and by portraits; in a room
    that of its walls ("a kitchen with yellow walls")."""
    transparent: bool = False
    arrangement: Annotated[int, Meta(ge=0, le=63)] = 0
    """Which of the possible arrangements of its things was chosen."""
    tones: Annotated[list[Name], Meta(max_length=12)] = []
    """How the finished picture is graded, in order: names of ``styles/grading.toml``."""
    absent: Annotated[list[Name], Meta(max_length=12)] = []
    """What the place is to be shown without: names of ``words/absences.toml``."""
    mirrored: bool = False
    """Whether a scene is shown the other way round; its words are not."""
    view: View | None = None
    items: Annotated[list[Item], Meta(max_length=60)] = []
    texts: Annotated[list[Text], Meta(max_length=40)] = []
    steps: Annotated[list[Step], Meta(max_length=12)] = []
    chart: Chart | None = None
    sheet: Sheet | None = None
    pictures: Annotated[list[Inset], Meta(max_length=16)] = []
    """Callers' pictures that stand in the scene."""

    def to_plan(self) -> dict[str, Any]:
        """JSON-ready form for metadata and replies."""
        plan = msgspec.to_builtins(self)
        assert isinstance(plan, dict)
        return plan

    @classmethod
    def from_plan(cls, plan: dict[str, Any]) -> Scene:
        """The scene of a plan. Raises `msgspec.ValidationError` for anything a planner cannot have written.

        Plans of before, in which attributes say what is said of single drawings ("3 colour"), are read as well.
        """
        return msgspec.convert(with_typed_singles(plan), cls)

    def words(self) -> Iterator[str]:
        """Everything that is to be set as text."""
        yield from (text.content for text in self.texts)
        for step in self.steps:
            yield from (step.label, step.detail)
        if self.chart is not None:
            yield from (*self.chart.labels, *self.chart.axes, *(series.name for series in self.chart.series))
        if self.sheet is not None:
            for entry in self.sheet.entries:
                yield from (entry.mark, entry.label, entry.detail)
            yield from (link.label for link in self.sheet.links)
            yield from (cell for row in self.sheet.rows for cell in row)

    def item(self, item_id: str) -> Item | None:
        """The item of that id."""
        return next((item for item in self.items if item.id == item_id), None)


class Reading(Struct, kw_only=True):
    """What became of the content words of a prompt or instruction."""

    drawn: list[str] = []
    approximated: list[str] = []
    undrawn: list[str] = []


def with_typed_singles(plan: dict[str, Any]) -> dict[str, Any]:
    """A plan of before in today's form: the attributes "3 colour", "3 size" and "3 gone" as singles."""
    items = plan.get("items")
    if not isinstance(items, list):
        return plan
    return {**plan, "items": [_with_typed_singles(item) for item in items]}


def _with_typed_singles(item: Any) -> Any:
    attributes = item.get("attributes") if isinstance(item, dict) else None
    if not isinstance(attributes, dict):
        return item
    own = {key: found for key in attributes if isinstance(key, str) and (found := _UNTYPED.fullmatch(key))}
    if not own:
        return item
    singles: dict[int, dict[str, Any]] = {}
    for key, found in own.items():
        instance = int(found[1])
        if instance > LAST:
            continue
        singles.setdefault(instance, {"instance": instance}).update(_said(found[2], str(attributes[key])))
    rest = {key: value for key, value in attributes.items() if key not in own}
    return {**item, "attributes": rest, "singles": [*item.get("singles", ()), *singles.values()]}


def _said(what: str, value: str) -> dict[str, Any]:
    """One attribute of before as a field; nothing for a value that never had a meaning."""
    if what == "gone":
        return {"gone": True}
    if what == "colour":
        return {"colour": value} if _CODE.fullmatch(value) else {}
    try:
        factor = float(value)
    except ValueError:
        return {}
    return {"factor": factor} if 0.1 <= factor <= 10 else {}
