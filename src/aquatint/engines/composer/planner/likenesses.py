"""What a thing consists of, looks like or plays: a house made of glass, a heart in latte art, a dog as a king."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.states import shows_state
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.costumes import costume_of, dress, makes_costume, mixed_costumes
from aquatint.engines.composer.planner.goings_on import SituationReader
from aquatint.engines.composer.planner.ledger import Fate
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.tags import Tag


class LikenessReader(SituationReader):
    """Reads what is named and is no thing of its own."""

    def _word(self, index: int, each: Tag) -> None:
        if each.folded in table("words/relations")["likenesses"]["words"] or self._compares(index, each):
            # "Latte art in the shape of a heart": what comes next is no thing.
            self._flush()
            self.links.forget()
            self.ledger.note(index, each.word, "undrawn")
            self.lost = True
            return
        people = [one for one in self.parse.phrases if one.noun.group == "people"]
        if makes_costume(each.folded) and people and "costume" not in people[-1].attributes:
            # "Children in halloween costumes".
            self._flush()
            self.links.forget()
            self.parse.phrases += dress(people[-1], mixed_costumes())
            self.ledger.note(index, each.word, "approximated")
            return
        wound = self.last is not None and self.last.noun.key in table("words/relations")["wound"]["names"]
        if each.folded == "of" and wound:
            # "A crown of flowers".
            self.ledger.note(index, each.word, "silent")
            self._consist(index)
        elif each.folded in table("words/relations")["matter"]["verbs"] and self._matter_follows(index):
            self.ledger.note(index, each.word, "silent")
            self._consist(index)
        elif each.folded not in table("words/relations")["roles"]["words"] or not self._plays_somebody(index):
            super()._word(index, each)

    def _compares(self, index: int, each: Tag) -> bool:
        """Whether "like" compares: "drinking tea together like old friends", but no "I would like a cat"."""
        if each.folded != "like" or index < 2 or not self.parse.phrases:
            return False
        before = self.tags[index - 1]
        wishing = before.folded in ("would", "d", "to", "you", "we", "they") or before.sense("pronoun") is not None
        return before.kind == "word" and before.sense("noun") is None and not wishing

    def _other_part(self, at: int) -> Tag | None:
        """The second of two parts: "children dressed as ghosts and witches"."""
        after = self.tags[at + 1 : at + 3]
        part = after[1].sense("noun") if len(after) == 2 and after[0].folded == "and" else None
        return after[1] if part is not None and nouns()[part.value].group in ("people", "fantasy") else None

    def _plays_somebody(self, index: int) -> bool:
        """ "A dog as a knight" is no knight beside the dog: an animal has a thing that shows its part."""
        actor = self._actor()
        if actor is None or actor.noun.group not in LIVING:
            return False
        for at in range(index + 1, min(len(self.tags), index + 4)):
            each = self.tags[at]
            part = each.sense("noun")
            if part is not None and self._can_be_played(index, nouns()[part.value]):
                self._take_part(actor, index, at)
                return True
            if part is not None or each.kind == "mark":
                break
        return False

    def _can_be_played(self, index: int, noun: Noun) -> bool:
        """Whether somebody can be that, or is said to look like it: "dressed as a pumpkin"."""
        return self._is_disguise(index) or noun.group in ("people", "fantasy")

    def _is_disguise(self, index: int) -> bool:
        """Whether clothes are meant, and no calling: "dressed as", not "as a"."""
        return "dressed" in self.tags[index].folded or "disguised" in self.tags[index].folded

    def _take_part(self, actor: Phrase, index: int, at: int) -> None:
        """The actor gets the clothes of the part at ``at``, or, for an animal, a thing that shows it."""
        second = self._other_part(at)
        parts = [self.tags[at], *([second] if second is not None else [])]
        self.ledger.note(index, "", "silent")
        for between in range(index + 1, at):
            self.ledger.note(between, self.tags[between].word, "undrawn")
        self.skipped |= set(range(index + 1, at + 1))
        if second is not None:
            self.ledger.note(at + 1, "", "silent")
            self.skipped |= {at + 1, at + 2}
        if actor.noun.group == "people":
            fates = self._costumed(actor, parts)
        elif self._is_disguise(index) and self._puts_on(actor, parts[0]):
            fates = ["drawn", *(["undrawn"] * (len(parts) - 1))]  # type: ignore[list-item]
        else:
            fates = self._equipped(actor, parts, at)
        for place, (each, fate) in enumerate(zip(parts, fates, strict=True)):
            self.ledger.note(at + 2 * place, each.word, fate)

    def _puts_on(self, actor: Phrase, part: Tag) -> bool:
        """Dress a beast that can stand up as the part; False for others."""
        sense = part.sense("noun")
        return sense is not None and self._put_on(actor, nouns()[sense.value])

    def _costumed(self, actor: Phrase, parts: list[Tag]) -> list[Fate]:
        """What becomes of the words for the parts that people play."""
        senses = [part.sense("noun") for part in parts]
        costumes = [costume_of(nouns()[sense.value]) if sense is not None else "" for sense in senses]
        worn = [costume for costume in costumes if costume]
        if worn:
            self.parse.phrases += dress(actor, worn)
        return ["drawn" if costume else "undrawn" for costume in costumes]

    def _equipped(self, actor: Phrase, parts: list[Tag], at: int) -> list[Fate]:
        """What becomes of the words for the parts that animals play."""
        sense = parts[0].sense("noun")
        outfit = table("words/actions")["outfits"].get(sense.value) if sense is not None else None
        if outfit is not None and actor.noun.group == "animals":
            self._dress_up(actor, nouns()[outfit], parts[0], at)
            return ["approximated", *(["undrawn"] * (len(parts) - 1))]  # type: ignore[list-item]
        return ["undrawn"] * len(parts)

    def _matter_follows(self, index: int) -> bool:
        after = self.tags[index + 1].folded if index + 1 < len(self.tags) else ""
        return after in table("words/relations")["matter"]["particles"]

    def _consist(self, index: int) -> None:
        """ "A house made of glass": what comes next is no thing; some of it has a colour, most is not drawn."""
        self._flush()
        whole = self._focus()
        for at in range(index + 1, min(len(self.tags), index + 8)):
            each = self.tags[at]
            if each.kind in ("mark", "quote") or (at > index + 1 and each.sense("relation") is not None):
                break
            if each.folded == "and" and self._matter_goes_on(at):
                self.ledger.note(at, each.word, "silent")
                continue
            if each.sense("article") or each.sense("stop"):
                if each.folded in table("words/stop")["negations"] or each.folded in ("and", "with", "while"):
                    break
                fate: Fate = "silent"
            else:
                fate = self._matter_fate(each, whole)
            self.ledger.note(at, each.word, fate)
            self.skipped.add(at)

    def _matter_goes_on(self, at: int) -> bool:
        """Whether another matter follows "and", and nothing else: "made of cheese and ham"."""
        after = self.tags[at + 1 : at + 3]
        ends = len(after) == 1 or (len(after) == 2 and after[1].kind == "mark")
        return ends and not after[0].sense("article")

    def _matter_fate(self, each: Tag, whole: Phrase | None) -> Fate:
        colour = each.sense("colour")
        if whole is not None and shows_state(whole.noun, each.folded):
            return "drawn"
        if whole is not None and colour is not None and not whole.colour:
            whole.colour = colour.value
            return "approximated"
        return "undrawn"
