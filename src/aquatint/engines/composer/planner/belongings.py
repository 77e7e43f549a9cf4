"""What belongs to somebody: clothes, things in the hand, and parts, which are no things of their own."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.states import shows_besides
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.connecting import TOY
from aquatint.engines.composer.planner.modifiers import ModifierReader
from aquatint.engines.composer.planner.phrases import Modifiers, Phrase, Share
from aquatint.engines.composer.planner.tags import Tag

HAND = 0.6
"""Things no higher than this (in metres) are in the hand of who has them."""


class BelongingReader(ModifierReader):
    """Reads clothes, carried things and parts."""

    def _bearer(self, noun: Noun, index: int) -> tuple[Phrase, str] | None:
        """Who has the thing and how, if somebody was said to have something and this can be worn or held."""
        qualities = table("words/qualities")
        if self.dressing is None:
            owner = self._wears_own(index)
            worn = noun.key in qualities["wearables"]["names"]
            return (owner, "wearing") if owner is not None and worn else None
        if noun.key in qualities["wearables"]["names"]:
            return self.dressing, "wearing"
        if self.far_bearer:
            return (self.dressing, "holding") if noun.key in qualities["handhelds"]["names"] else None
        small = noun.group in ("things", "household", "foods", "plants") and noun.metres <= HAND
        on_ground = self.dressing.attributes.get("pose") == "playing" and noun.metres > TOY
        held = self.with_part and not on_ground and (small or noun.key in qualities["handhelds"]["names"])
        return (self.dressing, "holding") if held and self.dressing.noun.group == "people" else None

    def _on_clothes(self, index: int, each: Tag, sense: Sense) -> None:
        """Garments become a person's clothes; no animal has a drawing that is dressed."""
        people = (phrase for phrase in reversed(self.parse.phrases) if phrase.noun.group == "people")
        wearer = self.dressing or self._wears_own(index) or next(people, None)
        if wearer is None or (wearer.noun.group != "people" and not binding.may_stand_up(wearer.noun)):
            self._on_garment(index, each)
            return
        some = self._some_of(self.chosen + 1) if self.ordinal and self.referred is wearer else None
        if some is not None:
            wearer = self._one_dressed(some)
        worn = wearer.attributes.get("clothes", "")
        wearer.attributes["clothes"] = f"{worn}, {sense.value}"[:80] if worn else sense.value
        if self.pending.colours:
            wearer.attributes[f"{sense.value} colour" if worn else "clothes colour"] = self.pending.colours[0]
        self.own = wearer, f"{sense.value} colour" if worn else "clothes colour"
        cloth = self.pending.attributes.get("material", "")
        patterned = cloth in table("words/qualities")["marks"]["names"]
        if patterned:
            wearer.attributes["pattern"] = cloth
        for waiting, word, category in self.pending.indices:
            seen = category == "colour" or (category == "material" and patterned)
            self.ledger.note(waiting, word, "drawn" if seen else "undrawn")
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "approximated" if sense.near else "drawn")

    def _one_dressed(self, some: tuple[Phrase, int]) -> Phrase:
        """A stand-in for those of several who are dressed otherwise: what it wears is theirs alone."""
        several, number = some
        own = replace(several, attributes={}, shares=[])
        several.shares.append(Share(number, rank=self.rank, attributes=own.attributes))
        return own

    def _wears_own(self, index: int) -> Phrase | None:
        """Who wears a garment of her own: "her coat is blue", or the next one in a list: "a sailor, red scarf"."""
        if self.owner is not None:
            return self.owner if self.owner.noun.group in LIVING and not self.links.awaits_object() else None
        at = index
        while at and at > index - 4 and (at - 1, self.tags[at - 1].word) in self._waiting():
            at -= 1
        listed = at > 0 and self.tags[at - 1].folded == "," and not self.links.awaits_object()
        being = self._being() if listed else None
        return being if being is not None and being.count == 1 else None

    def _waiting(self) -> set[tuple[int, str]]:
        return {(index, word) for index, word, _ in self.pending.indices}

    def _is_described(self, index: int, each: Tag) -> bool:
        """Whether the colour of somebody's part is told next: "her hair is red", "its fur is white"."""
        after = [tag.folded for tag in self.tags[index + 1 : index + 2]]
        if each.sense("part") is None or not {*after} & {"is", "are"} or self.owner is None:
            return False
        attribute = table("words/pronouns")["parts"].get(each.folded, f"{each.folded} colour"[:80])
        self.own = self.owner, attribute
        self.ledger.note(index, each.word, "drawn")
        return True

    def _on_garment(self, index: int, each: Tag) -> None:
        """A garment that nobody wears."""
        self._drop(index, each)

    def _is_part(self, index: int, noun: Noun) -> bool:
        """Whether the noun is a part of the thing before "with", or describes one: "with a carrot nose"."""
        if not self.with_part or not (self.parse.phrases or self.parse.places):
            return False
        before = self._focus()
        if noun.key == "scales" and before is not None and before.noun.group == "people":
            # Justice has a pair of them in her hand.
            return False
        if (
            before is not None
            and self.pending.count is None
            and before.index >= index - 3
            and shows_besides(before.noun, self.tags[index].folded)
        ):
            return True
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
        if self._is_held_by(index, each) or self._is_described(index, each):
            return
        if binding.of_follows(self.tags, index):
            self.pending = Modifiers()
            self.ledger.note(index, each.word, "drawn")
            return
        whole = self._whole(each)
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

    def _whole(self, part: Tag) -> Phrase | None:
        """Whose part it is: of "a cottage covered in ivy, with a blue door" the cottage has one."""
        focus = self._focus()
        having = (phrase for phrase in reversed(self.parse.phrases) if shows_besides(phrase.noun, part.folded))
        return focus if focus is None or focus.noun.group in LIVING else next(having, focus)

    def _mark_coat(self, index: int, each: Tag, bearer: Phrase) -> None:
        """Spots, stripes and patches on a coat, in the colour that was said."""
        bearer.attributes["pattern"] = each.folded
        if self.pending.colours:
            bearer.attributes["pattern colour"] = self.pending.colours[0]
        for waiting, word, category in self.pending.indices:
            self.ledger.note(waiting, word, "drawn" if category == "colour" else "undrawn")
        self.pending = Modifiers()
        self.ledger.note(index, each.word, "drawn")
