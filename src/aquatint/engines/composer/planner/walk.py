"""The walk over the tags of a text: marks, unknown words, and modifiers that wait for their noun."""

from __future__ import annotations

import unicodedata

from aquatint.engines.composer.lexicon.states import shows_besides
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Category, Sense
from aquatint.engines.composer.planner.ledger import Fate
from aquatint.engines.composer.planner.loose import LooseWords
from aquatint.engines.composer.planner.ones import MIDDLE, number_of
from aquatint.engines.composer.planner.phrases import Manner, Modifiers, Parse
from aquatint.engines.composer.planner.senses import choose, preposition_before
from aquatint.engines.composer.planner.tags import Tag

_ENDS = frozenset(".;!?:\n")
_OPENING = frozenset({"with", "and", "as", "while", "has", "have"})
"""After these a phrase of its own begins: "with sparks flying"."""
_NAMES: tuple[Category, ...] = ("noun", "undrawn", "emblem", "part", "place", "clothes")
"""What words for things may be."""
_BEFORE_NOUN: tuple[Category, ...] = ("article", "count", "colour", "size", "material", "age")
_STRUCTURE = frozenset({"relation", "stop", "article", "pronoun"})
"""Categories of words that hold a sentence together."""


class Walk(LooseWords):
    """One walk over one text. ``ledger`` takes down what becomes of each word.

    Subclasses handle a sense of category ``x`` in ``_on_x(index, tag, sense)``; categories without a handler are
    manners of the whole picture.
    """

    def run(self) -> Parse:
        """Read everything."""
        for index, each in enumerate(self.tags):
            if index in self.skipped:
                continue
            if self.ledger.known(index):
                self._flush()
                self.last = None
                if self.ledger.fate(index) != "silent":
                    # "A sale on May 5": nothing stands on what comes later.
                    self.links.forget()
            elif each.kind in ("mark", "quote"):
                self._mark(index, each)
            else:
                self._word(index, each)
        self._flush()
        self.links.finish()
        return self.parse

    def _mark(self, index: int, each: Tag) -> None:
        if each.folded == ",":
            self.links.pause()
            if self._is_ours(index):
                self.listings.append(len(self.parse.phrases))
        else:
            self._flush()
        if each.folded[:1] in _ENDS or each.folded == "(":
            self.links.stop()
            self.dressing = self.board = None
            self.pronoun_of = None
            self.sentence = len(self.parse.phrases) if each.folded[:1] in ".!?\n" else self.sentence
            before = self._focus()
            if each.folded in (":", "(") and before is not None and (before.count > 1 or before.near):
                self.listings.append(len(self.parse.phrases))
            # "Three balloons: red, yellow and blue" lists the colours of single ones.
            listed = each.folded == ":" and self._lists_single_ones(index)
            self.ordinal = listed and before is not None and before.count > 1
        self.last = self.owner = self.own = None
        self.with_part = self.negated = self.lost = False

    def _is_ours(self, index: int) -> bool:
        """Whether several of somebody's own are told one by one: "my two dogs, a poodle and a pug"."""
        before = self.parse.phrases[-1] if self.parse.phrases else None
        if before is None or before.index != index - 1 or not before.counted or before.count < 2:
            return False
        owners = [tag.folded for tag in self.tags[max(0, before.index - 3) : before.index]]
        return any(owner in ("my", "our", "his", "her", "their", "your") for owner in owners)

    def _lists_single_ones(self, index: int) -> bool:
        """Whether a colour, or a number and a colour, follow the mark."""
        after = self.tags[index + 1 : index + 3]
        return bool(after) and (
            after[0].sense("colour") is not None or (len(after) == 2 and after[1].sense("colour") is not None)
        )

    def _word(self, index: int, each: Tag) -> None:
        sense = choose(self.tags, index, self.kind)
        if self.lost and (sense is None or sense.category not in _STRUCTURE):
            self.ledger.note(index, each.word, "undrawn")
        elif self.negated and (sense is None or sense.category not in _STRUCTURE):
            before = self._focus()
            # A part that the drawing has all the same was asked away in vain.
            kept = before is not None and shows_besides(before.noun, each.folded)
            self.ledger.note(index, each.word, "undrawn" if kept else "silent")
            self.parse.unwanted.add(index)
        elif sense is None:
            self._unknown(index, each)
        else:
            getattr(self, f"_on_{sense.category}", self._on_manner)(index, each, sense)

    def _unknown(self, index: int, each: Tag) -> None:
        # Emoji and dingbats ask for something; arrows, dashes and marks do not.
        sign = each.kind == "other" and unicodedata.category(each.tokens[0].text[0]) != "So"
        silent = each.kind == "number" or sign
        # A number that counts nothing asks for something all the same: a year, a price, a share.
        self.ledger.note(index, each.word, "silent" if sign else "undrawn")
        if not silent:
            self._lose_colours(index)
            self.links.miss()
            before = self.tags[index - 1] if index else None
            if before is not None and not before.senses and before.folded.endswith("ing"):
                # "Spraying water on a building": they are not on it.
                self.links.lost_object = True
        self.last = None

    def _lose_colours(self, index: int) -> None:
        """ "A red collar": the colour is that of the unknown thing, and not of the picture."""
        head = self.tags[index]
        after = self.tags[index + 1] if index + 1 < len(self.tags) else None
        ends = after is None or after.kind == "mark" or after.sense("relation") or after.sense("stop")
        if head.kind != "word" or not ends or not any(place == index - 1 for place, *_ in self.pending.indices):
            return
        for waiting, word, _ in self.pending.indices:
            self.ledger.note(waiting, word, "undrawn")
        self.pending = Modifiers()

    def _on_manner(self, index: int, each: Tag, sense: Sense) -> None:
        """Time, weather, style and the like: modifiers go on waiting for their noun."""
        self.parse.manners.append(Manner(sense.category, sense.value, each.word, index, sense.near))

    def _on_undrawn(self, index: int, each: Tag, sense: Sense) -> None:
        self._drop(index, each)
        # "A pie chart of rent and food" is about them; without it they are no things to be drawn.
        about = sense.value in table("words/undrawn")["about"]
        self.lost = about and index + 1 < len(self.tags) and self.tags[index + 1].folded == "of"

    def _is_stray(self, index: int) -> bool:
        """Whether the subject of what comes at ``index`` has no drawing: "moonlight falls", "steam rising"."""
        if index < 1 or self.tags[index - 1].kind in ("mark", "quote"):
            return False
        if index - 1 == self.stray:
            return True
        if index - 1 in self.parse.unwanted:
            return False
        sense = choose(self.tags, index - 1, self.kind)
        nominal = sense is None or sense.category in ("time", "weather", "season")
        before = self.tags[index - 2] if index > 1 else None
        begins = before is None or before.kind == "mark" or before.sense("article") is not None
        stray = (nominal and begins) or (self._moves_alone(index, sense) and self._begins_phrase(index - 1))
        return stray and not preposition_before(self.tags, index - 1)

    def _moves_alone(self, index: int, sense: Sense | None) -> bool:
        """Whether what has no drawing does that by itself: sparks fly, but a man with tattoos rides."""
        alone: list[str] = table("words/actions")["of_things"]["verbs"]
        lost = self.ledger.fate(index - 1) == "undrawn" and (sense is None or sense.category in _NAMES)
        lost = lost or (sense is not None and sense.category == "emblem")
        return lost and self.tags[index].folded in alone

    def _begins_phrase(self, index: int) -> bool:
        """Whether the word is the noun of a phrase of its own: "with orange sparks", ", a spark"."""
        at = index - 1
        while at >= 0 and any(self.tags[at].sense(category) for category in _BEFORE_NOUN):
            at -= 1
        opened = at < index - 1 and self.tags[at + 1].sense("article") is not None
        return at < 0 or opened or self.tags[at].kind == "mark" or self.tags[at].folded in _OPENING

    def _on_ordinal(self, index: int, each: Tag, sense: Sense) -> None:
        """ "The first cat is black and the second is white": one of those that were named together."""
        several = next((phrase for phrase in reversed(self.parse.phrases) if phrase.count > 1), None)
        rank = table("words/counts")["ordinals"].get(each.folded, 0)
        vague = several is not None and rank == MIDDLE and several.count % 2 == 0
        fate: Fate = "undrawn" if several is None else "approximated" if vague else "drawn"
        self.ledger.note(index, each.word, fate)
        self.links.one = None
        if several is not None:
            self._flush()
            self.referred, self.ordinal = several, True
            self.chosen, self.rank = index, rank
            self.links.one = (several, number_of(rank, several.count)) if rank else None

    # -- modifiers

    def _wait(self, index: int, each: Tag, category: str) -> None:
        self.pending.indices.append((index, each.word, category))
        self.pending.entries[index] = each.folded
        self.last = None

    def _drop(self, index: int, each: Tag) -> None:
        """The noun cannot be drawn, and its modifiers with it."""
        for waiting, word, _ in self.pending.indices:
            self.ledger.note(waiting, word, "undrawn")
        self.ledger.note(index, each.word, "undrawn")
        self.pending = Modifiers()
        self.links.miss()
        self.last = None
