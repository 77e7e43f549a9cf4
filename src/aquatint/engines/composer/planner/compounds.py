"""Nouns beside nouns: a frog prince, a bear costume, a lemon pie, a kids' coloring page."""

from __future__ import annotations

from abc import abstractmethod

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.states import shows_besides
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense, vocabulary
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.belongings import BelongingReader
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.costumes import costume_of, dress, makes_costume
from aquatint.engines.composer.planner.kinship import is_parent
from aquatint.engines.composer.planner.ledger import Fate
from aquatint.engines.composer.planner.phrases import Modifiers, Phrase, PlaceWord
from aquatint.engines.composer.planner.tags import Tag


class CompoundReader(BelongingReader):
    """Reads which of several nouns is meant, and what the others say of it."""

    @abstractmethod
    def _add(self, index: int, each: Tag, noun: Noun, sense: Sense) -> None:
        """Take the noun as a thing."""

    def _is_somebody(self, index: int, each: Tag, noun: Noun, sense: Sense) -> bool:
        """ "A frog prince", "a pirate parrot": an animal that wears or holds what shows who it is."""
        key = binding.head_of(self.tags, index, self.kind)
        if key is None or sense.plural:
            return False
        if key == "person" and noun.group in LIVING and self._is_anybody(index + 1):
            # "An elf archer": the elf has a drawing, archers have none of their own.
            self._add(index, each, noun, sense)
            self.ledger.note(index + 1, self.tags[index + 1].word, "approximated")
            self.skipped.add(index + 1)
            return True
        own = noun.key in table("words/kinship")["beings"]["names"] and not sense.near
        if own and nouns()[key].group == "people":
            # "A robot gardener" is first of all a robot.
            self._add(index, each, noun, sense)
            self.ledger.note(index + 1, self.tags[index + 1].word, "undrawn")
            self.skipped.add(index + 1)
            return True
        if {noun.group, nouns()[key].group} != {"animals", "people"}:
            return False
        if is_parent(noun):
            self.ledger.note(index, each.word, "approximated")
            return True
        animal_first = noun.group == "animals"
        if animal_first and is_parent(nouns()[key]):
            # "A fox mother" is a fox.
            self._add(index, each, noun, sense)
            self.ledger.note(index + 1, self.tags[index + 1].word, "approximated")
            self.skipped.add(index + 1)
            return True
        role = key if animal_first else noun.key
        outfit = table("words/actions")["outfits"].get(role)
        here, there = (index, index + 1) if animal_first else (index + 1, index)
        animal = noun if animal_first else nouns()[key]
        named = self.tags[here].sense("noun") or sense
        self._add(here, self.tags[here], animal, named)
        dressed = binding.in_clothes_of(animal, nouns()[role], animal.art)
        if dressed and not self._is_named_later(outfit, index):
            self.parse.phrases[-1].art = dressed
            self.ledger.note(there, self.tags[there].word, "drawn")
            self.skipped.add(index + 1)
            return True
        self.ledger.note(there, self.tags[there].word, "undrawn" if outfit is None else "approximated")
        if outfit is not None:
            self._dress_up(self.parse.phrases[-1], nouns()[outfit], self.tags[there], there)
        self.skipped.add(index + 1)
        return True

    def _is_named_later(self, key: str | None, index: int) -> bool:
        """Whether the text goes on to name what shows who it is: "a frog prince with a golden crown"."""
        later = (tag.sense("noun") for tag in self.tags[index + 2 :])
        return key is not None and any(sense is not None and sense.value == key for sense in later)

    def _is_changed(self, index: int, each: Tag, sense: Sense) -> bool:
        """Whether the next word makes something else of the noun: a bear costume, a star-shaped cookie."""
        data = table("words/compounds")
        after = self.tags[index + 1] if index + 1 < len(self.tags) else None
        if after is not None and self._is_costume(index, each, sense, after):
            return True
        if after is None or sense.plural or nouns()[sense.value].group == "people":
            return False
        if after.folded == "interior" and (inside := self._inside(each)) is not None:
            # "A gothic cathedral interior" is a place.
            self.parse.places.append(PlaceWord(inside.value, each.word, index, inside.near, "in"))
            self.ledger.note(index + 1, after.word, "drawn")
            self.skipped.add(index + 1)
            return True
        if after.folded in data["ways"]["names"]:
            self.ledger.note(index, each.word, "undrawn")
        elif after.folded in data["people"]["names"]:
            self._add(
                index + 1, after, nouns()["person"], Sense("noun", "person", after.folded.endswith("s"), True)
            )
            self.ledger.note(index, each.word, "approximated")
        elif after.folded in data["things"]["names"] and after.sense("noun") is None:
            self._drop(index, each)
        elif self.kind != "scene" and after.folded in data["businesses"]["names"]:
            later = (tag.sense("noun") for tag in self.tags[index + 2 :])
            if not any(other is not None and other.value == sense.value for other in later):
                return False
            # "An ad for a pizza place, a big pizza": it is there but once.
            self.ledger.note(index, each.word, "drawn")
        else:
            return False
        self.ledger.note(index + 1, after.word, "undrawn")
        self.skipped.add(index + 1)
        return True

    def _is_costume(self, index: int, each: Tag, sense: Sense, after: Tag) -> bool:
        """Whether somebody wears that: "a boy in a dinosaur costume"; the words are spent then."""
        noun = nouns()[sense.value]
        wearer = next((one for one in reversed(self.parse.phrases) if one.noun.group in LIVING), None)
        if not makes_costume(after.folded) or not costume_of(noun) or wearer is None:
            return False
        self._flush()
        self.links.forget()
        fate: Fate = "drawn" if self._put_on(wearer, noun) else "undrawn"
        for at, word in ((index, each.word), (index + 1, after.word)):
            self.ledger.note(at, word, fate)
        self.skipped.add(index + 1)
        return True

    def _put_on(self, wearer: Phrase, noun: Noun) -> bool:
        """Dress people, and beasts that can stand up, as the noun; False for all others."""
        if wearer.noun.group == "people":
            self.parse.phrases += dress(wearer, [costume_of(noun)])
            return True
        clothed = binding.in_clothes_of(wearer.noun, noun, wearer.art or wearer.noun.art)
        wearer.art = clothed or wearer.art
        return bool(clothed)

    @staticmethod
    def _inside(building: Tag) -> Sense | None:
        entry = vocabulary().get(f"{building.folded.rpartition(' ')[2]} interior", ())
        return next((sense for sense in entry if sense.category == "place"), None)

    def _is_anybody(self, index: int) -> bool:
        sense = self.tags[index].sense("noun")
        return sense is not None and sense.near

    def _dress_up(self, animal: Phrase, noun: Noun, role: Tag, index: int) -> None:
        worn = noun.key in table("words/qualities")["wearables"]["names"]
        thing = Phrase(noun=noun, word=role.word, index=index, art=noun.art, count=animal.count, near=True)
        self.links.bear(thing, animal, "wearing" if worn else "holding")
        self.parse.implied.append(thing)

    def _is_audience(self, index: int, each: Tag, noun: Noun, sense: Sense) -> bool:
        """Whether the people are for whom the picture is: "a kids coloring sheet"."""
        after = self.tags[index + 1] if index + 1 < len(self.tags) else None
        if noun.group != "people":
            return False
        if self.kind != "scene" and sense.plural and index and self.tags[index - 1].folded == "for":
            # "A coloring page for toddlers".
            return True
        if after is None:
            return False
        kind = after.sense("kind") is not None and self.ledger.known(index + 1)
        # "A children's illustration".
        picture = binding.is_possessive(each) and after.folded in table("words/stop")["depictions"]
        later = self.tags[index + 1 : index + 4]
        theirs = binding.is_possessive(each) and any(tag.sense("kind") for tag in later)
        return (kind and sense.plural) or picture or (theirs and self.kind != "scene")

    def _is_pattern(self, index: int, sense: Sense) -> bool:
        """Whether the noun is only on a garment that somebody wears: "in dinosaur pajamas"."""
        after = self.tags[index + 1] if index + 1 < len(self.tags) else None
        garment = after is not None and after.sense("clothes") is not None and after.sense("noun") is None
        return garment and self.dressing is not None and not sense.plural

    def _is_shown_part(self, index: int, each: Tag, noun: Noun) -> bool:
        """Whether the drawing of what was named has the part: "a cabin with lights in the windows"."""
        if not (noun.part and self.definite) or self.pending.colours or binding.of_follows(self.tags, index):
            return False
        wholes = (phrase for phrase in reversed(self.parse.phrases) if shows_besides(phrase.noun, each.folded))
        whole = next(wholes, None)
        if whole is None:
            return False
        if any(subject.noun.group in LIVING for subject in self.links.subjects()):
            self.links.refer(whole)
        else:
            self.links.forget()
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "drawn")
        return True

    def _is_flavour(self, index: int, noun: Noun, sense: Sense) -> bool:
        """Whether the food only says what another one is made of: "a lemon meringue pie"."""
        after = self.tags[index + 1 : index + 3]
        if noun.group != "foods" or sense.plural or len(after) < 2 or after[0].senses or after[0].kind != "word":
            return False
        dish = after[1].sense("noun")
        return dish is not None and nouns()[dish.value].group == "foods"
