"""What was read for a graphic layout, and the places of the words that it sets."""

from __future__ import annotations

from dataclasses import dataclass, field

from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.scene import Chart, Item, Sheet, Step, Text

FORM_WORDS = frozenset((
    "vertical", "horizontal", "values", "data", "prices", "stages", "branches", "events", "levels", "sections",
    "entries", "items", "numbers", "axis", "axes", "legend", "points", "bars", "slices", "columns", "rows",
    "stacked", "grouped", "negative", "positive", "arrows", "boxes", "nodes", "bullets", "percentages", "dates",
    "overlap", "questions", "facts", "courses", "milestones", "awarded", "presented", "granted", "issued", "dated",
))  # fmt: skip
"""Words that say how the content is to be laid out: where there is content, they have had their say."""


REACH = 6000
"""Characters after the kind's word that are read for content."""


@dataclass(slots=True)
class Content:
    """A chart or a sheet, the texts around it, and the pieces of the prompt that all this sets."""

    kind: str
    chart: Chart | None = None
    sheet: Sheet | None = None
    texts: list[Text] = field(default_factory=list)
    claims: list[Piece] = field(default_factory=list)
    """Pieces of the prompt that are set as text or drawn as numbers."""
    spent: list[Piece] = field(default_factory=list)
    """Pieces that gave the data their form and ask for nothing more: "columns", "signed by"."""
    late: list[Piece] = field(default_factory=list)
    """Pieces of a heading over an empty frame: things in them are looked for as well, so they are claimed last."""
    near: list[Piece] = field(default_factory=list)
    """Pieces that the layout shows only roughly."""
    missed: list[Piece] = field(default_factory=list)
    """Pieces that it does not show: a number of steps that is not theirs."""
    steps: list[Step] = field(default_factory=list)
    """Of an infographic."""
    heading: Piece | None = None
    """The heading, where the content has its own."""
    things: list[Item] = field(default_factory=list)
    """What the layout is a picture of."""
    rough: bool = False
    """Whether the layout only comes near what was asked."""
    start: int = -1
    """Where the data begin in the prompt: headings stand before it; -1 for none."""
    empty: bool = False
    """Whether the layout finds nothing to show and draws its bare frame."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A prompt and the place of its kind: "bar chart", "menu"."""

    prompt: str
    kind: str
    word: str
    """The word that names the kind."""
    at: int
    """Where that word begins in the prompt."""
    end: int
    """Where it ends."""

    @property
    def rest(self) -> Piece:
        """The prompt after the kind's word."""
        return Piece(self.prompt[self.end : self.end + REACH], self.end)

    @property
    def before(self) -> Piece:
        """The prompt before the kind's word."""
        return Piece(self.prompt[: self.at], 0)
