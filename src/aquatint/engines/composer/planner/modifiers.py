"""Words that wait for a noun or add to the one before: counts, colours, sizes, looks."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.ensembles import Ensemble, Members, ensembles
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.states import drawing_of
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import MOST_COLOURS, Sense
from aquatint.engines.composer.planner import binding, features
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.conditions import STATE, state_of
from aquatint.engines.composer.planner.ledger import Fate
from aquatint.engines.composer.planner.phrases import Modifiers, Phrase, PlaceWord, Share
from aquatint.engines.composer.planner.sharing import colours_in_turn
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.planner.walk import Walk
from aquatint.engines.composer.scene import ART

COUNT_LIMIT = 400
"""Highest count of one item."""
_AGES = (("baby", 2), ("child", 13), ("young", 25), ("adult", 60), ("old", 10**12))
"""Ages of people, and the years that they end before."""
YEARS = range(1000, 2101)
"""Figures that may be years."""
RIVALS = "#2f6bd0"
"""What the second one of two teams wears."""
MULTITUDE = 200
"""How many are drawn of a number that is too large; the number is told as approximated."""


class ModifierReader(Walk):
    """Reads what describes things."""

    def _unknown(self, index: int, each: Tag) -> None:
        number = each.folded.replace(",", "")
        if each.kind == "number" and number.isdecimal():
            self._on_count(index, each, Sense("count", number))
            return
        if each.tokens[0].joined and self.pending.count is not None:
            # "a three-headed dog" is one dog.
            self.pending.count = None
            for waiting, word, category in self.pending.indices:
                if category == "count":
                    self.ledger.note(waiting, word, "undrawn")
        super()._unknown(index, each)

    def _on_count(self, index: int, each: Tag, sense: Sense) -> None:
        number = int(sense.value) if len(sense.value) < 12 else 0
        if each.kind == "number" and self._counts_before(index):
            self._on_figure_after(index, each, number)
            return
        if each.kind == "number" and self._counts_nothing(index, number):
            self.ledger.note(index, each.word, "undrawn")
            return
        if self._is_some_of_them(index, number):
            return
        if self._is_age(index):
            self._on_years(index, each, number)
            return
        if not number or (number > COUNT_LIMIT and not binding.heads_noun(self.tags, index)):
            self.ledger.note(index, each.word, "undrawn" if each.kind == "number" else "silent")
            return
        if number > COUNT_LIMIT:
            self.ledger.note(index, each.word, "approximated" if self.multitudes else "undrawn")
            if not self.multitudes:
                return
            number = MULTITUDE
        if self.pending.colours and self.tags[index - 1].folded in ("and", "or", ","):
            # "four blue and two red cars": the noun is still to come.
            if self.pending.count == 1:
                self._keep_one_colour()
            self.pending.earlier.append((self.pending.count or 1, self.pending.colours[-1]))
            self.pending.count, self.pending.colours = None, []
        elif self.pending.colours:
            self._flush()
        self.pending.count = self._compose(number, spelled=each.kind == "word")
        if self.pending.count > COUNT_LIMIT:
            self.pending.count = MULTITUDE
        self._wait(index, each, "count")

    def _keep_one_colour(self) -> None:
        """ "One striped red and white, one blue": a single thing has the first colour that is said of it."""
        extra = [waiting for waiting in self.pending.indices if waiting[2] == "colour"]
        for waiting in extra[len(self.pending.earlier) + 1 :]:
            self.pending.indices.remove(waiting)
            self.ledger.note(waiting[0], waiting[1], "undrawn")
        del self.pending.colours[1:]

    def _is_some_of_them(self, index: int, number: int) -> bool:
        """ "Three of them are golden": a share of those that were named."""
        after = [tag.folded for tag in self.tags[index + 1 : index + 3]]
        if len(after) < 2 or after[0] != "of" or after[1] not in ("them", "these", "those", "which"):
            return False
        several = next((phrase for phrase in reversed(self.parse.phrases) if phrase.count > number), None)
        if several is None:
            return False
        self._flush()
        self.referred, self.ordinal, self.rest, self.chosen = several, True, number, index
        for at in (index, index + 1, index + 2):
            self.ledger.note(at, self.tags[at].word, "drawn" if at == index else "silent")
            self.skipped.add(at)
        return True

    def _counts_before(self, index: int) -> bool:
        """Whether the figure belongs to the noun right before it: "milk 2, bread 3"."""
        ends = index + 1 >= len(self.tags) or self.tags[index + 1].kind == "mark"
        return ends and self.last is not None and not self.last.counted

    def _on_figure_after(self, index: int, each: Tag, number: int) -> None:
        shown = self.last is not None and 0 < number <= COUNT_LIMIT
        if self.last is not None and shown:
            self.last.count, self.last.counted = number, True
        self.ledger.note(index, each.word, "drawn" if shown else "undrawn")

    def _counts_nothing(self, index: int, number: int) -> bool:
        """Whether the figure is a year ("a 1957 car"), a price, a measure or a mere number, and no count."""
        figures = table("words/counts")["figures"]
        before = self.tags[index - 1].folded if index else ""
        after = self.tags[index + 1].folded if index + 1 < len(self.tags) else ""
        year = number in YEARS and before in figures["year_after"]
        return year or before in figures["after"] or after in figures["before"]

    def _is_age(self, index: int) -> bool:
        """Whether the number is one of years: "a 7-year-old girl"."""
        after = [tag.folded for tag in self.tags[index + 1 : index + 3]]
        return len(after) == 2 and after[0] in ("year", "years") and after[1].partition(" ")[0] in ("old", "olds")

    def _on_years(self, index: int, each: Tag, number: int) -> None:
        self.ledger.note(index, each.word, "approximated")
        self.ledger.note(index + 1, self.tags[index + 1].word, "silent")
        self.skipped.add(index + 1)
        if self.tags[index + 2].folded == "old":
            age = next(age for age, limit in _AGES if number < limit)
            self.pending.attributes["age"] = age
            self.ledger.note(index + 2, "old", "silent")
            self.skipped.add(index + 2)

    def _compose(self, number: int, *, spelled: bool) -> int:
        """The number that two number words make: "twenty-five", "two hundred"; of "3 to 5" it is the last."""
        before, grouped = self.pending.count, self.pending.grouped
        self.pending.grouped = False
        if before is None or grouped or not spelled:
            # "A group of seven" says itself how many they are.
            return number
        if number in (12, 100, 1000) or before == 1:
            return before * number
        tens = before >= 20 and before % 10 == 0 and number < 10
        hundreds = before >= 100 and before % 100 == 0 and number < 100
        return before + number if tens or hundreds else number

    def _on_group(self, index: int, each: Tag, sense: Sense) -> None:
        """ "A flock of birds", "a wolf pack", "a family"."""
        number = int(sense.value)
        if sense.plural and self.pending.count is not None:
            # Plurals of groups count double; "two pairs" says so itself.
            number //= 2
        members = table("words/counts")["companies"].get(each.folded)
        if members and (size := self._size_of_company(index)):
            self._company(index, each, [members[place % len(members)] for place in range(size)])
        elif binding.of_follows(self.tags, index):
            if each.folded == "pair" and self._is_one_pair(index):
                # "A pair of headphones" is one thing.
                number = 1
            self.pending.grouped = self.pending.count is None
            self.pending.count = min(COUNT_LIMIT, (self.pending.count or 1) * number)
            if formation := table("words/formations")["groups"].get(each.folded):
                self.pending.attributes["formation"] = formation
            self._wait(index, each, "count")
        elif self.last is not None and self._is_of_members(each):
            self.last.count, self.last.counted = number, True
            self.ledger.note(index, each.word, "drawn")
        elif self.kind != "scene" and (self._is_client(index) or self._names_itself(index)):
            # "An album cover for a band": theirs, and not of them.
            self.ledger.note(index, each.word, "silent")
        elif members:
            self._company(index, each, members)
        else:
            self._drop(index, each)

    def _is_of_members(self, each: Tag) -> bool:
        """Whether the noun before says of whom the group is: "a wolf pack", but no "circus crowd"."""
        house = self.last is not None and self.last.noun.group == "buildings"
        return each.folded not in ("ring", "pyramid", "queue") and not (
            house and each.folded in table("words/counts")["companies"]
        )

    def _is_one_pair(self, index: int) -> bool:
        names = table("words/counts")["paired"]["names"]
        after = (tag.sense("noun") for tag in self.tags[index + 2 : index + 5])
        return any(sense is not None and sense.value in names for sense in after)

    def _names_itself(self, index: int) -> bool:
        """ "Team name": a word on the picture, and nobody in it."""
        return index + 1 < len(self.tags) and self.tags[index + 1].folded in ("name", "logo", "spirit", "motto")

    def _is_client(self, index: int) -> bool:
        """Whether "for" stands before the word, through its article and adjectives."""
        for at in range(index - 1, max(-1, index - 5), -1):
            if self.tags[at].folded == "for":
                return True
            if self.tags[at].sense("noun") or self.tags[at].kind == "mark":
                break
        return False

    def _size_of_company(self, index: int) -> int:
        """How many "a team of three" is; 0 where a noun says who they are."""
        after = self.tags[index + 1 : index + 3]
        count = after[1].sense("count") if len(after) == 2 and after[0].folded == "of" else None
        if count is None or not count.value.isdecimal():
            return 0
        doing = index + 3 < len(self.tags) and self.tags[index + 3].sense("situation") is not None
        if binding.heads_noun(self.tags, index + 2) and not doing:
            return 0
        for place in (index + 1, index + 2):
            self.ledger.note(place, self.tags[place].word, "silent" if place == index + 1 else "drawn")
            self.skipped.add(place)
        return min(20, int(count.value))

    def _on_ensemble(self, index: int, each: Tag, sense: Sense) -> None:
        """ "A choir", "a soccer team": all who belong to it, as one subject."""
        ensemble = ensembles()[sense.value]
        if binding.head_of(self.tags, index, self.kind) is not None or binding.unknown_noun_follows(
            self.tags, index
        ):
            if sense.value.startswith("family of"):
                # "A family of four bears".
                self.pending.count = ensemble.total()
                self._wait(index, each, "count")
                return
            # "A rock band poster", "a football team bus": the word describes a thing.
            self.ledger.note(index, each.word, "approximated")
            return
        phrases = [self._members(index, each, part, ensemble) for part in ensemble.parts()]
        if sense.plural or (self.pending.count or 1) > 1:
            rivals = [self._members(index, each, part, ensemble) for part in ensemble.parts()]
            for phrase in rivals:
                phrase.colour = RIVALS if phrase.colour else ""
            phrases += rivals
        self._add_company(index, each, phrases, near=ensemble.near)
        if ensemble.place:
            self.parse.places.append(PlaceWord(ensemble.place, each.word, index, True, "", implied=True))

    def _members(self, index: int, each: Tag, part: Members, ensemble: Ensemble) -> Phrase:
        """Some of an ensemble."""
        noun, member = nouns()[part.noun], Sense("noun", part.noun, near=ensemble.near)
        phrase = binding.bind(noun, each.word, index, member, self.pending)[0]
        phrase.count, phrase.counted = part.count, True
        phrase.colour = phrase.colour or part.colour
        if ensemble.alike:
            phrase.attributes["alike"] = "yes"
        if part.pose:
            phrase.attributes.setdefault("pose" if ensemble.steady else "usual pose", part.pose)
        return phrase

    def _company(self, index: int, each: Tag, members: list[str]) -> None:
        """People who come together: a family is a man, a woman and children."""
        phrases: list[Phrase] = []
        for key in dict.fromkeys(members):
            noun, member = nouns()[key], Sense("noun", key)
            phrases += binding.bind(noun, each.word, index, member, self.pending)
            phrases[-1].count, phrases[-1].counted = members.count(key), True
        self._add_company(index, each, phrases)

    def _add_company(self, index: int, each: Tag, phrases: list[Phrase], *, near: bool = False) -> None:
        binding.account(self.pending, phrases, self.ledger)
        for phrase in phrases:
            self.links.place(phrase, joined=phrase is not phrases[0])
        self.pending = Modifiers()
        self.parse.phrases += phrases
        self.ledger.note(index, each.word, "approximated" if near else "drawn")

    def _on_colour(self, index: int, each: Tag, sense: Sense) -> None:
        self.pending.colours.append(sense.value)
        self._wait(index, each, "colour")

    def _on_assorted(self, index: int, each: Tag, sense: Sense) -> None:
        """ "Assorted balloons", "balloons in three colours": each has another one, in turn."""
        number = int(sense.value) if sense.value.isdecimal() else MOST_COLOURS
        governor = self.tags[index - 1].folded if index else ""
        governor = "in" if each.folded.startswith("each") else governor
        if binding.heads_noun(self.tags, index) and governor != "in":
            self.pending.mixed = number
            self._wait(index, each, "assorted")
            return
        self._flush()
        before = self._focus() if governor in ("in", "of") else None
        several = before is not None and before.count > 1 and before.noun.group != "people"
        if before is not None and several:
            before.mixed = colours_in_turn(number, pale=sense.value == "pale")
        self.links.forget()
        fits = not sense.value.isdecimal() or (before is not None and number <= before.count)
        fate: Fate = "drawn" if fits else "approximated"
        self.ledger.note(index, each.word, fate if several else "silent" if self.kind != "scene" else "undrawn")

    def _on_size(self, index: int, each: Tag, sense: Sense) -> None:
        self.pending.scale *= float(sense.value)
        self._wait(index, each, "size")

    def _on_age(self, index: int, each: Tag, sense: Sense) -> None:
        self._attribute(index, each, {"age": sense.value}, "age")

    def _on_expression(self, index: int, each: Tag, sense: Sense) -> None:
        self._attribute(index, each, {"mood": sense.value}, "expression")

    def _on_material(self, index: int, each: Tag, sense: Sense) -> None:
        self._attribute(index, each, {"material": sense.value}, "material")

    def _on_state(self, index: int, each: Tag, sense: Sense) -> None:
        if each.folded == "hanging" and self.last is not None and self.last.noun.group not in LIVING:
            # "Lanterns hanging above a street".
            self.last.attributes.setdefault("pose", "hanging")
            self.ledger.note(index, each.word, "drawn")
            return
        if self._is_of_one(index, each):
            return
        if state := state_of(each.folded):
            self.pending.attributes[STATE] = state
        self._wait(index, each, "state")

    def _is_of_one(self, index: int, each: Tag) -> bool:
        """Whether the state is that of one of several: "seven candles, one of them blown out"."""
        some = self._some_of(index)
        if some is None or binding.heads_noun(self.tags, index):
            return False
        several, number = some
        self._flush()
        art = drawing_of(several.noun, each.folded)
        if art:
            several.shares.append(Share(number, rank=self.rank, attributes={ART: art}))
        self.ledger.note(index, each.word, "drawn" if art else "undrawn")
        return True

    def _on_lettering(self, index: int, each: Tag, sense: Sense) -> None:
        """ "In big white letters": the colour is that of the words to be set."""
        self.parse.lettering = next(iter(self.pending.colours), "") or self.parse.lettering
        for waiting, word, category in self.pending.indices:
            self.ledger.note(waiting, word, "drawn" if category == "colour" else "silent")
        self.pending = Modifiers()
        self.links.arrive()
        self.ledger.note(index, each.word, "silent" if "letter" in each.folded else "approximated")

    def _attribute(self, index: int, each: Tag, values: dict[str, str], category: str) -> None:
        self.pending.attributes.update(values)
        self._wait(index, each, category)

    def _on_hair(self, index: int, each: Tag, sense: Sense) -> None:
        self._look(index, each, {"hair": sense.value})

    def _on_look(self, index: int, each: Tag, sense: Sense) -> None:
        self._look(index, each, features.attributes_of(sense.value))

    def _look(self, index: int, each: Tag, values: dict[str, str]) -> None:
        """Hair and beard: "a woman with red hair" as well as "a bearded man"."""
        person = self._latest()
        joined = index + 1 < len(self.tags) and (
            self.tags[index + 1].kind == "mark" or self.tags[index + 1].folded == "and"
        )
        if person and person.noun.group == "people" and (joined or not binding.heads_noun(self.tags, index)):
            if self.pending.colours and not {"haircut", "beard"}.isdisjoint(values):
                # "A pink mohawk", "an orange beard".
                values.setdefault("hair", self.pending.colours[0])
                self.ledger.note(self.pending.indices[0][0], self.pending.indices[0][1], "drawn")
                self.pending = Modifiers()
            person.attributes.update(values)
            self.ledger.note(index, each.word, "drawn")
        elif person and "eyes colour" in values and not binding.heads_noun(self.tags, index):
            person.attributes.update(values)
            self.ledger.note(index, each.word, "drawn" if person.art.startswith("animal:") else "undrawn")
        else:
            self._attribute(index, each, values, "look")
