"""Which noun of a compound is drawn where its last one says little or nothing: a sushi platter, rabbit cubs."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.compounds import CompoundReader
from aquatint.engines.composer.planner.kinship import relative
from aquatint.engines.composer.planner.phrases import Modifiers, PlaceWord
from aquatint.engines.composer.planner.tags import Tag

SMALL = 0.2
"""Height in metres of things of which a plate holds several."""
_SERVED = frozenset({"foods", "plants"})


class HeadReader(CompoundReader):
    """Reads compounds by their last word."""

    def _is_compound(self, index: int, each: Tag, noun: Noun, sense: Sense) -> bool:
        """Whether the noun was read together with the word after it."""
        if sense.plural or index + 1 >= len(self.tags):
            return False
        return (
            self._is_young(index, each, noun)
            or self._is_served(index, each, noun, sense)
            or self._is_room_of(index, each, noun)
            or self._is_mere_modifier(index, each, noun)
        )

    def _is_young(self, index: int, each: Tag, noun: Noun) -> bool:
        """ "Two rabbit cubs" are young rabbits, and no bears."""
        after = self.tags[index + 1]
        if noun.group != "animals" or after.folded not in table("words/compounds")["young"]["names"]:
            return False
        young = relative(nouns()["baby"], noun)
        animal = young.noun if young is not None else noun
        if young is not None and young.age:
            self.pending.attributes["age"] = young.age
        several = after.folded.endswith("s")
        self._add(index, each, animal, Sense("noun", animal.key, plural=several))
        self.ledger.note(index + 1, after.word, "drawn")
        self.skipped.add(index + 1)
        return True

    def _is_served(self, index: int, each: Tag, noun: Noun, sense: Sense) -> bool:
        """ "A sushi platter" is a plate with sushi on it."""
        after = self.tags[index + 1]
        stands: dict[str, str] = table("words/compounds")["stands"]
        key = stands.get(after.folded) or binding.head_of(self.tags, index, self.kind)
        carriers = table("words/compounds")["carriers"]
        if key is None or key not in carriers or noun.group not in _SERVED:
            return False
        relation, number = carriers[key]
        self._add(index + 1, after, nouns()[key], after.sense("noun") or Sense("noun", key, near=True))
        vessel = self.parse.phrases[-1]
        (food,) = binding.bind(noun, each.word, index, sense, Modifiers())
        food.count = number if noun.metres <= SMALL else 1
        food.relate(relation, vessel)
        self.links.filled(food, vessel)
        self.parse.phrases.append(food)
        self.ledger.note(index, each.word, "approximated" if sense.near else "drawn")
        self.skipped.add(index + 1)
        return True

    def _is_room_of(self, index: int, each: Tag, noun: Noun) -> bool:
        """ "A hospital waiting room" is a place in a hospital, and no house in a room."""
        at = index + 1
        while at < min(len(self.tags), index + 3) and not self.tags[at].sense("place") and self._is_plain(at):
            at += 1
        room = self.tags[at].sense("place") if at < len(self.tags) else None
        indoors = table("words/places")["edges"]["indoors"]
        owns = noun.group == "buildings" or (noun.group == "people" and at == index + 1)
        if not owns or room is None or room.value not in indoors or self.tags[at].sense("noun"):
            return False
        own = each.sense("place")
        inside = self.tags[at].folded == "room" and at > index + 1 and own is not None
        if own is not None and inside:
            self.parse.places.append(PlaceWord(own.value, each.word, index, True, "in"))
            self.ledger.note(at, self.tags[at].word, "silent")
            self.skipped.add(at)
        self.ledger.note(index, each.word, "approximated" if inside else "undrawn")
        return True

    def _is_plain(self, at: int) -> bool:
        """Whether the word may stand inside a compound: an unknown one or a participle."""
        tag = self.tags[at]
        return tag.kind == "word" and (not tag.senses or tag.folded.endswith("ing"))

    def _is_mere_modifier(self, index: int, each: Tag, noun: Noun) -> bool:
        """ "A brick kiln", "a Viking hall": nobody knows the thing, and the noun only says what it is like."""
        if not binding.unknown_noun_follows(self.tags, index):
            return False
        people = noun.group in LIVING and noun.key in table("words/compounds")["peoples"]["names"]
        if not (people or each.sense("material")) or not (index == 0 or binding.is_determined(self.tags, index)):
            return False
        self._drop(index, each)
        return True
