"""Words that go back to what was named: "she wears a hat", "beside her", "his coat is blue"."""

from __future__ import annotations

from itertools import takewhile

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.senses import leads_to_noun
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.planner.things import ThingReader


class PronounReader(ThingReader):
    """Reads pronouns and possessives."""

    def _on_article(self, index: int, each: Tag, sense: Sense) -> None:
        if self._lists_same_noun(index, each):
            self.pending.earlier.append((1, self.pending.colours.pop()))
            self.ledger.note(index, each.word, "silent")
            return
        self._flush()
        self.ledger.note(index, each.word, "silent")
        if each.folded in ("her", "his") and self.links.awaits_object() and not leads_to_noun(self.tags, index):
            self._go_back(each.folded)
            return
        self.links.each = self.links.each or each.folded == "each"
        possessive = each.folded in table("words/pronouns")["possessive"]
        self.owner = self._antecedent(each.folded) if possessive and not self.links.awaits_object() else None
        self.links.expect_object()
        self.distinct = False
        self.definite = each.folded in table("words/stop")["definite"]
        self.last = None

    def _lists_same_noun(self, index: int, each: Tag) -> bool:
        """ "A red and a blue car": the noun of the first colour is still to come."""
        waiting = self.pending.indices
        if len(self.pending.colours) != 1 or not waiting or each.folded not in ("a", "an"):
            return False
        begun = waiting[0][0] > 0 and self.tags[waiting[0][0] - 1].folded in ("a", "an")
        joined = self.tags[index - 1].folded in ("and", ",") and waiting[-1][0] in (index - 2, index - 1)
        coloured = index + 1 < len(self.tags) and self.tags[index + 1].sense("colour") is not None
        listed = takewhile(self._is_listed, range(index, len(self.tags)))
        last = max(at for at in [index, *listed] if self.tags[at].folded in ("a", "an"))
        return begun and joined and coloured and leads_to_noun(self.tags, last)

    def _is_listed(self, at: int) -> bool:
        return self.tags[at].folded in ("and", ",", "a", "an") or self.tags[at].sense("colour") is not None

    def _on_pronoun(self, index: int, each: Tag, sense: Sense) -> None:
        self.ledger.note(index, each.word, "silent")
        if self.links.awaits_object():
            self._go_back(each.folded)
        elif each.folded in table("words/pronouns")["subject"] and self._begins_clause(index):
            self._take_up(index, each)

    def _on_rest(self, index: int, each: Tag) -> None:
        """ "The first is red, the others are white": as many as are left."""
        self._on_ordinal(index, each, Sense("ordinal", each.folded))
        if self.referred is not None and self.ordinal:
            told = sum(share.count for share in self.referred.shares)
            self.rest = max(1, self.referred.count - told)

    def _begins_clause(self, index: int) -> bool:
        """Whether the word is the first one of a clause, so that the pronoun is its subject."""
        if index == 0 or self.tags[index - 1].kind == "mark":
            return True
        return self.tags[index - 1].folded in table("words/pronouns")["conjunctions"]

    def _take_up(self, index: int, each: Tag) -> None:
        """A pronoun is the subject: who was named before, or somebody who is only called "she"."""
        members = self._several() if each.folded == "they" else [self._antecedent(each.folded)]
        found = [member for member in members if member is not None]
        if found:
            self._flush()
            self.referred = found[-1]
            self.links.take_up(found)
            self.dressing = None
        elif self.multitudes and self.kind == "scene" and not self.parse.phrases:
            nameless = table("words/pronouns")["nameless"].get(each.folded)
            if nameless is not None:
                self._add(index, each, nouns()[nameless], Sense("noun", nameless))
                self.ledger.note(index, each.word, "drawn", overrule=True)

    def _several(self) -> list[Phrase]:
        """Whom "they" means: several of a kind, or all living beings that were named."""
        phrases = self.parse.phrases
        beings = [phrase for phrase in phrases if phrase.noun.group in LIVING]
        if beings and beings[-1].count == 1 and len(beings) > 1:
            return beings
        plural = [phrase for phrase in beings or phrases if phrase.count > 1]
        return plural[-1:]

    def _antecedent(self, pronoun: str) -> Phrase | None:
        """The phrase that a pronoun in the singular goes back to, as subject or owner."""
        gender = table("words/pronouns")["gender"].get(pronoun, "")
        phrases = [phrase for phrase in self.parse.phrases if phrase.relation != "wearing"]
        people = [phrase for phrase in phrases if phrase.noun.group == "people"]
        if gender == "thing":
            animals = [phrase for phrase in phrases if phrase.noun.group in LIVING and phrase not in people]
            singular = [phrase for phrase in phrases if phrase.count == 1 and phrase not in people]
            before = [phrase for phrase in self.parse.phrases if phrase.relation not in ("holding", "wearing")]
            return (animals or [one for one in singular if one in before] or [None])[-1]  # type: ignore[list-item]
        if gender == "several":
            return next(iter(reversed(self._several())), None)
        fitting = [phrase for phrase in people if _may_be(phrase.noun, gender)]
        beings = [phrase for phrase in phrases if phrase.noun.group in LIVING and phrase not in people]
        return next(iter(reversed(fitting or beings)), None)

    def _go_back(self, pronoun: str) -> None:
        """A pronoun is the object: "beside her", "under it"; the place named last may be meant too."""
        before = self.links.antecedent(living=pronoun not in ("it", "itself"))
        again = self.pronoun_of if self.pronoun == pronoun else None
        if again is not None and again not in self.links.subjects():
            # "A castle, a dragon above it and a knight in front of it": both mean the castle.
            before = again
        if pronoun == "it" and self.links.awaits("in"):
            # "A bowl with three apples and a pear in it".
            holders = table("words/counts")["portions"]["holders"]
            vessels = (one for one in reversed(self.parse.phrases) if one.noun.key in holders)
            before = self.links.leave_out(next(vessels, None)) or before
        place = self.parse.places[-1].index if self.parse.places else -1
        table_meant = place >= 0 and self.parse.places[-1].backdrop == "table"
        if pronoun in ("it", "itself") and table_meant and before is not None and place > before.index:
            self.links.arrive()
        elif before is not None and pronoun not in ("each other", "one another"):
            self.pronoun, self.pronoun_of = pronoun, before
            self.links.refer(before)
        else:
            self.links.forget()


def _may_be(noun: Noun, gender: str) -> bool:
    """Whether somebody may be meant by "he" or "she": a king by no "she", a doctor by both."""
    known = table("words/pronouns")["known"]
    other = "female" if gender == "male" else "male"
    return noun.key not in known[other]
