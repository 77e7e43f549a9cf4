"""Reading a text: its things with all that binds to them, its places, and what is said of the whole picture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.at_table import bears, goes_on, seat, table_meant
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.conditions import what_comes_with
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.likenesses import LikenessReader
from aquatint.engines.composer.planner.phrases import Modifiers, Parse, Phrase, PlaceWord
from aquatint.engines.composer.planner.senses import preposition_before
from aquatint.engines.composer.planner.sharing import shared_out
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.things import PHRASE_LIMIT
from aquatint.engines.composer.planner.tokens import tokenise

_HAVING = frozenset({"has", "have", "had", "having"})
_OTHERS = frozenset({"left", "right", "other", "second", "next", "same"})
_REST = frozenset({"others", "rest", "remaining"})
_COMPLETE = ("on the", "to the", "in the", "on its", "to its", "to his", "to her", "on his", "on her", "to their")
"""How relations begin that need no object: "to its right, a sailboat"."""
_SEEN = frozenset({"leaning on", "following", "pushing", "pulling", "leading"})
"""Relations that show all that their verb says."""
_ABOUT = frozenset({"for", "to", "from", "about", "towards", "toward"})
_OPENERS = frozenset({"and", "while", "with", "then", "but"})


class Reader(LikenessReader):
    """Reads how things stand to each other, and where they are."""

    def run(self) -> Parse:
        """Read everything, and add what goes on asks for and no noun has named."""
        super().run()
        for index, relation in self.links.acted.items():
            self.ledger.lift(index, "drawn" if relation in _SEEN else "approximated")
        self._drop_totals()
        self.parse.phrases = [part for phrase in self.parse.phrases for part in shared_out(phrase)]
        if self.gathering is not None:
            for phrase in self.parse.phrases:
                if phrase.noun.group in LIVING and not phrase.relation:
                    phrase.relate("around", self.gathering)
        for thing in self.parse.implied:
            self._add_implied(thing)
        self.parse.phrases += what_comes_with(self.parse.phrases)
        self._build_fronts()
        seat(self.parse.phrases)
        return self.parse

    def _build_fronts(self) -> None:
        """A bakery in a street is seen from outside: it is a house there, and not the place."""
        edges = table("words/places")["edges"]
        open_air = any(place.preposition and place.backdrop not in edges["indoors"] for place in self.parse.places)
        for place in [place for place in self.parse.places if open_air and self.kind == "scene"]:
            front = edges["fronts"].get(place.backdrop)
            if front is None or place.preposition or place.implied:
                continue
            if any(phrase.noun.key in table("words/postures")["boards"]["names"] for phrase in self.parse.phrases):
                self._go_inside(place)
                return
            noun = nouns()[front]
            phrase = Phrase(noun=noun, word=place.word, index=place.index, art=noun.art, near=True)
            self.parse.places.remove(place)
            self.parse.phrases.insert(0, phrase)
            self.ledger.note(place.index, place.word, "approximated", overrule=True)

    def _go_inside(self, place: PlaceWord) -> None:
        """ "A cafe in Paris with a couple at a table" is seen from inside, where nothing tells of the town."""
        for other in self.parse.places:
            if other is not place:
                self.ledger.note(other.index, other.word, "undrawn")
        self.parse.places = [place]

    def _drop_totals(self) -> None:
        """ "Five children: three boys and two girls" are five in all."""
        for start in reversed(self.listings):
            total, rest = self.parse.phrases[start - 1], self.parse.phrases[start:]
            members = _first_of_group(rest, total.noun.group) or rest
            same = sum(member.count for member in members) == total.count and not total.shares
            if len(members) > 1 and (same or total.near):
                del self.parse.phrases[start - 1]

    def _add_implied(self, thing: Phrase) -> None:
        named = next((phrase for phrase in self.parse.phrases if _are_kin(phrase, thing)), None)
        if named is None:
            thing.implied = True
            if len(self.parse.phrases) < PHRASE_LIMIT:
                self.parse.phrases.append(thing)
            return
        if thing.relation == "on" and thing.target is not None and goes_on(named.noun):
            named.relate(thing.relation, thing.target)
        if thing.relation in ("wearing", "holding") and named.noun is thing.noun:
            # "A frog prince with a golden crown".
            named.relate(thing.relation, thing.target)
        for phrase in (*self.parse.phrases, *self.parse.implied):
            if phrase.target is thing:
                relation, phrase.relation, phrase.target = phrase.relation, "", None
                phrase.relate(relation, named)

    def _on_manner(self, index: int, each: Tag, sense: Sense) -> None:
        if not binding.heads_noun(self.tags, index):
            # "At night": the preposition was about the time and waits for no thing.
            self.links.forget()
        super()._on_manner(index, each, sense)

    def _on_relation(self, index: int, each: Tag, sense: Sense) -> None:
        self.ledger.note(index, each.word, "silent")
        self._flush()
        self.last = self.board = None
        self.negated = self.with_part = self.lost = False
        if self.links.goes_with_particle(index - 1, sense.value):
            return
        clothed = sense.value == "in" and self._is_clothing(index)
        by_living = clothed or sense.value in ("wearing", "holding")
        subject = self._actor() if by_living else None if self._is_stray(index) else self._latest()
        if sense.value.startswith("-"):
            # "A basket full of mushrooms": they are in the basket; after a comma it is said of who has it.
            subject = self._latest() if index and self.tags[index - 1].folded == "," else self._focus()
            if self._place_is_last():
                # "Eggs in a garden full of tulips": they are not in the eggs.
                subject = None
        if self.links.lost_object and sense.value in ("on", "in"):
            # "Pouring something into a glass": who pours is not in it.
            self.links.lost_object = False
            self.links.say("", subjects=[])
            return
        if self.brought is not None and self.brought[0] == index - 1 and sense.value in ("on", "in"):
            subject = self.brought[1]
        self.dressing = None
        if (clothed or sense.value == "wearing") and subject is not None and subject.noun.group in LIVING:
            self.dressing = subject
            some = self._some_of(index)
            if some is not None and some[0] is subject:
                # "Two men, one in blue and one in red".
                self.referred, self.rest = some
                self.ordinal, self.chosen = True, index
        if clothed and self.dressing is not None:
            return
        if sense.value == "hanging from":
            # Whatever it is that they hang from.
            for each_one in self.links.coordinated(subject):
                each_one.attributes.setdefault("pose", "hanging")
        if self.links.barrier is not None and subject is self.links.barrier and each.folded == "at":
            # "Looking over a fence at a boy": the fence is between.
            self.links.say("-in front of", subjects=[subject])
            self.links.barrier = None
            return
        trailing = sense.value in table("words/relations")["trailing"]["names"] and not each.folded.endswith(" of")
        fronted = not by_living and self._opens_clause(index) and not sense.value.startswith("-")
        complete = each.folded.startswith(_COMPLETE) and trailing
        self.links.say(
            sense.value,
            subjects=[] if fronted and complete else self.links.coordinated(subject),
            open_ended=complete if fronted else trailing and subject is not None,
            fronted=fronted,
        )

    def _place_is_last(self) -> bool:
        """Whether a place was named after the last thing."""
        before = self._focus()
        return bool(self.parse.places) and (before is None or self.parse.places[-1].index > before.index)

    def _is_clothing(self, index: int) -> bool:
        """Whether what "in" leads to is worn: "in a green coat", "a chef in a white hat"."""
        qualities = table("words/qualities")
        person = self._actor()
        names = "wearables" if person is not None and person.noun.group == "people" else "hats"
        for place, after in enumerate(self.tags[index + 1 : index + 5]):
            noun = after.sense("noun")
            if after.sense("clothes") or (noun is not None and noun.value in qualities[names]["names"]):
                return True
            if noun is not None and not binding.describes_noun(self.tags, index + 1 + place):
                return False
        return False

    def _opens_clause(self, index: int) -> bool:
        """Whether the word is the first of the text or of a clause, "and" and "while" left aside."""
        while index and self.tags[index - 1].folded in _OPENERS:
            index -= 1
        return index == 0 or self.tags[index - 1].kind == "mark"

    def _on_stop(self, index: int, each: Tag, sense: Sense) -> None:
        self.ledger.note(index, each.word, "silent")
        if each.folded in table("words/stop")["negations"]:
            self._flush()
            self.negated = True
        elif each.folded in ("with", "but"):
            self.negated = False
        if each.folded == "other" and self._copula_follows(index):
            self._on_ordinal(index, each, sense)
        elif each.folded in _REST and self._copula_follows(index):
            self._on_rest(index, each)
        elif each.folded in _OTHERS:
            self.distinct = True
        if each.folded in _HAVING and self._being() is not None:
            self._flush()
            self.with_part, self.dressing = True, self._being()
        if self.links.lost_object and each.folded in _ABOUT:
            # "Throwing something for his dog": the dog is not thrown.
            self.links.lose()
        if each.folded == "to" and self.giver and self.last and self._somebody_follows(index):
            self._flush()
            self.links.say("facing", subjects=[self.giver])
            self.giver = None
        if each.folded == "with":
            self._flush()
            self.with_part = True
            before = self._focus()
            if index and self.tags[index - 1].sense("situation") is None:
                self._dress(before)
                # Who sits on a chair "with a cat" has the cat, and not the chair.
                taken = any(one.target is before for one in self.parse.phrases)
                self.board = before if before is not None and bears(before.noun, free=not taken) else None
            self.links.accompany()
        elif each.folded == "and" and not self.pending:
            self.links.join()
        elif each.folded == "while":
            self._flush()
            self.links.stop()
        elif each.folded in table("words/stop")["copulas"]:
            self._flush()
        if each.folded != "of":
            self.last = None

    def _somebody_follows(self, index: int) -> bool:
        """Whether one of the next words, through an article and adjectives, is somebody."""
        for after in self.tags[index + 1 : index + 5]:
            if (noun := after.sense("noun")) is not None:
                return nouns()[noun.value].group in LIVING
        return False

    def _dress(self, before: Phrase | None) -> None:
        """ "With": what comes next is worn or held by the being before, or by who is at the thing before."""
        self.dressing = self._being()
        self.far_bearer = self.dressing is None
        if self.dressing is None and before is not None and self.sentence < len(self.parse.phrases):
            since = self.parse.phrases[self.sentence :]
            people = (one for one in since if one.target is before and one.noun.group == "people")
            self.dressing = next(people, None)

    def _on_count(self, index: int, each: Tag, sense: Sense) -> None:
        if sense.value == "1" and self._copula_follows(index):
            # "Two balloons. One is red."
            self._on_ordinal(index, each, sense)
        else:
            super()._on_count(index, each, sense)

    def _copula_follows(self, index: int) -> bool:
        return index + 1 < len(self.tags) and self.tags[index + 1].folded in ("is", "was", "are")

    # -- places

    def _is_beheld(self, index: int) -> bool:
        """Whether somebody watches the place, and so is at its edge: "a lifeguard watching the sea"."""
        before = [tag.folded for tag in self.tags[max(0, index - 3) : index] if tag.sense("article") is None]
        return bool(before) and before[-1] in table("words/places")["edges"]["beholding"]

    def _on_place(self, index: int, each: Tag, sense: Sense) -> None:
        preposition = preposition_before(self.tags, index)
        if sense.value == "table" and (key := table_meant(self.tags, index, preposition, self.kind)):
            self._on_noun(index, each, Sense("noun", key))
            return
        if index + 1 < len(self.tags) and self.tags[index + 1].folded == "outside" and self.parse.places:
            # "A cafe, leaves on the street outside": seen through a window at best.
            self._drop(index, each)
            return
        if not preposition and self._is_beheld(index):
            preposition = "by"
        self.parse.places.append(PlaceWord(sense.value, each.word, index, sense.near, preposition))
        before = self._latest()
        if preposition in ("above", "over") and before is not None and not self.links.missed:
            binding.lift(self.links.coordinated(before))
        binding.account_place(self.pending, sense.value, self.ledger)
        self.pending = Modifiers()
        if binding.head_of(self.tags, index, self.kind) is None:
            # "Over a garden fence" is over the fence.
            self.links.arrive()
        self.last = None

    def _on_spread(self, index: int, each: Tag, sense: Sense) -> None:
        """ "A field of tulips", "a tulip field", "petals everywhere"."""
        if sense.value == "everywhere":
            target = self.parse.phrases[-1] if self.parse.phrases else None
            if target is not None and target.plural:
                self._strew(target)
            self.ledger.note(index, each.word, "drawn" if target is not None and target.plural else "silent")
            return
        if binding.of_follows(self.tags, index):
            self.pending.spread = True
            self._wait(index, each, "spread")
        elif self.last is not None:
            self._strew(self.last)
            self.ledger.note(index, each.word, "drawn")
        else:
            self._drop(index, each)
            return
        if backdrop := table("words/spreads")["spreads"][sense.value]:
            self.parse.places.append(PlaceWord(backdrop, each.word, index, False, "in"))

    def _strew(self, phrase: Phrase) -> None:
        """Let the phrase cover the ground, so that nothing stands in any relation to it."""
        phrase.spread = True
        phrase.relation, phrase.target = "", None
        for other in self.parse.phrases:
            if other.target is phrase:
                other.relation, other.target = "", None
        if not phrase.counted:
            phrase.count = binding.STREWN


def _first_of_group(phrases: Sequence[Phrase], group: str) -> list[Phrase]:
    """The phrases up to the first one of another group of nouns."""
    return list(takewhile(lambda phrase: phrase.noun.group == group, phrases))


def _are_kin(named: Phrase, thing: Phrase) -> bool:
    """Whether a named thing stands for an implied one: a cake for the birthday cake."""
    return not named.implied and named.noun.key.rpartition(" ")[2] == thing.noun.key.rpartition(" ")[2]


def read(tags: Sequence[Tag], ledger: Ledger, kind: str = "scene", *, multitudes: bool = False) -> Parse:
    """What the tags name. Tags with a verdict in the ledger are taken as read.

    With ``multitudes``, numbers that are too large to be drawn are drawn as many.
    """
    return Reader(tags, ledger, kind, multitudes=multitudes).run()


def read_phrases(text: str) -> list[Phrase]:
    """The noun phrases of any text, for example of an edit instruction: "the two green apples on the left"."""
    return read(tag(tokenise(text)), Ledger()).phrases
