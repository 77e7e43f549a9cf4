"""Nouns: the things themselves, what they contain, what somebody wears, what is only a part."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.states import shows_besides
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense, vocabulary
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.at_table import goes_on
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.kinship import is_parent, relative
from aquatint.engines.composer.planner.modifiers import ModifierReader
from aquatint.engines.composer.planner.phrases import Modifiers, Phrase
from aquatint.engines.composer.planner.relations import sit_on
from aquatint.engines.composer.planner.tags import Tag

HAND = 0.6
"""Things no higher than this (in metres) are in the hand of who has them."""
PHRASE_LIMIT = 60
"""Most things that a scene can hold; further ones are reported as not drawn."""


class ThingReader(ModifierReader):
    """Reads what is to be drawn."""

    def _on_noun(self, index: int, each: Tag, sense: Sense) -> None:
        noun = nouns()[sense.value]
        colour = each.sense("colour")
        if colour is not None and self.ordinal and not binding.heads_noun(self.tags, index):
            # "Three cats: one white and one orange".
            self._on_colour(index, each, colour)
            return
        clothes = each.sense("clothes")
        if binding.is_possessive(each) and binding.heads_noun(self.tags, index):
            self._on_owner(index, each, noun, sense)
            return
        owned = index > 0 and self.tags[index - 1].folded in ("his", "her", "their", "its")
        owned = owned or (noun.key == "baby" and self._has_young(index))
        kin = relative(noun, self._being_before()) if owned else None
        if kin is not None:
            self.distinct, noun, sense = True, kin.noun, Sense("noun", kin.noun.key, plural=sense.plural)
            if kin.age:
                self.pending.attributes["age"] = kin.age
        if owned and (noun.part or each.sense("part")):
            if not self._is_held_by(index, each):
                # "Licking its paw", "brushing her hair": no thing of its own.
                self.links.forget()
                self.pending = Modifiers()
                self.ledger.note(index, each.word, "undrawn")
            return
        if each.sense("part") is not None and binding.of_follows(self.tags, index):
            # "On the roof of a house" is on the house.
            self.pending = Modifiers()
            self.ledger.note(index, each.word, "drawn")
            return
        if clothes is not None and self.dressing is not None:
            self._on_clothes(index, each, clothes)
        elif self._is_part(index, noun):
            self._on_part(index, each, sense)
        elif self._is_somebody(index, each, noun, sense) or self._is_changed(index, each, sense):
            return
        elif binding.goes_on_to_noun(self.tags, index, sense, self.kind):
            # A noun before a noun describes it; what it describes is drawn, the description is not.
            head = binding.head_of(self.tags, index, self.kind)
            if noun.group in LIVING and self.tags[index + 1].sense("part") is not None:
                # "A unicorn horn" is a part of a unicorn, and no French horn.
                self._add(index, each, noun, Sense("noun", sense.value, near=True))
                self.ledger.note(index + 1, self.tags[index + 1].word, "approximated")
                self.skipped.add(index + 1)
                return
            self.ledger.note(index, each.word, "silent" if head == sense.value else "undrawn")
        elif len(self.parse.phrases) >= PHRASE_LIMIT or (noun.depicts and self.last is not None):
            self._drop(index, each)
        else:
            self._add(index, each, noun, sense)
            if binding.general_name_follows(self.tags, index, noun):
                self.ledger.note(index + 1, self.tags[index + 1].word, "drawn")

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
        here, there = (index, index + 1) if animal_first else (index + 1, index)
        animal = noun if animal_first else nouns()[key]
        if dressed := binding.in_clothes_of(animal, nouns()[role], animal.art):
            self._add(here, self.tags[here], animal, self.tags[here].sense("noun") or sense)
            self.parse.phrases[-1].art = dressed
            self.ledger.note(there, self.tags[there].word, "drawn")
            self.skipped.add(index + 1)
            return True
        outfit = table("words/actions")["outfits"].get(role)
        if outfit is None:
            return False
        named = self.tags[here].sense("noun") or sense
        self._add(here, self.tags[here], animal, named)
        self.ledger.note(there, self.tags[there].word, "approximated")
        self._dress_up(self.parse.phrases[-1], nouns()[outfit], self.tags[there], there)
        self.skipped.add(index + 1)
        return True

    def _is_changed(self, index: int, each: Tag, sense: Sense) -> bool:
        """Whether the next word makes something else of the noun: a bear costume, a star-shaped cookie."""
        data = table("words/compounds")
        after = self.tags[index + 1] if index + 1 < len(self.tags) else None
        if after is None or sense.plural or nouns()[sense.value].group == "people":
            return False
        if after.folded in data["ways"]["names"]:
            self.ledger.note(index, each.word, "undrawn")
        elif after.folded in data["people"]["names"]:
            self._add(
                index + 1, after, nouns()["person"], Sense("noun", "person", after.folded.endswith("s"), True)
            )
            self.ledger.note(index, each.word, "approximated")
        elif after.folded in data["things"]["names"] and after.sense("noun") is None:
            self._drop(index, each)
        else:
            return False
        self.ledger.note(index + 1, after.word, "undrawn")
        self.skipped.add(index + 1)
        return True

    def _has_young(self, index: int) -> bool:
        """Whether "with a baby" is said of a beast: "a kangaroo with a baby"."""
        words = [tag.folded for tag in self.tags[max(0, index - 2) : index]]
        being = self._being_before()
        return (
            words[:1] in (["with"], ["and"])
            and words[1:] in (["a"], ["two"])
            and being is not None
            and (being.group == "animals")
        )

    def _being_before(self) -> Noun | None:
        """The living being that was named last, whatever else came since."""
        beings = (phrase.noun for phrase in reversed(self.parse.phrases) if phrase.noun.group in LIVING)
        return next(beings, None)

    def _is_anybody(self, index: int) -> bool:
        sense = self.tags[index].sense("noun")
        return sense is not None and sense.near

    def _dress_up(self, animal: Phrase, noun: Noun, role: Tag, index: int) -> None:
        worn = noun.key in table("words/qualities")["wearables"]["names"]
        thing = Phrase(noun=noun, word=role.word, index=index, art=noun.art, count=animal.count, near=True)
        self.links.bear(thing, animal, "wearing" if worn else "holding")
        self.parse.implied.append(thing)

    def _on_owner(self, index: int, each: Tag, noun: Noun, sense: Sense) -> None:
        """ "On his father's shoulders" is on the father; of "a child's bed" only the bed is seen."""
        after = self.tags[index + 1]
        taken = after.folded in ("hand", "hands") and noun.group == "people"
        if taken and self._takes_by_hand(index, each, noun, sense):
            return
        if after.sense("part") is not None or (after.sense("noun") is None and after.sense("place") is None):
            things = self.links.subjects()
            self._add(index, each, noun, sense)
            for thing in things:
                sit_on(after.folded, self.parse.phrases[-1], thing)
            self.ledger.note(index + 1, after.word, "drawn")
        else:
            self.ledger.note(index, each.word, "approximated")

    def _takes_by_hand(self, index: int, each: Tag, noun: Noun, sense: Sense) -> bool:
        """ "Holding his daughter's hand": the two walk hand in hand."""
        holders = [one for one in self.links.subjects() if one.noun.group == "people"]
        if not holders:
            return False
        self.links.forget()
        for one in holders:
            one.attributes["pose"] = "holding hands"
        self._add(index, each, noun, sense)
        self.parse.phrases[-1].attributes["pose"] = "holding hands"
        holders[0].relate("beside", self.parse.phrases[-1])
        self.ledger.note(index + 1, self.tags[index + 1].word, "drawn")
        self.skipped.add(index + 1)
        return True

    def _earlier(self, noun: Noun) -> Phrase | None:
        """The phrase that a definite noun goes back to: "a vase. In the vase..."; a new colour is a new thing."""
        if not self.definite or self.distinct or self.pending.colours or self.pending.count is not None:
            return None
        return next((phrase for phrase in reversed(self.parse.phrases) if phrase.noun is noun), None)

    def _refer(self, index: int, each: Tag, phrase: Phrase) -> None:
        self.referred = self.last = phrase
        self.links.refer(phrase)
        binding.account(self.pending, [phrase], self.ledger)
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "approximated" if phrase.near else "drawn")

    def _add(self, index: int, each: Tag, noun: Noun, sense: Sense) -> None:
        if (earlier := self._earlier(noun)) is not None:
            self._refer(index, each, earlier)
            return
        if self.board is not None and self.pending.count is None and shows_besides(self.board.noun, each.folded):
            # "A birthday cake with candles" has them already.
            self.pending = Modifiers()
            self.ledger.note(index, each.word, "drawn")
            return
        self.referred, self.ordinal = None, False
        sense = binding.doubt(self.tags, index, sense)
        phrases = binding.bind(noun, each.word, index, sense, self.pending)
        binding.account(self.pending, phrases, self.ledger)
        vessel, bearer = self._vessel(noun), self._bearer(noun)
        for phrase in phrases:
            if vessel is not None:
                self._serve(vessel, phrase)
            elif self.board is not None and goes_on(noun) and not self.links.awaits_object():
                self._lay(phrase, self.board)
            elif bearer is not None:
                self.links.bear(phrase, *bearer)
            else:
                self.links.place(phrase, joined=phrase is not phrases[0])
        self.pending = Modifiers()
        self.parse.phrases += phrases
        self.ledger.note(index, each.word, "approximated" if sense.near else "drawn")
        self.last = phrases[-1]

    # -- vessels and portions

    def _on_portion(self, index: int, each: Tag, sense: Sense) -> None:
        """A bowl of something: shown by the art of what is in it, or a thing of its own, or not drawn."""
        content = binding.noun_after_of(self.tags, index, self.kind)
        holder = each.sense("noun")
        if content is not None and sense.value in content.vessels:
            self.ledger.note(index, each.word, "drawn")
            if self.pending.count is None:
                self.pending.count = 3 if sense.plural else 1
        elif holder is not None and holder.value in table("words/counts")["portions"]["holders"]:
            self._add(index, each, nouns()[holder.value], holder)
            self.links.of = self.parse.phrases[-1]
        elif (group := each.sense("group")) is not None:
            self._on_group(index, each, group)
        else:
            self.ledger.note(index, each.word, "undrawn")

    def _vessel(self, noun: Noun) -> Phrase | None:
        """The phrase before "of", if what comes now is its content: "a bowl of plums", "a vase with tulips"."""
        before = self.parse.phrases[-1] if self.parse.phrases else None
        if before is None or before is self.referred:
            return None
        if self.links.of is before:
            return before
        holds = self.with_part and before.noun.key in table("words/counts")["portions"]["holders"]
        return before if holds and noun.group in ("foods", "plants") else None

    def _serve(self, vessel: Phrase, content: Phrase) -> None:
        content.relate("in", vessel)
        self.links.filled(content, vessel)

    def _lay(self, thing: Phrase, board: Phrase) -> None:
        """Put a thing on the table that has it; a list of things may go on."""
        thing.relate("on", board)
        self.links.laid(thing)

    # -- clothes and parts

    def _bearer(self, noun: Noun) -> tuple[Phrase, str] | None:
        """Who has the thing and how, if somebody was said to have something and this can be worn or held."""
        if self.dressing is None:
            return None
        qualities = table("words/qualities")
        if noun.key in qualities["wearables"]["names"]:
            return self.dressing, "wearing"
        if self.far_bearer:
            return (self.dressing, "holding") if noun.key in qualities["handhelds"]["names"] else None
        small = noun.group in ("things", "household", "foods", "plants") and noun.metres <= HAND
        held = self.with_part and (small or noun.key in qualities["handhelds"]["names"])
        return (self.dressing, "holding") if held and self.dressing.noun.group == "people" else None

    def _on_clothes(self, index: int, each: Tag, sense: Sense) -> None:
        """Garments become a person's clothes; no animal has a drawing that is dressed."""
        people = (phrase for phrase in reversed(self.parse.phrases) if phrase.noun.group == "people")
        wearer = self.dressing or next(people, None)
        if wearer is None or (wearer.noun.group != "people" and not binding.may_stand_up(wearer.noun)):
            self._on_garment(index, each)
            return
        worn = wearer.attributes.get("clothes", "")
        wearer.attributes["clothes"] = f"{worn}, {sense.value}"[:80] if worn else sense.value
        if self.pending.colours:
            wearer.attributes[f"{sense.value} colour" if worn else "clothes colour"] = self.pending.colours[0]
        cloth = self.pending.attributes.get("material", "")
        patterned = cloth in table("words/qualities")["marks"]["names"]
        if patterned:
            wearer.attributes["pattern"] = cloth
        for waiting, word, category in self.pending.indices:
            seen = category == "colour" or (category == "material" and patterned)
            self.ledger.note(waiting, word, "drawn" if seen else "undrawn")
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "drawn")

    def _on_garment(self, index: int, each: Tag) -> None:
        """A garment that nobody wears is a thing: of "a wedding dress" the dress, if there is a drawing of it."""
        senses = vocabulary().get(each.tokens[-1].folded, ()) if len(each.tokens) > 1 else ()
        thing = next((sense for sense in senses if sense.category == "noun"), None)
        if thing is None:
            self._drop(index, each)
        else:
            self._add(
                index, each, nouns()[thing.value], Sense("noun", thing.value, plural=thing.plural, near=True)
            )

    def _is_part(self, index: int, noun: Noun) -> bool:
        """Whether the noun is a part of the thing before "with", or describes one: "with a carrot nose"."""
        if not self.with_part or not (self.parse.phrases or self.parse.places):
            return False
        after = self.tags[index + 1] if index + 1 < len(self.tags) else None
        describes = after is not None and after.sense("part") is not None and after.sense("noun") is None
        return noun.part or describes or self.tags[index].sense("part") is not None

    def _is_held_by(self, index: int, each: Tag) -> bool:
        """ "In its mouth", "on his shoulder": whose part it is has the thing."""
        theirs = index > 0 and self.tags[index - 1].folded in ("his", "her", "their")
        grips = table("words/qualities")["grips"]["names"]
        held = self.links.held_by_part(each.folded, grips, human=theirs)
        if held:
            self.pending = Modifiers()
            self.ledger.note(index, each.word, "drawn")
        return held

    def _on_part(self, index: int, each: Tag, sense: Sense) -> None:
        """Parts describe and are no things; spots and stripes mark the coat of an animal."""
        if self._is_held_by(index, each):
            return
        if binding.of_follows(self.tags, index):
            self.pending = Modifiers()
            self.ledger.note(index, each.word, "drawn")
            return
        whole = self._focus()
        if whole is not None and each.folded in table("words/qualities")["marks"]["names"]:
            if whole.art.startswith("animal:"):
                self._mark_coat(index, each, whole)
                return
        elif whole is not None and self.pending.colours:
            # For drawings that can colour their parts; no others promise it.
            whole.attributes.setdefault(f"{each.folded} colour"[:80], self.pending.colours[0])
        if each.sense("stop"):
            self.ledger.note(index, each.word, "silent")
            return
        self._drop(index, each)

    def _mark_coat(self, index: int, each: Tag, bearer: Phrase) -> None:
        """Spots, stripes and patches on a coat, in the colour that was said."""
        bearer.attributes["pattern"] = each.folded
        if self.pending.colours:
            bearer.attributes["pattern colour"] = self.pending.colours[0]
        for waiting, word, category in self.pending.indices:
            self.ledger.note(waiting, word, "drawn" if category == "colour" else "undrawn")
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "drawn")
