"""Nouns: the things themselves, what they contain, what somebody wears, what is only a part."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.modifiers import ModifierReader
from aquatint.engines.composer.planner.phrases import Modifiers, Phrase
from aquatint.engines.composer.planner.tags import Tag

HAND = 0.6
"""Things no higher than this (in metres) are in the hand of who has them."""
PHRASE_LIMIT = 60
"""Most things that a scene can hold; further ones are reported as not drawn."""


class ThingReader(ModifierReader):
    """Reads what is to be drawn."""

    def _on_noun(self, index: int, each: Tag, sense: Sense) -> None:
        noun = nouns()[sense.value]
        clothes = each.sense("clothes")
        if clothes is not None and self.dressing is not None:
            self._on_clothes(index, each, clothes)
        elif self._is_part(index, noun):
            self._on_part(index, each, sense)
        elif binding.goes_on_to_noun(self.tags, index, sense, self.kind):
            # A noun before a noun describes it; what it describes is drawn, the description is not.
            head = binding.head_of(self.tags, index, self.kind)
            self.ledger.note(index, each.word, "silent" if head == sense.value else "undrawn")
        elif len(self.parse.phrases) >= PHRASE_LIMIT:
            self._drop(index, each)
        else:
            self._add(index, each, noun, sense)
            if binding.general_name_follows(self.tags, index, noun):
                self.ledger.note(index + 1, self.tags[index + 1].word, "drawn")

    def _add(self, index: int, each: Tag, noun: Noun, sense: Sense) -> None:
        sense = binding.doubt(self.tags, index, sense)
        phrases = binding.bind(noun, each.word, index, sense, self.pending)
        binding.account(self.pending, phrases, self.ledger)
        vessel, bearer = self._vessel(), self._bearer(noun)
        for phrase in phrases:
            if vessel is not None:
                self._serve(vessel, phrase)
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

    def _vessel(self) -> Phrase | None:
        """The phrase before "of", if what comes now is its content."""
        before = self.parse.phrases[-1] if self.parse.phrases else None
        return before if before is not None and self.links.of is before else None

    def _serve(self, vessel: Phrase, content: Phrase) -> None:
        content.relate("in", vessel)
        self.links.filled(content)

    # -- clothes and parts

    def _bearer(self, noun: Noun) -> tuple[Phrase, str] | None:
        """Who has the thing and how, if somebody was said to have something and this can be worn or held."""
        if self.dressing is None:
            return None
        qualities = table("words/qualities")
        if noun.key in qualities["wearables"]["names"]:
            return self.dressing, "wearing"
        small = noun.group in ("things", "household", "foods", "plants") and noun.metres <= HAND
        held = self.with_part and (small or noun.key in qualities["handhelds"]["names"])
        return (self.dressing, "holding") if held and self.dressing.noun.group == "people" else None

    def _on_clothes(self, index: int, each: Tag, sense: Sense) -> None:
        """Garments become a person's clothes; no animal has a drawing that is dressed."""
        people = (phrase for phrase in reversed(self.parse.phrases) if phrase.noun.group == "people")
        wearer = self.dressing or next(people, None)
        if wearer is None or wearer.noun.group != "people":
            self._drop(index, each)
            return
        worn = wearer.attributes.get("clothes")
        wearer.attributes["clothes"] = f"{worn}, {sense.value}" if worn else sense.value
        if self.pending.colours:
            garment = sense.value if worn else "clothes"
            wearer.attributes[f"{garment} colour"] = self.pending.colours[0]
        cloth = self.pending.attributes.get("material", "")
        patterned = cloth in table("words/qualities")["marks"]["names"]
        if patterned:
            wearer.attributes["pattern"] = cloth
        for waiting, word, category in self.pending.indices:
            seen = category == "colour" or (category == "material" and patterned)
            self.ledger.note(waiting, word, "drawn" if seen else "undrawn")
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "drawn")

    def _is_part(self, index: int, noun: Noun) -> bool:
        """Whether the noun is a part of the thing before "with", or describes one: "with a carrot nose"."""
        if not self.with_part or not (self.parse.phrases or self.parse.places):
            return False
        after = self.tags[index + 1] if index + 1 < len(self.tags) else None
        describes = after is not None and after.sense("part") is not None and after.sense("noun") is None
        return noun.part or describes or self.tags[index].sense("part") is not None

    def _on_part(self, index: int, each: Tag, sense: Sense) -> None:
        """Parts describe and are no things; spots and stripes mark the coat of an animal."""
        bearer = self.parse.phrases[-1] if self.parse.phrases else None
        marks = each.folded in table("words/qualities")["marks"]["names"]
        if bearer is None or not marks or not bearer.art.startswith("animal:"):
            self._drop(index, each)
            return
        bearer.attributes["pattern"] = each.folded
        if self.pending.colours:
            bearer.attributes["pattern colour"] = self.pending.colours[0]
        for waiting, word, category in self.pending.indices:
            self.ledger.note(waiting, word, "drawn" if category == "colour" else "undrawn")
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "drawn")
