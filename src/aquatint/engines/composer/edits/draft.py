"""The draft: the scene as far as the instruction has been followed, and the account of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aquatint.engines.composer.edits.chunks import Chunk, is_content
from aquatint.engines.composer.edits.operations import live_items
from aquatint.engines.composer.edits.where import Area, foot_of
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.parse import read
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.scene import Item, Scene
from aquatint.sizes import Size


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
    ledger: Ledger = field(default_factory=Ledger)
    """Fates of words, by where they begin in the instruction."""
    mentioned: list[str] = field(default_factory=list)
    """Ids of the items that "it" means."""

    def note(self, chunk: Chunk, fate: Fate = "drawn") -> None:
        """Take down what became of a chunk. The modifiers of a thing have fates of their own."""
        own = _own_fates(chunk) if chunk.kind == "thing" and fate != "undrawn" else {}
        for each in chunk.tags:
            if is_content(each):
                told: Fate = "silent" if chunk.kind == "spot" else own.get(each.word, fate)
                self.ledger.note(each.tokens[0].start, each.word, told)
            for token in each.tokens[1:]:
                self.ledger.note(token.start, "", "silent")

    def refer(self, chunk: Chunk) -> list[Item]:
        """The items that a thing, group or pronoun of the instruction means; empty if there are none."""
        if chunk.kind == "pronoun":
            return self.it()
        if chunk.kind == "group":
            return _of_groups(live_items(self.scene), chunk.groups)
        assert chunk.phrase is not None
        same = _matching(live_items(self.scene), chunk.phrase, chunk.definite)
        if chunk.spot is not None and len(same) > 1:
            return [self._nearest(same, chunk.spot)]
        return same if chunk.phrase.plural else same[:1]

    def _nearest(self, items: Sequence[Item], spot: tuple[float, float]) -> Item:
        """The item that stands closest to a place in the picture."""

        def distance(item: Item) -> float:
            foot = foot_of(self.scene, self.size, item.id) or (0.5, 0.5)
            return sum(abs(wish - place) for wish, place in zip(spot, foot, strict=True) if wish >= 0)

        return min(items, key=distance)

    def it(self) -> list[Item]:
        """What "it" means: what was mentioned last, or the only thing there is."""
        live = live_items(self.scene)
        said = [item for item in live if item.id in self.mentioned]
        return said or (live if len(live) == 1 else [])

    def mention(self, items: Sequence[Item]) -> None:
        """From here on, "it" means these."""
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
    same = [item for item in items if item.noun == phrase.noun.key or item.word == phrase.word]
    if len(same) < 2:
        return same
    if definite and (phrase.colour or phrase.art != phrase.noun.art):
        same = [item for item in same if _shows(item, phrase)] or same
    return same


def _shows(item: Item, phrase: Phrase) -> bool:
    """Whether an item has the colour by which the words tell it from others."""
    return item.colour == phrase.colour if phrase.colour else item.art == phrase.art
