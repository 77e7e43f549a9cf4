"""Nouns: the things themselves, and what they contain."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.states import shows_besides
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense, vocabulary
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.at_table import may_lie_on
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.connecting import sit_on
from aquatint.engines.composer.planner.heads import HeadReader
from aquatint.engines.composer.planner.kinship import relative
from aquatint.engines.composer.planner.phrases import Modifiers, Phrase, PlaceWord, Share
from aquatint.engines.composer.planner.tags import Tag

BUNCH, BUNCH_WORDS = 7, 9
"""How many flowers a bunch has, and how far after it a vase may come, in words."""
PHRASE_LIMIT = 60
"""Most things that a scene can hold; further ones are reported as not drawn."""


class ThingReader(HeadReader):
    """Reads what is to be drawn."""

    def _on_noun(self, index: int, each: Tag, sense: Sense) -> None:
        noun = nouns()[sense.value]
        colour = each.sense("colour")
        if colour is not None and self.ordinal and not binding.heads_noun(self.tags, index):
            # "Three cats: one white and one orange".
            self._on_colour(index, each, colour)
            return
        if binding.is_possessive(each) and any(tag.sense("occasion") for tag in self.tags[index + 1 : index + 4]):
            # "A card for my mom's 60th birthday" is for her.
            self.ledger.note(index, each.word, "silent")
            return
        if binding.is_possessive(each) and binding.heads_noun(self.tags, index):
            self._on_owner(index, each, noun, sense)
            return
        owned = index > 0 and self.tags[index - 1].folded in ("his", "her", "their", "its")
        owned = owned or (noun.key == "baby" and self._has_young(index))
        # "His wife" is that of the farmer, whatever animals were named since.
        human = self.owner is not None and self.owner.noun.group == "people"
        kin = relative(noun, self._being_before()) if owned and not human else None
        if kin is not None:
            self.distinct, noun, sense = True, kin.noun, Sense("noun", kin.noun.key, plural=sense.plural)
            if kin.age:
                self.pending.attributes["age"] = kin.age
        if self.owner is not None and self._is_described(index, each):
            return
        if self._is_audience(index, each, noun, sense):
            self.ledger.note(index, each.word, "silent")
            return
        if self._is_shown_part(index, each, noun):
            return
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
        self._take(index, each, noun, sense)

    def _take(self, index: int, each: Tag, noun: Noun, sense: Sense) -> None:
        """A noun that is no owner's: clothes, a part, somebody, what describes another noun, or a thing."""
        clothes = each.sense("clothes")
        if clothes is not None and (self.dressing or self._wears_own(index)) is not None:
            self._on_clothes(index, each, clothes)
        elif self._is_part(index, noun):
            self._on_part(index, each, sense)
        elif (
            self._is_somebody(index, each, noun, sense)
            or self._is_changed(index, each, sense)
            or self._is_compound(index, each, noun, sense)
        ):
            return
        elif self._is_flavour(index, noun, sense) or self._is_pattern(index, sense):
            self.ledger.note(index, each.word, "undrawn")
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
            self._leave_out(index, each, noun)
        else:
            self._add(index, each, noun, sense)
            if binding.general_name_follows(self.tags, index, noun):
                self.ledger.note(index + 1, self.tags[index + 1].word, "drawn")

    def _leave_out(self, index: int, each: Tag, noun: Noun) -> None:
        """No room for one more: of what is there already only the number is wrong."""
        alike = next((phrase for phrase in self.parse.phrases if phrase.noun is noun), None)
        if alike is None or len(self.parse.phrases) < PHRASE_LIMIT:
            self._drop(index, each)
            return
        binding.account(self.pending, [alike], self.ledger)
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "approximated")

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
            if index + 2 < len(self.tags) and self.tags[index + 2].folded in ("is", "are"):
                # "The cat's tail is orange".
                self.skipped.add(index + 1)
                self.owner = self.parse.phrases[-1]
                self._is_described(index + 1, after)
            self.ledger.note(index + 1, after.word, "drawn")
        else:
            self.ledger.note(index, each.word, "approximated")

    def _on_garment(self, index: int, each: Tag) -> None:
        """A garment that nobody wears is a thing: of "a wedding dress" the dress, if there is a drawing of it."""
        senses = vocabulary().get(each.tokens[-1].folded, ()) if len(each.tokens) > 1 else ()
        thing = next((sense for sense in senses if sense.category == "noun"), None)
        if thing is None:
            self._drop(index, each)
        else:
            named = Sense("noun", thing.value, plural=thing.plural, near=True)
            self._add(index, each, nouns()[thing.value], named)

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
        if noun.role == "sky" and noun.plural == () and self.pending.count is None:
            # There is one solar system, one Mars, one Earth.
            return next((phrase for phrase in self.parse.phrases if phrase.noun is noun), None)
        if not self.definite or self.distinct:
            return None
        alike = (phrase for phrase in reversed(self.parse.phrases) if phrase.noun is noun)
        return next((phrase for phrase in alike if self._may_mean(phrase)), None)

    def _may_mean(self, phrase: Phrase) -> bool:
        """Whether what waits for the noun says nothing else of it than what was said of the phrase."""
        pending = self.pending
        own = {phrase.colour, *phrase.attributes.values()}
        hued = not pending.codes or (not pending.earlier and set(pending.codes) <= own)
        return hued and pending.count in (None, phrase.count)

    def _counted_now(self, noun: Noun) -> Phrase | None:
        """A phrase of before that only named what is counted now: "count the apples, 7 apples"."""
        if not noun.key or self.pending.count is None or self.pending.colours or self.links.awaits_object():
            return None
        same = (phrase for phrase in reversed(self.parse.phrases) if phrase.noun is noun)
        before = next(same, None)
        loose = before is not None and before.plural and not (before.counted or before.colour or before.relation)
        return before if loose and not any(one.target is before for one in self.parse.phrases) else None

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
        if (named := self._counted_now(noun)) is not None and self.pending.count is not None:
            named.count, named.counted = self.pending.count, True
            named.attributes |= self.pending.attributes
            self._refer(index, each, named)
            return
        if self.board is not None and self.pending.count is None and shows_besides(self.board.noun, each.folded):
            # "A birthday cake with candles" has them already.
            self.pending = Modifiers()
            self.ledger.note(index, each.word, "drawn")
            return
        if self._is_odd_one(index, each, noun):
            return
        if (companion := self._companion(index)) is not None:
            self._specify(index, each, noun, sense, companion)
            return
        self.referred, self.ordinal = None, False
        self._hint_at_place(index, each)
        sense = binding.doubt(self.tags, index, sense)
        if sense.plural and self.pending.count is None and not self.pending.spread and self._is_single(index):
            # "A women", "a scissors".
            self.pending.count = 1
        phrases = binding.bind(noun, each.word, index, sense, self.pending)
        binding.account(self.pending, phrases, self.ledger)
        vessel, bearer = self._vessel(noun), self._bearer(noun, index)
        for phrase in phrases:
            if vessel is not None:
                self._serve(vessel, phrase)
            elif self.board is not None and may_lie_on(noun, self.board.noun) and not self.links.awaits_object():
                self._lay(phrase, self.board)
            elif bearer is not None:
                self.links.bear(phrase, *bearer)
            else:
                self.links.place(phrase, joined=phrase is not phrases[0])
        self.pending = Modifiers()
        self.parse.phrases += phrases
        self.ledger.note(index, each.word, "approximated" if sense.near else "drawn")
        self.last = phrases[-1]

    def _is_odd_one(self, index: int, each: Tag, noun: Noun) -> bool:
        """Whether one of the many that were just named has another colour: "sheep with one black sheep"."""
        before = self.parse.phrases[-1] if self.parse.phrases else None
        start = min((waiting for waiting, _, _ in self.pending.indices), default=index)
        alone = self.pending.count == 1 and len(self.pending.colours) == 1 and start > 0
        if before is None or before.noun is not noun or before.count < 3 or not alone:
            return False
        if self.tags[start - 1].folded != "with":
            return False
        before.shares.append(Share(1, self.pending.colours[0]))
        binding.account(self.pending, [before], self.ledger)
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "drawn")
        return True

    def _companion(self, index: int) -> Phrase | None:
        """Who was named by a general word before a comma: "her best friend, a little pink dragon"."""
        start = min((waiting for waiting, _, _ in self.pending.indices), default=index)
        before = self.parse.phrases[-1] if self.parse.phrases else None
        listed = start > 1 and self.tags[start - 1].folded == ":" and before is not None
        if listed and before is not None and before.index == start - 2 and before.count == 1:
            # "A lost cat: grey cat with white paws".
            return before if before.noun is nouns()[self._noun_value(index)] else None
        if before is None or start < 3 or before.index != start - 3 or self.pending.count not in (None, 1):
            return None
        parted = self.tags[start - 2].folded == "," and self.tags[start - 1].sense("article") is not None
        general = before.word.rpartition(" ")[2] in table("words/kinship")["companions"]["names"]
        return before if parted and general else None

    def _noun_value(self, index: int) -> str:
        sense = self.tags[index].sense("noun")
        return sense.value if sense is not None else next(iter(nouns()))

    def _specify(self, index: int, each: Tag, noun: Noun, sense: Sense, general: Phrase) -> None:
        """The general phrase turns out to be this thing."""
        (exact, *_) = binding.bind(noun, each.word, index, sense, self.pending)
        binding.account(self.pending, [exact], self.ledger)
        self.pending = Modifiers()
        self.ledger.note(general.index, general.word, "silent", overrule=True)
        general.noun, general.word, general.index, general.art = noun, each.word, index, exact.art
        general.colour, general.scale = exact.colour, exact.scale
        general.attributes |= exact.attributes
        self.ledger.note(index, each.word, "approximated" if sense.near else "drawn")
        self.last = general

    def _is_single(self, index: int) -> bool:
        """Whether "a" stands before the noun and its adjectives, though the noun is a plural."""
        start = min((waiting for waiting, _, _ in self.pending.indices), default=index)
        return start > 0 and self.tags[start - 1].folded in ("a", "an")

    def _hint_at_place(self, index: int, each: Tag) -> None:
        """A park bench stands in a park, if the text does not say where."""
        first, _, rest = each.folded.partition(" ")
        if rest and first in table("words/places")["hinted"]["words"]:
            place = next((sense for sense in vocabulary()[first] if sense.category == "place"), None)
            if place is not None:
                self.parse.places.append(PlaceWord(place.value, each.word, index, True, "", implied=True))

    # -- vessels and portions

    def _on_portion(self, index: int, each: Tag, sense: Sense) -> None:
        """A bowl of something: shown by the art of what is in it, or a thing of its own, or not drawn."""
        content = binding.noun_after_of(self.tags, index, self.kind)
        holder = each.sense("noun")
        wrap = table("words/counts")["portions"]["wraps"].get(each.folded)
        if wrap is not None and content is not None and content.group == "plants":
            self._on_bunch(index, each, wrap)
            return
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

    def _on_bunch(self, index: int, each: Tag, wrap: str) -> None:
        """ "A bouquet of roses": several of them in paper, or in the vase that comes after them."""
        vases = table("words/counts")["portions"]["holders"]
        after = (tag.sense("noun") for tag in self.tags[index + 1 : index + BUNCH_WORDS])
        if not any(noun is not None and noun.value in vases for noun in after):
            self._add(index, each, nouns()[wrap], Sense("noun", wrap))
            self.links.of = self.parse.phrases[-1]
        self.ledger.note(index, each.word, "drawn", overrule=True)
        self.pending.count = BUNCH

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
        content.relate("on" if vessel.noun.role == "lies" else "in", vessel)
        self.links.filled(content, vessel)

    def _lay(self, thing: Phrase, board: Phrase) -> None:
        """Put a thing on the table that has it; a list of things may go on."""
        thing.relate("on", board)
        self.links.laid(thing)
