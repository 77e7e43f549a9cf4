"""Noun phrases: "three green apples", with everything that binds to the noun, and how they stand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast, get_args

from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.scene import RelationName

RELATIONS = frozenset(get_args(RelationName))
"""Those that a scene knows."""


@dataclass(slots=True)
class Share:
    """What is said of some of several things: "one of them is red", "the third one is asleep"."""

    count: int
    colour: str = ""
    """"#rrggbb"; "" for that of the others."""
    rank: float = 0
    """Which one it is, from the left, as the ordinals of ``words/counts.toml`` count; 0 if nobody says."""
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Phrase:
    """A thing that the text names, ready to become an `Item`."""

    noun: Noun
    word: str
    """What the text calls it."""
    index: int
    """Index of its noun among the tags."""
    count: int = 1
    counted: bool = False
    """Whether the text said how many."""
    colour: str = ""
    """"#rrggbb", or "" for the drawing's own."""
    coloured: bool = False
    """Whether the text said a colour, which may be the one that the drawing has anyway."""
    art: str = ""
    """The noun's art, or the one that the colour chose ("green apple")."""
    scale: float = 1.0
    spread: bool = False
    near: bool = False
    """Whether the noun is only the nearest thing: reported as approximated."""
    plural: bool = False
    shares: list[Share] = field(default_factory=list)
    """What is said of some of them after the noun: "three balloons: one red, two blue"."""
    mixed: list[str] = field(default_factory=list)
    """Colours "#rrggbb" that they have in turn: "balloons in red, blue and yellow"."""
    singles: dict[int, Share] = field(default_factory=dict)
    """What is said of single ones, by their number."""
    implied: bool = False
    """Whether no noun names it, but what goes on asks for it."""
    attributes: dict[str, str] = field(default_factory=dict)
    relation: RelationName = ""
    target: Phrase | None = None
    second_target: Phrase | None = None
    """The other one of two that it is between."""

    def relate(self, relation: str, target: Phrase | None) -> None:
        """Set the relation, unless there is one, it would go round in a circle, or the phrase is strewn.

        What scenes have no relation for ("curled around", of what cannot curl) relates nothing.
        """
        if self.noun.role == "sky" or relation not in RELATIONS:
            return
        other, steps = target, 0
        while other is not None and other is not self and steps < 100:
            other, steps = other.target, steps + 1
        if self.relation == "" and other is None and not self.spread:
            self.relation = cast(RelationName, relation)
            self.target = target


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """A word for a place, as a candidate for the backdrop."""

    backdrop: str
    word: str
    index: int
    near: bool
    preposition: str
    implied: bool = False
    """Whether it only goes with something else: any place that the text names comes first."""


@dataclass(slots=True)
class Modifiers:
    """Adjectives and numbers that wait for their noun."""

    count: int | None = None
    earlier: list[tuple[int, str]] = field(default_factory=list)
    """Counts and colours of the same noun that came before: "four blue and two red cars"."""
    colours: list[str] = field(default_factory=list)
    scale: float = 1.0
    attributes: dict[str, str] = field(default_factory=dict)
    mixed: int = 0
    """How many colours they have in turn: "assorted balloons"."""
    spread: bool = False
    grouped: bool = False
    """Whether the count so far is only a guess from a word like "group"."""
    determined: bool = False
    """Whether an article or number has begun a noun phrase."""
    indices: list[tuple[int, str, str]] = field(default_factory=list)
    """Index, word and category of every waiting word."""
    entries: dict[int, str] = field(default_factory=dict)
    """What the waiting words were looked up as, by their index."""

    @property
    def colour_words(self) -> list[str]:
        """The colours by their entries in the vocabulary, those of `earlier` first."""
        return [self.entries.get(index, word) for index, word, category in self.indices if category == "colour"]

    @property
    def codes(self) -> list[str]:
        """The colours of `colour_words` as "#rrggbb"."""
        return [colour for _, colour in self.earlier] + self.colours

    def __bool__(self) -> bool:
        return bool(self.indices)


@dataclass(slots=True)
class Palette:
    """A colour that binds to no noun: it is asked of the whole picture."""

    colour: str
    index: int
    word: str


@dataclass(frozen=True, slots=True)
class Manner:
    """A word for time, weather, season, camera, mood, style, occasion...: said of the whole picture."""

    category: str
    value: str
    word: str
    index: int
    near: bool


@dataclass(slots=True)
class Parse:
    """What a text names, before it becomes a scene."""

    manners: list[Manner] = field(default_factory=list)

    phrases: list[Phrase] = field(default_factory=list)
    implied: list[Phrase] = field(default_factory=list)
    """Things that no noun names but that what goes on asks for: yarn for knitting."""
    places: list[PlaceWord] = field(default_factory=list)
    palette: list[Palette] = field(default_factory=list)
    unwanted: set[int] = field(default_factory=set)
    """Indices of words for what the text does not want."""
    lettering: str = ""
    """The colour that the text wants its words in."""
