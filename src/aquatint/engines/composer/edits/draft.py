"""The draft: the scene as far as the instruction has been followed, and the account of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aquatint.engines.composer.edits.chunks import Chunk, is_content
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.kin import kin_of
from aquatint.engines.composer.edits.lending import lent_by, renamed
from aquatint.engines.composer.edits.operations import live_items, replaced
from aquatint.engines.composer.edits.pointing import select, who
from aquatint.engines.composer.edits.references import NOUN, with_picture
from aquatint.engines.composer.edits.seeing import within
from aquatint.engines.composer.edits.where import Area
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.planner.author import items_of
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.parse import read
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.scene import Item, Reading, Scene
from aquatint.imaging.raster import Raster
from aquatint.sizes import Size

CALLED = "called"
"""The attribute with what the words call what a caller's picture shows."""
_POINTERS = frozenset({"it", "them"})


@dataclass(slots=True)
class Draft:
    """What the operations of one instruction work on."""

    scene: Scene
    size: Size
    area: Area | None = None
    """The box around the mask, when the caller sent one."""
    source: Size | None = None
    """The size of the picture as it came, if it is another than ``size``."""
    frame: tuple[float, float] | None = None
    """Width and height, in pixels before any rounding, that the words ask of the whole picture."""
    restored: Size | None = None
    """The size of an earlier state that was brought back."""
    close: bool = False
    """Whether the view is to be shown as large as the picture was, and not as a part of it."""
    anchor: float = 0.5
    """Where what was there goes in a wider frame: 0 at its left edge, 1 at its right one."""
    pictures: dict[int, Raster] = field(default_factory=dict)
    """Further input pictures by their numbers, from 2."""
    called: dict[int, str] = field(default_factory=dict)
    """What the words call what those pictures show: "the bear from image 2"."""
    placed: set[int] = field(default_factory=set)
    """Numbers of those that have found a place."""
    ledger: Ledger = field(default_factory=Ledger)
    """Fates of words, by where they begin in the instruction."""
    picked: dict[str, list[int]] = field(default_factory=dict)
    """By id of an item, which of its drawings are meant; all, where nothing is said."""
    mentioned: list[str] = field(default_factory=list)
    """Ids of the items that "it" means."""
    barred: bool = False
    """Whether the next clause is not to be followed, because its condition does not hold."""
    newcomers: int = 0
    """Things that were added so far."""
    typed: dict[str, str] = field(default_factory=dict)
    """By words that were taken for slips, what was typed."""
    lettered: str = ""
    """The word for the text that "it" means, where the last clause was about one: "title"."""

    def note(self, chunk: Chunk, fate: Fate = "drawn") -> None:
        """Take down what became of a chunk. The modifiers of a thing have fates of their own."""
        pictured = chunk.phrase is not None and chunk.phrase.noun.key == NOUN
        shown = fate in ("drawn", "approximated")
        own = _own_fates(chunk) if chunk.kind == "thing" and shown and not pictured else {}
        for each in chunk.tags:
            if is_content(each):
                which = bool(chunk.pick or chunk.more) and each.folded.split()[0] in grammar()["picks"]
                which = which or chunk.kind == "one"
                told: Fate = "silent" if chunk.kind == "spot" or which else own.get(each.word, fate)
                self.ledger.note(each.tokens[0].start, each.word, told)
            for token in each.tokens[1:]:
                self.ledger.note(token.start, "", "silent")

    def reading(self) -> Reading:
        """What became of the words, as they were typed where nothing came of them."""
        reading = self.ledger.reading()
        reading.undrawn = [self.typed.get(word, word) for word in reading.undrawn]
        return reading

    def refer(self, chunk: Chunk) -> list[Item]:
        """The items that a thing, group or pronoun of the instruction means; empty if there are none.

        Where only some drawings of an item are meant, `picked` tells which.
        """
        items = self._meant(chunk)
        if chunk.kind == "pronoun" and not chunk.pick and chunk.spot is None:
            # "The left apple is rotten, remove it": it is the one that was meant.
            return items
        before = {item.id: self.picked.pop(item.id) for item in items if item.id in self.picked}
        return select(self, chunk, items, before)

    def _meant(self, chunk: Chunk) -> list[Item]:
        live = live_items(self.scene)
        if chunk.kind == "pronoun":
            return self.it(chunk.tags[-1].folded)
        if chunk.kind == "group":
            return _of_groups(live, chunk.groups)
        if chunk.kind == "one":
            return self._ones(live)
        assert chunk.phrase is not None
        if chunk.phrase.noun.key == NOUN:
            return [item for item in live if item.noun == NOUN and item.word == chunk.phrase.word]
        same = _matching(live, chunk.phrase, chunk.definite)
        if not same and (chunk.definite or chunk.more or chunk.phrase.plural):
            same = kin_of(live, chunk.phrase)
        several = chunk.spot is not None or chunk.pick
        return same if chunk.phrase.plural or several else same[:1]

    def of_group(self, word: str) -> list[Item]:
        """The items of the groups that a word stands for: "people"; empty for any other word."""
        groups = grammar()["groups"].get(word)
        return _of_groups(live_items(self.scene), groups) if groups else []

    def _ones(self, live: Sequence[Item]) -> list[Item]:
        """What "one" stands for: what was mentioned, else the only thing of which there are several."""
        said = [item for item in live if item.id in self.mentioned]
        return said or [item for item in live if item.count > 1] or list(live)

    def it(self, word: str = "it") -> list[Item]:
        """What a pronoun means: what was mentioned last, or whom only it can mean."""
        live = live_items(self.scene)
        said = [item for item in live if item.id in self.mentioned]
        masked = within(self, live) if not said and word in _POINTERS else []
        if masked:
            return masked if word == "them" else masked[:1]
        return who(word, said, live)

    def make(self, phrase: Phrase) -> Item | None:
        """A new item for what a phrase names, which is not in the scene yet; None for a picture that is not there.

        What is said to be there ("the dog"), and is not, may be what a further picture shows; see `picture_for`.
        """
        if phrase.noun.key != NOUN:
            return items_of([phrase], [one.id for one in self.scene.items])[0]
        return self._picture(int(phrase.attributes["image"]))

    def _picture(self, number: int) -> Item | None:
        raster = self.pictures.get(number)
        if raster is not None and (item := self._lent(raster, number)) is not None:
            return item
        made = with_picture(self.scene, raster, number, len(self.pictures)) if raster is not None else None
        if made is None:
            return None
        self.scene, item = made
        self.placed.add(number)
        if name := self.called.get(number):
            item = replaced(item, attributes={**item.attributes, CALLED: name[:80]})
        return item

    def _lent(self, raster: Raster, number: int) -> Item | None:
        """The thing itself, where the other picture's plan tells it; what it holds or wears comes along."""
        lent = lent_by(raster, self.called.get(number, ""))
        first = [item for item in lent if not item.relation]
        if len(first) != 1:
            return None
        items = renamed([*first, *(item for item in lent if item.relation)], [one.id for one in self.scene.items])
        self.scene = replaced(self.scene, items=[*self.scene.items, *items[1:]])
        self.placed.add(number)
        return items[0]

    def picture_for(self, chunk: Chunk) -> Item | None:
        """The picture of a thing that is said to be there and is not: the next one without a place."""
        left = [number for number in self.pictures if number not in self.placed]
        own = chunk.definite and chunk.phrase is not None and chunk.phrase.noun.key != NOUN and not chunk.more
        if not own or not left or chunk.phrase is None or chunk.phrase.plural:
            return None
        self.called.setdefault(left[0], chunk.phrase.noun.key)
        return self._picture(left[0])

    def mention(self, items: Sequence[Item]) -> None:
        """From here on, "it" means these."""
        self.lettered = ""
        self.mentioned = [item.id for item in items]


def _own_fates(chunk: Chunk) -> dict[str, Fate]:
    ledger = Ledger()
    read(chunk.tags, ledger)
    reading = ledger.reading()
    fates: dict[str, Fate] = dict.fromkeys(reading.drawn, "drawn")
    fates |= dict.fromkeys(reading.approximated, "approximated")
    return fates | dict.fromkeys(reading.undrawn, "undrawn")


def _of_groups(items: Sequence[Item], groups: Sequence[str]) -> list[Item]:
    if not groups:
        return list(items)
    nouns = {item.id: find_noun(item.noun) for item in items}
    return [item for item in items if (noun := nouns[item.id]) is not None and noun.group in groups]


def _matching(items: Sequence[Item], phrase: Phrase, definite: bool) -> list[Item]:
    names = (phrase.noun.key, phrase.word)
    same = [item for item in items if item.noun == names[0] or item.word == names[1]]
    same = same or [item for item in items if item.attributes.get(CALLED) in names]
    if len(same) < 2:
        return same
    if definite and (phrase.colour or phrase.art != phrase.noun.art):
        same = [item for item in same if _shows(item, phrase)] or same
    return same


def _shows(item: Item, phrase: Phrase) -> bool:
    """Whether an item has the colour by which the words tell it from others."""
    return item.colour == phrase.colour if phrase.colour else item.art == phrase.art
